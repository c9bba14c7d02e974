import { addDays, type Day } from '../../core/day.js';
import { scaledMeasure } from '../../core/decimal.js';
import { fieldOf, type Subject } from '../../register/condition.js';
import type { Fact } from '../../register/nouns.js';
import type { CompiledTerm } from '../compile.js';
import { type CompiledBins, evaluateBins } from '../constructs/bins.js';
import { type CompiledEvents, type EventBounds, effectOf } from '../constructs/compiledEvents.js';
import type { CompiledConditional } from '../constructs/conditional.js';
import { binOf } from '../constructs/edges.js';
import { type CompiledLookup, evaluateLookup } from '../constructs/lookup.js';
import { type CompiledNumber, MOST_UNITS } from '../constructs/number.js';
import { type CompiledInput, checkInput } from '../inputs.js';
import type { View } from '../view.js';
import { askFor, type TakeUp } from './conditions.js';
import type { EventSum } from './eventSums.js';

/** The points of a term; NaN where the readable evaluator has to answer. */
export type Points = (subject: Subject, sums: Float64Array) => number;

/** What terms are made ready with. */
export interface Ready {
  readonly asOf: Day;
  readonly takeUp: TakeUp;
}

/** So many texts of an input are kept with their points; beyond, all are forgotten. */
const MOST_TEXTS = 20_000;

/** A term made ready for many entities; undefined for one that only the readable evaluator answers. */
export function pointsOf(
  term: CompiledTerm,
  bounds: EventBounds | undefined,
  ready: Ready,
): Points | undefined {
  switch (term.kind) {
    case 'bins':
      return term.input.input.type === 'full-years' ? byFact(term, ready) : ofBins(term);
    case 'lookup':
      return byFact(term, ready);
    case 'number':
      return ofNumber(term);
    case 'conditional':
      return ofCondition(term, ready);
    case 'events':
      return term.select === undefined ? ofEvents(term, bounds as EventBounds, ready) : undefined;
  }
}

/** Events: their sum, between the term's own ends. */
function ofEvents(term: CompiledEvents, bounds: EventBounds, { asOf, takeUp }: Ready): Points {
  const lane = takeUp(sumOf(term, bounds, asOf));
  const { min, max } = term;
  return (_, sums) => {
    const sum = sums[lane] as number;
    return sum < min ? min : sum > max ? max : sum;
  };
}

/** What the events of a term add up to. */
function sumOf(term: CompiledEvents, bounds: EventBounds, asOf: Day): EventSum {
  return {
    kinds: term.rows.keys(),
    turns: turnsOf(bounds, asOf),
    effect: (event) => effectOf(term, event, asOf, bounds) ?? 0,
  };
}

/** The days from which on an event counts otherwise than just before. */
export function turnsOf({ from, to, steps }: EventBounds, asOf: Day): readonly Day[] {
  return [from, ...(to < asOf ? [addDays(to, 1)] : []), ...steps];
}

/** A text, yes or no, or a day that years are counted from: what each gives is found once and kept. */
function byFact(term: CompiledLookup | CompiledBins, { asOf }: Ready): Points {
  const { input, missing = Number.NaN } = term;
  const field = input.input.type === 'full-years' ? input.input.since : input.name;
  const find = kept((fact) => {
    const view = viewOf(field, fact, asOf);
    const points = term.kind === 'lookup' ? evaluateLookup(term, view) : evaluateBins(term, view);
    return view.issues.length > 0 ? Number.NaN : points;
  });
  return (subject) => {
    const fact = fieldOf(subject, field);
    return fact === undefined ? missing : find(fact);
  };
}

function ofBins({ input, edges, points, missing = Number.NaN }: CompiledBins): Points {
  const read = numberOf(input);
  return (subject) => {
    const fact = fieldOf(subject, input.name);
    if (fact === undefined) return missing;
    const units = read(fact);
    return Number.isNaN(units) ? units : (points[binOf(edges, units)] as number);
  };
}

function ofNumber({ input, factor, missing = Number.NaN }: CompiledNumber): Points | undefined {
  if (input.input.type === 'full-years') return undefined;
  const read = numberOf(input);
  return (subject) => {
    const fact = fieldOf(subject, input.name);
    if (fact === undefined) return missing;
    const units = read(fact) * factor;
    if (!(Math.abs(units) <= MOST_UNITS)) return Number.NaN;
    return units === 0 ? 0 : units;
  };
}

function ofCondition(
  { when, reads, points, otherwise, missing = Number.NaN }: CompiledConditional,
  { asOf, takeUp }: Ready,
): Points {
  const ask = askFor(when, asOf, takeUp);
  const isSound = soundnessOf(reads, asOf);
  return (subject, sums) => {
    if (!isSound(subject)) return Number.NaN;
    const answer = ask(subject, sums);
    return answer === 'yes' ? points : answer === 'no' ? otherwise : missing;
  };
}

/** A fact that is a number as units of an input, NaN for one that is wrong or no number. */
function numberOf({ places, min, max, closed }: CompiledInput): (fact: Fact) => number {
  return (fact) => {
    if (typeof fact !== 'number') return Number.NaN;
    const units = scaledMeasure(fact, places);
    if (units === undefined || units < min || units > max) return Number.NaN;
    return closed?.includes(units) === false ? Number.NaN : units;
  };
}

/** Whether nothing is wrong with the inputs that a condition reads. */
export function soundnessOf(
  reads: readonly CompiledInput[],
  asOf: Day,
): (subject: Subject) => boolean {
  const checks = reads
    .filter(({ input }) => input.type !== 'full-years')
    .map((input) => {
      const isNumber = input.input.type === 'integer' || input.input.type === 'decimal';
      const read = numberOf(input);
      const find = kept((fact) => {
        const view = viewOf(input.name, fact, asOf);
        checkInput(input, view);
        return view.issues.length === 0;
      });
      return (subject: Subject): boolean => {
        const fact = fieldOf(subject, input.name);
        if (fact === undefined) return true;
        return isNumber ? !Number.isNaN(read(fact)) : find(fact);
      };
    });
  if (checks.length === 0) return () => true;
  return (subject) => checks.every((isSound) => isSound(subject));
}

/** A function of facts that remembers what it found. */
export function kept<T>(find: (fact: Fact) => T): (fact: Fact) => T {
  const known = new Map<Fact, T>();
  return (fact) => {
    const found = known.get(fact);
    if (found !== undefined) return found;
    if (known.size >= MOST_TEXTS) known.clear();
    const fresh = find(fact);
    known.set(fact, fresh);
    return fresh;
  };
}

/** One fact alone, as the readable evaluator sees it. */
export function viewOf(field: string, fact: Fact, asOf: Day): View {
  const isOwn = field === 'district' || field === 'state' || field === 'since' || field === 'id';
  const facts = isOwn ? {} : { [field]: fact };
  const subject = { ...(isOwn ? { [field]: fact } : {}), facts, events: [], lists: [] } as Subject;
  return { subject, asOf, inputs: new Map(), issues: [] };
}
