import { decimalText } from '../../core/decimal.js';
import type { Pen, RawReason, Reason } from '../reason.js';
import type { View } from '../view.js';
import {
  type CompiledEvents,
  type EventBounds,
  effectOf,
  isRepaired,
  selected,
  stepOf,
  unitsOf,
} from './compiledEvents.js';
import { byDay } from './eventRules.js';
import type { Selected } from './selectEvents.js';

export function explainEvents(
  term: CompiledEvents,
  view: View,
  pen: Pen,
  bounds: EventBounds,
): RawReason[] {
  const reasons: RawReason[] = [];
  let sum = 0;
  const { asOf } = view;
  const { id: rule, cite } = term;
  const article = pen.article(cite);
  const list =
    term.select === undefined
      ? counted(term, view, bounds)
      : selected(term, term.select, view, bounds);
  for (const one of list) {
    const { event, ordinal, mergedInto, suspendedBy } = one;
    const step = stepOf(event, bounds);
    const units = unitsOf(term, one, asOf, bounds);
    sum += units;
    const { id, kind, on } = event;
    const points = pen.points(units);
    const isBare = ordinal === 1 && mergedInto === undefined && suspendedBy === undefined;
    const reason: Reason =
      isBare && step === 0 && !isRepaired(event, asOf)
        ? { rule, what: 'event', event: { id, kind, on }, points, cite, article }
        : {
            rule,
            what: 'event',
            event: { id, kind, on },
            ...(isRepaired(event, asOf) ? { repaired: true } : {}),
            ...(step > 0 ? { share: term.shares[step] as string } : {}),
            ...(ordinal > 1 ? { ordinal, times: timesOf(term, ordinal) } : {}),
            ...(mergedInto === undefined ? {} : { mergedInto }),
            ...(suspendedBy === undefined ? {} : { suspendedBy }),
            points,
            cite,
            article,
          };
    reasons.push({ units, reason });
  }
  const held = Math.min(term.max, Math.max(term.min, sum));
  if (held === sum) return reasons;
  const bin = `${held < sum ? '<=' : '>='} ${decimalText(held, term.places)}`;
  const points = pen.points(held - sum);
  reasons.push({ units: held - sum, reason: { rule, what: 'cap', bin, points, cite, article } });
  return reasons;
}

const NONE: readonly Selected[] = [];

/** The events that count under a term without selection, earliest first. */
function counted(
  term: CompiledEvents,
  { subject: { events }, asOf }: View,
  bounds: EventBounds,
): readonly Selected[] {
  let list: Selected[] | undefined;
  for (const event of events) {
    if (effectOf(term, event, asOf, bounds) === undefined) continue;
    list ??= [];
    list.push({ event, ordinal: 1 });
  }
  if (list === undefined || list.length === 1) return list ?? NONE;
  return list.sort((a, b) => byDay(a.event, b.event));
}

function timesOf({ select }: CompiledEvents, ordinal: number): string {
  const by = select?.repeat?.by ?? ['1'];
  return String(by[Math.min(ordinal, by.length) - 1]);
}
