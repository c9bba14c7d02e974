import type { CompiledTerm, SchemeAt } from '../scoring/compile.js';
import type { CompiledInput } from '../scoring/inputs.js';
import type { Override } from '../scoring/scheme.js';
import { conditionSql } from './conditionSql.js';
import { domainFaults } from './domainFaults.js';
import { type SchemeContext, schemeSight } from './schemeSight.js';
import { type Step, step } from './step.js';
import { between, binned, type TermSight, termSql } from './termSql.js';
import { valueSteps } from './valueSql.js';

/** What a scheme says of every row, by the names its steps give. */
export interface SchemeSql {
  readonly steps: readonly Step[];
  /** The points as whole units. */
  readonly points: string;
  /** The place of the level, 0 the best. */
  readonly level: string;
  /** 1 where the row has no answer. */
  readonly fault: string;
}

/** A scheme on a day: values, terms, score, then the level and what overrides make of it. */
export function schemeSql(at: SchemeAt, context: SchemeContext): SchemeSql {
  const { compiled, bounds } = at;
  const { name, alias } = context;
  const short = name.replace('credit', 'c').replace('risk', 'r');
  const named = (title: string): string => alias(short, title);
  const values = valueSteps(at, { ...context, named });
  const faults: string[] = [...values.faults];
  const sight = schemeSight(at, context, values.fields, undefined);
  const statuses = statusFaults(at, sight);

  const terms = compiled.terms.map((term, i) => ({
    alias: named(term.id),
    sql: termSql(term, sight, bounds[i]),
  }));
  const reads = [...compiled.terms.flatMap(readsOfTerm), ...readsOfLevel(at)];
  const termsStep = step(`${name}_terms`, `${name}: the points of each rule`, [
    'SELECT',
    ['t.*', ...terms.map((term) => `${term.sql} AS ${term.alias}`)],
    `FROM ${values.last} t`,
  ]);
  const score = named('points');
  const scoreStep = step(`${name}_score`, `${name}: parts and the total between their ends`, [
    'SELECT',
    ['t.*', `${totalSql(at, terms, sight)} AS ${score}`],
    `FROM ${name}_terms t`,
  ]);

  const late = schemeSight(at, context, values.fields, score);
  const overrides = compiled.overrides.flatMap(({ rule, reads }) =>
    rule.sunset !== undefined && at.asOf > rule.sunset
      ? []
      : [{ rule, reads, alias: named(rule.id), sql: firedSql(rule, late) }],
  );
  const base = named('base');
  const baseStep = step(`${name}_base`, `${name}: the level before overrides, 0 the best`, [
    'SELECT',
    [
      't.*',
      `${baseSql(at, late, score)} AS ${base}`,
      ...overrides.map((one) => `${one.sql} AS ${one.alias}`),
    ],
    `FROM ${name}_score t`,
  ]);

  faults.push(
    ...statuses,
    ...closedKinds(at).map((kinds) => `${context.sight.unknownKinds(kinds)} > 0`),
    ...domainFaults(reads, late),
    ...terms.map((term) => `${term.alias} IS NULL`),
    `${base} IS NULL`,
    ...domainFaults(
      overrides.flatMap(({ reads }) => reads),
      late,
    ),
    ...overrides.map((one) => `${one.alias} IS NULL`),
    ...overrides.flatMap(({ rule, alias: fired }) =>
      (rule.evidence ?? []).map((input) => `(${fired} = 1 AND ${late.field(input).sql} IS NULL)`),
    ),
  );
  const level = named('level');
  const fault = named('fault');
  const levelStep = step(name, `${name}: the level, and whether the row has an answer`, [
    'SELECT',
    [
      't.*',
      `${movedSql(base, overrides, compiled.levels)} AS ${level}`,
      `CASE WHEN ${[...new Set(faults)].join('\n    OR ')}\n    THEN 1 ELSE 0 END AS ${fault}`,
    ],
    `FROM ${name}_base t`,
  ]);
  return {
    steps: [...values.steps, termsStep, scoreStep, baseStep, levelStep],
    points: score,
    level,
    fault,
  };
}

function readsOfTerm(term: CompiledTerm): readonly CompiledInput[] {
  if ('reads' in term) return term.reads;
  return 'input' in term ? [term.input] : [];
}

