import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { digest } from '../../core/digest.js';
import { mistake } from '../../core/error.js';
import { sortedBy } from '../../core/order.js';
import { bestFirst } from '../../document/document.js';
import type { LevelHistory } from './levelHistory.js';

/** The entities of one level on a day, and who came and went since the list before. */
export interface LevelList {
  readonly scale: string;
  readonly level: string;
  readonly entities: readonly { readonly entity: string; readonly since: Day }[];
  /** Here now and not on the day of the list before; `from` is the level of that day. */
  readonly joined: readonly { readonly entity: string; readonly on: Day; readonly from?: string }[];
  /** Here on the day of the list before and not now; `to` is the level now. */
  readonly left: readonly { readonly entity: string; readonly on: Day; readonly to?: string }[];
}

/** The lists of entities by level as of a day (各风险级别企业名单库). */
export interface LevelLists {
  readonly schema: 'evenhand/level-lists/1';
  readonly on: Day;
  /** The day of the list before, from which changes are told. */
  readonly since?: Day;
  /** The last round that the lists rest on; left out before the first. */
  readonly round?: Day;
  readonly history: string;
  /** Scale by scale, the worst level first, empty ones too; then the statuses. */
  readonly lists: readonly LevelList[];
}

/**
 * The entities of each level as of a day, with what changed since the list before.
 *
 * An entity that went and came back in between is on the list with its new day, and no change.
 *
 * @param options.since - the day of the list before; left out, everybody has joined
 * @throws `list-not-later` for a list before that is not earlier
 * @example
 * ```ts
 * import { emptyHistory, levelLists, regrade } from 'evenhand/risk';
 * import { exampleRegrading, exampleRisk } from 'evenhand/schemes';
 * import { compileScheme, schemeAt } from 'evenhand/scoring';
 *
 * const firm = { id: '示例企业00017', facts: { industry: '6210' }, lists: [], events: [] };
 * const rules = { regrading: exampleRegrading, risk: [{ at: schemeAt(compileScheme(exampleRisk), '2026-01-31') }] };
 * const { history } = regrade(emptyHistory(exampleRegrading), [firm], rules);
 * levelLists(history, { on: '2026-02-15' }).lists.map(({ level, entities }) => [level, entities.length]); // => [['high', 0], ['medium', 1], ['low', 0]]
 * ```
 */
export function levelLists(
  history: LevelHistory,
  options: { readonly on: Day; readonly since?: Day },
): LevelLists {
  requireArgument('levelLists', 'history', history, { rounds: 'array' });
  requireArgument('levelLists', 'options', options, 'object');
  const { on, since } = options;
  if (since !== undefined && since >= on) {
    throw mistake('list-not-later', `\`${on}\` is not after the list before, \`${since}\``, {
      given: on,
      expected: since,
    });
  }
  const now = placesOn(history, on);
  const before = since === undefined ? new Map<string, Place>() : placesOn(history, since);
  const round = history.rounds.findLast((one) => one.on <= on)?.on;
  return {
    schema: 'evenhand/level-lists/1',
    on,
    ...(since === undefined ? {} : { since }),
    ...(round === undefined ? {} : { round }),
    history: digest(history),
    lists: namesOf(history).map(([scale, level]) => listOf(scale, level, now, before)),
  };
}

/** Where an entity stood, since when, and the day it last left. */
interface Place {
  readonly scale: string;
  readonly level?: string;
  readonly since: Day;
}

/** Every entity's place at the end of a day: changes are kept in the order of days. */
function placesOn({ changes }: LevelHistory, day: Day): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { entity, on, scale, to } of changes) {
    if (on > day) continue;
    places.set(entity, { scale, since: on, ...(to === undefined ? {} : { level: to }) });
  }
  return places;
}

/** The level an entity had at the end of a day, if it had one. */
export function levelOn(history: LevelHistory, entity: string, day: Day): string | undefined {
  requireArgument('levelOn', 'history', history, { changes: 'array' }, 'regrade(…)');
  return history.changes.findLast((one) => one.entity === entity && one.on <= day)?.to;
}

function namesOf({ scales, changes }: LevelHistory): (readonly [string, string])[] {
  return scales.flatMap((scale) => {
    const own = [...bestFirst(scale)].reverse();
    const seen = new Set(
      changes.filter((one) => one.scale === scale.id).flatMap(({ to }) => to ?? []),
    );
    const statuses = sortedBy(
      [...seen].filter((name) => !own.includes(name)),
      (name) => name,
    );
    return [...own, ...statuses].map((level) => [scale.id, level] as const);
  });
}

function listOf(
  scale: string,
  level: string,
  now: ReadonlyMap<string, Place>,
  before: ReadonlyMap<string, Place>,
): LevelList {
  const isHere = (place: Place | undefined): place is Place =>
    place?.scale === scale && place.level === level;
  const here = sortedBy(
    [...now].filter(([, place]) => isHere(place)),
    ([entity]) => entity,
  );
  const gone = sortedBy(
    [...before].filter(([entity, place]) => isHere(place) && !isHere(now.get(entity))),
    ([entity]) => entity,
  );
  return {
    scale,
    level,
    entities: here.map(([entity, place]) => ({ entity, since: place.since })),
    joined: here
      .filter(([entity]) => !isHere(before.get(entity)))
      .map(([entity, place]) => {
        const from = before.get(entity)?.level;
        return { entity, on: place.since, ...(from === undefined ? {} : { from }) };
      }),
    left: gone.map(([entity]) => {
      const place = now.get(entity) as Place;
      return { entity, on: place.since, ...(place.level === undefined ? {} : { to: place.level }) };
    }),
  };
}
