import { compareKeyed, shiftedKey } from '../draw/drawOrder.js';
import { paretoKey } from '../draw/paretoStratum.js';
import { offsetOf } from '../plan/offsetOf.js';
import type { TaskSpread } from '../register/nouns.js';
import type { NoticeSample, NoticeUnit } from './notices.js';

/** How the units of a stratum are ordered. */
export interface Rank {
  /** What comes before the ticket in the order: 0 where tickets alone order. */
  readonly keyOf: (unit: Pick<NoticeUnit, 'ticket' | 'weight'>) => number;
  /** The key as a notice shows it; undefined where tickets alone order. */
  readonly shown: (key: number) => number | string | undefined;
}

/**
 * The order of a stratum by what is published: by ticket; by where the ticket stands in an order that
 * begins elsewhere; or by weight, by the key of `paretoKey`. A key by weight is shown as the shortest
 * decimal that is the same binary64, since a notice holds whole numbers alone.
 */
export function rankOf(
  spread: TaskSpread | undefined,
  weights: NoticeSample['strata'][number]['weights'],
): Rank {
  if (weights !== undefined) {
    const { rest, quota } = weights;
    if (quota === 0) return BY_TICKET;
    return {
      keyOf: ({ ticket, weight = 1 }) => paretoKey(ticket, weight, rest, quota),
      shown: String,
    };
  }
  if (spread === undefined) return BY_TICKET;
  const offset = offsetOf({ spread });
  return { keyOf: ({ ticket }) => shiftedKey(ticket, offset), shown: (key) => key };
}

const BY_TICKET: Rank = { keyOf: () => 0, shown: () => undefined };

/**
 * The key of the first one out. By weight its ticket alone gives none: where no substitute is listed
 * the published one stands, and only the frame shows whether it is right.
 */
export function firstOutKeyOf(
  {
    substitutes: [next],
    weights,
    firstOut = '',
    firstOutKey,
  }: Pick<NoticeSample['strata'][number], 'substitutes' | 'weights' | 'firstOut' | 'firstOutKey'>,
  rank: Rank,
): number {
  if (next !== undefined) return rank.keyOf(next);
  const isOpen = weights !== undefined && weights.quota > 0;
  return isOpen ? Number(firstOutKey) : rank.keyOf({ ticket: firstOut });
}

/** Compares two units of a stratum by its order. */
export function compareRanked({ keyOf }: Rank, a: NoticeUnit, b: NoticeUnit): number {
  return compareKeyed({ ...a, key: keyOf(a) }, { ...b, key: keyOf(b) });
}
