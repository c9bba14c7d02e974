import { each, type Paragraph, type Say, table, tableLines } from './markdown.js';
import type { NoticeRows } from './noticeRows.js';

/** How much of a ticket a page shows; the JSON holds all of it. */
const SHOWN = 16;

/** How many each stratum drew, with the tickets at the border of those drawn. */
export function thresholds({ samples }: NoticeRows, say: Say): string {
  return table(
    [
      say('任务', 'Task'),
      say('层', 'Stratum'),
      say('总数', 'Size'),
      say('抽取数', 'Quota'),
      say('末位中签号', 'Last ticket in'),
      say('首位未中签号', 'First ticket out'),
    ],
    samples.flatMap(({ task, strata }) =>
      strata.map(({ code, size, quota, lastIn, lastInKey, firstOut, firstOutKey }) => [
        task,
        code,
        size,
        quota,
        withPlace(lastIn, lastInKey),
        withPlace(firstOut, firstOutKey),
      ]),
    ),
  );
}

/** For tasks that begin elsewhere in the order, how to compare. */
export function samplesShift({ samples }: NoticeRows, say: Say): string {
  const isSpread = samples.some(({ strata }) =>
    strata.some(({ lastInKey, firstOutKey }) => typeof (lastInKey ?? firstOutKey) === 'number'),
  );
  if (!isSpread) return '';
  return say(
    '签号后括号内有数的任务与同组任务错开：以（签号前 13 位 − 起点）mod 2^52 比较，起点为 ⌊（位次 − 1）× 2^52 ÷ 总位数⌋，位次见公示甲。',
    'A task with a number in brackets is set apart from its group: compare (first 13 digits of the ticket − begin) mod 2^52, where begin is ⌊(place − 1) × 2^52 ÷ places⌋ as in notice A.',
  );
}

/** For strata that are drawn from by weight, the numbers that keys follow from, and how to compare. */
export function byWeight({ samples }: NoticeRows, say: Say): string {
  const rows = samples.flatMap(({ task, strata }) =>
    strata.flatMap(({ code, weights, takeAll = [] }) =>
      weights === undefined
        ? []
        : [[task, code, weights.total, takeAll.length, weights.rest, weights.quota]],
    ),
  );
  if (rows.length === 0) return '';
  return [
    say(
      '下列各层按权重抽取：u =（2 × 签号前 13 位 + 1）÷ 2^53,Q =(u ÷(1 − u))×((W − n·w)÷(n·w)),w 为本企业权重，W、n 见下表，依次按双精度浮点数计算；Q 不大于“末位中签号”括号内的数即中签。n·w 不小于 W 的，直接入选。',
      'These strata are drawn from by weight: u = (2 × the first 13 digits of the ticket + 1) ÷ 2^53, Q = (u ÷ (1 − u)) × ((W − n·w) ÷ (n·w)) in binary64 and in this order, where w is the firm’s weight and W and n are below; it was drawn if Q is at most the number in brackets after the last ticket in. Whoever has n·w of at least W is in without a lottery.',
    ),
    '',
    table(
      [
        say('任务', 'Task'),
        say('层', 'Stratum'),
        say('权重合计', 'Weights'),
        say('直接入选', 'Taken for certain'),
        say('其余权重 W', 'W of the rest'),
        say('其余抽取数 n', 'n of the rest'),
      ],
      rows,
    ),
  ].join('\n');
}

const withPlace = (ticket: string | undefined, key: number | string | undefined): string =>
  ticket === undefined ? '—' : key === undefined ? ticket : `${ticket} (${key})`;

/** Everybody drawn, certain or next in line, with ticket or reason. */
export function drawn({ samples }: NoticeRows, say: Say): Paragraph {
  return tableLines(
    [
      say('任务', 'Task'),
      say('层', 'Stratum'),
      say('对象', 'Entity'),
      say('签号或理由', 'Ticket or reason'),
    ],
    each(samples, function* ({ task, strata, certain }) {
      for (const { id, reason } of certain) yield [task, say('必查', 'certain'), id, reason];
      for (const { code, takeAll = [], selected, substitutes } of strata) {
        const second = `${code} ${say('备选', 'substitute')}`;
        for (const { id, reason } of takeAll) yield [task, code, id, reason];
        for (const { id, ticket } of selected) yield [task, code, id, shown(ticket)];
        for (const { id, ticket } of substitutes) yield [task, second, id, shown(ticket)];
      }
    }),
  );
}

const shown = (ticket: string): string => `${ticket.slice(0, SHOWN)}…`;
