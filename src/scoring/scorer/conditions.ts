import type { Day } from '../../core/day.js';
import {
  type Answer,
  type Condition,
  type EventAggregate,
  type FieldCondition,
  fieldOf,
  holds,
  isEffective,
  type Subject,
  windowStart,
} from '../../register/condition.js';
import type { Event } from '../../register/nouns.js';
import type { EventSum } from './eventSums.js';

/** A condition ready for many entities; `sums` are those of the entity's events. */
export type Ask = (subject: Subject, sums: Float64Array) => Answer;

/** Takes up a sum over events and tells its place among the sums. */
export type TakeUp = (sum: EventSum) => number;

/**
 * A condition on a day with its windows worked out; it answers what `holds` answers.
 */
export function askFor(condition: Condition, asOf: Day, takeUp: TakeUp): Ask {
  if ('all' in condition) return allOf(condition.all.map((one) => askFor(one, asOf, takeUp)));
  if ('any' in condition) return anyOf(condition.any.map((one) => askFor(one, asOf, takeUp)));
  if ('not' in condition) {
    const ask = askFor(condition.not, asOf, takeUp);
    return (subject, sums) => {
      const answer = ask(subject, sums);
      return answer === 'missing' ? answer : answer === 'yes' ? 'no' : 'yes';
    };
  }
  if ('events' in condition) {
    const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = condition.events;
    const lane = takeUp(countOf(condition.events, asOf));
    return (_, sums) => {
      const count = sums[lane] as number;
      return count >= atLeast && count <= atMost ? 'yes' : 'no';
    };
  }
  return ofField(condition, asOf);
}

/** How many events an aggregate counts, as a sum. */
function countOf({ kinds, within, unrepaired }: EventAggregate, asOf: Day): EventSum {
  const from = within === undefined ? undefined : windowStart(asOf, within);
  return {
    kinds,
    turns: from === undefined ? [] : [from],
    effect: (event: Event) => {
      if (!isEffective(event, asOf) || !kinds.includes(event.kind)) return 0;
      if (from !== undefined && event.on < from) return 0;
      return unrepaired === true && event.repairedOn !== undefined ? 0 : 1;
    },
  };
}

function ofField(condition: FieldCondition, asOf: Day): Ask {
  const { field } = condition;
  if (field === 'list' && 'eq' in condition) {
    const name = String(condition.eq);
    return ({ lists }) => (lists.length > 0 && lists.includes(name) ? 'yes' : 'no');
  }
  if (field !== 'list' && 'eq' in condition) {
    const { eq } = condition;
    return (subject) => {
      const value = fieldOf(subject, field);
      return value === undefined ? 'missing' : value === eq ? 'yes' : 'no';
    };
  }
  return (subject) => holds(condition, subject, asOf);
}

function allOf(parts: readonly Ask[]): Ask {
  return (subject, sums) => {
    let answer: Answer = 'yes';
    for (const ask of parts) {
      const one = ask(subject, sums);
      if (one === 'no') return 'no';
      if (one === 'missing') answer = 'missing';
    }
    return answer;
  };
}

function anyOf(parts: readonly Ask[]): Ask {
  return (subject, sums) => {
    let answer: Answer = 'no';
    for (const ask of parts) {
      const one = ask(subject, sums);
      if (one === 'yes') return 'yes';
      if (one === 'missing') answer = 'missing';
    }
    return answer;
  };
}
