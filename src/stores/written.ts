import { EvenhandError, isEvenhandError, mistake } from '../core/error.js';
import type { Append, StoredEvent } from './ledgerStore.js';

/** How often a decision is made again after lost races before the caller is told. */
export const MOST_RACES = 1_000;

/** The outcome of writing some appends; where the store failed nobody knows whether they are there. */
export async function written<T>(
  appends: readonly Pick<Append, 'entity' | 'events'>[],
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    // An error of ours is an answer: the store refused before it wrote.
    if (isEvenhandError(cause)) throw cause;
    const entity = appends[0]?.entity ?? '';
    const request = requestOf(appends.flatMap(({ events }) => events));
    const given = cause instanceof Error ? cause.message : String(cause);
    const error = new EvenhandError(
      'outcome-unknown',
      `the store failed while it wrote request \`${request}\` of entity \`${entity}\`: \`${given}\` (ask again with the same request)`,
      [
        {
          ...{ code: 'outcome-unknown', severity: 'error', path: [] },
          params: { entity, request, given },
        },
      ],
    );
    error.cause = cause;
    throw error;
  }
}

const requestOf = (events: readonly StoredEvent[]): string =>
  events.find(({ request }) => request !== undefined)?.request ?? '';

/** A request that the store knows and the entity's history does not hold. */
export function elsewhere(entity: string, events: readonly StoredEvent[]) {
  const request = requestOf(events);
  return mistake(
    'request-elsewhere',
    `request \`${request}\` of entity \`${entity}\` has been answered for another entity (expected an id of its own for every request)`,
    { entity, request },
  );
}

export const tooManyRaces = (entity: string): EvenhandError =>
  mistake(
    'too-many-races',
    `entity \`${entity}\` was written to by others \`${MOST_RACES}\` times in a row (expected a quieter entity; ask again)`,
    { entity, given: MOST_RACES },
  );
