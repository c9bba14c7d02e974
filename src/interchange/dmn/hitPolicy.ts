import { decimalText, scaled } from '../../core/decimal.js';
import { compareDecimals, mostPlaces } from '../xmlDecimal.js';

/** How the results of several rules become one. */
export const HIT_POLICIES = [
  'UNIQUE',
  'FIRST',
  'PRIORITY',
  'ANY',
  'COLLECT',
  'RULE ORDER',
  'OUTPUT ORDER',
] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

export const AGGREGATIONS = ['SUM', 'MIN', 'MAX', 'COUNT'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** A rule that holds: its number from 1, and what it gives. */
export interface Hit {
  readonly rule: number;
  readonly outputs: readonly string[];
}

/** The one result of some hits, an issue's code, or undefined where none holds. */
export type Result =
  | { readonly outputs: readonly string[] }
  | { readonly code: string }
  | undefined;

/** Between the results of a list, which becomes one text. */
const SEPARATOR = '; ';

/**
 * What a hit policy makes of the rules that hold.
 *
 * @param ranks - the place of an output by priority, column by column; less comes first
 */
export function resultOf(
  hits: readonly Hit[],
  policy: HitPolicy,
  aggregation: Aggregation | undefined,
  ranks: (hit: Hit) => readonly number[],
): Result {
  if (aggregation === 'COUNT') return { outputs: [String(hits.length)] };
  const [first] = hits;
  if (first === undefined) return undefined;
  switch (policy) {
    case 'UNIQUE':
      return hits.length > 1 ? { code: 'rules-overlap' } : first;
    case 'ANY': {
      const isSame = hits.every(({ outputs }) => outputs.join('\n') === first.outputs.join('\n'));
      return isSame ? first : { code: 'rules-disagree' };
    }
    case 'FIRST':
      return first;
    case 'PRIORITY':
      return byRank(hits, ranks)[0];
    case 'OUTPUT ORDER':
      return listed(byRank(hits, ranks));
    default:
      return aggregation === undefined
        ? listed(hits)
        : { outputs: [aggregated(hits, aggregation)] };
  }
}

function byRank(hits: readonly Hit[], ranks: (hit: Hit) => readonly number[]): readonly Hit[] {
  const ranked = hits.map((hit) => ({ hit, rank: ranks(hit) }));
  return ranked
    .sort((a, b) => a.rank.map((one, i) => one - (b.rank[i] as number)).find((d) => d !== 0) ?? 0)
    .map(({ hit }) => hit);
}

const listed = (hits: readonly Hit[]) => ({
  outputs: (hits[0]?.outputs ?? []).map((_, i) =>
    hits.map(({ outputs }) => outputs[i] as string).join(SEPARATOR),
  ),
});

function aggregated(hits: readonly Hit[], aggregation: Aggregation): string {
  const values = hits.map(({ outputs }) => outputs[0] as string);
  if (aggregation === 'SUM') {
    const places = mostPlaces(values);
    return decimalText(
      values.reduce((sum, value) => sum + scaled(value, places), 0),
      places,
    );
  }
  const sorted = [...values].sort(compareDecimals);
  return (aggregation === 'MIN' ? sorted[0] : sorted.at(-1)) as string;
}
