import { dayNumber, dayOf } from '../../src/core/day.js';
import type { Entity } from '../../src/register/nouns.js';
import type { SchemeAt } from '../../src/scoring/compile.js';
import { type EventBounds, effectOf } from '../../src/scoring/constructs/compiledEvents.js';

/** A policy of two constructs, a look-up and events, as somebody would hand it to a loop of theirs. */
export interface PlainPolicy {
  readonly start: number;
  readonly parts: readonly { readonly min: number; readonly max: number }[];
  readonly total: { readonly min: number; readonly max: number };
  readonly edges: readonly number[];
  readonly grades: readonly string[];
  readonly terms: readonly PlainTerm[];
  readonly asOf: string;
}
export type PlainTerm =
  | {
      readonly kind: 'lookup';
      readonly part: number;
      readonly input: string;
      readonly table: Readonly<Record<string, number>>;
      readonly missing: number;
    }
  | {
      readonly kind: 'events';
      readonly part: number;
      readonly min: number;
      readonly max: number;
      /** Points by kind, then by age in days: unrepaired first, repaired behind. */
      readonly points: ReadonlyMap<string, Int32Array>;
    };

export const DAYS = 1200;

/** The policy of a scheme that has nothing but the two constructs. */
export function plainPolicy({ compiled, asOf, bounds }: SchemeAt): PlainPolicy {
  const { start, parts, total, edges, levels, bandLevel } = compiled;
  const today = dayNumber(asOf);
  const terms = compiled.terms.map((term, i): PlainTerm => {
    const part = compiled.partOf[i] as number;
    if (term.kind === 'lookup') {
      const { input, table, missing = 0 } = term;
      return { kind: 'lookup', part, input: input.name, table: Object.fromEntries(table), missing };
    }
    if (term.kind !== 'events' || term.select !== undefined) throw new Error(term.kind);
    const points = new Map(
      [...term.rows.keys()].map((kind) => {
        const list = new Int32Array(2 * DAYS);
        for (let age = 0; age < DAYS - 1; age++) {
          for (const repaired of [0, 1]) {
            const event = {
              ...{ id: '', kind, on: dayOf(today - age), source: '' },
              ...(repaired === 1 ? { repairedOn: asOf } : {}),
            };
            list[repaired * DAYS + age] =
              effectOf(term, event, asOf, bounds[i] as EventBounds) ?? 0;
          }
        }
        return [kind, list] as const;
      }),
    );
    return { kind: 'events', part, min: term.min, max: term.max, points };
  });
  const grades = bandLevel.map((place) => levels[place] as string);
  return { start, parts, total, edges, grades, terms, asOf };
}

export interface PlainAnswer {
  readonly units: number;
  readonly grade: string;
}

/** Ages of days that are met again and again. */
function agesOf(asOf: string): (day: string) => number {
  const today = dayNumber(asOf);
  const known = new Map<string, number>();
  return (day) => {
    let age = known.get(day);
    if (age === undefined) {
      age = today - dayNumber(day);
      age = age < 0 || age >= DAYS ? DAYS - 1 : age;
      known.set(day, age);
    }
    return age;
  };
}

/** The loop anyone would write first: over the terms, a switch on their kind, no eval. */
export function interpreterOf(policy: PlainPolicy): (entity: Entity) => PlainAnswer {
  const { start, parts, total, edges, grades, terms, asOf } = policy;
  const ageOf = agesOf(asOf);
  return (entity) => {
    const sums = parts.map(() => 0);
    let units = start;
    for (const term of terms) {
      let points = 0;
      switch (term.kind) {
        case 'lookup': {
          const text = entity.facts[term.input];
          points = text === undefined ? term.missing : (term.table[String(text)] as number);
          break;
        }
        case 'events':
          for (const { kind, on, knownOn, until, repairedOn } of entity.events) {
            const list = term.points.get(kind);
            if (list === undefined) continue;
            if (knownOn !== undefined && knownOn > asOf) continue;
            if (until !== undefined && until < asOf) continue;
            const isRepaired = repairedOn !== undefined && repairedOn <= asOf;
            points += list[(isRepaired ? DAYS : 0) + ageOf(on)] as number;
          }
          points = Math.min(term.max, Math.max(term.min, points));
      }
      if (term.part < 0) units += points;
      else sums[term.part] = (sums[term.part] as number) + points;
    }
    for (let i = 0; i < parts.length; i++) {
      const { min, max } = parts[i] as { min: number; max: number };
      units += Math.min(max, Math.max(min, sums[i] as number));
    }
    units = Math.min(total.max, Math.max(total.min, units));
    let band = edges.length - 1;
    while (units < (edges[band] as number)) band--;
    return { units, grade: grades[band] as string };
  };
}

