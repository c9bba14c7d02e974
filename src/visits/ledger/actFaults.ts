import { type Day, isDay } from '../../core/day.js';
import { identifierFault } from '../../core/identifier.js';
import { because } from './because.js';
import { authoritiesOf, type LedgerVisit } from './ledgerVisit.js';
import type { Because, VisitAct } from './request.js';
import { ACTS, shapeFaults, shown } from './shape.js';
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
export function faultsOf(act: VisitAct): readonly Because[] {
  const misshapen = misshapenAct(act);
  if (misshapen.length > 0) return misshapen;
  const fault = faultOf(act);
  return fault === undefined ? [] : [fault];
}

/** What of an act cannot even be read. */
function misshapenAct(act: VisitAct): readonly Because[] {
  if (typeof act !== 'object' || act === null) return shapeFaults(act, new Map());
  const fields = Object.hasOwn(ACTS, act.act) ? ACTS[act.act] : undefined;
  if (fields !== undefined) return shapeFaults(act, fields);
  return [because('not-one-of', 'act', { given: shown(act.act), expected: Object.keys(ACTS) })];
}

function faultOf(act: VisitAct): Because | undefined {
  for (const field of ['id', 'entity', 'visit'] as const) {
    const given = act[field];
    const fault = identifierFault(given);
    if (fault !== undefined)
      return because('bad-id', field, { given: shown(given), what: field, fault });
  }
  const days = [act.at, 'day' in act ? act.day : undefined];
  const notDay = days.find((day) => day !== undefined && !isDay(day));
  if (notDay !== undefined) return refusal(act, 'no-such-day', 'day', shown(notDay), 'YYYY-MM-DD');
  if (act.act === 'cancel' && isBlank(act.reason)) {
    return refusal(act, 'reason-missing', 'reason', '', 'reason');
  }
  if (act.act !== 'finish') return undefined;
  if (isBlank(act.outcome)) return refusal(act, 'reason-missing', 'outcome', '', 'outcome');
  const { days: taken = 1 } = act;
  return Number.isSafeInteger(taken) && taken >= 1 && taken <= 366
    ? undefined
    : refusal(act, 'bad-days', 'days', String(taken), '1..366');
}

const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === '';

/** Why the act can't be entered now, by this authority; of a visit that is off, nobody is left. */
export function untimely(act: VisitAct, visit: LedgerVisit): Because | undefined {
  const own = act.act === 'cancel' ? visit.shares.map(({ lead }) => lead) : authoritiesOf(visit);
  if (own.length > 0 && !own.includes(act.by)) {
    return refusal(act, 'not-its-authority', 'by', shown(act.by), own.join(', '));
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
