import { decimalText } from '../core/decimal.js';
import type { Citation } from '../document/document.js';
import { fieldOf, type Subject } from '../register/condition.js';
import type { CompiledOverride, CompiledStatus, CompiledTerm, SchemeAt } from './compile.js';
import { explainBins } from './constructs/bins.js';
import { explainConditional } from './constructs/conditional.js';
import { type EventBounds, explainEvents } from './constructs/events.js';
import { explainLookup } from './constructs/lookup.js';
import { explainNumber } from './constructs/number.js';
import { openView, setTotal } from './derive.js';
import type { Score, StatusScore } from './evaluate.js';
import { explainGate } from './explainGate.js';
import { valuesOf } from './explainValues.js';
import type { CompiledGate } from './levels.js';
import type { AppliedOverride, Rating, StatusRating } from './rating.js';
import type { Pen, RawReason, Reason } from './reason.js';
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

/** The full account of a score: every contribution, the band, the overrides, each with its source. */
export function explain(at: SchemeAt, subject: Subject, score: Score): Rating {
  const { scheme, reference, tables, levels } = at.compiled;
  const level = (place: number): string => levels[place] as string;
  const article = articles(scheme.citations);
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
    level: level(score.level),
    ...levelReason(at, score, view, article),
    ...(values.length === 0 ? {} : { values }),
    reasons: reasonsOf(at, view, article),
    overrides: score.fired.map((fired): AppliedOverride => {
      const { rule } = at.compiled.overrides[fired.override] as CompiledOverride;
      return {
        id: rule.id,
        from: level(fired.from),
        to: level(fired.to),
        saturated: fired.saturated,
        ...('addVisit' in rule.effect || 'suspend' in rule.effect ? rule.effect : {}),
        ...(rule.evidence === undefined ? {} : { evidence: evidenceOf(rule.evidence, view) }),
        reason: rule.reason,
        cite: rule.cite,
        article: article(rule.cite),
      };
    }),
  };
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
function levelReason(
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

/** Contributions that add up to score minus start: terms in order, then what the caps changed. */
function reasonsOf(
  { compiled, bounds }: SchemeAt,
  view: View,
  article: (cite: string) => string,
): Reason[] {
  const { scheme } = compiled;
  const { places } = scheme;
  const pen: Pen = { points: (units) => decimalText(units, places), article };
  const sums = compiled.parts.map(() => 0);
  let units = compiled.start;
  const reasons: Reason[] = [];
  for (let i = 0; i < compiled.terms.length; i++) {
    const term = compiled.terms[i] as CompiledTerm;
    const explainOne = explainers[term.kind] as (
      t: CompiledTerm,
      v: View,
      p: Pen,
      b: EventBounds | undefined,
    ) => RawReason[];
    let sum = 0;
    for (const raw of explainOne(term, view, pen, bounds[i])) {
      sum += raw.units;
      reasons.push(raw.reason);
    }
    const part = compiled.partOf[i] as number;
    if (part < 0) units += sum;
    else sums[part] = (sums[part] as number) + sum;
  }
  const hold = (rule: string, sum: number, min: number, max: number, cite: string): number => {
    const held = Math.min(max, Math.max(min, sum));
    if (held !== sum) {
      const bin = `${held < sum ? '<=' : '>='} ${decimalText(held, places)}`;
      const points = pen.points(held - sum);
      reasons.push({ rule, what: 'cap', bin, points, cite, article: article(cite) });
    }
    return held;
  };
  compiled.parts.forEach(({ min, max }, i) => {
    const part = scheme.parts?.[i] as Part;
    units += hold(part.id, sums[i] as number, min, max, part.cite);
  });
  hold('total', units, compiled.total.min, compiled.total.max, scheme.total?.cite ?? '');
  return reasons;
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
