import { deferralText } from '../notice/deferralText.js';
import { FILE_KINDS, type FileKind } from '../register/columns.js';
import { levelWord } from '../texts/codeWords.js';
import type { Lang } from '../texts/describe.js';
import { displayWidth, padded } from './displayWidth.js';
import type { StaffSummary, Summary, VisitSummary } from './summary.js';
import { grouped, textTable } from './textTable.js';

type Say = (zh: string, en: string) => string;

/** A summary as a page of plain text that a planner reads. */
export function summaryText(summary: Summary, lang: Lang): string {
  const say: Say = (zh, en) => (lang === 'zh' ? zh : en);
  const { visits, staff } = summary;
  const sections = [
    head(summary, say),
    entities(summary, say),
    cells(summary, say, lang),
    tasks(summary, say),
    visits === undefined ? [] : visitLines(visits, say, lang),
    staff === undefined ? [] : staffLines(staff, say),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function head({ year, organ, mode, drawId, asOf, programme, noticeA, entropy }: Summary, say: Say) {
  return [
    say(`${year} 年度抽查计划 — ${organ}`, `Inspection plan ${year} — ${organ}`),
    ...(mode === 'simulation'
      ? [
          say(
            '模拟：本计划只作演示，对任何人没有约束力。',
            'SIMULATION: this plan is a trial and binds nobody.',
          ),
        ]
      : []),
    '',
    ...facts([
      [say('抽取编号', 'draw'), drawId],
      [say('名录截止日', 'register as of'), asOf],
      [say('方案', 'programme'), `${programme.id}@${programme.version}`],
      [say('公示甲摘要', 'digest of notice A'), noticeA],
      ...(entropy ?? []).map(({ label, value }): [string, string] => [
        say('随机数', 'entropy'),
        `${label}=${value}`,
      ]),
    ]),
  ];
}

/** Names and values under each other. */
function facts(lines: readonly (readonly [string, string | number])[]): string[] {
  const texts = lines.map(([name, value]) => [
    name,
    typeof value === 'number' ? grouped(value) : value,
  ]) as [string, string][];
  const width = Math.max(...texts.map(([name]) => displayWidth(name)));
  return texts.map(([name, value]) => `  ${padded(name, width, 'left')}  ${value}`);
}

const KIND_WORDS: Readonly<Record<FileKind, readonly [string, string]>> = {
  entities: ['检查对象', 'entities'],
  events: ['信用信息', 'events'],
  inspectors: ['执法检查人员', 'inspectors'],
  items: ['抽查事项', 'items'],
  authorities: ['监管部门', 'authorities'],
};

function entities({ read, setAside, notActive, notAssessed, assessed }: Summary, say: Say) {
  return [
    say('名录库', 'Register'),
    ...textTable(
      ['', say('读入', 'read'), say('搁置', 'set aside')],
      FILE_KINDS.map((kind) => [say(...KIND_WORDS[kind]), read[kind], setAside[kind]]),
    ),
    ...facts([
      [say('已评定', 'assessed'), assessed],
      [say('数据不足未评定', 'not assessable'), notAssessed],
      [say('非存续，不列入', 'not active'), notActive],
    ]),
  ];
}

function cells(summary: Summary, say: Say, lang: Lang): string[] {
  return [
    say(
      '矩阵各单元（范围、数量、抽中、必查为各任务合计的人次）',
      'Cells of the matrix (frame, quota, drawn and certain are places of all tasks together)',
    ),
    ...textTable(
      [
        say('风险', 'risk'),
        say('信用', 'credit'),
        say('对象', 'entities'),
        say('范围 N', 'frame N'),
        say('数量', 'quota'),
        ...(summary.visits === undefined ? [] : [say('抽中', 'drawn')]),
        say('必查', 'certain'),
      ],
      summary.cells.map(({ risk, credit, entities, frame, quota, drawn, certain }) => [
        ...[levelWord(risk, lang), levelWord(credit, lang), entities, frame, quota],
        ...(drawn === undefined ? [] : [drawn]),
        certain,
      ]),
    ),
  ];
}

function tasks(summary: Summary, say: Say): string[] {
  return [
    say('任务', 'Tasks'),
    ...textTable(
      [
        say('任务', 'task'),
        say('分层', 'strata'),
        say('范围 N', 'frame N'),
        say('数量', 'quota'),
        ...(summary.visits === undefined ? [] : [say('抽中', 'drawn')]),
        say('必查', 'certain'),
        say('名称', 'name'),
      ],
      summary.tasks.map(({ task, name, strata, frame, certain, quota, drawn }) => [
        ...[task, strata, frame, quota],
        ...(drawn === undefined ? [] : [drawn]),
        certain,
        name,
      ]),
    ),
  ];
}

function visitLines(visits: VisitSummary, say: Say, lang: Lang): string[] {
  const { before, after, saved, census, spotCheck, forCause, beyondCap, desk, refused } = visits;
  const { joined } = visits;
  const share = before === 0 ? '0' : String(Math.round((saved * 1000) / before) / 10);
  const deferred = Object.entries(visits.deferred);
  return [
    say('入企检查', 'Visits'),
    ...facts([
      [say('合并前', 'before merging'), before],
      [say('合并后', 'after merging'), after],
      [
        say('减少', 'saved'),
        say(`${grouped(saved)}（${share}%）`, `${grouped(saved)} (${share} %)`),
      ],
      [say('其中普查', 'of these census'), census],
      [say('其中抽查', 'of these spot checks'), spotCheck],
      [say('触发式（上限外）', 'for cause, outside the cap'), forCause],
      [say('为法定职责超出上限', 'beyond the cap for a duty'), beyondCap],
      ...(joined === undefined
        ? []
        : [[say('并入台账中已有检查的需求', 'demands done on booked visits'), joined] as const]),
      [say('不入企（书面、非现场、网络）', 'no visit: checked at the desk'), desk],
      [
        say('暂缓的检查需求', 'demands deferred'),
        deferred.reduce((sum, [, count]) => sum + count, 0),
      ],
      ...deferred.map(([reason, count]): [string, number] => [
        `  ${deferralText(reason, lang)}`,
        count,
      ]),
      ...(refused === 0 ? [] : [[say('无法安排的需求', 'demands refused'), refused] as const]),
    ]),
  ];
}

/** So many inspectors of a witness are named; a city's are thousands. */
const NAMED = 50;

function named(inspectors: readonly string[], say: Say): string {
  const more = inspectors.length - NAMED;
  if (more <= 0) return inspectors.join(', ');
  const first = inspectors.slice(0, NAMED).join(', ');
  return say(
    `${first}，另有 ${more} 人，见 plan/witness.json`,
    `${first} and ${more} others, see plan/witness.json`,
  );
}

function staffLines(staff: StaffSummary, say: Say): string[] {
  if (staff.status === 'infeasible') {
    const { inspectors, needed, capacity, missing } = staff.witness;
    return [
      say('执法检查人员不足：没有检查组', 'Not enough inspectors: there are no teams'),
      ...facts([
        [say('只能由这些人承担的人次', 'places only these can fill'), needed],
        [say('他们可承担', 'they can take'), capacity],
        [say('缺少', 'missing'), missing],
      ]),
      `  ${say('这些人', 'these inspectors')}: ${
        inspectors.length === 0 ? say('（无人）', '(nobody)') : named(inspectors, say)
      }`,
    ];
  }
  const { inspectors, least, median, most, histogram } = staff;
  const highest = Math.max(1, ...histogram.map(({ count }) => count));
  return [
    say('执法检查人员的任务量（次）', 'Load of inspectors (visits)'),
    ...facts([
      [say('人数', 'inspectors'), inspectors],
      [say('最少 / 中位 / 最多', 'least / median / most'), `${least} / ${median} / ${most}`],
    ]),
    ...textTable(
      [say('次数', 'visits'), say('人数', 'inspectors'), ''],
      histogram.map(({ from, to, count }) => [
        from === to ? String(from) : `${from}–${to}`,
        count,
        '█'.repeat(Math.round((count * 40) / highest)),
      ]),
    ),
  ];
}
