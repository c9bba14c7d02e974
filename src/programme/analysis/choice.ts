import type { Subject } from '../../register/condition.js';
import type { Event, Fact } from '../../register/nouns.js';

/** What one variable may be, as the part of an entity that says so. */
export type Choice = Partial<Subject>;

/** Something of an entity a scheme asks for, with one choice for every stretch it treats alike. */
export interface Variable {
  readonly name: string;
  readonly choices: readonly Choice[];
  /** Whether every stretch has its choice; where not, what was not tried stays open. */
  readonly isWhole: boolean;
}

/** The entity several choices make together. */
export function joined(choices: readonly Choice[]): Subject {
  const facts: Record<string, Fact> = {};
  const lists: string[] = [];
  const events: Event[] = [];
  const fields: Choice = {};
  for (const choice of choices) {
    Object.assign(fields, choice);
    Object.assign(facts, choice.facts);
    lists.push(...(choice.lists ?? []));
    events.push(...(choice.events ?? []));
  }
  return { ...fields, facts, lists, events: numbered(events) };
}

const numbered = (events: readonly Event[]): readonly Event[] =>
  events.map((event, i) => ({ ...event, id: `e${i + 1}` }));
