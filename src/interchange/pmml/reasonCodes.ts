import { requireArgument } from '../../core/argument.js';
import { type Decimal, decimalText, scaled } from '../../core/decimal.js';
import { rangesOf } from '../../scoring/constructs/edges.js';
import type { Rating } from '../../scoring/rating.js';
import { mostPlaces } from '../xmlDecimal.js';
import type { Characteristic, Term } from './characteristic.js';

/** The reason codes of a scorecard: plain data, to keep beside its scheme. */
export interface ReasonCodes {
  /** Whether points above the baseline, or points below it, are the reason. */
  readonly algorithm: 'points-above' | 'points-below';
  /** For each term its baseline, and the code of each of its outcomes. */
  readonly terms: Readonly<Record<string, TermCodes>>;
}

/** The codes of one term: by bin or entry, for all other outcomes, and where its input is missing. */
export interface TermCodes {
  readonly baseline: Decimal;
  readonly codes: Readonly<Record<string, string>>;
  readonly otherwise?: string;
  readonly missing?: string;
}

/** One reason: the code, the term it comes from, and how far its points lie from the baseline. */
export interface RankedReason {
  readonly code: string;
  readonly rule: string;
  readonly points: string;
  readonly difference: string;
}

/**
 * Why a score is as it is, as the reason codes of its scorecard, the strongest first.
 *
 * Each characteristic gives one code. They are ranked by how far its points lie below the baseline
 * (`points-below`) or above it; equals keep the order of the scorecard. Take as many as a notice
 * shows; a difference below zero speaks for the entity.
 *
 * @param rating - what `rate` or `assess` gave for the imported scheme
 * @param codes - `reasonCodes` of the import
 * @source PMML 4.4, Scorecard, ranking reason codes. Differs: a code that two characteristics share
 * is given for each, and nothing is left out.
 * @example
 * ```ts
 * import { reasonCodes } from 'evenhand/interchange';
 *
 * const codes = { algorithm: 'points-below', terms: { age: { baseline: '18', codes: { '< 30': 'YOUNG' } } } } as const;
 * const reasons = [{ rule: 'age', what: 'bin', bin: '< 30', points: '-3', cite: 'pmml', article: '' }] as const;
 * reasonCodes({ reasons }, codes); // => [{ code: 'YOUNG', rule: 'age', points: '-3', difference: '21' }]
 * ```
 */
export function reasonCodes(
  rating: Pick<Rating, 'reasons'>,
  codes: ReasonCodes,
): readonly RankedReason[] {
  requireArgument('reasonCodes', 'rating', rating, { reasons: 'array' });
  requireArgument('reasonCodes', 'codes', codes, { terms: 'object' });
  const sign = codes.algorithm === 'points-above' ? 1 : -1;
  const ranked = rating.reasons.flatMap(({ rule, what, bin = '', points }) => {
    const term = Object.hasOwn(codes.terms, rule) ? codes.terms[rule] : undefined;
    if (term === undefined) return [];
    const named = Object.hasOwn(term.codes, bin) ? term.codes[bin] : term.otherwise;
    const code = what === 'missing' ? term.missing : named;
    if (code === undefined) return [];
    const places = mostPlaces([points, term.baseline]);
    const units = sign * (scaled(points, places) - scaled(term.baseline, places));
    const difference = decimalText(units === 0 ? 0 : units, places);
    return [{ reason: { code, rule, points, difference }, size: units / 10 ** places }];
  });
  return ranked.sort((a, b) => b.size - a.size).map(({ reason }) => reason);
}

/** The codes of a term; undefined where an outcome has points and no code. */
export function termCodes(
  { attributes, reasonCode, baseline }: Characteristic,
  { term, chosen, otherwise, missing }: Term,
  places: number,
  general: string | undefined,
): TermCodes | undefined {
  const base = baseline ?? general;
  const code = (attribute: number) => attributes[attribute]?.reasonCode ?? reasonCode;
  const met = [...chosen, otherwise, missing].filter((attribute) => attribute >= 0);
  if (base === undefined || met.some((attribute) => code(attribute) === undefined))
    return undefined;
  const names = outcomesOf(term, places);
  const given = (attribute: number) => (attribute < 0 ? undefined : code(attribute));
  const [others, unknown] = [given(otherwise), given(missing)];
  return {
    baseline: base,
    codes: Object.fromEntries(
      chosen.flatMap((attribute, i) => {
        const one = given(attribute);
        return one === undefined ? [] : [[names[i] ?? '', one]];
      }),
    ),
    ...(others === undefined ? {} : { otherwise: others }),
    ...(unknown === undefined ? {} : { missing: unknown }),
  };
}

/** What a rating calls the outcomes of a term; a condition has no name for its own. */
function outcomesOf(term: Term['term'], places: number): readonly string[] {
  if (term.kind === 'bins') return rangesOf(term.bins, places);
  return term.kind === 'lookup' ? Object.keys(term.table) : [''];
}
