import { addPeriod, type Day, type Period } from '../../core/day.js';
import type { Event } from '../../register/nouns.js';
import type { Cap, CapLimit } from '../cap.js';
import { triggerOf } from '../checkCap.js';
import { answers } from './countsIn.js';
import { authoritiesOf, type LedgerVisit } from './ledgerVisit.js';
import { inKey } from './limitKeys.js';

/** Days from `from`, before `to`; of the visits in it, those that the begin of the window concerns. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly begin?: LedgerVisit;
  readonly concerns?: (visit: LedgerVisit) => boolean;
}

/** All windows of a limit that hold the visit. */
export function windowsOver(question: {
  readonly cap: Cap;
  readonly limit: CapLimit;
  readonly visit: LedgerVisit;
  readonly members: readonly LedgerVisit[];
  readonly others: readonly LedgerVisit[];
  readonly key: readonly string[];
  readonly events: readonly Event[];
}): Span[] {
  const { cap, limit, visit, members, others, key, events } = question;
  const holds = ({ from, to }: Span): boolean => from <= visit.day && visit.day < to;
  const rolling = rollingOf(limit);
  if (rolling !== undefined) {
    const firstDays = new Set([...members, visit].map(({ day }) => day));
    return [...firstDays]
      .filter((from) => from <= visit.day)
      .map((from) => ({ from, to: addPeriod(from, rolling) }))
      .filter(holds);
  }
  const trigger = triggerOf(limit);
  if (trigger === undefined) return [yearOf(visit.day)];
  if ('events' in trigger) {
    const starts = events.filter(({ kind }) => trigger.events.includes(kind));
    return starts.map(({ on }) => ({ from: on, to: endOf(on, lengthOf(limit)) })).filter(holds);
  }
  return others
    .filter(
      (other) => answers(other, trigger.visits) && inKey(cap, limit, other, trigger.visits, key),
    )
    .map((other) => begunBy(cap, limit, other))
    .filter((span) => holds(span) && (span.concerns?.(visit) ?? true));
}

/** The window that a visit begins. */
export function begunBy(cap: Cap, limit: CapLimit, begin: LedgerVisit): Span {
  const trigger = triggerOf(limit);
  const isUpper = trigger !== undefined && 'visits' in trigger && trigger.by === 'upper';
  const span = { from: begin.day, to: endOf(begin.day, lengthOf(limit)), begin };
  return isUpper ? { concerns: (visit) => standsAbove(cap, begin, visit), ...span } : span;
}

/** The length of a window that any visit begins. */
export function rollingOf({ unit, window }: CapLimit): Period | undefined {
  if ('gap' in unit) return unit.gap;
  return typeof window === 'object' && 'rolling' in window ? window.rolling : undefined;
}

function lengthOf({ unit, window }: CapLimit): Period | 'calendar-year' {
  if ('exempt' in unit) return unit.exempt;
  return typeof window === 'object' && 'since' in window ? window.for : 'calendar-year';
}

const endOf = (day: Day, length: Period | 'calendar-year'): Day =>
  length === 'calendar-year' ? yearOf(day).to : addPeriod(day, length);

/** The calendar year of a day. */
export function yearOf(day: Day): Span {
  const year = Number(day.slice(0, 4));
  const known = years.get(year);
  if (known !== undefined) return known;
  const made = {
    from: `${day.slice(0, 4)}-01-01`,
    to: year === 9999 ? '9999-12-32' : `${String(year + 1).padStart(4, '0')}-01-01`,
  };
  years.set(year, made);
  return made;
}

/** Each year is made once: a firm that is full asks for the same again and again. */
const years = new Map<number, Span>();

/** Whether an authority of the first visit stands above one of the second's in a line. */
function standsAbove({ lines = [] }: Cap, upper: LedgerVisit, lower: LedgerVisit): boolean {
  return lines.some(({ authorities }) => {
    const ranks = (visit: LedgerVisit): number[] =>
      authoritiesOf(visit)
        .map((one) => authorities.indexOf(one))
        .filter((rank) => rank >= 0);
    return Math.min(...ranks(upper)) < Math.max(...ranks(lower));
  });
}
