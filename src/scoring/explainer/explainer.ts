import { fieldOf, holds, type Subject } from '../../register/condition.js';
import type { CompiledTerm, SchemeAt } from '../compile.js';
import type { CompiledBins } from '../constructs/bins.js';
import type { CompiledConditional } from '../constructs/conditional.js';
import type { CompiledLookup } from '../constructs/lookup.js';
import type { CompiledNumber } from '../constructs/number.js';
import type { Score } from '../evaluate.js';
import {
  appliedOverrides,
  explain,
  explainTerm,
  levelReason,
  penOf,
  reasonsOf,
  tellTerm,
} from '../explain.js';
import type { AppliedOverride, Rating } from '../rating.js';
import type { Pen, RawReason, Reason } from '../reason.js';
import { requireSchemeAt } from '../requireCompiled.js';
import { kept, viewOf } from '../scorer/terms.js';
import { eventReasons } from './eventReasons.js';

/** Explains the scores of entities one after the other, by a scheme on a day. */
export type Explainer = (subject: Subject, score: Score) => Rating;

const known = new WeakMap<SchemeAt, Explainer>();

/**
 * `explain` for many entities of one scheme and day. What is said of a fact, of an event of one kind
 * and age, of a band, is said once by `explain`'s own parts and shared, frozen, by all whom it concerns.
 *
 * Schemes whose level comes from gates or values are explained by `explain` itself.
 *
 * @example
 * ```ts
 * import { exampleRisk } from 'evenhand/schemes';
 * import { compileScheme, explainerOf, schemeAt, type Score, scorerOf } from 'evenhand/scoring';
 *
 * const at = schemeAt(compileScheme(exampleRisk), '2026-01-15');
 * const [score, explain] = [scorerOf(at), explainerOf(at)];
 * const firm = { facts: { industry: '6210' }, lists: [], events: [] };
 * explain(firm, score(firm) as Score).reasons[0]?.bin; // => '62'
 * ```
 */
export function explainerOf(at: SchemeAt): Explainer {
  const found = known.get(at);
  if (found !== undefined) return found;
  requireSchemeAt('explainerOf', at);
  const { values, by, readsTotal } = at.compiled;
  const isPlain = values === undefined && by === undefined && readsTotal !== true;
  const fresh = isPlain
    ? sharing(at)
    : (subject: Subject, score: Score) => explain(at, subject, score);
  known.set(at, fresh);
  return fresh;
}

const NONE: AppliedOverride[] = Object.freeze([] as AppliedOverride[]) as AppliedOverride[];

function sharing(at: SchemeAt): Explainer {
  const { compiled, asOf } = at;
  const { scheme, reference, tables, levels, terms } = compiled;
  const plain = penOf(at);
  const written = kept((units) => plain.points(units as number));
  const pen: Pen = { ...plain, points: (units) => written(units) };
  const scale = scheme.scale.id;
  const start = pen.points(compiled.start);
  const bands = (scheme.bands ?? []).map((_, band) => {
    const score = { units: 0, level: 0, band, fired: [] };
    return Object.freeze(levelReason(at, score, viewOf('', '', asOf), pen.article).band);
  });
  const dated = terms.flatMap((term, i) =>
    term.kind === 'events' && term.select === undefined ? [i] : [],
  );
  const events = eventReasons(at, dated, pen);
  const tellers = terms.map((term, i): TellOne => {
    if (dated.includes(i)) return (_, reasons) => events.tell(i, reasons);
    return tellerOf(term, i, at, pen);
  });
  return (subject, score) => {
    if (!events.read(subject.events)) return explain(at, subject, score);
    return {
      scheme: reference,
      tables,
      scale,
      asOf,
      start,
      score: pen.points(score.units),
      level: levels[score.level] as string,
      band: bands[score.band] as Rating['band'],
      reasons: reasonsOf(at, pen, (i, reasons) => (tellers[i] as TellOne)(subject, reasons)),
      overrides:
        score.fired.length === 0
          ? NONE
          : appliedOverrides(at, score, { ...viewOf('', '', asOf), subject }, pen),
    };
  };
}

/** Writes the reasons of a term, and gives their units. */
type TellOne = (subject: Subject, reasons: Reason[]) => number;

function tellerOf(term: CompiledTerm, i: number, at: SchemeAt, pen: Pen): TellOne {
  const readable: TellOne = (subject, reasons) =>
    tellTerm(at, i, { ...viewOf('', '', at.asOf), subject }, pen, reasons);
  switch (term.kind) {
    case 'events':
      return readable;
    case 'conditional':
      return byAnswer(term, i, at, pen, readable);
    default:
      return byFact(term, i, at, pen);
  }
}

/** A fact: what is said of each is kept, and of one that is missing. */
function byFact(
  { input }: CompiledBins | CompiledLookup | CompiledNumber,
  i: number,
  at: SchemeAt,
  pen: Pen,
): TellOne {
  const field = input.input.type === 'full-years' ? input.input.since : input.name;
  const missing = kept(() => only(explainTerm(at, i, { ...viewOf('', '', at.asOf) }, pen)));
  const said = kept((fact) => only(explainTerm(at, i, viewOf(field, fact, at.asOf), pen)));
  return (subject, reasons) => {
    const fact = fieldOf(subject, field);
    const { units, reason } = fact === undefined ? missing('') : said(fact);
    reasons.push(reason);
    return units;
  };
}

/** A condition: it holds or it does not; what is missing it is told of each entity. */
function byAnswer(
  { when }: CompiledConditional,
  i: number,
  at: SchemeAt,
  pen: Pen,
  readable: TellOne,
): TellOne {
  const said = new Map<string, RawReason>();
  return (subject, reasons) => {
    const answer = holds(when, subject, at.asOf);
    if (answer === 'missing') return readable(subject, reasons);
    let raw = said.get(answer);
    if (raw === undefined) {
      raw = only(explainTerm(at, i, { ...viewOf('', '', at.asOf), subject }, pen));
      said.set(answer, raw);
    }
    reasons.push(raw.reason);
    return raw.units;
  };
}

/** Terms that are no events give one reason. */
function only([raw]: readonly RawReason[]): RawReason {
  const { units, reason } = raw as RawReason;
  return { units, reason: Object.freeze(reason) };
}
