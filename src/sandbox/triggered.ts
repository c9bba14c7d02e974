import { addPeriod, type Day } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import { windowStart } from '../register/condition.js';
import type { Demand, Event } from '../register/nouns.js';
import type { SandboxRules, SandboxTrigger } from './sandboxRules.js';

/** What brought a stage to its end, or a check. */
export interface TriggerNote {
  readonly id: string;
  readonly on: Day;
  /** Events, or the reference of a reading. */
  readonly by: readonly string[];
  readonly cite: string;
}

/**
 * The days on which enough events since the admission are known within the window. Each event is behind one
 * of them: after a day the counting begins anew.
 */
export function triggeredOn(
  { id, kinds, within, atLeast, cite }: SandboxTrigger,
  events: readonly Event[],
  admitted: Day,
  asOf: Day,
): TriggerNote[] {
  const knownOn = ({ on, knownOn: day = on }: Event): Day => (day > on ? day : on);
  const own = sortedBy(
    events.filter(
      (event) => kinds.includes(event.kind) && event.on >= admitted && knownOn(event) <= asOf,
    ),
    (event) => `${knownOn(event)} ${event.id}`,
  );
  const notes: TriggerNote[] = [];
  // A window only loses events as days pass: enough of them can be there first on a day one is learnt of.
  for (const day of new Set(own.map(knownOn))) {
    const from = within === undefined ? admitted : windowStart(day, within);
    const last = notes.at(-1)?.on;
    const counted = own.filter(
      (event) =>
        event.on >= from &&
        knownOn(event) <= day &&
        (last === undefined || knownOn(event) > last) &&
        (event.until === undefined || event.until >= day),
    );
    if (counted.length >= atLeast) {
      notes.push({ id, on: day, by: counted.map((event) => event.id), cite });
    }
  }
  return notes;
}

/** The check that a trigger asks for, as a demand outside the cap. */
export function demandsOf(
  { authority, id }: SandboxRules,
  entity: string,
  { check }: SandboxTrigger,
  note: TriggerNote,
): Demand[] {
  if (check === undefined) return [];
  const { item, within } = check;
  const demand: Demand = {
    id: `${id}/${entity}/${note.id}/${note.on}`,
    entity,
    authority,
    item,
    kind: 'spot-check',
    cause: 'for-cause',
    window: { from: note.on, to: addPeriod(note.on, within) },
    weight: 1,
    duty: false,
    evidence: { cause: 'monitoring', reference: note.by.join(' ') },
  };
  return [demand];
}

/** Of some days the first; on one day the first in the list. */
export function earliest(notes: readonly TriggerNote[]): TriggerNote | undefined {
  let first: TriggerNote | undefined;
  for (const note of notes) if (first === undefined || note.on < first.on) first = note;
  return first;
}
