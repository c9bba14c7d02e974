import { checkSchedule, type Schedule } from 'evenhand/matrix';
import {
  checkScheme,
  compileScheme,
  evaluate,
  rate,
  type Scheme,
  schemeAt,
} from 'evenhand/scoring';
import { expect } from 'vitest';
import { scheduleSchema } from '../../src/matrix/scheduleSchema.js';
import { safeParsed } from '../../src/register/parsed.js';
import { schemeSchema } from '../../src/scoring/schemeSchema.js';

type Value = string | number | boolean;

/** An event as kind and day, with values of its own where it has some. */
export type Happening = readonly [
  kind: string,
  on: string,
  values?: Readonly<Record<string, Value>>,
  until?: string,
];

/** What is known of an entity, and nothing else. */
export interface Known {
  readonly facts?: Readonly<Record<string, Value>>;
  readonly lists?: readonly string[];
  readonly events?: readonly Happening[];
}

export function subjectOf({ facts = {}, lists = [], events = [] }: Known) {
  return {
    facts,
    lists,
    events: events.map(([kind, on, values, until], i) => ({
      id: `e${String(i).padStart(4, '0')}`,
      kind,
      on,
      source: 'test',
      ...(values === undefined ? {} : { values }),
      ...(until === undefined ? {} : { until }),
    })),
  };
}

/** Score and level of an entity on a day, or its status: `15 → 5`. */
export function answer(scheme: Scheme, known: Known, asOf = '2026-01-15'): string {
  const rating = rate(compileScheme(scheme), subjectOf(known), { asOf });
  return 'level' in rating ? `${rating.score} → ${rating.level}` : rating.status;
}

/** The visits and suspensions the overrides ask for. */
export function asked(scheme: Scheme, known: Known, asOf = '2026-01-15') {
  const rating = rate(compileScheme(scheme), subjectOf(known), { asOf });
  return 'overrides' in rating
    ? rating.overrides.map(({ id, addVisit }) => ({ id, addVisit }))
    : [];
}

/** Points and level by facts alone, fast enough for a whole input space. */
export function quickly(scheme: Scheme, events: readonly Happening[] = [], asOf = '2026-01-15') {
  const at = schemeAt(compileScheme(scheme), asOf);
  const { events: all } = subjectOf({ events });
  const best =
    scheme.scale.worse === 'last' ? scheme.scale.levels : [...scheme.scale.levels].reverse();
  return (facts: Readonly<Record<string, Value>>) => {
    const score = evaluate(at, { facts, lists: [], events: all });
    if (!('units' in score)) throw new Error(JSON.stringify(score));
    return { points: score.units, level: best[score.level] as string };
  };
}

/** All combinations of some facts, each with the values it can have. */
export function* every(
  space: Readonly<Record<string, readonly Value[]>>,
): Generator<Record<string, Value>> {
  const [first, ...rest] = Object.entries(space);
  if (first === undefined) {
    yield {};
    return;
  }
  for (const others of every(Object.fromEntries(rest))) {
    for (const value of first[1]) yield { [first[0]]: value, ...others };
  }
}

/** A published scheme: plain data of a known shape, no error, and only these warnings. */
export function expectPublished(scheme: Scheme, warnings: readonly string[] = []): void {
  expect(JSON.parse(JSON.stringify(scheme))).toEqual(scheme);
  expect(safeParsed(schemeSchema, scheme)).toEqual({ ok: true, value: scheme });
  expect(checkScheme(scheme).map(({ severity, code }) => `${severity} ${code}`)).toEqual(warnings);
  expect(scheme.status).toBe('draft');
  expect(scheme.untranslated).not.toEqual([]);
}

/** A schedule for a scheme: plain data, no finding, and tempos for the very levels the scheme gives. */
export function expectTempo(schedule: Schedule, scheme?: Scheme): void {
  expect(JSON.parse(JSON.stringify(schedule))).toEqual(schedule);
  expect(safeParsed(scheduleSchema, schedule)).toEqual({ ok: true, value: schedule });
  expect(checkSchedule(schedule)).toEqual([]);
  if (scheme !== undefined) expect(schedule.scale).toEqual(scheme.scale);
}
