import type { Day } from '../core/day.js';
import { decimalText } from '../core/decimal.js';
import type { Citation } from '../document/document.js';
import type { Subject } from '../register/condition.js';
import type { CompiledOverride, CompiledTerm, SchemeAt } from './compile.js';
import { binText, explainBins } from './constructs/bins.js';
import { explainConditional } from './constructs/conditional.js';
import { explainEvents } from './constructs/events.js';
import { explainLookup } from './constructs/lookup.js';
import type { Score } from './evaluate.js';
import type { AppliedOverride, Rating } from './rating.js';
import type { RawReason, Reason } from './reason.js';
import type { Band, Part } from './scheme.js';
import type { View } from './view.js';

const explainers = {
  bins: explainBins,
  lookup: explainLookup,
  conditional: explainConditional,
  events: explainEvents,
} satisfies {
  [K in CompiledTerm['kind']]: (
    term: Extract<CompiledTerm, { kind: K }>,
    view: View,
    bounds: readonly Day[],
  ) => RawReason[];
};

/** The full account of a score: every contribution, the band, the overrides, each with its source. */
export function explain(at: SchemeAt, subject: Subject, score: Score): Rating {
  const { scheme, reference, tables, levels, edges } = at.compiled;
  const band = scheme.bands[score.band] as Band;
  const level = (place: number): string => levels[place] as string;
  const article = articles(scheme.citations);
  return {
    scheme: reference,
    tables,
    scale: scheme.scale.id,
    asOf: at.asOf,
    start: decimalText(at.compiled.start, scheme.places),
    score: decimalText(score.units, scheme.places),
    level: level(score.level),
    band: {
      range: binText(edges, score.band, scheme.places),
      level: band.level,
      cite: band.cite,
      article: article(band.cite),
    },
    reasons: reasonsOf(at, subject).map(({ units, ...reason }) => ({
      ...reason,
      points: decimalText(units, scheme.places),
      article: article(reason.cite),
    })) satisfies Reason[],
    overrides: score.fired.map((fired): AppliedOverride => {
      const { rule } = at.compiled.overrides[fired.override] as CompiledOverride;
      return {
        id: rule.id,
        from: level(fired.from),
        to: level(fired.to),
        saturated: fired.saturated,
        reason: rule.reason,
        cite: rule.cite,
        article: article(rule.cite),
      };
    }),
  };
}

/** Contributions that add up to score minus start: terms in order, then what the caps changed. */
function reasonsOf({ compiled, asOf, bounds }: SchemeAt, subject: Subject): RawReason[] {
  const view: View = { subject, asOf, inputs: compiled.inputs, issues: [] };
  const { scheme } = compiled;
  const sums = compiled.parts.map(() => 0);
  let units = compiled.start;
  const reasons: RawReason[] = compiled.terms.flatMap((term, i) => {
    const explainOne = explainers[term.kind] as (
      t: CompiledTerm,
      v: View,
      b: readonly Day[],
    ) => RawReason[];
    const raw = explainOne(term, view, bounds[i] as readonly Day[]);
    const sum = raw.reduce((total, reason) => total + reason.units, 0);
    const part = compiled.partOf[i] as number;
    if (part < 0) units += sum;
    else sums[part] = (sums[part] as number) + sum;
    return raw;
  });
  const hold = (rule: string, sum: number, min: number, max: number, cite: string): number => {
    const held = Math.min(max, Math.max(min, sum));
    if (held !== sum) {
      const bin = `${held < sum ? '<=' : '>='} ${decimalText(held, scheme.places)}`;
      reasons.push({ rule, what: 'cap', bin, units: held - sum, cite });
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

function articles(citations: readonly Citation[]): (cite: string) => string {
  const known = new Map(citations.map(({ id, title, article }) => [id, article ?? title]));
  return (cite) => known.get(cite) ?? '';
}
