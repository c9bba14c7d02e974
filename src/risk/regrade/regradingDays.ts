import { requireArgument } from '../../core/argument.js';
import { addDays, addMonths, type Day, type DayRange } from '../../core/day.js';
import type { Regrading, RegradingRound } from './regrading.js';

/** A day on which entities are rated anew, and by which round. */
export interface RegradingDay {
  readonly on: Day;
  readonly round: string;
}

/**
 * The days within a span on which entities are rated anew, earliest first.
 *
 * @param range - both ends inside
 * @example
 * ```ts
 * import { regradingDays } from 'evenhand/risk';
 * import { exampleRegrading } from 'evenhand/schemes';
 *
 * regradingDays(exampleRegrading, { from: '2026-11-15', to: '2027-01-31' }); // => [{ on: '2026-11-30', round: 'monthly' }, { on: '2026-12-31', round: 'yearly' }, { on: '2027-01-31', round: 'monthly' }]
 * ```
 */
export function regradingDays(regrading: Regrading, range: DayRange): RegradingDay[] {
  requireArgument(
    'regradingDays',
    'regrading',
    regrading,
    { rounds: 'array' },
    'parseRegrading(…)',
  );
  requireArgument('regradingDays', 'range', range, 'object');
  const { from, to } = range;
  const days: RegradingDay[] = [];
  for (let first = firstOfMonth(from); first <= to; first = addMonths(first, 1)) {
    const ofMonth: RegradingDay[] = [];
    for (const round of regrading.rounds) {
      const on = dayOfRound(round, first);
      if (on === undefined || on < from || on > to) continue;
      if (!ofMonth.some((one) => one.on === on)) ofMonth.push({ on, round: round.id });
    }
    days.push(...ofMonth.sort((a, b) => (a.on < b.on ? -1 : 1)));
  }
  return days;
}

/** The round a day is one of, if it is. */
export function roundOn(regrading: Regrading, day: Day): RegradingRound | undefined {
  const first = firstOfMonth(day);
  return regrading.rounds.find((round) => dayOfRound(round, first) === day);
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

function dayOfRound({ every, month, day }: RegradingRound, first: Day): Day | undefined {
  if (every === 'year' && Number(first.slice(5, 7)) !== month) return undefined;
  const last = addDays(addMonths(first, 1), -1);
  if (day === 'last') return last;
  const on = addDays(first, day - 1);
  return on > last ? last : on;
}
