import type { Calendar } from '../calendar/calendar.js';
import { type WorkingCalendar, workingCalendar } from '../calendar/workingCalendar.js';
import { addWorkingDays, workingDaysBetween } from '../calendar/workingDays.js';
import type { Day } from '../core/day.js';
import { isEvenhandError } from '../core/error.js';
import { type Issue, warningAt } from '../core/issue.js';
import { sortedBy } from '../core/order.js';
import type { VisitOutcome } from './outcome.js';
import type { LatePublication, OversightReport } from './oversightTypes.js';

/** Within how many working days after it is fixed a result is to be public, and which days are worked. */
export interface PublicationTerm {
  /** None where each outcome says its last day itself. */
  readonly workingDays?: number;
  readonly calendars: readonly Calendar[];
}

/**
 * Which results were public too late, by working days, and which are still not public.
 *
 * A result without a term (`publishBy`, or an end of the check to count from), or whose term leaves the
 * published calendars, is not judged, and said.
 */
export function latePublications(
  outcomes: readonly VisitOutcome[],
  asOf: Day,
  term: PublicationTerm | undefined,
): OversightReport['publication'] & { readonly issues: readonly Issue[] } {
  const working =
    term === undefined || term.calendars.length === 0 ? undefined : workingCalendar(term.calendars);
  const late: LatePublication[] = [];
  const issues: Issue[] = [];
  let [judged, running, unjudged] = [0, 0, 0];
  for (const outcome of sortedBy(outcomes, ({ visit }) => visit)) {
    const found = judge(outcome, asOf, working, term?.workingDays);
    if (found === 'running') running++;
    else if (found === 'in-time') judged++;
    else if (typeof found === 'string') {
      unjudged++;
      if (term !== undefined) {
        issues.push(warningAt('publication-unjudged', [outcome.visit], { given: found }));
      }
    } else {
      judged++;
      late.push(found);
    }
  }
  return { judged, late, running, unjudged, issues };
}

function judge(
  { visit, lead, concludedOn, publishBy, publishedOn }: VisitOutcome,
  asOf: Day,
  working: WorkingCalendar | undefined,
  workingDays: number | undefined,
): LatePublication | 'in-time' | 'running' | (string & {}) {
  try {
    if (working === undefined) return 'no-calendar';
    if (publishBy === undefined && workingDays === undefined) return 'no-term';
    if (publishBy === undefined && concludedOn === undefined) return 'not-concluded';
    const by = publishBy ?? addWorkingDays(working, concludedOn as Day, workingDays as number);
    const shown = publishedOn !== undefined && publishedOn <= asOf ? publishedOn : undefined;
    if (shown !== undefined && shown <= by) return 'in-time';
    if (shown === undefined && asOf <= by) return 'running';
    return {
      ...{ visit, lead, by },
      ...(shown === undefined ? {} : { publishedOn: shown }),
      workingDaysLate: workingDaysBetween(working, by, shown ?? asOf),
    };
  } catch (error) {
    if (isEvenhandError(error) && error.code === 'year-without-calendar') return error.code;
    throw error;
  }
}
