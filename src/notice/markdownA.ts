import { requireArgument } from '../core/argument.js';
import { inLanguage, type Lang, type Names, named, page, type Say, table } from './markdown.js';
import { quotaRules, recencyRule, teamRules } from './markdownRules.js';
import type { NoticeA, NoticeTask } from './notices.js';
import { roleWords } from './roleWords.js';

/**
 * Notice A as a page people read, in Chinese or English; the JSON is what is verified.
 *
 * @param options.names - authorities by id, shown in Chinese beside the ids, which alone are in the notice
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { noticeA, noticeAMarkdown } from 'evenhand/notice';
 * import { preparePlan } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme } = sampleCity({ entities: 300, seed: 'doc' });
 * const prepared = preparePlan({
 *   programme: parseProgramme(programme), register, tasks,
 *   year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001',
 *   sources: [{ label: 'dice.2026-01-15', bits: 132 }],
 * });
 * noticeAMarkdown(noticeA(prepared), 'zh').startsWith('# 公示甲'); // => true
 * ```
 */
export function noticeAMarkdown(
  notice: NoticeA,
  lang: Lang,
  options: { readonly names?: Names } = {},
): string {
  requireArgument(
    'noticeAMarkdown',
    'notice',
    notice,
    { tasks: 'array', staff: 'object', documents: 'array' },
    'a notice A',
  );
  requireArgument('noticeAMarkdown', 'options', options, 'object');
  const say = inLanguage(lang);
  return page([
    `# ${say('公示甲：抽取前的承诺', 'Notice A: what is fixed before the draw')} ${notice.drawId}`,
    modeLine(notice.mode, say),
    facts(notice, say),
    `## ${say('随机数来源', 'Where chance will come from')}`,
    sources(notice, say),
    `## ${say('抽查任务', 'Tasks')}`,
    tasks(notice.tasks, say, options.names ?? {}),
    `## ${say('分层与抽取数量', 'Strata and quotas')}`,
    say(
      '分层代码不表示任何等级；同一代码在不同任务中互不相关。',
      'A stratum’s code says nothing of any level; the same code in two tasks is unrelated.',
    ),
    quotaRules(notice.tasks, say),
    strata(notice.tasks, say),
    `## ${say('执法检查人员', 'Inspectors')}`,
    table(
      [say('人数', 'Count'), say('名录根', 'Root'), say('回避承诺数', 'Recusals committed')],
      [[notice.staff.count, notice.staff.root, notice.staff.recusals.length]],
    ),
    ...teamRules(notice, say),
    `## ${say('依据的规则文件', 'Documents')}`,
    table(
      [say('角色', 'Role'), say('文件', 'Document'), say('摘要', 'Digest')],
      notice.documents.map(({ role, id, version, digest }) => [
        say(roleWords[role].zh, roleWords[role].en),
        `${id}@${version}`,
        digest,
      ]),
    ),
    `## ${say('本公示的摘要', 'Digest of this notice')}`,
    `\`${notice.digest}\``,
    say(
      '请在随机数产生之前记下此摘要；公示乙发布后，任何人都可以据此核验。',
      'Note this digest before the entropy exists; once notice B is out, anyone can verify with it.',
    ),
  ]);
}

/** Whether the page binds anybody. */
export function modeLine(mode: NoticeA['mode'], say: Say): string {
  return mode === 'authoritative'
    ? ''
    : say(
        '**演示：所依据的规则文件并非现行有效，本页不约束任何人。**',
        '**Simulation: the documents behind it are not law in force; this page binds nobody.**',
      );
}

function facts(notice: NoticeA, say: Say): string {
  return table(
    [say('项目', 'Item'), say('内容', 'Content')],
    [
      [say('组织部门', 'Organ'), notice.organ],
      [say('年度', 'Year'), notice.year],
      [say('名录截止日', 'Registers as of'), notice.asOf],
      [say('抽取办法', 'Method of the draw'), notice.scheme],
      [say('监管方案', 'Programme'), `${notice.policy.id}@${notice.policy.version}`],
      [say('监管方案摘要', 'Digest of the programme'), notice.policy.digest],
      [say('频次上限', 'Cap'), `${notice.cap.id}@${notice.cap.version}`],
      [say('每层备选数', 'Substitutes a stratum'), notice.substitutes],
      [say('近检倍数', 'Multipliers by recency'), recencyRule(notice.recency, say)],
      ...(notice.weight === undefined
        ? []
        : [[say('权重', 'Weights'), weightSource(notice.weight, say)]]),
      [say('软件', 'Software'), `${notice.software}, ${notice.method}`],
    ],
  );
}

function weightSource(weight: NonNullable<NoticeA['weight']>, say: Say): string {
  if ('by' in weight) return say('由风险等级定', 'by risk level');
  const { fact, missing } = weight;
  return missing === undefined
    ? say(`事实 ${fact}`, `the fact ${fact}`)
    : say(`事实 ${fact}，缺失时为 ${missing}`, `the fact ${fact}, ${missing} where it is missing`);
}

function sources({ sources: list }: NoticeA, say: Say): string {
  return table(
    [
      say('顺序', 'Order'),
      say('标签', 'Label'),
      say('比特', 'Bits'),
      say('可得日', 'Available'),
      say('取得方法', 'Instructions'),
      say('替代办法', 'Fallback'),
    ],
    list.map(({ label, bits, available, instructions, fallback }, i) => [
      i + 1,
      label,
      bits,
      available ?? '—',
      instructions === undefined ? '—' : say(instructions.zh, instructions.en),
      fallback === undefined ? '—' : say(fallback.zh, fallback.en),
    ]),
  );
}

function tasks(list: readonly NoticeTask[], say: Say, names: Names): string {
  return table(
    [
      say('任务', 'Task'),
      say('名称', 'Name'),
      say('发起', 'Lead'),
      say('配合', 'Partners'),
      say('类型', 'Kind'),
      say('范围', 'Scope'),
      say('时间', 'Window'),
      say('可抽', 'Frame'),
      say('必查', 'Certain'),
      say('抽取', 'To draw'),
      say('名录根', 'Frame root'),
    ],
    list.map((task) => [
      task.id,
      task.name ?? '',
      named(names, task.lead, say),
      task.partners.map((id) => named(names, id, say)).join(say('、', ', ')),
      kindName(task.kind, say),
      task.targeted ? say('定向', 'targeted') : say('不定向', 'untargeted'),
      `${task.window.from} – ${task.window.to}`,
      task.frame.count,
      task.certain.count,
      task.strata.reduce((sum, { quota }) => sum + quota, 0),
      task.frame.root,
    ]),
  );
}

function strata(list: readonly NoticeTask[], say: Say): string {
  return table(
    [say('任务', 'Task'), say('层', 'Stratum'), say('总数', 'Size'), say('抽取数', 'Quota')],
    list.flatMap((task) =>
      task.strata.map(({ code, size, quota, part }) => [
        task.id,
        part === true ? say(`${code}（标明的部分）`, `${code} (of the part)`) : code,
        size,
        quota,
      ]),
    ),
  );
}

/** The name of a kind of visit. */
export function kindName(kind: 'census' | 'spot-check' | 'for-cause', say: Say): string {
  if (kind === 'census') return say('普查', 'census');
  return kind === 'spot-check' ? say('抽查', 'spot check') : say('触发式检查', 'for cause');
}