/** The kinds a scheme names, where they are closed. */
function closedKinds({ compiled }: SchemeAt): ReadonlySet<string>[] {
  const events = [
    ...compiled.terms.filter((term) => term.kind === 'events'),
    ...(compiled.values ?? []).flatMap((value) => ('events' in value ? [value.events] : [])),
  ];
  return events.flatMap(({ select }) => (select?.kinds === undefined ? [] : [select.kinds]));
}

/** What bands or a level are read off, where that is no score. */
function readsOfLevel({ compiled: { by } }: SchemeAt): readonly CompiledInput[] {
  if (by?.by === 'value') return [by.input];
  return by?.by === 'bands' && by.on !== undefined ? [by.on] : [];
}

function totalSql(
  { compiled }: SchemeAt,
  terms: readonly { readonly alias: string }[],
  { dialect }: TermSight,
): string {
  const inPart = compiled.parts.map((): string[] => []);
  const bare: string[] = [];
  terms.forEach((term, i) => {
    (inPart[compiled.partOf[i] as number] ?? bare).push(term.alias);
  });
  const zero = dialect.big('0');
  const parts = compiled.parts.map((ends, i) =>
    between([zero, ...(inPart[i] as string[])].join(' + '), ends),
  );
  const start = dialect.big(String(compiled.start));
  return between([start, ...bare, ...parts].join(' + '), compiled.total);
}

/** Whoever has a status has no level; whoever may have one has no answer. */
function statusFaults({ compiled }: SchemeAt, sight: TermSight): string[] {
  return (compiled.statuses ?? []).flatMap(({ rule, reads }) => {
    const answer = conditionSql(rule.when, sight);
    return [
      ...domainFaults(reads, sight),
      `(${answer})`,
      ...(rule.missing === 'skip' ? [] : [`(${answer}) IS NULL`]),
    ];
  });
}

/** The level by bands over a number, by gates in turn, or by a text; NULL where there is no answer. */
function baseSql({ compiled }: SchemeAt, sight: TermSight, score: string): string {
  const { by, edges, bandLevel, levels } = compiled;
  if (by === undefined || by.by === 'bands') {
    const units = by?.on === undefined ? score : sight.units(by.on);
    return binned(units, edges, bandLevel, 'NULL');
  }
  if (by.by === 'value') {
    const { sql } = sight.field(by.input.name);
    const named = levels.map((level, i) => `WHEN ${sql} = ${sight.dialect.text(level)} THEN ${i}`);
    return `CASE WHEN ${sql} IS NULL THEN NULL ${named.join(' ')} ELSE 0 END`;
  }
  const turns = by.gates.flatMap(({ rule, when, reads, level }) => {
    const answer = conditionSql(when, sight);
    return [
      ...domainFaults(reads, sight).map((fault) => `WHEN ${fault} THEN NULL`),
      `WHEN ${answer} THEN ${level}`,
      ...(rule.missing === 'skip' ? [] : [`WHEN (${answer}) IS NULL THEN NULL`]),
    ];
  });
  return `CASE ${turns.join(' ')} END`;
}

/** 1 where an override fires, 0 where not, NULL where nobody knows and it refuses. */
function firedSql(rule: Override, sight: TermSight): string {
  const unknown = { skip: '0', apply: '1', refuse: 'NULL' }[rule.missing ?? 'refuse'];
  return `CASE (${conditionSql(rule.when, sight)}) WHEN TRUE THEN 1 WHEN FALSE THEN 0 ELSE ${unknown} END`;
}

/** The level after each override in turn, in one expression that names the level before once. */
function movedSql(
  base: string,
  overrides: readonly { readonly rule: Override; readonly alias: string }[],
  levels: readonly string[],
): string {
  const last = levels.length - 1;
  return overrides.reduce((level, { rule: { effect }, alias }) => {
    const ifFired = (then: number, otherwise: number): string =>
      `CASE WHEN ${alias} = 1 THEN ${then} ELSE ${otherwise} END`;
    if ('set' in effect) {
      return `CASE WHEN ${alias} = 1 THEN ${levels.indexOf(effect.set)} ELSE ${level} END`;
    }
    if ('atBest' in effect)
      return `GREATEST(${level}, ${ifFired(levels.indexOf(effect.atBest), 0)})`;
    if ('atWorst' in effect) {
      return `LEAST(${level}, ${ifFired(levels.indexOf(effect.atWorst), last)})`;
    }
    if (!('step' in effect)) return level;
    return effect.step === 'worse'
      ? `LEAST(${level} + ${ifFired(effect.by, 0)}, ${last})`
      : `GREATEST(${level} - ${ifFired(effect.by, 0)}, 0)`;
  }, base);
}
