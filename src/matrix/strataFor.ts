import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { holds, type Subject } from '../register/condition.js';
import type { RandomStratum, Schedule } from './schedule.js';

/** Where an entity stands for a schedule: at a level of its scale, or outside it. */
export type ScaleStanding = { readonly level: string } | { readonly status: string };

/**
 * The random strata an entity is in, beside the tempo of its level (抽查随机层).
 *
 * A stratum reaches into the levels or the statuses it names, into all levels where it names neither.
 * Who is not known to meet its condition is not in it, so that nobody is drawn for want of a fact.
 *
 * @param schedule - the schedule in force on the day
 * @param standing - a level of its scale, or a status of the scheme that rates
 * @param asOf - the civil day the answer is for
 * @returns in the schedule's order; an entity may be in several
 *
 * @example
 * ```ts
 * import { strataFor } from 'evenhand/matrix';
 * import { oshaTargetingStrata } from 'evenhand/schemes';
 *
 * const plant = { facts: {}, lists: [], events: [] };
 * strataFor(oshaTargetingStrata, { status: 'non-responder' }, plant, '2011-06-01').map(({ id }) => id); // => ['non-responders']
 * ```
 */
export function strataFor(
  schedule: Schedule,
  standing: ScaleStanding,
  entity: Subject,
  asOf: Day,
): readonly RandomStratum[] {
  requireArgument('strataFor', 'schedule', schedule, 'object', 'parseSchedule(…)');
  return (schedule.strata ?? []).filter(
    ({ levels, statuses, when, sunset }) =>
      (sunset === undefined || asOf <= sunset) &&
      reaches(standing, levels, statuses) &&
      (when === undefined || holds(when, entity, asOf) === 'yes'),
  );
}

function reaches(
  standing: ScaleStanding,
  levels: readonly string[] | undefined,
  statuses: readonly string[] | undefined,
): boolean {
  if ('status' in standing) return statuses?.includes(standing.status) === true;
  return levels === undefined ? statuses === undefined : levels.includes(standing.level);
}
