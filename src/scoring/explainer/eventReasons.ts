import { addDays, type Day } from '../../core/day.js';
import type { Event } from '../../register/nouns.js';
import type { SchemeAt } from '../compile.js';
import type { EventBounds } from '../constructs/compiledEvents.js';
import { byDay } from '../constructs/eventRules.js';
import { explainTerm, hold } from '../explain.js';
import type { Pen, Reason } from '../reason.js';
import { daySteps } from '../scorer/daySteps.js';
import { turnsOf, viewOf } from '../scorer/terms.js';

/** The reasons of the terms over events, all in one reading of an entity's events. */
export interface EventReasons {
  /** Takes up the events of an entity; false where the readable account has to be given. */
  read(events: readonly Event[]): boolean;
  /** Writes the reasons of a term over what was read, and gives their units. */
  tell(term: number, reasons: Reason[]): number;
}

/** What a term says of every event of one kind, repair and step of age. */
interface Effect {
  readonly term: number;
  readonly units: number;
  readonly reason: Reason;
}

/** The events that count under one term, the first `count`, earliest first, each with what is said of it. */
interface Counted {
  count: number;
  readonly events: Event[];
  readonly effects: Effect[];
}

/**
 * What is said of an event hangs on its kind, on whether it is repaired, and on its day only through
 * the days where some window or step begins: `explainEvents` is asked once for each of these.
 *
 * @param terms - the places of terms over events without selection
 */
export function eventReasons(at: SchemeAt, terms: readonly number[], pen: Pen): EventReasons {
  const { asOf, compiled, bounds } = at;
  const all = terms.flatMap((term) => turnsOf(bounds[term] as EventBounds, asOf));
  const turns = [...new Set([...all, addDays(asOf, 1)])].sort();
  const stepOf = daySteps(turns);
  const known = new Map<string, (readonly Effect[] | undefined)[]>();
  const counted = new Map(
    terms.map((term): [number, Counted] => [term, { count: 0, events: [], effects: [] }]),
  );
  const lists = compiled.terms.map((_, term) => counted.get(term) as Counted);

  const effectsOf = (kind: string, isRepaired: boolean, step: number): readonly Effect[] => {
    const on = step === 0 ? '0001-01-01' : (turns[step - 1] as Day);
    const event = { id: '', kind, on, source: '', ...(isRepaired ? { repairedOn: asOf } : {}) };
    const view = { ...viewOf('', '', asOf), subject: { facts: {}, lists: [], events: [event] } };
    return terms.flatMap((term) => {
      const [first] = explainTerm(at, term, view, pen);
      if (first?.reason.what !== 'event') return [];
      return [{ term, units: first.units, reason: Object.freeze(first.reason) }];
    });
  };
  return {
    read(events) {
      for (let t = 0; t < terms.length; t++) {
        (lists[terms[t] as number] as Counted).count = 0;
      }
      for (let e = 0; e < events.length; e++) {
        const event = events[e] as Event;
        const { kind, on, repairedOn, until, knownOn } = event;
        if (knownOn !== undefined && knownOn > asOf) continue;
        if (until !== undefined && until < asOf) continue;
        const step = stepOf(on);
        if (step < 0) return false;
        const isRepaired = repairedOn !== undefined && repairedOn <= asOf;
        let row = known.get(kind);
        if (row === undefined) {
          if (known.size >= MOST_KINDS) known.clear();
          row = new Array<undefined>(2 * turns.length + 2).fill(undefined);
          known.set(kind, row);
        }
        const at = step * 2 + (isRepaired ? 1 : 0);
        let effects = row[at];
        if (effects === undefined) {
          effects = effectsOf(kind, isRepaired, step);
          row[at] = effects;
        }
        for (let i = 0; i < effects.length; i++) {
          const effect = effects[i] as Effect;
          enter(lists[effect.term] as Counted, event, effect);
        }
      }
      return true;
    },
    tell(term, reasons) {
      const { events, effects, count } = lists[term] as Counted;
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const effect = effects[i] as Effect;
        sum += effect.units;
        reasons.push(reasonFor(effect.reason, events[i] as Event));
      }
      const { id: rule, cite, min, max } = compiled.terms[term] as TermWithEnds;
      return hold({ rule, cite }, sum, { min, max }, pen, reasons);
    },
  };
}

/** So many kinds are kept with what is said of them; beyond, all are forgotten and begun anew. */
const MOST_KINDS = 1000;

interface TermWithEnds {
  readonly id: string;
  readonly cite: string;
  readonly min: number;
  readonly max: number;
}

/** Behind all that are not later. */
function enter(counted: Counted, event: Event, effect: Effect): void {
  const { events, effects } = counted;
  let place = counted.count++;
  while (place > 0 && byDay(events[place - 1] as Event, event) > 0) {
    events[place] = events[place - 1] as Event;
    effects[place] = effects[place - 1] as Effect;
    place--;
  }
  events[place] = event;
  effects[place] = effect;
}

/** What is said of an event like this one. */
function reasonFor(
  { rule, repaired, share, points, cite, article }: Reason,
  { id, kind, on }: Event,
): Reason {
  const event = { id, kind, on };
  if (repaired === undefined && share === undefined)
    return { rule, what: 'event', event, points, cite, article };
  if (share === undefined)
    return { rule, what: 'event', event, repaired: true, points, cite, article };
  if (repaired === undefined) return { rule, what: 'event', event, share, points, cite, article };
  return { rule, what: 'event', event, repaired, share, points, cite, article };
}
