import { errorAt, type Issue } from '../core/issue.js';
import { isDayNumber } from './entityAt.js';
import { AT_ONCE, type EventColumns, NO_DAY } from './entityColumns.js';

/** The columns of an event's days, and what stands in each for a day it does not have. */
export const EVENT_DAYS = [
  { name: 'on', none: undefined },
  { name: 'repairedOn', none: NO_DAY },
  { name: 'until', none: NO_DAY },
  { name: 'knownOn', none: AT_ONCE },
] as const;

/** Whether every event is of a kind in the dictionary, and on days that there are. */
export function areEventsSound(events: EventColumns): boolean {
  const { kind, kinds } = events;
  for (let at = 0; at < kind.length; at++) if ((kind[at] as number) >= kinds.length) return false;
  return EVENT_DAYS.every(({ name, none }) => {
    const days = events[name];
    if (days === undefined) return true;
    for (let at = 0; at < days.length; at++) {
      const day = days[at] as number;
      if (day !== none && !isDayNumber(day)) return false;
    }
    return true;
  });
}

/** Marks the rows of a block that have an event of no kind, or on no day. */
export function markEvents(
  events: EventColumns,
  faulty: Uint8Array,
  from: number,
  size: number,
): void {
  for (let i = 0; i < size; i++) if (eventIssues(events, from + i).length > 0) faulty[i] = 1;
}

/** The events of a row whose kind stands for no text, or whose days stand for none. */
export function eventIssues(events: EventColumns, row: number): Issue[] {
  const { offsets, kind, kinds } = events;
  const first = offsets[row] as number;
  const count = (offsets[row + 1] as number) - first;
  const issues: Issue[] = [];
  for (let i = 0; i < count; i++) {
    const code = kind[first + i] as number;
    if (code >= kinds.length) {
      const params = { given: code, expected: kinds.length - 1 };
      issues.push(errorAt('code-beyond-dictionary', ['events', i, 'kind'], params));
    }
    for (const { name, none } of EVENT_DAYS) {
      const day = events[name]?.[first + i];
      if (day === undefined || day === none || isDayNumber(day)) continue;
      const params = { given: String(day), expected: 'YYYY-MM-DD' };
      issues.push(errorAt('no-such-day', ['events', i, name], params));
    }
  }
  return issues;
}
