import type { WorkingCalendar } from '../calendar/workingCalendar.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import type { Inspection } from './inspection.js';

/** Something that has to happen after a visit by a day. */
export interface InspectionDuty {
  readonly duty: 'publish' | 'follow-up' | 'review';
  /** The act it comes from. */
  readonly of: string;
  readonly from: Day;
  /** The last day in time; none for a review, which no term is set for. */
  readonly due?: Day;
  /** The day it was done. */
  readonly on?: Day;
  readonly state: 'open' | 'overdue' | 'in-time' | 'late';
  /** The citation of the rules it rests on. */
  readonly cite?: string;
}

/**
 * What has to follow a visit, by when, and whether it did, as of a day: reviews, publication in so many
 * working days, follow-ups in their terms.
 *
 * The day a term starts from is not counted, and one done on its last day is in time.
 *
 * @param options.working - the working days; a year that is not published is refused, never guessed
 * @param options.asOf - what is still open is overdue after its last day
 * @throws `year-without-calendar`
 * @source 令49 (食品生产经营监督检查管理办法) Art 39: 20 working days after the result is formed.
 */
export function inspectionDuties(
  inspection: Inspection,
  options: { readonly working: WorkingCalendar; readonly asOf: Day },
): InspectionDuty[] {
  requireArgument(
    'inspectionDuties',
    'inspection',
    inspection,
    { documents: 'object', published: 'array', followUps: 'array' },
    'openInspection(…)',
  );
  requireArgument('inspectionDuties', 'options', options, { working: 'object' });
  const { working, asOf } = options;
  const { documents, conclusion, published, followUps } = inspection;
  const { publication, review } = documents.rules;
  const duties: InspectionDuty[] = [];
  if (conclusion !== undefined && conclusion.review !== 'none' && review !== undefined) {
    const { act, on, formedOn } = conclusion;
    const isOpen = conclusion.review === 'open';
    duties.push({
      duty: 'review',
      of: act,
      from: on,
      ...(formedOn === undefined ? {} : { on: formedOn }),
      state: isOpen ? 'open' : 'in-time',
      cite: review.cite,
    });
  }
  if (conclusion?.formedOn !== undefined && publication !== undefined) {
    const { act, formedOn: from } = conclusion;
    const due = addWorkingDays(working, from, publication.workingDays);
    const on = published[0]?.on;
    const { cite } = publication;
    duties.push({ duty: 'publish', of: act, from, due, ...timed(due, on, asOf), cite });
  }
  for (const { id, ordered, due, state, since, reportedOn } of followUps) {
    if (due === undefined || state === 'returned') continue;
    // Who reported in time is in time, whenever an officer comes to look; what failed was not done.
    const done = state === 'settled' ? since : undefined;
    const on = state === 'failed' ? undefined : (reportedOn ?? done);
    duties.push({ duty: 'follow-up', of: id, from: ordered, due, ...timed(due, on, asOf) });
  }
  return duties;
}

function timed(due: Day, on: Day | undefined, asOf: Day): Pick<InspectionDuty, 'on' | 'state'> {
  if (on !== undefined) return { on, state: on <= due ? 'in-time' : 'late' };
  return { state: asOf <= due ? 'open' : 'overdue' };
}
