import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import type { Drawn, Sample } from './sample.js';

/**
 * Those whom a larger quota adds to a sample that is announced: drawn again with the same key, frame
 * and method `equal`, nobody announced is taken away.
 *
 * @param before - the announced sample
 * @param after - the sample by the larger quotas
 * @returns for each stratum of `after` those added, in draw order
 * @throws `not-nested` where an announced unit is not where it was: the key or the frame differs, or a
 * quota is smaller
 *
 * @source double-random/1 §2: the 3 % sample lies inside the 5 % sample
 * @example
 * ```ts
 * import { drawSample, topUp } from 'evenhand/draw';
 *
 * const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
 * const frame = ['A', 'B', 'C', 'D'].map((id) => ({ id, stratum: 's01' }));
 * const before = drawSample({ key, frame, quotas: { s01: 2 } });
 * const after = drawSample({ key, frame, quotas: { s01: 3 } });
 * topUp(before, after)['s01']?.map(({ id }) => id); // => ['C']
 * ```
 */
export function topUp(before: Sample, after: Sample): Record<string, Drawn[]> {
  requireArgument('topUp', 'before', before, { strata: 'array' }, 'drawSample(…)');
  requireArgument('topUp', 'after', after, { strata: 'array' }, 'drawSample(…)');
  const later = new Map(after.strata.map((piece) => [piece.stratum, piece]));
  for (const { stratum, selected } of before.strata) {
    const units = later.get(stratum)?.selected ?? [];
    const stray = selected.find(
      ({ id, ticket }, i) => units[i]?.id !== id || units[i]?.ticket !== ticket,
    );
    if (stray !== undefined) throw notNested(stratum, stray.id);
  }
  const counts = new Map(before.strata.map((piece) => [piece.stratum, piece.selected.length]));
  return Object.fromEntries(
    after.strata.map(({ stratum, selected }) => [
      stratum,
      selected.slice(counts.get(stratum) ?? 0),
    ]),
  );
}

function notNested(stratum: string, id: string) {
  return mistake(
    'not-nested',
    `\`${id}\` of stratum \`${stratum}\` was announced and is not in its place now; draw with the same key and frame and a quota that is not smaller`,
    { stratum, id },
  );
}
