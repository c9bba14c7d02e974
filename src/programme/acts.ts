import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { Subject } from '../register/condition.js';
import type { Fact } from '../register/nouns.js';

/**
 * What an entity can do for its grade: have an event repaired (信用修复), leave a list, with the events
 * that put it there repaired, or change a fact about itself. A repair may ask for lists to be left first.
 */
export type Act =
  | {
      readonly kind: 'repair';
      readonly event: string;
      readonly on: Day;
      readonly after?: readonly string[];
    }
  | {
      readonly kind: 'leave';
      readonly list: string;
      readonly events: readonly string[];
      readonly on: Day;
    }
  | { readonly kind: 'change'; readonly input: string; readonly to: Fact; readonly on: Day };

/**
 * The entity once some acts are done: events repaired on their days, lists left, facts changed.
 *
 * @param entity - stays as it is
 * @throws `unknown-event` for a repair of an event the entity does not have
 * @example
 * ```ts
 * import { applyActs } from 'evenhand/programme';
 *
 * const firm = { id: 'A', facts: { seats: 80 }, lists: [], events: [] };
 * applyActs(firm, [{ kind: 'change', input: 'seats', to: 49, on: '2026-01-15' }]).facts; // => { seats: 49 }
 * ```
 */
export function applyActs<E extends Subject>(entity: E, acts: readonly Act[]): E {
  requireArgument('applyActs', 'entity', entity, {
    facts: 'object',
    events: 'array',
    lists: 'array',
  });
  requireArgument('applyActs', 'acts', acts, 'array');
  const repairs = new Map<string, Day>();
  const facts: Record<string, Fact> = { ...entity.facts };
  const left = new Set<string>();
  for (const act of acts) {
    if (act.kind === 'change') facts[act.input] = act.to;
    else if (act.kind === 'repair') repairs.set(act.event, act.on);
    else {
      left.add(act.list);
      for (const event of act.events) repairs.set(event, act.on);
    }
  }
  const events = entity.events.map((event) => {
    const repairedOn = repairs.get(event.id);
    return repairedOn === undefined ? event : { ...event, repairedOn };
  });
  for (const id of repairs.keys()) {
    if (entity.events.some((event) => event.id === id)) continue;
    throw mistake('unknown-event', `entity \`${entity.id ?? ''}\` has no event \`${id}\``, {
      given: id,
      expected: entity.events.map((event) => event.id),
    });
  }
  if (left.size === 0) return { ...entity, facts, events };
  return { ...entity, facts, events, lists: entity.lists.filter((list) => !left.has(list)) };
}