/** The same policy as a program of its own, made as text and compiled: what no library may do. */
export function generatedOf(policy: PlainPolicy): (entity: Entity) => PlainAnswer {
  const { start, parts, total, edges, grades, terms, asOf } = policy;
  const kinds = terms.flatMap((term) => (term.kind === 'events' ? [...term.points.keys()] : []));
  const number = (n: number): string =>
    Number.isFinite(n) ? String(n) : n < 0 ? '-Infinity' : 'Infinity';
  const cases = [...new Set(kinds)].map((kind) => {
    const adds = terms.flatMap((term, t) =>
      term.kind === 'events' && term.points.has(kind)
        ? [`t${t} += tables[${t}].get(${JSON.stringify(kind)})[at];`]
        : [],
    );
    return { kind, adds };
  });
  const tables = terms.map((term) => (term.kind === 'events' ? term.points : undefined));
  const named = cases.flatMap(({ kind, adds }, c) =>
    adds.map((add, a) => ({
      name: `c${c}_${a}`,
      value: /tables\[\d+\]\.get\(.*\)/.exec(add)?.[0] ?? '',
      add: add.replace(/tables\[\d+\]\.get\(.*\)/, `c${c}_${a}`),
      kind,
    })),
  );
  const text = `
    ${named.map(({ name, value }) => `const ${name} = ${value};`).join('\n')}
    return (entity) => {
      let units = ${start};
      ${terms.map((_, t) => `let t${t} = 0;`).join(' ')}
      const { events } = entity;
      for (let e = 0; e < events.length; e++) {
        const { kind, on, knownOn, until, repairedOn } = events[e];
        if (knownOn !== undefined && knownOn > ${JSON.stringify(asOf)}) continue;
        if (until !== undefined && until < ${JSON.stringify(asOf)}) continue;
        const at = (repairedOn !== undefined && repairedOn <= ${JSON.stringify(asOf)} ? ${DAYS} : 0) + ageOf(on);
        switch (kind) {
          ${cases
            .map(
              ({ kind }) =>
                `case ${JSON.stringify(kind)}: ${named
                  .filter((one) => one.kind === kind)
                  .map(({ add }) => add)
                  .join(' ')} break;`,
            )
            .join('\n')}
        }
      }
      ${terms
        .map((term, t) =>
          term.kind === 'events'
            ? `t${t} = Math.min(${number(term.max)}, Math.max(${number(term.min)}, t${t}));`
            : `switch (entity.facts[${JSON.stringify(term.input)}]) {
                 case undefined: t${t} = ${term.missing}; break;
                 ${Object.entries(term.table)
                   .map(([key, points]) => `case ${JSON.stringify(key)}: t${t} = ${points}; break;`)
                   .join(' ')}
               }`,
        )
        .join('\n')}
      ${terms.map((term, t) => (term.part < 0 ? `units += t${t};` : '')).join(' ')}
      ${parts
        .map((part, p) => {
          const own = terms.flatMap((term, t) => (term.part === p ? [`t${t}`] : []));
          return `units += Math.min(${number(part.max)}, Math.max(${number(part.min)}, ${own.join(' + ') || '0'}));`;
        })
        .join('\n')}
      units = Math.min(${number(total.max)}, Math.max(${number(total.min)}, units));
      return { units, grade: ${edges
        .map((edge, b) => ({ edge, grade: JSON.stringify(grades[b]) }))
        .reduceRight(
          (rest, { edge, grade }) => `${rest}units >= ${number(edge)} ? ${grade} : `,
          '',
        )}'' };
    };`;
  return new Function('tables', 'ageOf', text)(tables, agesOf(asOf)) as (
    entity: Entity,
  ) => PlainAnswer;
}
