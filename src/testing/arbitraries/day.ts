import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type Day, type DayRange, dayNumber, dayOf, isDay } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { sortedBy } from '../../core/order.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';

/** Month ends and the days after them, where calendars go wrong. */
const ODD_ENDS = ['01-01', '01-31', '02-28', '02-29', '03-01', '04-30', '12-31'];

/**
 * Civil days of a span, month ends and leap days among them more often than by chance.
 *
 * @param span - both ends inside; the years 2000 to 2039 where left out
 */
export function arbitraryDay(
  span: DayRange = { from: '2000-01-01', to: '2039-12-31' },
): fc.Arbitrary<Day> {
  requireArgument('arbitraryDay', 'span', span, 'object');
  const anyDay = fc.integer({ min: dayNumber(span.from), max: dayNumber(span.to) }).map(dayOf);
  const oddDay = fc.tuple(anyDay, fc.constantFrom(...ODD_ENDS)).map(([day, end]) => {
    const odd = `${day.slice(0, 5)}${end}`;
    return isDay(odd) && span.from <= odd && odd <= span.to ? odd : day;
  });
  return fc.oneof({ weight: 3, arbitrary: anyDay }, { weight: 1, arbitrary: oddDay });
}

/** The years an open-ended span of force is tried for. */
const YEARS_AHEAD = 3;

/**
 * The spans of days on which every document of a programme is in force, in order of time.
 *
 * A span without an end is cut three years after its first day.
 */
export function daysInForce(programme: AnyProgramme): DayRange[] {
  requireArgument('daysInForce', 'programme', programme, 'object');
  const parsed = programmeOf(programme);
  const { documents } = parsed.source;
  const starts = new Set(
    documents.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)])),
  );
  const inOrder = sortedBy(starts, (day) => day);
  return inOrder.flatMap((from, i) => {
    if (!isInForce(() => parsed.at(from))) return [];
    const next = inOrder[i + 1];
    return { from, to: next === undefined ? addDays(from, 365 * YEARS_AHEAD) : addDays(next, -1) };
  });
}

/**
 * Days on which a programme can answer; the first and the last of each version more often.
 *
 * @throws `not-in-force` where no day has all documents in force
 */
export function arbitraryAsOf(programme: AnyProgramme): fc.Arbitrary<Day> {
  requireArgument('arbitraryAsOf', 'programme', programme, 'object');
  const spans = daysInForce(programme);
  if (spans.length === 0) {
    const { id } = programmeOf(programme).source;
    throw mistake('not-in-force', `no day has every document of \`${id}\` in force`, { given: id });
  }
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...spans.map((span) => arbitraryDay(span))) },
    { weight: 1, arbitrary: fc.constantFrom(...spans.flatMap(({ from, to }) => [from, to])) },
  );
}

function isInForce(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}
