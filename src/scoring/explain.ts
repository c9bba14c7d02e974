import { decimalText } from '../core/decimal.js';
import type { Citation } from '../document/document.js';
import { fieldOf, type Subject } from '../register/condition.js';
import type { CompiledOverride, CompiledStatus, CompiledTerm, SchemeAt } from './compile.js';
import { explainBins } from './constructs/bins.js';
import type { EventBounds } from './constructs/compiledEvents.js';
import { explainConditional } from './constructs/conditional.js';
import { explainEvents } from './constructs/explainEvents.js';
import { explainLookup } from './constructs/lookup.js';
import { explainNumber } from './constructs/number.js';
import { openView, setTotal } from './derive.js';
import type { Score, StatusScore } from './evaluate.js';
import { explainGate } from './explainGate.js';
import { valuesOf } from './explainValues.js';
import type { CompiledGate } from './levels.js';
import type { AppliedOverride, Rating, StatusRating } from './rating.js';
import type { Pen, RawReason, Reason } from './reason.js';
import { requireSchemeAt } from './requireCompiled.js';
import type { Band, Part } from './scheme.js';
import type { View } from './view.js';

const explainers = {
  bins: explainBins,
  lookup: explainLookup,
  conditional: explainConditional,
  events: explainEvents,
  number: explainNumber,
} satisfies {
  [K in CompiledTerm['kind']]: (
    term: Extract<CompiledTerm, { kind: K }>,
    view: View,
    pen: Pen,
    bounds: EventBounds,
  ) => RawReason[];
};

/**
 * The full account of a score: every contribution, the band, the overrides, each with its source.
 * `explainerOf` gives the same for many entities.
 */
export function explain(at: SchemeAt, subject: Subject, score: Score): Rating {
  requireSchemeAt('explain', at);
  const { scheme, reference, tables, levels } = at.compiled;
  const pen = penOf(at);
  const { article } = pen;
  const view = openView(at, subject);
  const values = valuesOf(at, view, article);
  if (at.compiled.readsTotal === true) setTotal(score.units, scheme.places, view);
  return {
    scheme: reference,
    tables,
    scale: scheme.scale.id,
    asOf: at.asOf,
    start: decimalText(at.compiled.start, scheme.places),
    score: decimalText(score.units, scheme.places),
    level: levels[score.level] as string,
    ...levelReason(at, score, view, article),
    ...(values.length === 0 ? {} : { values }),
    reasons: reasonsOf(at, pen, (i, reasons) => tellTerm(at, i, view, pen, reasons)),
    overrides: appliedOverrides(at, score, view, pen),
  };
}

/** How the points of a scheme are written, and its articles found. */
export function penOf({ compiled: { scheme } }: SchemeAt): Pen {
  const { places, citations } = scheme;
  return { points: (units) => decimalText(units, places), article: articles(citations) };
}

/** The overrides that fired, with their sources. */
export function appliedOverrides(
  { compiled: { overrides, levels } }: SchemeAt,
  score: Score,
  view: View,
  { article }: Pen,
): AppliedOverride[] {
  return score.fired.map((fired): AppliedOverride => {
    const { rule } = overrides[fired.override] as CompiledOverride;
    return {
      id: rule.id,
      from: levels[fired.from] as string,
      to: levels[fired.to] as string,
      saturated: fired.saturated,
      ...('addVisit' in rule.effect || 'suspend' in rule.effect ? rule.effect : {}),
      ...(rule.evidence === undefined ? {} : { evidence: evidenceOf(rule.evidence, view) }),
      reason: rule.reason,
      cite: rule.cite,
      article: article(rule.cite),
    };
  });
}

/**
 * The same for an entity with a standing outside the scale.
 *
 * @param score - what `evaluateStanding` gave
 */
export function explainStatus(at: SchemeAt, subject: Subject, score: StatusScore): StatusRating {
  const { scheme, reference, tables, statuses = [] } = at.compiled;
  const { rule } = statuses[score.status] as CompiledStatus;
  const article = articles(scheme.citations);
  const values = valuesOf(at, openView(at, subject), article, true);
  return {
    scheme: reference,
    tables,
    scale: scheme.scale.id,
    asOf: at.asOf,
    status: rule.id,
    ...(rule.title === undefined ? {} : { title: rule.title }),
    ...(values.length === 0 ? {} : { values }),
    cite: rule.cite,
    article: article(rule.cite),
  };
}

