import { errorAt, type Issue } from '../core/issue.js';
import { fieldOf, holds, type Subject } from '../register/condition.js';
import type { CompiledScheme, CompiledStatus, CompiledTerm, SchemeAt } from './compile.js';
import { evaluateBins } from './constructs/bins.js';
import { type EventBounds, evaluateEvents } from './constructs/compiledEvents.js';
import { evaluateConditional } from './constructs/conditional.js';
import { evaluateLookup } from './constructs/lookup.js';
import { noteMissing } from './constructs/members.js';
import { evaluateNumber } from './constructs/number.js';
import { evaluateValues, openView, setTotal } from './derive.js';
import { baseLevel } from './levels.js';
import { checkReads, missingField } from './reads.js';
import { requireSchemeAt } from './requireCompiled.js';
import type { OverrideEffect } from './scheme.js';
import type { View } from './view.js';

const evaluators = {
  bins: evaluateBins,
  lookup: evaluateLookup,
  conditional: evaluateConditional,
  events: evaluateEvents,
  number: evaluateNumber,
} satisfies {
  [K in CompiledTerm['kind']]: (
    term: Extract<CompiledTerm, { kind: K }>,
    view: View,
    bounds: EventBounds,
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

/** A standing outside the scale: no score and no level. */
export interface StatusScore {
  /** The place of the status among the scheme's. */
  readonly status: number;
}

/**
 * The readable evaluator: what every other backend must equal.
 *
 * @returns the score, or what is wrong with the entity's facts: `missing-input`, `out-of-domain`,
 * `wrong-fact-type`, `no-entry`, `value-too-large`, `unknown-event-kind`, `missing-evidence`, or
 * `no-level` for an entity with a status (`evaluateStanding` tells which)
 */
export function evaluate(at: SchemeAt, subject: Subject): Score | readonly Issue[] {
  const score = evaluateStanding(at, subject);
  if (!('status' in score)) return score;
  const { rule } = (at.compiled.statuses as readonly CompiledStatus[])[
    score.status
  ] as CompiledStatus;
  return [errorAt('no-level', [], { status: rule.id, input: rule.id })];
}

/** The score, the status that stands in its place, or what is wrong with the entity's facts. */
export function evaluateStanding(
  at: SchemeAt,
  subject: Subject,
): Score | StatusScore | readonly Issue[] {
  requireSchemeAt('evaluate', at);
  const { compiled, bounds } = at;
  const view = openView(at, subject);
  if (compiled.statuses !== undefined) {
    if (compiled.early?.includes(true) === true) evaluateValues(at, view, true);
    const status = statusOf(compiled.statuses, view);
    if (view.issues.length > 0) return view.issues;
    if (status >= 0) return { status };
  }
  if (compiled.values !== undefined) evaluateValues(at, view, false);
  const sums = compiled.parts.map(() => 0);
  let units = compiled.start;
  for (let i = 0; i < compiled.terms.length; i++) {
    const points = evaluateTerm(compiled.terms[i] as CompiledTerm, view, bounds[i]);
    const part = compiled.partOf[i] as number;
    if (part < 0) units += points;
    else sums[part] = (sums[part] as number) + points;
  }
  for (let i = 0; i < sums.length; i++) {
    const { min, max } = compiled.parts[i] as { min: number; max: number };
    units += Math.min(max, Math.max(min, sums[i] as number));
  }
  units = Math.min(compiled.total.max, Math.max(compiled.total.min, units));
  if (compiled.readsTotal === true) setTotal(units, compiled.scheme.places, view);
  const base = baseLevel(compiled, units, view);
  const { level, fired } = override(compiled, base.level, view);
  return view.issues.length > 0 ? view.issues : { units, band: base.band, level, fired };
}

/** The first status that holds, -1 where none does or where there is no answer, which is noted. */
function statusOf(statuses: readonly CompiledStatus[], view: View): number {
  for (let i = 0; i < statuses.length; i++) {
    const { rule, reads } = statuses[i] as CompiledStatus;
    checkReads(reads, view);
    const answer = holds(rule.when, view.subject, view.asOf);
    if (answer === 'yes') return i;
    if (answer === 'missing' && rule.missing !== 'skip') {
      noteMissing(rule.id, missingField(rule.when, view), view);
      return -1;
    }
  }
  return -1;
}

/** The points of one term. */
export function evaluateTerm(
  term: CompiledTerm,
  view: View,
  bounds: EventBounds | undefined,
): number {
  const one = evaluators[term.kind] as (
    term: CompiledTerm,
    view: View,
    bounds: EventBounds | undefined,
  ) => number;
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
    if (rule.evidence !== undefined) checkEvidence(rule.evidence, rule.id, view);
    const wanted = wantedLevel(rule.effect, level, compiled.levels);
    const to = Math.min(compiled.levels.length - 1, Math.max(0, wanted));
    fired.push({ override: index, from: level, to, saturated: to !== wanted });
    level = to;
  });
  return { level, fired };
}

/** An override that fires without the references of its proof is no answer. */
function checkEvidence(evidence: readonly string[], rule: string, view: View): void {
  for (const input of evidence) {
    if (fieldOf(view.subject, input) !== undefined) continue;
    view.issues.push(errorAt('missing-evidence', ['facts', input], { input, rule }));
  }
}

/** The level an effect asks for, before the scale's ends hold it; larger is worse. */
export function wantedLevel(
  effect: OverrideEffect,
  level: number,
  levels: readonly string[],
): number {
  if ('set' in effect) return levels.indexOf(effect.set);
  if ('atBest' in effect) return Math.max(level, levels.indexOf(effect.atBest));
  if ('atWorst' in effect) return Math.min(level, levels.indexOf(effect.atWorst));
  if ('step' in effect) return effect.step === 'worse' ? level + effect.by : level - effect.by;
  return level;
}
