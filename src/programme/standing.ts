import { type Day, isDay, type Period } from '../core/day.js';
import {
  type Condition,
  fieldOf,
  isEffective,
  type Subject,
  windowStart,
} from '../register/condition.js';
import type { Event } from '../register/nouns.js';
import type { Bins } from '../scoring/constructs/bins.js';
import type { Conditional } from '../scoring/constructs/conditional.js';
import type { Construct } from '../scoring/constructs/construct.js';
import type { Events } from '../scoring/constructs/events.js';
import type { Lookup } from '../scoring/constructs/lookup.js';
import { fullYears } from '../scoring/inputs.js';
import type { Scheme } from '../scoring/scheme.js';

/** How a scheme sees an entity on a day, as far as time changes it. */
export interface Standing {
  /** Events of one place change a score alike; undefined for one the scheme does not see that day. */
  placeOf(event: Event): string | undefined;
  /** Two days with the same text give the same score, whatever acts are done by then. */
  readonly text: string;
}

/** Kinds of event a rule looks for, within a window or at any age. */
interface Look {
  readonly kinds: readonly string[];
  readonly within: Period | undefined;
}

const looksOf = {
  bins: (_: Bins): Look[] => [],
  lookup: (_: Lookup): Look[] => [],
  conditional: ({ when }: Conditional) => looksOfCondition(when),
  events: ({ effects, window, decay = [] }: Events) =>
    [window, ...decay.map(({ after }) => after)].map(
      (within): Look => ({ kinds: effects.map(({ event }) => event), within }),
    ),
} satisfies Record<Construct['kind'], unknown>;

/** The standing of an entity under a scheme on a day. */
export function standingOn(scheme: Scheme, entity: Subject, day: Day): Standing {
  const { terms, overrides = [] } = scheme;
  const looks = [
    ...terms.flatMap((term) => (looksOf[term.kind] as (term: Construct) => Look[])(term)),
    ...overrides.flatMap(({ when }) => looksOfCondition(when)),
  ].map(({ kinds, within }) => ({
    kinds,
    from: within === undefined ? '' : windowStart(day, within),
  }));
  const placeOf = (event: Event): string | undefined => {
    if (!isEffective(event, day)) return undefined;
    const seen = looks.map(({ kinds, from }) => kinds.includes(event.kind) && event.on >= from);
    if (!seen.includes(true)) return undefined;
    const isRepaired = event.repairedOn !== undefined && event.repairedOn <= day;
    return JSON.stringify([event.kind, isRepaired, seen.map(Number).join('')]);
  };
  const years = Object.values(scheme.inputs).flatMap((input) => {
    const since = input.type === 'full-years' ? fieldOf(entity, input.since) : undefined;
    return isDay(since) ? [fullYears(since, day)] : [];
  });
  const isPast = overrides.map(({ sunset }) => sunset !== undefined && day > sunset);
  const places = entity.events.map((event) => placeOf(event) ?? '');
  return { placeOf, text: JSON.stringify([places, years, isPast]) };
}

function looksOfCondition(condition: Condition): Look[] {
  if ('all' in condition) return condition.all.flatMap(looksOfCondition);
  if ('any' in condition) return condition.any.flatMap(looksOfCondition);
  if ('not' in condition) return looksOfCondition(condition.not);
  if (!('events' in condition)) return [];
  return [{ kinds: condition.events.kinds, within: condition.events.within }];
}
