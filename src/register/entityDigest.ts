import { requireArgument } from '../core/argument.js';
import { digest } from '../core/digest.js';
import { sortedBy } from '../core/order.js';
import { finish, initialState, stateHex } from '../core/sha256.js';
import { entityBytes, plainNumber } from './entityBytes.js';
import type { Event, Fact } from './nouns.js';

/** What of an entity an answer hangs on. */
interface Input {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly events: readonly Event[];
  readonly lists: readonly string[];
}

/**
 * The digest of an entity as an input: independent of the order of its events and lists.
 *
 * Measured numbers that are no integers enter as the shortest text that reads back as the same
 * double, which is how RFC 8785 writes them; -0 enters as 0.
 *
 * @returns 64 lower-case hex digits
 * @throws `not-canonical` for text with a lone surrogate
 * @example
 * ```ts
 * import { entityDigest } from 'evenhand/register';
 *
 * const firm = { id: 'A', facts: { seats: 80 }, events: [], lists: ['x', 'y'] };
 * entityDigest(firm) === entityDigest({ ...firm, lists: ['y', 'x'] }); // => true
 * ```
 */
export function entityDigest(entity: Input): string {
  if (entity?.facts === undefined || entity.events === undefined) {
    requireArgument('entityDigest', 'entity', entity, { facts: 'object', events: 'array' });
  }
  const bytes = entityBytes(entity);
  if (bytes === undefined) return digest(plainEntity(entity));
  const state = initialState();
  finish(state, bytes, bytes.length);
  return stateHex(state);
}

/** The entity as canonical plain data. */
export function plainEntity(entity: Input): Record<string, unknown> {
  return {
    ...entity,
    facts: plainFacts(entity.facts),
    lists: sortedBy(entity.lists, (list) => list),
    events: sortedBy(entity.events, (event) => `${event.on}${event.id}`).map((event) => ({
      ...event,
      ...(event.values === undefined ? {} : { values: plainFacts(event.values) }),
    })),
  };
}

function plainFacts(facts: Readonly<Record<string, Fact>>): Record<string, Fact> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'number' ? plainNumber(value) : value,
    ]),
  );
}
