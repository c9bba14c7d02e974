import { allocate } from '../../draw/allocate.js';
import { subShare } from '../../draw/subShare.js';
import type { TaskShare } from '../../register/nouns.js';

/** A stratum as a top-up finds it. */
export interface ToppedStratum {
  readonly code: string;
  /** How many were announced for it; 0 draws nobody ever. */
  readonly weight: number;
  /** Whether its units belong to the part whose least share the quota names. */
  readonly part: boolean;
  /** How many there were when it was announced. */
  readonly size: number;
  /** How many are drawn now, and how many more there are. */
  readonly drawn: number;
  readonly left: number;
}

/** Why a total can't be reached: what was asked, and the least and the most that can be. */
export interface BadTotal {
  readonly given: number;
  /** More than `most` where no total can be reached at all. */
  readonly least: number;
  readonly most: number;
}

/**
 * How many each stratum draws once a task draws `total` in all: by Webster's method with the announced
 * quotas as weights, from what each draws now. Where that leaves the part below its least share of the
 * whole, the part gets this share, split within it in the same way, and the rest what is left.
 *
 * @param least - the least share that the task's quota gives a part, where it does
 * @returns by stratum code; or the totals there are, where this is none of them
 */
export function splitTopUp(
  total: number,
  strata: readonly ToppedStratum[],
  least: Pick<TaskShare, 'ratio' | 'of'> | undefined,
): ReadonlyMap<string, number> | BadTotal {
  const inside = strata.filter(({ part }) => part);
  const rest = strata.filter(({ part }) => !part);
  const share = (sum: number): number =>
    least === undefined
      ? 0
      : Math.min(
          ...[sum, sumOf(inside, ({ drawn, left }) => drawn + left)],
          subShare({
            ...{ drawn: sum, part: sumOf(inside, sizeOf), frame: sumOf(strata, sizeOf) },
            ...{ ratio: least.ratio, of: least.of },
          }),
        );
  const now = sumOf(strata, drawnOf);
  const all = sumOf(strata, reachOf);
  const open = sumOf(inside, reachOf);
  const gone = sumOf(rest, drawnOf);
  // The share grows by at most one a unit, so that the totals which keep it lie side by side.
  const from = firstFrom(now + 1, all + 1, (sum) => share(sum) <= sum - gone);
  const beyond = firstFrom(from, all + 1, (sum) => share(sum) > open);
  if (!Number.isSafeInteger(total) || total < from || total >= beyond) {
    return { given: total, least: from, most: beyond - 1 };
  }
  const wanted = webster(total, strata);
  const due = share(total);
  if (sumOf(inside, ({ code }) => wanted.get(code) as number) >= due) return wanted;
  return new Map([...webster(due, inside), ...webster(total - due, rest)]);
}

const sizeOf = ({ size }: ToppedStratum): number => size;
const drawnOf = ({ drawn }: ToppedStratum): number => drawn;

/** How many a stratum can draw at most. */
const reachOf = ({ weight, drawn, left }: ToppedStratum): number =>
  weight > 0 ? drawn + left : drawn;

function sumOf(strata: readonly ToppedStratum[], of: (one: ToppedStratum) => number): number {
  return strata.reduce((sum, one) => sum + of(one), 0);
}

function webster(total: number, strata: readonly ToppedStratum[]): Map<string, number> {
  const shares = strata.map(({ code, weight, drawn, left }) => ({
    ...{ stratum: code, size: drawn + left, weight, minimum: drawn },
  }));
  return new Map(Object.entries(allocate({ total, strata: shares })));
}

/** The first number from `low` on for which a claim holds that never ceases to; `high` where none below does. */
function firstFrom(low: number, high: number, holds: (value: number) => boolean): number {
  let [from, to] = [low, Math.max(low, high)];
  while (from < to) {
    const middle = from + Math.floor((to - from) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
