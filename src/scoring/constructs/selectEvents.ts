import type { Day } from '../../core/day.js';
import { errorAt } from '../../core/issue.js';
import { isEffective } from '../../register/condition.js';
import type { Event } from '../../register/nouns.js';
import type { View } from '../view.js';
import {
  byDay,
  type EventRules,
  eventValue,
  matches,
  ordinalOf,
  type Repeat,
  suspendedBy,
} from './eventRules.js';
import { dayAfterLatest, type EventWindow } from './eventWindow.js';

/** What a window alone cannot say of the events that count. */
export interface Selection {
  readonly rules: EventRules;
  readonly window: EventWindow;
  readonly repeat?: Repeat;
  /** Every kind the scheme names, where its kinds are closed. */
  readonly kinds?: ReadonlySet<string>;
}

/** An event within the window, and why it may not count as it stands. */
export interface Selected {
  readonly event: Event;
  /** Which of its like it is, from 1. */
  readonly ordinal: number;
  /** The event that stands for it, or that suspends it; it then has no points. */
  readonly mergedInto?: string;
  readonly suspendedBy?: string;
}

/**
 * The events of a window, earliest first: filtered, suspended, consolidated, and counted among their
 * like. Earlier ones of its like count from before the window too, unless they were merged away.
 */
export function selectEvents(
  { rules, window, repeat, kinds }: Selection,
  view: View,
  days: { readonly from: Day; readonly to: Day },
  isCounted: (kind: string) => boolean,
  weigh: (event: Event) => number,
): readonly Selected[] {
  const { events } = view.subject;
  const { asOf } = view;
  if (kinds !== undefined) noteUnknownKinds(kinds, view);
  const known = events
    .filter(
      (event) =>
        isCounted(event.kind) && isEffective(event, asOf) && matches(event, rules.where, asOf),
    )
    .sort(byDay);
  const suspended = new Map<Event, string>();
  for (const event of known) {
    const by = suspendedBy(event, rules, events, asOf);
    if (by !== undefined) suspended.set(event, by.id);
  }
  const open = known.filter((event) => !suspended.has(event));
  const since = 'since' in window ? dayAfterLatest(window.since, events, asOf) : undefined;
  const from = since ?? days.from;
  const last = 'last' in window ? new Set(open.slice(-window.last)) : undefined;
  const isInside = (event: Event): boolean =>
    event.on >= from && event.on <= days.to && (last === undefined || last.has(event));
  const merged = mergedOf(open.filter(isInside), rules, weigh);
  const earlier: Event[] = [];
  return known.flatMap((event): Selected[] => {
    const by = suspended.get(event);
    if (by !== undefined) {
      const isShown = last === undefined ? isInside(event) : true;
      return isShown ? [{ event, ordinal: 1, suspendedBy: by }] : [];
    }
    const into = merged.get(event);
    if (into !== undefined) return [{ event, ordinal: 1, mergedInto: into }];
    const ordinal = repeat === undefined ? 1 : ordinalOf(event, repeat, earlier);
    earlier.push(event);
    return isInside(event) ? [{ event, ordinal }] : [];
  });
}

/** For each event merged away, the one that stands for it. */
function mergedOf(
  events: readonly Event[],
  { consolidate }: EventRules,
  weigh: (event: Event) => number,
): ReadonlyMap<Event, string> {
  const merged = new Map<Event, string>();
  if (consolidate === undefined) return merged;
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const values = consolidate.by.map((field) => eventValue(event, field));
    if (values.includes(undefined)) continue;
    const key = JSON.stringify(values);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  for (const group of groups.values()) {
    let kept = group[0] as Event;
    if (consolidate.keep === 'max') {
      for (const event of group) if (weigh(event) > weigh(kept)) kept = event;
    }
    for (const event of group) if (event !== kept) merged.set(event, kept.id);
  }
  return merged;
}

function noteUnknownKinds(kinds: ReadonlySet<string>, { subject, asOf, issues }: View): void {
  subject.events.forEach((event, i) => {
    if (kinds.has(event.kind) || !isEffective(event, asOf)) return;
    const isNoted = issues.some(({ path }) => path[0] === 'events' && path[1] === i);
    if (isNoted) return;
    const params = { given: event.kind, expected: [...kinds], input: event.kind };
    issues.push(errorAt('unknown-event-kind', ['events', i, 'kind'], params));
  });
}