/** The band, the gates or the value that gave the level before overrides. */
export function levelReason(
  { compiled }: SchemeAt,
  score: Score,
  view: View,
  article: (cite: string) => string,
): Pick<Rating, 'band' | 'gates'> {
  const { scheme, by } = compiled;
  const band = (range: string, level: string, cite: string): Rating['band'] => ({
    range,
    level,
    cite,
    article: article(cite),
  });
  if (by?.by === 'value') {
    const { name } = by.input;
    const text = String(fieldOf(view.subject, name));
    const cite = scheme.values?.find(({ id }) => id === name)?.cite ?? '';
    return { band: band(`${name} = ${text}`, text, cite) };
  }
  if (by?.by === 'gates') {
    const tried = by.gates.slice(0, score.band + 1);
    const { rule } = by.gates[score.band] as CompiledGate;
    return {
      band: band(`gate ${score.band + 1} of ${by.gates.length}`, rule.level, rule.cite),
      gates: tried.map((gate) => explainGate(gate, view, article)),
    };
  }
  const { bands = [] } = scheme;
  const { level, cite } = bands[score.band] as Band;
  return { band: band(compiled.ranges[score.band] as string, level, cite) };
}

function evidenceOf(evidence: readonly string[], { subject }: View): Record<string, string> {
  return Object.fromEntries(evidence.map((name) => [name, String(fieldOf(subject, name))]));
}

/** Writes the reasons of one term behind others, and gives what they add up to in units. */
export type Tell = (term: number, reasons: Reason[]) => number;

/** Contributions that add up to score minus start: terms in order, then what the caps changed. */
export function reasonsOf({ compiled }: SchemeAt, pen: Pen, tell: Tell): Reason[] {
  const { scheme, partOf, parts, total } = compiled;
  const sums = parts.map(() => 0);
  const reasons: Reason[] = [];
  let units = compiled.start;
  for (let i = 0; i < partOf.length; i++) {
    const sum = tell(i, reasons);
    const part = partOf[i] as number;
    if (part < 0) units += sum;
    else sums[part] = (sums[part] as number) + sum;
  }
  for (let i = 0; i < parts.length; i++) {
    const { id, cite } = (scheme.parts as readonly Part[])[i] as Part;
    units += hold({ rule: id, cite }, sums[i] as number, parts[i] as Ends, pen, reasons);
  }
  const whole = { rule: 'total', cite: scheme.total?.cite ?? '' };
  hold(whole, units, total, pen, reasons);
  return reasons;
}

interface Ends {
  readonly min: number;
  readonly max: number;
}

/** A sum between two ends; what they change is a reason of its own. */
export function hold(
  { rule, cite }: { readonly rule: string; readonly cite: string },
  sum: number,
  { min, max }: Ends,
  { points, article }: Pen,
  reasons: Reason[],
): number {
  const held = Math.min(max, Math.max(min, sum));
  if (held === sum) return sum;
  const bin = `${held < sum ? '<=' : '>='} ${points(held)}`;
  reasons.push({
    ...{ rule, what: 'cap', bin, points: points(held - sum), cite, article: article(cite) },
  });
  return held;
}

/** The reasons of one term, by what explains its kind. */
export function explainTerm(
  { compiled, bounds }: SchemeAt,
  i: number,
  view: View,
  pen: Pen,
): readonly RawReason[] {
  const term = compiled.terms[i] as CompiledTerm;
  const explainOne = explainers[term.kind] as (
    term: CompiledTerm,
    view: View,
    pen: Pen,
    bounds: EventBounds | undefined,
  ) => RawReason[];
  return explainOne(term, view, pen, bounds[i]);
}

/** The same as `Tell`. */
export function tellTerm(at: SchemeAt, i: number, view: View, pen: Pen, reasons: Reason[]): number {
  let sum = 0;
  for (const raw of explainTerm(at, i, view, pen)) {
    sum += raw.units;
    reasons.push(raw.reason);
  }
  return sum;
}

type Articles = (cite: string) => string;
const articlesKnown = new WeakMap<readonly Citation[], Articles>();

/** The article of each citation, found once for a scheme. */
function articles(citations: readonly Citation[]): Articles {
  const found = articlesKnown.get(citations);
  if (found !== undefined) return found;
  const known = new Map(citations.map(({ id, title, article }) => [id, article ?? title]));
  const fresh: Articles = (cite) => known.get(cite) ?? '';
  articlesKnown.set(citations, fresh);
  return fresh;
}
