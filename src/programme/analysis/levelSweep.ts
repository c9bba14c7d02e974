import type { Condition } from '../../register/condition.js';
import { evaluateStanding } from '../../scoring/evaluate.js';
import type { Scheme } from '../../scoring/scheme.js';
import { behindCondition, behindName, behindTerm, unique } from './behind.js';
import { joined, type Variable } from './choice.js';
import { condensed } from './condensed.js';
import { combinations, eachChoice, type Studied, variablesIn } from './sweep.js';

/** What a scheme answers to every combination of what it asks for. */
export interface LevelSweep {
  readonly variables: readonly Variable[];
  /** For each combination the level, counted from the best; -1 for a status or no answer. */
  readonly levels: Int16Array;
  /** For each combination the score in units. */
  readonly units: Float64Array;
  /** Whether every stretch of every variable was tried. */
  readonly isWhole: boolean;
  readonly hit: {
    readonly bands: ReadonlySet<number>;
    readonly statuses: ReadonlySet<number>;
    readonly overrides: ReadonlySet<number>;
    readonly levels: ReadonlySet<number>;
  };
}

/** Every variable a scheme's answer hangs on. */
export function behindScheme(scheme: Scheme): readonly string[] {
  const conditions: Condition[] = [
    ...(scheme.statuses ?? []).map(({ when }) => when),
    ...(scheme.gates ?? []).flatMap(({ all = [], any = [] }) => [...all, ...any]),
    ...(scheme.overrides ?? []).map(({ when }) => when),
  ];
  return unique([
    ...scheme.terms.flatMap((term) => behindTerm(scheme, term)),
    ...conditions.flatMap((one) => behindCondition(scheme, one)),
    ...(scheme.values ?? []).flatMap(({ id }) => behindName(scheme, id)),
    ...[scheme.levelFrom, scheme.bandsOn]
      .filter((name) => name !== undefined)
      .flatMap((name) => behindName(scheme, name)),
    ...(scheme.overrides ?? []).flatMap(({ evidence = [] }) => evidence),
  ]);
}

/** Tries every combination with the evaluator itself; undefined where there are too many. */
export function sweepLevels(study: Studied): LevelSweep | undefined {
  const { scheme, by } = study.at.compiled;
  // Bands alone tell nothing that totals do not.
  const isPlain = [scheme.statuses, scheme.overrides].every((rules = []) => rules.length === 0);
  if (by === undefined && isPlain) return undefined;
  const variables = condensed([study], variablesIn(study, behindScheme(scheme)));
  const count = combinations(variables);
  const isWhole = variables.every((one) => one.isWhole);
  if (count > study.limit || (!isWhole && by === undefined)) return undefined;
  const levels = new Int16Array(count).fill(-1);
  const units = new Float64Array(count);
  const bands = new Set<number>();
  const statuses = new Set<number>();
  const overrides = new Set<number>();
  const reached = new Set<number>();
  eachChoice(variables, (choices, index) => {
    const score = evaluateStanding(study.at, joined(choices));
    if ('status' in score) statuses.add(score.status);
    else if ('units' in score) {
      levels[index] = score.level;
      units[index] = score.units;
      bands.add(score.band);
      reached.add(score.level);
      for (const { override } of score.fired) overrides.add(override);
    }
    return undefined;
  });
  return {
    variables,
    levels,
    units,
    isWhole,
    hit: { bands, statuses, overrides, levels: reached },
  };
}
