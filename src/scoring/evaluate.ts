import type { Day } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import { holds, type Subject } from '../register/condition.js';
import type { CompiledScheme, CompiledTerm, SchemeAt } from './compile.js';
import { binOf, evaluateBins } from './constructs/bins.js';
import { evaluateConditional } from './constructs/conditional.js';
import { evaluateEvents } from './constructs/events.js';
import { evaluateLookup } from './constructs/lookup.js';
import { checkReads, missingField } from './reads.js';
import type { OverrideEffect } from './scheme.js';
import type { View } from './view.js';

const evaluators = {
  bins: evaluateBins,
  lookup: evaluateLookup,
  conditional: evaluateConditional,
  events: evaluateEvents,
} satisfies {
  [K in CompiledTerm['kind']]: (
    term: Extract<CompiledTerm, { kind: K }>,
    view: View,
    bounds: readonly Day[],
  ) => number;
};

/** A score in units of 10^-places, with the level it leads to; levels are counted from the best, 0. */
export interface Score {
  readonly units: number;
  readonly band: number;
  readonly level: number;
  /** The overrides that fired, in order. */
  readonly fired: readonly Fired[];
}

/** An override that fired: from which level to which, and whether the scale's end held it. */
export interface Fired {
  readonly override: number;
  readonly from: number;
  readonly to: number;
  readonly saturated: boolean;
}

/**
 * The readable evaluator: what every other backend must equal.
 *
 * @returns the score, or what is wrong with the entity's facts: `missing-input`, `out-of-domain`,
 * `wrong-fact-type`, `no-entry`
 */
export function evaluate(at: SchemeAt, subject: Subject): Score | readonly Issue[] {
  const { compiled, asOf, bounds } = at;
  const view: View = { subject, asOf, inputs: compiled.inputs, issues: [] };
  const sums = compiled.parts.map(() => 0);
  let units = compiled.start;
  for (let i = 0; i < compiled.terms.length; i++) {
    const points = evaluateTerm(
      compiled.terms[i] as CompiledTerm,
      view,
      bounds[i] as readonly Day[],
    );
    const part = compiled.partOf[i] as number;
    if (part < 0) units += points;
    else sums[part] = (sums[part] as number) + points;
  }
  for (let i = 0; i < sums.length; i++) {
    const { min, max } = compiled.parts[i] as { min: number; max: number };
    units += Math.min(max, Math.max(min, sums[i] as number));
  }
  units = Math.min(compiled.total.max, Math.max(compiled.total.min, units));
  const band = binOf(compiled.edges, units);
  const { level, fired } = override(compiled, compiled.bandLevel[band] as number, view);
  return view.issues.length > 0 ? view.issues : { units, band, level, fired };
}

/** The points of one term. */
export function evaluateTerm(term: CompiledTerm, view: View, bounds: readonly Day[]): number {
  const one = evaluators[term.kind] as (t: CompiledTerm, v: View, b: readonly Day[]) => number;
  return one(term, view, bounds);
}

function override(
  compiled: CompiledScheme,
  base: number,
  view: View,
): { level: number; fired: Fired[] } {
  const fired: Fired[] = [];
  let level = base;
  compiled.overrides.forEach(({ rule, reads }, index) => {
    if (rule.sunset !== undefined && view.asOf > rule.sunset) return;
    checkReads(reads, view);
    const answer = holds(rule.when, view.subject, view.asOf);
    if (answer === 'missing' && (rule.missing ?? 'refuse') === 'refuse') {
      const input = missingField(rule.when, view);
      view.issues.push(errorAt('missing-input', ['facts', input], { input, rule: rule.id }));
      return;
    }
    if (answer === 'no' || (answer === 'missing' && rule.missing === 'skip')) return;
    const wanted = wantedLevel(rule.effect, level, compiled.levels);
    const to = Math.min(compiled.levels.length - 1, Math.max(0, wanted));
    fired.push({ override: index, from: level, to, saturated: to !== wanted });
    level = to;
  });
  return { level, fired };
}

/** The level an effect asks for, before the scale's ends hold it; larger is worse. */
function wantedLevel(effect: OverrideEffect, level: number, levels: readonly string[]): number {
  if ('set' in effect) return levels.indexOf(effect.set);
  if ('atBest' in effect) return Math.max(level, levels.indexOf(effect.atBest));
  if ('atWorst' in effect) return Math.min(level, levels.indexOf(effect.atWorst));
  return effect.step === 'worse' ? level + effect.by : level - effect.by;
}
