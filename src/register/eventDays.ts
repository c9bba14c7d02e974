import { isDay } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { RegisterCode } from './codes.js';
import type { Event } from './nouns.js';

/**
 * What is wrong with an event's own days: it cannot end, or be repaired, before it happened. What is no
 * day at all is said of it already, and stands in no order.
 */
export function eventDayFaults({ on, until, repairedOn }: Pick<Event, EventDay>): Issue[] {
  const faults: Issue[] = [];
  const notBefore = (code: RegisterCode, field: EventDay, day: string | undefined): void => {
    if (day === undefined || day >= on || !isDay(day) || !isDay(on)) return;
    faults.push(errorAt(code, [field], { given: day, on }));
  };
  notBefore('until-before-on', 'until', until);
  notBefore('repaired-before-on', 'repairedOn', repairedOn);
  return faults;
}

type EventDay = 'on' | 'until' | 'repairedOn';
