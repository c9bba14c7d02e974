import type { Day } from '../../core/day.js';
import { sortedBy } from '../../core/order.js';
import type { Rating, StatusRating } from '../../scoring/rating.js';
import type { LevelChange, LevelStanding, PointChange } from './levelHistory.js';

/** On which day, in which round. */
interface Occasion {
  readonly on: Day;
  readonly round: string;
}

/** The entry of a level that is new to an entity, with what became of each rule's points. */
export function levelChange(
  old: LevelStanding | undefined,
  fresh: LevelStanding,
  rating: Rating | StatusRating,
  { on, round }: Occasion,
): LevelChange {
  const began =
    'status' in rating
      ? []
      : rating.overrides
          .filter(({ id }) => old?.overrides.includes(id) !== true)
          .map(({ id, reason, cite }) => ({ id, reason, cite }));
  const ended = (old?.overrides ?? []).filter((id) => !fresh.overrides.includes(id));
  return {
    entity: fresh.entity,
    on,
    round,
    cause: old === undefined ? 'first' : 'regraded',
    scale: fresh.scale,
    ...(old === undefined ? {} : { from: old.level }),
    to: fresh.level,
    ...both('score', old?.score, fresh.score),
    ...both('band', old?.band, fresh.band),
    points: pointChanges(old, fresh, rating),
    overrides: { began, ended },
    scheme: spanOf(nameOf(old), nameOf(fresh)),
  };
}

/** The entry of an entity that is gone, or no longer active. */
export function leaving(old: LevelStanding, { on, round }: Occasion): LevelChange {
  const { entity, scale, level } = old;
  const none = { began: [], ended: [] };
  const cause = 'left';
  return { entity, on, round, cause, scale, from: level, points: [], overrides: none, scheme: {} };
}

function pointChanges(
  old: LevelStanding | undefined,
  fresh: LevelStanding,
  rating: Rating | StatusRating,
): PointChange[] {
  const reasons = 'status' in rating ? [] : rating.reasons;
  const before = old?.points ?? {};
  const rules = new Set([...Object.keys(before), ...Object.keys(fresh.points)]);
  const changes = [...rules].flatMap((rule): PointChange[] => {
    const from = before[rule];
    const to = fresh.points[rule];
    if ((from ?? '0') === (to ?? '0')) return [];
    const own = reasons.filter((reason) => reason.rule === rule);
    return [
      {
        rule,
        ...spanOf(from, to),
        events: own.flatMap(({ event }) => event?.id ?? []),
        cite: own[0]?.cite ?? '',
        article: own[0]?.article ?? '',
      },
    ];
  });
  return sortedBy(changes, ({ rule }) => rule);
}

const nameOf = (standing: LevelStanding | undefined): string | undefined =>
  standing === undefined ? undefined : `${standing.scheme.id}@${standing.scheme.version}`;

/** From one value to another, as far as there are values. */
const spanOf = (from: string | undefined, to: string | undefined) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

function both<K extends string>(key: K, from: string | undefined, to: string | undefined) {
  if (from === undefined && to === undefined) return {};
  return { [key]: spanOf(from, to) } as { readonly [P in K]: ReturnType<typeof spanOf> };
}
