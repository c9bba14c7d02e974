import { requireArgument } from '../core/argument.js';
import { deferralText } from './deferralText.js';
import {
  each,
  inLanguage,
  type Lang,
  type Paragraph,
  pagePieces,
  type Say,
  table,
  tableLines,
} from './markdown.js';
import { kindName, modeLine } from './markdownA.js';
import { ruleName } from './markdownRules.js';
import { byWeight, drawn, samplesShift, thresholds } from './markdownSamples.js';
import type { NoticeRows } from './noticeRows.js';
import type { NoticeB } from './notices.js';

/**
 * Notice B as a page people read, in Chinese or English; the JSON is what is verified.
 *
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { noticeB, noticeBMarkdown } from 'evenhand/notice';
 * import { planYear } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme } = sampleCity({ entities: 300, seed: 'doc' });
 * const plan = planYear(
 *   {
 *     programme: parseProgramme(programme), register, tasks,
 *     year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001', sources: [{ label: 'dice', bits: 132 }],
 *   },
 *   [{ label: 'dice', value: '4.1.9.0.3.3.7.2.8.8' }],
 * );
 * noticeBMarkdown(noticeB(plan), 'en').startsWith('# Notice B'); // => true
 * ```
 */
export function noticeBMarkdown(notice: NoticeB, lang: Lang): string {
  requireArgument('noticeBMarkdown', 'notice', notice, { entropy: 'array' }, 'a notice B');
  return [...noticeBPieces(notice, lang)].join('');
}

/** `noticeBMarkdown` piece by piece: the page of a city is longer than a text should be. */
export function noticeBPieces(notice: NoticeRows, lang: Lang): Iterable<string> {
  const say = inLanguage(lang);
  return pagePieces([
    `# ${say('公示乙：抽取结果', 'Notice B: what the draw gave')} ${notice.drawId}`,
    modeLine(notice.mode, say),
    `## ${say('随机数', 'The entropy')}`,
    table(
      [say('标签', 'Label'), say('值', 'Value')],
      notice.entropy.map(({ label, value }) => [label, value]),
    ),
    table(
      [say('项目', 'Item'), say('值', 'Value')],
      [
        [say('公示甲摘要', 'Digest of notice A'), notice.noticeA],
        [say('种子', 'Seed'), notice.seed],
        ...Object.entries(notice.keys).map(([purpose, key]) => [purpose, key]),
      ],
    ),
    `## ${say('抽取门槛', 'Thresholds')}`,
    say(
      '企业核验：算出自己的签号 SHA-256（密钥 ‖ 统一社会信用代码），不大于“末位中签号”即中签。',
      'To check one firm: its ticket is SHA-256(key ‖ code); it was drawn if that is at most the last ticket in.',
    ),
    samplesShift(notice, say),
    byWeight(notice, say),
    thresholds(notice, say),
    `## ${say('中签与必查对象', 'Drawn, and visited for certain')}`,
    drawn(notice, say),
    `## ${say('入企检查', 'Visits')}`,
    visits(notice, say),
    ...joined(notice, say),
    ...levelling(notice, say),
    ...teamsSection(notice, say),
    `## ${say('非现场检查', 'Checks without a visit')}`,
    notice.desk.length === 0
      ? say('无。', 'None.')
      : tableLines(
          [say('任务', 'Task'), say('对象', 'Entity')],
          each(notice.desk, ({ task, entity }) => [[task, entity]]),
        ),
    `## ${say('暂缓', 'Deferred')}`,
    notice.deferred.length === 0
      ? say('无。', 'None.')
      : tableLines(
          [say('任务', 'Task'), say('事项', 'Item'), say('对象', 'Entity'), say('原因', 'Reason')],
          each(notice.deferred, ({ task, item, entity, reason }) => [
            [task, item, entity, say(deferralText(reason, 'zh'), deferralText(reason, 'en'))],
          ]),
        ),
    `## ${say('本公示的摘要', 'Digest of this notice')}`,
    `\`${notice.digest}\``,
  ]);
}

/** What is done on visits that others had booked before. */
function joined({ joined: list = [] }: NoticeRows, say: Say): Paragraph[] {
  if (list.length === 0) return [];
  return [
    `## ${say('并入台账中已有检查的事项', 'Done on visits booked before')}`,
    tableLines(
      [say('检查', 'Visit'), say('对象', 'Entity'), say('任务', 'Task'), say('事项', 'Item')],
      each(list, ({ visit, entity, demands }) =>
        demands.map(({ task, item }) => [visit, entity, task, item]),
      ),
    ),
  ];
}

