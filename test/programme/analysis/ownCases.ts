import { addDays, addPeriod, type Day, daysBetween, type Period } from '../../../src/core/day.js';
import { decimalText } from '../../../src/core/decimal.js';
import { behindCondition } from '../../../src/programme/analysis/behind.js';
import { type Choice, joined, type Variable } from '../../../src/programme/analysis/choice.js';
import type { PolicyCase } from '../../../src/programme/analysis/policyCases.js';
import { studied } from '../../../src/programme/analysis/sweep.js';
import { totalsOf } from '../../../src/programme/analysis/totals.js';
import { variablesOf } from '../../../src/programme/analysis/variables.js';
import type { Condition, Subject } from '../../../src/register/condition.js';
import type { Event, Fact } from '../../../src/register/nouns.js';
import { compileScheme, type SchemeAt, schemeAt } from '../../../src/scoring/compile.js';
import { evaluateStanding } from '../../../src/scoring/evaluate.js';
import type { Scheme } from '../../../src/scoring/scheme.js';
import { conditionsOf, schemeKinds } from '../../../src/scoring/schemeKinds.js';

/**
 * The cases an author would keep beside a scheme: every stretch of every input alone against two
 * ordinary entities, and histories of events, with the answers of the scheme as it is.
 */
export function ownCases(scheme: Scheme): PolicyCase[] {
  const asOf = addDays(scheme.from, 400);
  const at = schemeAt(compileScheme(scheme), asOf);
  const variables = [...variablesOf([scheme], asOf).values()];
  const random = numbers(12_345);
  const drawn = Array.from({ length: 250 }, () =>
    joined(variables.map(({ choices }) => choices[random(choices.length)] ?? {})),
  );
  const bases = ordinary(at, [
    ...[0, 0.6].map((share) => variables.map((one) => choiceAt(one, share))),
    ...Array.from({ length: 60 }, () =>
      variables.map((one) => (isHistory(one) ? {} : choiceAt(one, random(1000) / 1000))),
    ),
  ]);
  const alone = bases.flatMap((base) => [
    joined(base),
    ...variables.flatMap((one, v) =>
      (isHistory(one) ? [] : spread(one.choices)).map((choice) => joined(base.with(v, choice))),
    ),
    ...outside(scheme).map((facts) => joined([...base, { facts }])),
  ]);
  const asked = conditionsOf(scheme).flatMap((condition) => {
    const names = behindCondition(scheme, condition);
    const own = variables.filter(({ name }) => names.includes(name));
    const [base = []] = bases;
    return Array.from({ length: own.length < 2 ? 0 : 30 }, () =>
      joined([...base, ...own.map(({ choices }) => choices[random(choices.length)] ?? {})]),
    );
  });
  const onEdges = edgeCases(scheme, asOf, bases[0] ?? []);
  const calm = bases.map((base) => ({ ...joined(base), events: [] }));
  const stories = historiesOf(scheme, asOf).flatMap((events, i) => ({
    ...(calm[i % calm.length] as Subject),
    events,
  }));
  return [...onEdges, ...drawn, ...alone, ...asked, ...calm, ...stories].map((one, i) => {
    const entity = { ...one, id: `made-up-${i}` };
    const score = evaluateStanding(at, entity);
    const expect =
      'status' in score
        ? { status: at.compiled.statuses?.[score.status]?.rule.id ?? '' }
        : 'units' in score
          ? {
              score: decimalText(score.units, scheme.places),
              level: at.compiled.levels[score.level] as string,
              overrides: score.fired.map(
                ({ override }) => at.compiled.overrides[override]?.rule.id ?? '',
              ),
            }
          : { issues: [...new Set(score.map(({ code }) => code))] };
    return { name: `case ${i}`, entity: entity as PolicyCase['entity'], asOf, expect };
  });
}

const isHistory = ({ name }: Variable): boolean =>
  name.startsWith('list:') || name.startsWith('events:');

const choiceAt = (one: Variable, share: number): Choice =>
  isHistory(one) ? {} : (one.choices[Math.floor(one.choices.length * share)] ?? {});

/** The first four that are answered, if possible each with another level. */
function ordinary(at: SchemeAt, bases: readonly (readonly Choice[])[]): (readonly Choice[])[] {
  const byLevel = new Map<number, readonly Choice[]>();
  for (const base of bases) {
    const score = evaluateStanding(at, joined(base));
    if ('units' in score && !byLevel.has(score.level)) byLevel.set(score.level, base);
  }
  return byLevel.size === 0 ? bases.slice(0, 2) : [...byLevel.values()].slice(0, 4);
}

/** For every bound of the score somebody whose score is on it, and the next on either side. */
function edgeCases(scheme: Scheme, asOf: Day, base: readonly Choice[]): Subject[] {
  const compiled = compileScheme(scheme);
  const study = studied(compiled, variablesOf([scheme], asOf), asOf, 20_000);
  const { total } = totalsOf(study);
  if (total === undefined) return [];
  const asked = (scheme.gates ?? [])
    .flatMap(({ all = [], any = [] }) => [...all, ...any])
    .flatMap((one) => ('field' in one && one.field === 'total' ? Object.values(one).flat() : []))
    .filter((bound) => bound !== 'total' && typeof bound !== 'boolean')
    .map((bound) => Math.round(Number(bound) * 10 ** scheme.places));
  const edges = [...asked, ...(compiled.by === undefined ? compiled.edges : [])];
  const near = edges.flatMap((edge) => {
    const sorted = total.points.map((units, place) => ({ units, place }));
    sorted.sort((a, b) => Math.abs(a.units - edge) - Math.abs(b.units - edge));
    return sorted.slice(0, 4).map(({ place }) => total.choicesAt(place));
  });
  return near.map((choices) => joined([...base, ...choices]));
}

