import { isDay } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import { shownValue } from '../core/shownValue.js';

const DAYS = ['on', 'knownOn', 'until', 'repairedOn'] as const;

/**
 * What makes an entity unfit to be asked about at all: parts that are not there, and events whose days are
 * none. Days are compared as text, so `2025/9/1` would count as some day or other.
 */
export function subjectFaults(entity: unknown): readonly Issue[] {
  if (!isObject(entity)) return [wrongType([], entity, 'object')];
  const { facts, lists, events } = entity;
  // Asked of every row there is: a fit entity makes no list.
  if (isObject(facts) && Array.isArray(lists) && Array.isArray(events) && events.every(isFit)) {
    return NONE;
  }
  return [
    ...(isObject(facts) ? [] : [unfit(['facts'], facts, 'object')]),
    ...(Array.isArray(lists) ? [] : [unfit(['lists'], lists, 'array')]),
    ...(Array.isArray(events)
      ? events.flatMap((event, i) => eventFaults(event, ['events', i]))
      : [unfit(['events'], events, 'array')]),
  ];
}

const NONE: readonly Issue[] = Object.freeze([]);

function isFit(event: unknown): boolean {
  if (!isObject(event) || typeof event['kind'] !== 'string' || !isDay(event['on'])) return false;
  const { knownOn, until, repairedOn } = event;
  return (
    (knownOn === undefined || isDay(knownOn)) &&
    (until === undefined || isDay(until)) &&
    (repairedOn === undefined || isDay(repairedOn))
  );
}

function eventFaults(event: unknown, path: Issue['path']): Issue[] {
  if (!isObject(event)) return [wrongType(path, event, 'object')];
  const faults: Issue[] = [];
  if (typeof event['kind'] !== 'string') {
    faults.push(unfit([...path, 'kind'], event['kind'], 'string'));
  }
  for (const name of DAYS) {
    const day = event[name];
    if (isDay(day) || (day === undefined && name !== 'on')) continue;
    const given = shownValue(day);
    faults.push(
      typeof day === 'string'
        ? errorAt('no-such-day', [...path, name], { given, expected: 'YYYY-MM-DD' })
        : unfit([...path, name], day, 'string'),
    );
  }
  return faults;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function unfit(path: Issue['path'], given: unknown, expected: string): Issue {
  return given === undefined
    ? errorAt('missing-field', path, { expected })
    : wrongType(path, given, expected);
}

function wrongType(path: Issue['path'], given: unknown, expected: string): Issue {
  return errorAt('wrong-type', path, { given: shownValue(given), expected });
}
