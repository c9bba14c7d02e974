import { addPeriod, type Day } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import { isEffective, type Subject } from '../register/condition.js';
import type { Event } from '../register/nouns.js';
import type { EventEffect } from '../scoring/constructs/events.js';
import type { Scheme } from '../scoring/scheme.js';
import type { Act } from './acts.js';
import { changedValues } from './changedValues.js';
import type { Choice } from './smallestSet.js';

/** A repair with the event it is of. */
export interface Repair {
  readonly event: Event;
  readonly act: Act;
}

/**
 * The repairs a scheme allows of the events in effect on `asOf`, by event id.
 *
 * Where several effects count a kind, each must allow its repair, and the latest day holds.
 */
export function possibleRepairs(scheme: Scheme, entity: Subject, asOf: Day): Repair[] {
  const effects = [...scheme.terms, ...(scheme.values ?? [])].flatMap((one) =>
    one.kind === 'events' || one.kind === 'sum-events' ? one.effects : [],
  );
  const repairs = entity.events.flatMap((event): Repair[] => {
    if (event.repairedOn !== undefined || !isEffective(event, asOf)) return [];
    const on = firstRepair(
      effects.filter((effect) => effect.event === event.kind),
      event.on,
    );
    if (on === undefined) return [];
    return [{ event, act: { kind: 'repair', event: event.id, on: on > asOf ? on : asOf } }];
  });
  return sortedBy(repairs, ({ event }) => event.id);
}

function firstRepair(effects: readonly EventEffect[], on: Day): Day | undefined {
  let first: Day | undefined;
  for (const { repair } of effects) {
    if (repair === 'never') return undefined;
    if (repair === undefined) continue;
    const day = addPeriod(on, repair.after);
    if (first === undefined || day > first) first = day;
  }
  return first;
}

/**
 * For each input a scheme marks changeable the other values worth trying, by the input's name.
 *
 * @param judge - the scheme that scores the changed entity; its edges say which values are
 */
export function possibleChanges(
  { inputs }: Scheme,
  judge: Scheme,
  entity: Subject,
  asOf: Day,
): Choice[] {
  const changeable = Object.keys(inputs).filter((name) => {
    const input = inputs[name];
    return input !== undefined && 'changeable' in input && input.changeable === true;
  });
  return sortedBy(changeable, (name) => name).flatMap((name) => {
    const values = changedValues(judge, name, entity);
    if (values.length === 0) return [];
    const acts = values.map((to): Act => ({ kind: 'change', input: name, to, on: asOf }));
    return [{ kind: 'one-of', acts }];
  });
}
