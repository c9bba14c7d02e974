import type { Day } from '../core/day.js';
import {
  type Answer,
  type Condition,
  type FieldCondition,
  fieldOf,
  holds,
  type Subject,
} from './condition.js';
import type { Fact } from './nouns.js';

/** Answers one condition about many entities. */
export type Asker = (entity: Subject) => Answer;

/** So many values of one field are remembered. */
const MOST = 4096;

/**
 * A condition that is asked of many entities as of one day: the answers of `holds`, which is asked once for
 * each value of a field. Of entities there are millions, of industries and districts a few thousand.
 */
export function conditionAsker(condition: Condition, asOf: Day): Asker {
  if ('all' in condition) return conjunction(condition.all, asOf);
  if ('any' in condition)
    return opposite(
      conjunction(
        condition.any.map((not) => ({ not })),
        asOf,
      ),
    );
  if ('not' in condition) return opposite(conditionAsker(condition.not, asOf));
  if ('events' in condition || condition.field === 'list' || condition.field === 'id') {
    return (entity) => holds(condition, entity, asOf);
  }
  return byValue(condition, asOf);
}

function conjunction(parts: readonly Condition[], asOf: Day): Asker {
  const askers = parts.map((part) => conditionAsker(part, asOf));
  return (entity) => {
    let answer: Answer = 'yes';
    for (const ask of askers) {
      const one = ask(entity);
      if (one === 'no') return 'no';
      if (one === 'missing') answer = 'missing';
    }
    return answer;
  };
}

function opposite(ask: Asker): Asker {
  return (entity) => {
    const answer = ask(entity);
    return answer === 'missing' ? 'missing' : answer === 'yes' ? 'no' : 'yes';
  };
}

function byValue(condition: FieldCondition, asOf: Day): Asker {
  const known = new Map<Fact | undefined, Answer>();
  return (entity) => {
    const value = fieldOf(entity, condition.field);
    const found = known.get(value);
    if (found !== undefined) return found;
    const answer = holds(condition, entity, asOf);
    // `-0` and `0` are one key and one number to every condition.
    if (known.size < MOST) known.set(value, answer);
    return answer;
  };
}
