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
import type { Combine } from '../scoring/constructs/combine.js';
import type { Conditional } from '../scoring/constructs/conditional.js';
import type { Construct, SchemeValue } from '../scoring/constructs/construct.js';
import type { EventPoints, Events } from '../scoring/constructs/events.js';
import type { EventCount, EventSum } from '../scoring/constructs/eventValues.js';
import { isRolling } from '../scoring/constructs/eventWindow.js';
import type { Ladder } from '../scoring/constructs/ladder.js';
import type { Lookup } from '../scoring/constructs/lookup.js';
import type { NumberTerm } from '../scoring/constructs/number.js';
import type { RatioValue } from '../scoring/constructs/ratio.js';
import type { Table } from '../scoring/constructs/table.js';
import { fullYears } from '../scoring/inputs.js';
import type { Scheme } from '../scoring/scheme.js';
import { conditionsOf } from '../scoring/schemeKinds.js';

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
  /** Whether what an event counts may hang on other events, or on the day. */
  readonly bears?: boolean;
}

const looksOf = {
  bins: (_: Bins): Look[] => [],
  lookup: (_: Lookup): Look[] => [],
  conditional: ({ when }: Conditional) => looksOfCondition(when),
  events: (term: Events) => looksOfEvents(term),
  number: (_: NumberTerm): Look[] => [],
} satisfies Record<Construct['kind'], unknown>;

const looksOfValue = {
  combine: (_: Combine): Look[] => [],
  ratio: (_: RatioValue): Look[] => [],
  'count-events': ({ events, ...value }: EventCount) =>
    looksOfEvents({ ...value, effects: events.map((event) => ({ event, points: 1 })) }),
  'sum-events': (value: EventSum) => looksOfEvents(value),
  table: (_: Table): Look[] => [],
  ladder: ({ outcomes }: Ladder): Look[] => [
    { kinds: outcomes.map(({ event }) => event), within: undefined, bears: true },
  ],
} satisfies Record<SchemeValue['kind'], unknown>;

/** The standing of an entity under a scheme on a day. */
export function standingOn(scheme: Scheme, entity: Subject, day: Day): Standing {
  const { terms, values = [], overrides = [] } = scheme;
  const found = [
    ...terms.flatMap((term) => (looksOf[term.kind] as (term: Construct) => Look[])(term)),
    ...values.flatMap((one) => (looksOfValue[one.kind] as (one: SchemeValue) => Look[])(one)),
    ...conditionsOf(scheme).flatMap(looksOfCondition),
  ];
  // Where one event bears on another, or a window does not roll, no two events and days are alike.
  const isDated = found.some(({ bears }) => bears === true);
  const looks = found.map(({ kinds, within }) => ({
    kinds,
    from: within === undefined ? '' : windowStart(day, within),
  }));
  const placeOf = (event: Event): string | undefined => {
    if (!isEffective(event, day)) return undefined;
    const seen = looks.map(({ kinds, from }) => kinds.includes(event.kind) && event.on >= from);
    if (!seen.includes(true)) return undefined;
    const isRepaired = event.repairedOn !== undefined && event.repairedOn <= day;
    const place = [event.kind, isRepaired, seen.map(Number).join('')];
    return JSON.stringify(isDated ? [...place, event.id] : place);
  };
  const years = Object.values(scheme.inputs).flatMap((input) => {
    const since = input.type === 'full-years' ? fieldOf(entity, input.since) : undefined;
    return isDay(since) ? [fullYears(since, day)] : [];
  });
  const isPast = overrides.map(({ sunset }) => sunset !== undefined && day > sunset);
  const places = entity.events.map((event) => placeOf(event) ?? '');
  const text = JSON.stringify([places, years, isPast, ...(isDated ? [day] : [])]);
  return { placeOf, text };
}

function looksOfEvents(points: EventPoints): Look[] {
  const { effects, window, decay = [], suspend } = points;
  const kinds = effects.map(({ event }) => event);
  const bears =
    !isRolling(window) ||
    suspend !== undefined ||
    points.where !== undefined ||
    points.consolidate !== undefined ||
    points.closed !== undefined ||
    points.repeat !== undefined;
  if (!bears) {
    return [window, ...decay.map(({ after }) => after)].map((within): Look => ({ kinds, within }));
  }
  const others = [
    ...(suspend === undefined ? [] : [suspend.event]),
    ...('since' in window ? window.since : []),
  ];
  return [{ kinds: [...kinds, ...others], within: undefined, bears }];
}

function looksOfCondition(condition: Condition): Look[] {
  if ('all' in condition) return condition.all.flatMap(looksOfCondition);
  if ('any' in condition) return condition.any.flatMap(looksOfCondition);
  if ('not' in condition) return looksOfCondition(condition.not);
  if (!('events' in condition)) return [];
  return [{ kinds: condition.events.kinds, within: condition.events.within }];
}
