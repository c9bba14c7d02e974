import { type Day, isDay } from '../../core/day.js';
import { identifierFault } from '../../core/identifier.js';
import { authoritiesOf, type LedgerVisit } from './ledgerVisit.js';
import { because } from './readRequest.js';
import type { Because, VisitAct } from './request.js';
import { NEXT } from './visitAfter.js';

/** A reason to refuse an act, as an issue about a field of it. */
export function refusal(
  { id }: VisitAct,
  code: Because['code'],
  field: string,
  given: string,
  expected: string,
): Because {
  return because(code, field, { id, given, expected });
}

/** What is wrong with an act by itself. */
export function faultOf(act: VisitAct): Because | undefined {
  const wrong = identifierFault(act.id);
  if (wrong !== undefined) {
    const params = { given: String(act.id).slice(0, 80), what: 'id', fault: wrong };
    return because('bad-id', 'id', params);
  }
  const days = [act.at, 'day' in act ? act.day : undefined];
  const notDay = days.find((day) => day !== undefined && !isDay(day));
  if (notDay !== undefined) return refusal(act, 'no-such-day', 'day', notDay, 'YYYY-MM-DD');
  if (act.act === 'cancel' && !act.reason?.trim()) {
    return refusal(act, 'reason-missing', 'reason', '', 'reason');
  }
  if (act.act !== 'finish') return undefined;
  if (!act.outcome?.trim()) return refusal(act, 'reason-missing', 'outcome', '', 'outcome');
  const { days: taken = 1 } = act;
  return Number.isSafeInteger(taken) && taken >= 1 && taken <= 366
    ? undefined
    : refusal(act, 'bad-days', 'days', String(taken), '1..366');
}

/** Why the act can't be entered now, by this authority. */
export function untimely(act: VisitAct, visit: LedgerVisit): Because | undefined {
  const own = act.act === 'cancel' ? visit.shares.map(({ lead }) => lead) : authoritiesOf(visit);
  if (!own.includes(act.by)) {
    return refusal(act, 'not-its-authority', 'by', act.by, own.join(', '));
  }
  const next = NEXT[visit.state];
  if (next.includes(TYPES[act.act])) return undefined;
  if (visit.state === 'expired' && (act.act === 'confirm' || act.act === 'start')) return undefined;
  const expected = next.length === 0 ? visit.state : `${visit.state}: ${next.join(', ')}`;
  return refusal(act, 'act-out-of-order', 'act', act.act, expected);
}

const TYPES = {
  confirm: 'admitted',
  start: 'started',
  finish: 'done',
  cancel: 'cancelled',
} as const;

/** Why the act can't be of a day: outside the visit's window, past for a confirmation, to come for a beginning. */
export function dayFault(
  act: VisitAct,
  { window }: LedgerVisit,
  day: Day,
  today: Day | undefined,
): Because | undefined {
  if (day < window.from || window.to < day) {
    return refusal(act, 'outside-window', 'day', day, `${window.from}..${window.to}`);
  }
  if (today === undefined) return undefined;
  if (act.act === 'confirm' && day < today) {
    return refusal(act, 'day-past', 'day', day, `>= ${today}`);
  }
  return act.act === 'start' && today < day
    ? refusal(act, 'day-ahead', 'day', day, `<= ${today}`)
    : undefined;
}
