import { compareBytes } from '../../core/order.js';
import { certainByWeight, certainReason } from '../../draw/certainByWeight.js';
import type { NoticeSample } from '../notices.js';
import { differs, type Finding, firstOf } from './case.js';

type Stratum = NoticeSample['strata'][number];

/**
 * Those taken for certain by their weight are those whose weight says so, each with its numbers, by id;
 * what is left of quota and weights follows. A stratum drawn from by equal chances has none of it.
 */
export function checkTakeAll(
  { size, quota, weights, takeAll }: Stratum,
  path: string,
  taken: Set<string>,
): Finding {
  if (weights === undefined) return differs(`${path}.takeAll`, undefined, takeAll);
  const listed = takeAll ?? [];
  const asked = Math.min(quota, size);
  const { certain, rest, ...left } = certainByWeight(listed, asked, weights.total);
  const [stray] = rest;
  if (takeAll === undefined || stray !== undefined) {
    const expected = 'those whose chance would reach 1';
    return { field: `${path}.takeAll`, expected, found: stray?.id ?? '' };
  }
  const reasons = new Map(certain.map((one) => [one.unit, certainReason(one)]));
  return (
    firstOf(listed, (unit, i) => {
      const { id, reason } = unit;
      const before = listed[i - 1]?.id;
      return (
        listedTwice(id, `${path}.takeAll[${i}].id`, taken) ??
        differs(`${path}.takeAll[${i}].reason`, reasons.get(unit), reason) ??
        (before === undefined || compareBytes(before, id) < 0
          ? undefined
          : { field: `${path}.takeAll[${i}].id`, expected: `> ${before}`, found: id })
      );
    }) ??
    differs(`${path}.weights.rest`, left.total, weights.rest) ??
    differs(`${path}.weights.quota`, left.quota, weights.quota)
  );
}

/**
 * Where a draw goes by weight everybody listed has one, too small to be taken for certain, and together
 * they do not weigh more than there is; elsewhere nobody has.
 */
export function checkUnitWeights(
  { size, takeAll = [], selected, substitutes, weights }: Stratum,
  path: string,
): Finding {
  const lists = { selected, substitutes };
  const wrong = firstOf(['selected', 'substitutes'] as const, (list) =>
    firstOf(lists[list], ({ weight }, i) => {
      const field = `${path}.${list}[${i}].weight`;
      if (weights === undefined) return differs(field, undefined, weight);
      const { rest, quota } = weights;
      if (weight !== undefined && quota * weight < rest) return undefined;
      return { field, expected: `a weight below ${rest} / ${quota}`, found: String(weight ?? '') };
    }),
  );
  if (wrong !== undefined || weights === undefined) return wrong;
  const listed = [...selected, ...substitutes];
  const known = listed.reduce((sum, { weight = 0 }) => sum + weight, 0);
  const others = size - takeAll.length - listed.length;
  // Whoever is not listed weighs at least 1.
  if (others === 0 ? known === weights.rest : known + others <= weights.rest) return undefined;
  const expected = `at most ${weights.rest - others} for those listed`;
  return { field: `${path}.weights.rest`, expected, found: String(known) };
}

/** An id that stands where one stood before; else it is kept. */
export function listedTwice(id: string, field: string, taken: Set<string>): Finding {
  if (taken.has(id)) return { field, expected: 'an id listed once', found: id };
  taken.add(id);
  return undefined;
}