/** How visits lie on the periods, and where limits can't be kept whatever is done. */
function levelling({ levelling: found }: NoticeRows, say: Say): string[] {
  if (found === undefined) return [];
  const { loads, witnesses } = found;
  return [
    `## ${say('均衡安排', 'How visits lie on the year')}`,
    table(
      [
        say('牵头', 'Lead'),
        say('地区', 'District'),
        say('时段', 'Period'),
        say('检查', 'Visits'),
        say('上限', 'Limit'),
      ],
      loads.map(({ authority, district, period, load, limit }) => [
        authority,
        district ?? '—',
        period,
        load,
        limit ?? '—',
      ]),
    ),
    ...(witnesses.length === 0
      ? []
      : [
          say(
            '**下列检查只能安排在所列时段，超过时段上限之和，故日期由签号决定。**',
            '**The visits counted here can be made in these periods only, and are more than the limits of these together, so their days are those of their tickets.**',
          ),
          table(
            [
              say('牵头', 'Lead'),
              say('地区', 'District'),
              say('时段', 'Periods'),
              say('检查', 'Visits'),
              say('上限合计', 'Limits'),
              say('超出', 'Too many'),
            ],
            witnesses.map(({ authority, district, periods, needed, capacity, missing }) => [
              authority,
              district ?? '—',
              periods.join(', '),
              needed,
              capacity,
              missing,
            ]),
          ),
        ]),
  ];
}

/** Where the staff does not suffice, or soft rules yielded for it, the page says so in sections of their own. */
function teamsSection(notice: NoticeRows, say: Say): string[] {
  return [...witness(notice, say), ...relaxationsSection(notice.relaxations, say)];
}

/** The proof with the numbers anyone can recount, and how. */
function witness({ witness: proof }: NoticeRows, say: Say): string[] {
  if (proof === undefined) return [];
  const { needed, capacity, missing, inspectors, period } = proof;
  return [
    `## ${say('执法人员不足的证明', 'Why there are no teams')}`,
    say(
      `**执法人员不足，未能组成检查组${period === undefined ? '' : `(${period})`}。**`,
      `**The staff does not suffice${period === undefined ? '' : ` in ${period}`}, so there are no teams.**`,
    ),
    table(
      [say('项目', 'Item'), say('人次', 'Places')],
      [
        [say('只能由下列人员承担', 'places that only those below can fill'), needed],
        [say('下列人员最多能承担', 'visits that those below can take'), capacity],
        [say('缺', 'missing'), missing],
      ],
    ),
    inspectors.length === 0
      ? say('没有符合条件的人员。', 'Nobody is eligible.')
      : `${say('下列人员：', 'Those are:')} ${inspectors.join(', ')}`,
    say(
      '核验方法：逐项检查，一支 k 人的检查组若在名单之外有 a 名可任组长者和 b 名其他人员，则需要名单之内 k −（a + min（b, k − 1））人次，负数按零计；各项之和大于名单人员的检查上限之和，即不可能组成。',
      'To recount: a visit of k persons whose candidates outside this list are a leads and b others needs k − (a + min(b, k − 1)) of the list, or none if that is negative. The sum over all visits is above the capacities of the list, so no assignment exists.',
    ),
  ];
}

/** The soft rules that yielded, in a section of their own; nothing where none did. */
export function relaxationsSection(list: NoticeRows['relaxations'], say: Say): string[] {
  if (list.length === 0) return [];
  return [
    `## ${say('让步的软性规则', 'Soft rules that yielded')}`,
    say(
      '按公示甲公布的次序，仅在人员不足的检查中让步。',
      'In the order announced in notice A, and only for visits that lacked persons.',
    ),
    table(
      [say('规则', 'Rule'), say('检查', 'Visit'), say('因此可选的人员', 'Whom it let in')],
      list.map(({ rule, visit, inspectors }) => [
        ruleName(rule, say),
        visit,
        inspectors.join(', '),
      ]),
    ),
  ];
}

function visits({ visits: list }: NoticeRows, say: Say): Paragraph {
  return tableLines(
    [
      say('检查', 'Visit'),
      say('类型', 'Kind'),
      say('日期', 'Day'),
      say('可调整区间', 'Window'),
      say('牵头', 'Lead'),
      say('配合', 'Partners'),
      say('事项', 'Items'),
      say('组长', 'Team leader'),
      say('检查组', 'Team'),
    ],
    each(list, (visit) => [
      [
        visit.id,
        kindName(visit.kind, say),
        visit.day,
        `${visit.window.from} – ${visit.window.to}`,
        visit.lead,
        visit.partners.join(', '),
        [...new Set(visit.demands.map(({ item }) => item))].join(', '),
        visit.leader ?? '—',
        visit.members?.join(', ') ?? '—',
      ],
    ]),
  );
}
