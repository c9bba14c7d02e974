import type { Day } from '../../core/day.js';
import { decimalText, placesOf, scaled } from '../../core/decimal.js';
import type { Rating, StatusRating } from '../../scoring/rating.js';
import type { LevelStanding } from './levelHistory.js';

/** What a history keeps of a rating: the level, and the points of each rule, added up exactly. */
export function standingOf(
  entity: string,
  rating: Rating | StatusRating,
  since: Day,
): LevelStanding {
  const { scheme, scale } = rating;
  if ('status' in rating) {
    const level = rating.status;
    return { entity, scale, level, status: true, since, scheme, points: {}, overrides: [] };
  }
  const points: Record<string, string> = {};
  for (const { rule, points: one } of rating.reasons)
    points[rule] = added(points[rule] ?? '0', one);
  return {
    entity,
    scale,
    level: rating.level,
    since,
    scheme,
    score: rating.score,
    start: rating.start,
    band: rating.band.range,
    points,
    overrides: rating.overrides.map(({ id }) => id),
  };
}

/** The exact sum of two decimals. */
export function added(a: string, b: string): string {
  const places = Math.max(placesOf(a), placesOf(b));
  return decimalText(scaled(a, places) + scaled(b, places), places);
}
