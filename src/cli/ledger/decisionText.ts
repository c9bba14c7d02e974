import { kindWords } from '../../texts/words.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';
import type { LedgerVisit } from '../../visits/ledger/ledgerVisit.js';
import type { Decision, VisitState } from '../../visits/ledger/request.js';
import type { Desk } from '../io.js';
import { textTable } from '../textTable.js';

/** What was decided, in one line. */
export function decisionLine(desk: Desk, decision: Decision): string {
  switch (decision.status) {
    case 'joined':
      return desk.say(`并入检查 ${decision.visit}`, `joined the visit ${decision.visit}`);
    case 'recorded':
      return desk.say(
        `已记录：${decision.visit}，${STATE[decision.state]}`,
        `recorded: ${decision.visit} is ${decision.state}`,
      );
    case 'refused':
      return decision.free === undefined
        ? desk.say('已拒绝', 'refused')
        : desk.say(`已拒绝，最早可在 ${decision.free}`, `refused; free from ${decision.free} on`);
    default: {
      const counts = decision.counts
        ? desk.say('计入上限', 'counts in the limits')
        : desk.say('不计入上限', 'stands outside the limits');
      const until =
        decision.until === undefined
          ? ''
          : desk.say(`，保留至 ${decision.until}`, `, held until ${decision.until}`);
      return `${desk.say(STATUS[decision.status].zh, decision.status)}${desk.say('，', ', ')}${counts}${until}`;
    }
  }
}

const STATUS = {
  admitted: { zh: '已登记' },
  planned: { zh: '已列入计划' },
  reserved: { zh: '已预留' },
} as const;

const STATE: Readonly<Record<VisitState, string>> = {
  planned: '已列入计划',
  reserved: '已预留',
  admitted: '已登记',
  started: '已开始',
  done: '已完成',
  cancelled: '已取消',
  expired: '已失效',
};

/** The state of a visit as people say it; in English it is the word of the data. */
export const stateWord = (desk: Desk, state: VisitState): string => desk.say(STATE[state], state);

/** In these states a visit takes up no place under a limit. */
const GONE: ReadonlySet<VisitState> = new Set(['cancelled', 'expired']);

/** An entity's visits as a table, with how many requests were refused. */
export function visitLines(
  desk: Desk,
  entity: string,
  visits: readonly LedgerVisit[],
  history: readonly LedgerEvent[],
): string[] {
  const heads = desk.say(
    '检查 类型 状态 日期 部门 计入',
    'visit kind state day authorities counts',
  );
  const refused = history.filter(({ type }) => type === 'refused').length;
  return [
    entity,
    ...textTable(
      heads.split(' '),
      visits.map(({ id, kind, state, day, shares, counts }) => [
        ...[id, desk.say(kindWords[kind].zh, kind), stateWord(desk, state), day],
        ...[[...new Set(shares.map(({ lead }) => lead))].join(' ')],
        counts && !GONE.has(state) ? desk.say('是', 'yes') : desk.say('否', 'no'),
      ]),
    ),
    desk.say(`拒绝 ${refused} 项`, `requests refused: ${refused}`),
  ];
}
