import type { Issue } from '../../core/issue.js';
import type { Condition, Subject } from '../../register/condition.js';
import type { SchemeAt } from '../compile.js';
import type { EventBounds } from '../constructs/compiledEvents.js';
import { binOf } from '../constructs/edges.js';
import { evaluate, type Fired, type Score, wantedLevel } from '../evaluate.js';
import { requireSchemeAt } from '../requireCompiled.js';
import { type Ask, askFor } from './conditions.js';
import { type EventSum, eventAdder } from './eventSums.js';
import { type Points, pointsOf, soundnessOf } from './terms.js';

/** Scores entities one after the other by a scheme on a day. */
export type Scorer = (subject: Subject) => Score | readonly Issue[];

const known = new WeakMap<SchemeAt, Scorer>();

/**
 * `evaluate` for many entities of one scheme and day: windows, bounds, tables and what a text scores
 * are worked out once and not for every entity.
 *
 * Whatever is out of the ordinary is left to `evaluate` itself: a value that is wrong, or missing
 * where it may not be, a scheme with values, statuses or gates. So the answers are the same, issues
 * word for word, and a score explains itself by `explain` like any other.
 *
 * @example
 * ```ts
 * import { exampleRisk } from 'evenhand/schemes';
 * import { compileScheme, schemeAt, scorerOf } from 'evenhand/scoring';
 *
 * const score = scorerOf(schemeAt(compileScheme(exampleRisk), '2026-01-15'));
 * const found = score({ facts: { industry: '6210' }, lists: [], events: [] });
 * 'units' in found && found.units; // => 340
 * ```
 */
export function scorerOf(at: SchemeAt): Scorer {
  const found = known.get(at);
  if (found !== undefined) return found;
  requireSchemeAt('scorerOf', at);
  const quick = quickScore(at);
  const scorer: Scorer =
    quick === undefined
      ? (subject) => evaluate(at, subject)
      : (subject) => quick(subject) ?? evaluate(at, subject);
  known.set(at, scorer);
  return scorer;
}

const NOTHING: readonly Fired[] = Object.freeze([]);

/** A score, or undefined where only the readable evaluator can tell. */
function quickScore(at: SchemeAt): ((subject: Subject) => Score | undefined) | undefined {
  const { compiled, asOf, bounds } = at;
  const { values, statuses, readsTotal, by, parts, partOf, start, total } = compiled;
  if (values !== undefined || statuses !== undefined || readsTotal === true || by !== undefined) {
    return undefined;
  }
  const asked: EventSum[] = [];
  const ready = { asOf, takeUp: (sum: EventSum): number => asked.push(sum) - 1 };
  const terms = compiled.terms.map((term, i) =>
    pointsOf(term, bounds[i] as EventBounds | undefined, ready),
  );
  if (terms.includes(undefined)) return undefined;
  const overrides = overridesOf(at, (when) => askFor(when, asOf, ready.takeUp));
  const addEvents = eventAdder(asked, asOf);
  const sums = new Float64Array(asked.length);
  const inPart = new Float64Array(parts.length);
  const { edges, bandLevel } = compiled;
  const count = terms.length;
  return (subject) => {
    if (!addEvents(subject.events, sums)) return undefined;
    inPart.fill(0);
    let units = start;
    for (let i = 0; i < count; i++) {
      const points = (terms[i] as Points)(subject, sums);
      const part = partOf[i] as number;
      if (part < 0) units += points;
      else inPart[part] = (inPart[part] as number) + points;
    }
    for (let i = 0; i < parts.length; i++) {
      const { min, max } = parts[i] as { min: number; max: number };
      units += Math.min(max, Math.max(min, inPart[i] as number));
    }
    if (Number.isNaN(units)) return undefined;
    units = Math.min(total.max, Math.max(total.min, units));
    const band = binOf(edges, units);
    const level = bandLevel[band] as number;
    return overrides === undefined
      ? { units, band, level, fired: NOTHING }
      : overrides(subject, sums, units, band, level);
  };
}

/** The overrides that have not run out, in order; undefined where there is none. */
function overridesOf({ compiled, asOf }: SchemeAt, askOf: (when: Condition) => Ask) {
  const { overrides, levels } = compiled;
  const last = levels.length - 1;
  const rules = overrides.flatMap(({ rule, reads }, override) => {
    if (rule.sunset !== undefined && asOf > rule.sunset) return [];
    const { missing = 'refuse', evidence = [] } = rule;
    return [
      {
        ...{ override, missing, evidence, isSound: soundnessOf(reads, asOf) },
        ask: askOf(rule.when),
        wanted: levels.map((_, level) => wantedLevel(rule.effect, level, levels)),
      },
    ];
  });
  if (rules.length === 0) return undefined;
  return (
    subject: Subject,
    sums: Float64Array,
    units: number,
    band: number,
    base: number,
  ): Score | undefined => {
    let level = base;
    let fired: Fired[] | undefined;
    for (const { override, missing, evidence, isSound, ask, wanted } of rules) {
      if (!isSound(subject)) return undefined;
      const answer = ask(subject, sums);
      if (answer === 'no' || (answer === 'missing' && missing === 'skip')) continue;
      // What is missing, or has to be proven, is for the readable evaluator to say.
      if (answer === 'missing' && missing === 'refuse') return undefined;
      if (evidence.length > 0) return undefined;
      const to = Math.min(last, Math.max(0, wanted[level] as number));
      const saturated = to !== wanted[level];
      fired = [...(fired ?? []), { override, from: level, to, saturated }];
      level = to;
    }
    return { units, band, level, fired: fired ?? NOTHING };
  };
}
