import * as fc from 'fast-check';
import type { LedgerStore } from '../../stores/ledgerStore.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';

/** A store to try, as an integrator has it. */
export interface StorePlatform {
  /** Opens a further connection to one and the same store; it may hold other entities already. */
  open(): Promise<LedgerStore<LedgerEvent>>;
  /**
   * Opens a connection that acts for one of the authorities `fire`, `food` and `tax`, for a store that
   * keeps what is withheld of an event to its own authority; left out where it keeps nothing apart.
   */
  openAs?(authority: string): Promise<LedgerStore<LedgerEvent>>;
}

/** A claim about a store: `await fc.assert(law.property)`. */
export interface StoreLaw {
  /** The claim in English, unique among the laws it is given with. */
  readonly name: string;
  readonly property: fc.IAsyncProperty<unknown>;
}

/** Far more than a repeated run with the same seed leaves behind. */
const MOST_KNOWN = 1000;

/** Identifiers that a careless store confuses: Chinese, beyond the basic plane, with quotes and signs. */
export function arbitraryEntityId(): fc.Arbitrary<string> {
  const tails = ['', '示例企业', '𠮷', "'", '"', '%_', '\\', 'é', '@x'];
  return fc
    .tuple(fc.uuid(), fc.constantFrom(...tails))
    .map(([id, tail]) => `${id}${tail}`.normalize('NFC'));
}

/**
 * The identifier, or the next like it of which the store knows nothing yet.
 *
 * @param tails - what the entities that are written add to it; they are the ones asked for
 * @throws Error where the store has a history of whatever it is asked for
 */
export async function freshEntity(
  store: LedgerStore,
  id: string,
  tails: readonly string[] = [''],
): Promise<string> {
  const isKnown = async (own: string): Promise<boolean> => {
    const histories = await Promise.all(tails.map((tail) => store.read(`${own}${tail}`)));
    return histories.some(({ length }) => length > 0);
  };
  let fresh = id;
  for (let n = 2; await isKnown(fresh); n++) {
    if (n > MOST_KNOWN) {
      throw new Error(
        `not true that the store has no history of an entity nobody wrote of: \`${fresh}\` has one`,
      );
    }
    fresh = `${id}-${n}`;
  }
  return fresh;
}
