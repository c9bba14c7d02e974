import { requireArgument } from '../../core/argument.js';
import { deferralText } from '../deferralText.js';
import { type Cells, inLanguage, type Lang, page, type Say, table } from '../markdown.js';
import { kindName, modeLine } from '../markdownA.js';
import { relaxationsSection } from '../markdownB.js';
import type { PlanAmendment } from './amendment.js';

/** An amendment as a page people read, in Chinese or English; the JSON is what is verified. */
export function amendmentMarkdown(amendment: PlanAmendment, lang: Lang): string {
  requireArgument('amendmentMarkdown', 'amendment', amendment, {
    visits: 'array',
    desk: 'array',
    deferred: 'array',
    teams: 'array',
    unstaffed: 'array',
  });
  const say = inLanguage(lang);
  const { number, drawId, mode, visits, desk, deferred, joined = [], teams, unstaffed } = amendment;
  return page([
    `# ${say('变更公告', 'Amendment')} ${drawId} № ${number}`,
    modeLine(mode, say),
    facts(amendment, say),
    `## ${say('相关对象现在的检查', 'Visits of those concerned, as they are now')}`,
    visits.length === 0
      ? say('无。', 'None.')
      : table(
          [say('检查', 'Visit'), say('类型', 'Kind'), say('日期', 'Day'), say('事项', 'Items')],
          visits.map(({ id, kind, day, demands }) => [
            id,
            kindName(kind, say),
            day,
            [...new Set(demands.map(({ item }) => item))].join(', '),
          ]),
        ),
    ...listSection(
      say('并入台账中已有检查的事项', 'Done on visits booked before'),
      [say('检查', 'Visit'), say('对象', 'Entity'), say('任务', 'Task'), say('事项', 'Item')],
      joined.flatMap(({ visit, entity, demands }) =>
        demands.map(({ task, item }) => [visit, entity, task, item]),
      ),
    ),
    ...listSection(
      say('非现场检查', 'Checks without a visit'),
      [say('任务', 'Task'), say('对象', 'Entity')],
      desk.map(({ task, entity }) => [task, entity]),
    ),
    ...listSection(
      say('暂缓', 'Deferred'),
      [say('任务', 'Task'), say('事项', 'Item'), say('对象', 'Entity'), say('原因', 'Reason')],
      deferred.map(({ task, item, entity, reason }) => [
        ...[task, item, entity, deferralText(reason, lang)],
      ]),
    ),
    `## ${say('变动的检查组', 'Teams that changed')}`,
    teams.length === 0
      ? say('无。', 'None.')
      : table(
          [say('检查', 'Visit'), say('组长', 'Team leader'), say('检查组', 'Team')],
          teams.map(({ visit, leader, members }) => [visit, leader, members.join(', ')]),
        ),
    ...additionsSection(amendment, say),
    unstaffed.length === 0
      ? ''
      : say(
          `执法检查人员不足，下列检查暂无检查组：${unstaffed.join('、')}`,
          `There are not enough inspectors; these visits have no team: ${unstaffed.join(', ')}`,
        ),
    ...relaxationsSection(amendment.relaxations ?? [], say),
    `## ${say('本公告的摘要', 'Digest of this amendment')}`,
    `\`${amendment.digest}\``,
  ]);
}

/** What else those concerned are due now, where there is any. */
function listSection(title: string, header: readonly string[], rows: readonly Cells[]): string[] {
  return rows.length === 0 ? [] : [`## ${title}`, table(header, rows)];
}

/** Whom a top-up added, with the numbers by which anyone compares. */
function additionsSection({ additions = [] }: PlanAmendment, say: Say): string[] {
  if (additions.length === 0) return [];
  const withKey = (ticket: string | undefined, key: number | string | undefined): string =>
    ticket === undefined ? '—' : key === undefined ? ticket : `${ticket} (${key})`;
  return [
    `## ${say('增抽的对象', 'Those added')}`,
    say(
      '按原来的次序依次增抽，已抽中的不变；各层增加的数目按公示甲的抽取数分配。',
      'The next in the same order; nobody who was drawn is lost. Strata share the new total as they shared the announced one.',
    ),
    table(
      [
        say('层', 'Stratum'),
        say('现抽取数', 'Quota now'),
        say('末位中签号', 'Last ticket in'),
        say('首位未中签号', 'First ticket out'),
      ],
      additions.map(({ stratum, quota, lastIn, lastInKey, firstOut, firstOutKey }) => [
        stratum,
        quota,
        withKey(lastIn, lastInKey),
        withKey(firstOut, firstOutKey),
      ]),
    ),
    table(
      [say('层', 'Stratum'), say('对象', 'Entity'), say('签号', 'Ticket')],
      additions.flatMap(({ stratum, added, substitutes }) => [
        ...added.map(({ id, ticket }) => [stratum, id, ticket]),
        ...substitutes.map(({ id, ticket }) => [
          `${stratum} ${say('备选', 'substitute')}`,
          id,
          ticket,
        ]),
      ]),
    ),
  ];
}

function facts({ act, substitution, purpose, previous, noticeB }: PlanAmendment, say: Say): string {
  return table(
    [say('项目', 'Item'), say('内容', 'Content')],
    [
      ...(act.kind === 'top-up'
        ? [
            [say('增抽任务', 'Topped up'), act.task],
            [say('现抽总数', 'Draws now'), act.total],
            [say('理由', 'Reason'), act.reason],
          ]
        : act.kind === 'strike'
          ? [
              [say('撤出对象', 'Struck'), act.entity],
              [say('任务', 'Task'), act.task],
              [say('理由', 'Reason'), act.reason],
              [
                say('递补对象', 'Substitute'),
                substitution?.id ?? say('本层已无备选', 'none left in its stratum'),
              ],
              [say('递补签号', 'Its ticket'), substitution?.ticket ?? '—'],
            ]
          : [
              [say('缺席人员', 'Absent'), act.inspector],
              [say('缺席时间', 'Days'), `${act.from} – ${act.to}`],
            ]),
      [say('补抽密钥', 'Key of the re-run'), purpose ?? '—'],
      [say('上一公告的摘要', 'Digest of the one before'), previous],
      [say('公示乙摘要', 'Digest of notice B'), noticeB],
    ],
  );
}