/** Numbers just outside of their domain. */
function outside({ inputs }: Scheme): Readonly<Record<string, Fact>>[] {
  return Object.entries(inputs).flatMap(([name, input]) => {
    if (input.type !== 'integer' && input.type !== 'decimal') return [];
    const ends = [
      ...(input.min === undefined ? [] : [Number(input.min) - 1]),
      ...(input.max === undefined ? [] : [Number(input.max) + 1]),
    ];
    return ends.map((end) => ({ [name]: Math.trunc(end) }));
  });
}

/** Whole numbers below a bound, the same on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** The first few of many, and some of the rest, both ends among them. */
function spread<T>(list: readonly T[]): readonly T[] {
  const step = Math.max(1, (list.length - 1) / 11);
  const places = new Set([
    ...[0, 1, 2, 3, 4].filter((place) => place < list.length),
    ...list.map((_, i) => Math.min(list.length - 1, Math.round(i * step))),
  ]);
  return [...places].map((place) => list[place] as T);
}

/** How many days before a day each length of time in a document ends, and a day on either side. */
function agesIn(value: unknown, asOf: Day): number[] {
  if (typeof value !== 'object' || value === null) return [];
  const [only, ...more] = Object.entries(value);
  if (
    more.length === 0 &&
    only !== undefined &&
    PERIODS.has(only[0]) &&
    Number.isInteger(only[1])
  ) {
    const age = daysBetween(addPeriod(asOf, value as Period, -1), asOf);
    return [age - 2, age - 1, age, age + 1];
  }
  return Object.values(value).flatMap((item) => agesIn(item, asOf));
}

const PERIODS: ReadonlySet<string> = new Set(['days', 'months', 'years']);

/** Runs of one kind, pairs of kinds, and long mixed histories, the same on every run. */
function historiesOf(scheme: Scheme, asOf: string): Event[][] {
  const kinds = [...schemeKinds(scheme)];
  const values = valuesIn(scheme);
  const looks = kinds.flatMap((kind) => values.map((one) => ({ kind, values: one })));
  const event = (
    look: (typeof looks)[number],
    ago: number,
    i: number,
    isRepaired = false,
  ): Event => {
    const on = addDays(asOf, -ago);
    return {
      ...{ id: `e${String(i).padStart(3, '0')}`, on, source: 'test', ...look },
      ...(isRepaired ? { repairedOn: on } : {}),
    };
  };
  const runs = looks.flatMap((look) =>
    [1, 2, 3, 5, 6, 10, 12, 26].flatMap((count) =>
      [1, 45].map((gap) => Array.from({ length: count }, (_, i) => event(look, i * gap, i))),
    ),
  );
  const days = new Set([0, 29, 364, 366, 732, 1097, ...agesIn(scheme, asOf)]);
  const ages = looks.flatMap((look) =>
    [...days]
      .filter((ago) => ago >= 0)
      .flatMap((ago) => [
        [event(look, ago, 0)],
        [event(look, ago, 0, true)],
        ...[2, 3].map((count) => Array.from({ length: count }, (_, i) => event(look, ago, i))),
      ]),
  );
  const random = numbers(54_321);
  const mixed = Array.from({ length: looks.length > 1 ? 120 : 0 }, () =>
    Array.from({ length: 2 + random(14) }, (_, i) =>
      event(looks[random(looks.length)] as (typeof looks)[number], random(10) * 40 + i, i),
    ),
  );
  return [...mixed, ...runs, ...ages].slice(0, 900);
}

/** Values of events that filters tell apart, each alone and all at their first. */
function valuesIn(scheme: Scheme): Record<string, Fact>[] {
  const wanted = new Map<string, Set<Fact>>();
  const note = (field: string, fact: Fact): void => {
    wanted.set(field, (wanted.get(field) ?? new Set()).add(fact));
  };
  const visit = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(visit);
    else if ('any' in condition) condition.any.forEach(visit);
    else if ('not' in condition) visit(condition.not);
    else if ('field' in condition) {
      const { field, ...bounds } = condition;
      for (const bound of Object.values(bounds).flat() as Fact[]) {
        note(field, bound);
        if (typeof bound === 'boolean') note(field, !bound);
        else if (!Number.isNaN(Number(bound))) note(field, Number(bound) + 1);
        else note(field, `${bound}-other`);
      }
    }
  };
  for (const one of [...scheme.terms, ...(scheme.values ?? [])]) {
    if ('where' in one && one.where !== undefined) visit(one.where);
    if (one.kind === 'ladder') for (const { where } of one.outcomes) if (where) visit(where);
    const by = 'consolidate' in one ? (one.consolidate?.by ?? []) : [];
    const same = 'repeat' in one ? [one.repeat?.same] : [];
    const counters = one.kind === 'ladder' ? (one.counters ?? []) : [];
    for (const field of [...by, ...same, ...counters.map(({ repeat }) => repeat?.same)]) {
      if (field !== undefined) {
        note(field, 'a');
        note(field, 'b');
      }
    }
  }
  const first = Object.fromEntries(
    [...wanted].map(([field, facts]) => [field, [...facts][0] as Fact]),
  );
  const varied = [...wanted].flatMap(([field, facts]) =>
    [...facts].slice(1).map((fact) => ({ ...first, [field]: fact })),
  );
  return [first, ...varied].slice(0, 6);
}
