import { decimalText, scaled } from '../../core/decimal.js';
import type { Rating } from '../../scoring/rating.js';
import type { Scheme } from '../../scoring/scheme.js';
import { type Finding, firstFinding } from './law.js';

/** What the checks read of a credit or a risk rating. */
export type AnyRating = Omit<Rating, 'level'>;

/** The start and the points of all reasons make the score, to the last place. */
export function addsUp(rating: AnyRating, { places }: Pick<Scheme, 'places'>): Finding {
  const sum = rating.reasons.reduce(
    (units, { points }) => units + scaled(points, places),
    scaled(rating.start, places),
  );
  if (sum === scaled(rating.score, places)) return undefined;
  return `the reasons add up to \`${decimalText(sum, places)}\`, the score is \`${rating.score}\``;
}

/** Every reason, the band and every override point to a citation of the scheme, and repeat its article. */
export function isCited(rating: AnyRating, { citations }: Pick<Scheme, 'citations'>): Finding {
  const named = [
    ...rating.reasons.map(({ rule, cite, article }) => ({ name: rule, cite, article })),
    ...rating.overrides.map(({ id, cite, article }) => ({ name: id, cite, article })),
    { name: 'the band', ...rating.band },
  ];
  return firstFinding(named, ({ name, cite, article }) => {
    const citation = citations.find(({ id }) => id === cite);
    if (citation === undefined) return `\`${name}\` cites \`${cite}\`, which is no citation`;
    const expected = citation.article ?? citation.title;
    return article === expected ? undefined : `\`${name}\` quotes \`${article}\` for \`${cite}\``;
  });
}

/** The band is the last one whose lower bound the score reaches. */
export function isInBand(rating: AnyRating, { bands = [], places }: Scheme): Finding {
  const score = scaled(rating.score, places);
  const reached = bands.filter(({ from }) => from === undefined || scaled(from, places) <= score);
  const expected = reached.at(-1)?.level;
  return rating.band.level === expected
    ? undefined
    : `score \`${rating.score}\` stands in band \`${rating.band.level}\`, expected \`${expected}\``;
}

/** The score lies between the ends of the scheme's total. */
export function isBetweenEnds({ score }: AnyRating, { total, places }: Scheme): Finding {
  const units = scaled(score, places);
  const { min, max } = total ?? {};
  const isIn =
    (min === undefined || scaled(min, places) <= units) &&
    (max === undefined || units <= scaled(max, places));
  return isIn ? undefined : `score \`${score}\` lies outside \`${min ?? ''}..${max ?? ''}\``;
}
