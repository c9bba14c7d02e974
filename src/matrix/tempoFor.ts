import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { mistake } from '../core/error.js';
import { holds, type Subject } from '../register/condition.js';
import type { Reliance, Schedule, Tempo } from './schedule.js';

/** What a schedule says of one entity, with what it relies on. */
export interface EntityTempo {
  readonly tempo: Tempo;
  /** The rules of reliance that hold, in order; each later one overrides the fields it names. */
  readonly reliance: readonly string[];
  /** Another body's visit or a certificate stands for the next visit of ours. */
  readonly replaced: boolean;
}

/**
 * How often an entity of a level is visited, with what others have done counted in (互认).
 *
 * A rule of reliance that hangs on a fact nobody knows does not hold: what is unknown never relieves.
 * Events that count as visits change no tempo; `visitHistory` has them.
 *
 * @param schedule - the schedule in force on the day
 * @param level - a level of its scale
 * @param entity - its facts, events and lists
 * @param asOf - the civil day the answer is for
 * @throws `unknown-level`
 *
 * @example
 * ```ts
 * import { tempoFor } from 'evenhand/matrix';
 * import { italyAfterCompliant } from 'evenhand/schemes';
 *
 * const passed = { id: 'p1', kind: 'check-passed', on: '2025-09-01', source: 'example' };
 * const firm = { facts: {}, lists: [], events: [passed] };
 * tempoFor(italyAfterCompliant, 'any', firm, '2026-01-15').tempo.cap; // => { visits: 0, per: { months: 10 } }
 * tempoFor(italyAfterCompliant, 'any', firm, '2026-08-01').reliance; // => []
 * ```
 */
export function tempoFor(
  schedule: Schedule,
  level: string,
  entity: Subject,
  asOf: Day,
): EntityTempo {
  requireArgument('tempoFor', 'schedule', schedule, { levels: 'object' });
  const { scale, levels } = schedule;
  const tempo = Object.hasOwn(levels, level) ? levels[level] : undefined;
  if (tempo === undefined) {
    const expected = [...scale.levels];
    throw mistake(
      'unknown-level',
      `\`${level}\` is no level of \`${scale.id}\` (expected one of ${expected.join(', ')})`,
      { given: level, expected },
    );
  }
  const held = relianceHeld(schedule, level, entity, asOf);
  return {
    tempo: held.reduce(changedBy, tempo),
    reliance: held.map(({ id }) => id),
    replaced: held.some(({ effect }) => effect === 'replaces-visit'),
  };
}

/** The rules of reliance that hold for an entity of a level on a day, in order. */
export function relianceHeld(
  { reliance = [] }: Schedule,
  level: string,
  entity: Subject,
  asOf: Day,
): readonly Reliance[] {
  return reliance.filter(
    ({ levels, when, sunset }) =>
      (sunset === undefined || asOf <= sunset) &&
      (levels === undefined || levels.includes(level)) &&
      holds(when, entity, asOf) === 'yes',
  );
}

function changedBy(tempo: Tempo, { effect }: Reliance): Tempo {
  if (effect === 'replaces-visit' || 'countsAsVisit' in effect) return tempo;
  const { without = [] } = effect;
  const kept = Object.entries(tempo).filter(([field]) => !without.some((one) => one === field));
  return { ...(Object.fromEntries(kept) as Pick<Tempo, 'cite'>), ...effect.tempo };
}
