import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { policyBook } from '../document/book.js';
import type { Subject } from '../register/condition.js';
import type { CompiledScheme } from './compile.js';
import { rate } from './rate.js';
import type { Rating, StatusRating } from './rating.js';
import type { Scheme } from './scheme.js';

/** A level while one version takes over from another, and whether it is still the old one. */
export interface RatingAcross {
  readonly rating: Rating | StatusRating;
  /** The old level stands until its next classification, at the latest to the last day. */
  readonly kept?: {
    /** The version whose transition keeps it, as `id@version`. */
    readonly by: string;
    readonly classifiedOn: Day;
    readonly until: Day;
  };
}

/**
 * What the versions of a scheme say of an entity that was last classified on some day (新旧衔接).
 *
 * The version in force on `asOf` decides, and its `transition` says what becomes of earlier answers.
 * With `old-level-until` an entity last classified under the version it replaces keeps that level,
 * worked out as of that day, to the last day inside; so a level never changes but by a classification
 * or when the time is over. Classified anew, or not by that version, or without a transition, it is
 * rated by the version in force, as of `asOf`.
 *
 * @param versions - compiled versions of one scheme, in any order
 * @param entity - for a kept level the facts of the day of its classification
 * @param options.asOf - the civil day the answer is for
 * @param options.classifiedOn - the day of its last classification; left out for one never classified
 * @throws `not-in-force` where no version is, on either day; `not-assessable` with the issues
 *
 * @example
 * ```ts
 * import { ukFoodHygiene2008, ukFoodHygiene2014 } from 'evenhand/schemes';
 * import { compileScheme, rateAcross } from 'evenhand/scoring';
 *
 * const facts = {
 *   foodType: 'open-high-risk', specialProcess: false, consumers: 'local', highRiskFood: true,
 *   vulnerablePersons: 0, hygiene: 5, structure: 5, confidence: 0, significantRisk: false,
 * };
 * const versions = [ukFoodHygiene2008, ukFoodHygiene2014].map(compileScheme);
 * const levelOn = (asOf: string, classifiedOn: string) => {
 *   const { rating } = rateAcross(versions, { facts, lists: [], events: [] }, { asOf, classifiedOn });
 *   return 'level' in rating ? rating.level : rating.status;
 * };
 * // 45 points are a C from 42, and a D where C begins at 52.
 * [levelOn('2014-03-31', '2013-06-01'), levelOn('2014-04-01', '2014-04-01')]; // => ['C', 'D']
 * ```
 */
export function rateAcross(
  versions: readonly CompiledScheme[],
  entity: Subject,
  options: { readonly asOf: Day; readonly classifiedOn?: Day },
): RatingAcross {
  requireArgument('rateAcross', 'versions', versions, 'array');
  requireArgument('rateAcross', 'options', options, { asOf: 'string' });
  const { asOf, classifiedOn } = options;
  const book = policyBook(versions.map(({ scheme }) => scheme));
  const id = versions[0]?.scheme.id ?? '';
  const inForce = (day: Day): CompiledScheme => {
    const document = book.at(day).document(id);
    return versions.find(({ scheme }) => scheme === document) as CompiledScheme;
  };
  const current = inForce(asOf);
  const { from, transition } = current.scheme;
  if (
    classifiedOn === undefined ||
    classifiedOn >= from ||
    transition?.keep !== 'old-level-until' ||
    asOf > transition.until
  ) {
    return { rating: rate(current, entity, { asOf }) };
  }
  const old = inForce(classifiedOn);
  if (nameOf(old.scheme) !== transition.replaces)
    return { rating: rate(current, entity, { asOf }) };
  return {
    rating: rate(old, entity, { asOf: classifiedOn }),
    kept: { by: nameOf(current.scheme), classifiedOn, until: transition.until },
  };
}

const nameOf = ({ id, version }: Scheme): string => `${id}@${version}`;
