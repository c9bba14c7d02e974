import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { compareBytes } from '../core/order.js';
import { isEffective, type Subject } from '../register/condition.js';
import type { Event } from '../register/nouns.js';
import type { Schedule } from './schedule.js';
import { relianceHeld } from './tempoFor.js';

/** A visit on the record: one of ours, or one of another body that counts as one of ours. */
export interface PastVisit {
  readonly on: Day;
  readonly event: string;
  /** What was done, where the event says it. */
  readonly method?: string;
  /** The rule of reliance by which it counts. */
  readonly by?: string;
}

/**
 * The visits an entity's record holds as of a day, by day and then by event id: the events the
 * schedule names as visits, and those of other bodies that count as visits by a rule that holds.
 *
 * An event that is both is counted once, as ours. Events that are not known yet, or whose effect has
 * ended, are no visits. Empty where the schedule names none.
 *
 * @example
 * ```ts
 * import { visitHistory } from 'evenhand/matrix';
 * import { usFoodFacilities2018 } from 'evenhand/schemes';
 *
 * const state = { id: 's1', kind: 'inspection-state', on: '2025-03-10', source: 'example' };
 * const plant = { facts: {}, lists: [], events: [state] };
 * visitHistory(usFoodFacilities2018, 'high-risk', plant, '2026-01-15'); // => [{ on: '2025-03-10', event: 's1', by: 'other-agencies' }]
 * ```
 */
export function visitHistory(
  schedule: Schedule,
  level: string,
  entity: Subject,
  asOf: Day,
): readonly PastVisit[] {
  requireArgument('visitHistory', 'schedule', schedule, 'object', 'parseSchedule(…)');
  requireArgument('visitHistory', 'entity', entity, { events: 'array' });
  const { events = [], method } = schedule.visits ?? {};
  const others = relianceHeld(schedule, level, entity, asOf).flatMap(({ id, effect }) =>
    effect !== 'replaces-visit' && 'countsAsVisit' in effect
      ? [{ by: id, kinds: effect.countsAsVisit }]
      : [],
  );
  return entity.events
    .filter((event) => isEffective(event, asOf))
    .flatMap((event): PastVisit[] => {
      const { on, id, kind } = event;
      if (events.includes(kind)) {
        const done = methodOf(event, method);
        return [{ on, event: id, ...(done === undefined ? {} : { method: done }) }];
      }
      const other = others.find(({ kinds }) => kinds.includes(kind));
      return other === undefined ? [] : [{ on, event: id, by: other.by }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : compareBytes(a.event, b.event)));
}

function methodOf({ values = {} }: Event, field: string | undefined): string | undefined {
  if (field === undefined || !Object.hasOwn(values, field)) return undefined;
  return String(values[field]);
}
