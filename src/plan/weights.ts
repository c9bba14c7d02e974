import { errorAt, type Issue } from '../core/issue.js';
import { shownValue } from '../core/shownValue.js';
import type { Sampling } from '../draw/sampling.js';
import { isWeight, MAX_WEIGHT } from '../draw/unit.js';
import type { Chances, Entity, Fact, Task } from '../register/nouns.js';
import { badPlanInput } from './badPlanInput.js';
import { offsetOf } from './offsetOf.js';
import type { Standing } from './prepared.js';

/** Where weights come from, as a notice tells it: levels' weights stay inside, as levels do. */
export type AnnouncedWeight =
  | { readonly fact: string; readonly missing?: number }
  | { readonly by: 'risk-level' };

/** How the units of a task's strata are drawn: by its own word, else by the sampling document's. */
export function chancesOf(
  { chances }: Pick<Task, 'chances'>,
  { method = 'equal' }: Pick<Sampling, 'method'>,
): Chances {
  return chances ?? method;
}

/**
 * Makes sure that every task that draws by weight can: a rule says what units weigh, and no order that
 * begins elsewhere stands against it.
 *
 * @throws `bad-plan-input` with `weight-rule-missing` and `offset-with-weights`
 */
export function requireWeights(tasks: readonly Task[], sampling: Sampling): void {
  const issues = tasks.flatMap((task): Issue[] => {
    if (chancesOf(task, sampling) === 'equal') return [];
    const path = ['tasks', task.id];
    return [
      ...(sampling.weight === undefined
        ? [errorAt('weight-rule-missing', [...path, 'chances'], { given: 'pareto' })]
        : []),
      ...(offsetOf(task) === 0
        ? []
        : [errorAt('offset-with-weights', [...path, 'spread'], { offset: offsetOf(task) })]),
    ];
  });
  const [first, ...rest] = issues;
  if (first !== undefined) throw badPlanInput([first, ...rest]);
}

/** What keeps an entity from being weighed: the fact that it lacks, or states as no weight. */
export interface Unweighed {
  readonly fact: string;
  readonly given?: Fact;
}

/** What an entity weighs for a task; undefined where the task draws by equal chances. */
export function weightFinder(
  task: Task,
  sampling: Sampling,
): ((entity: Entity, standing: Standing) => number | Unweighed) | undefined {
  const rule = chancesOf(task, sampling) === 'pareto' ? sampling.weight : undefined;
  if (rule === undefined) return undefined;
  if ('levels' in rule) {
    return (_, { level }) => rule.levels[level] ?? { fact: 'risk-level', given: level };
  }
  const { fact, missing } = rule;
  return ({ facts }) => {
    const given = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (given === undefined) return missing ?? { fact };
    return isWeight(given) ? given : { fact, given };
  };
}

/** The issue of an entity that stands in no frame of a task, since its weight is not known. */
export function unweighedIssue(entity: string, task: string, { fact, given }: Unweighed): Issue {
  const path = ['entities', entity, 'facts', fact];
  if (given === undefined) return errorAt('weight-missing', path, { id: entity, fact, task });
  return errorAt('bad-weight', path, {
    id: entity,
    given: shownValue(given),
    expected: MAX_WEIGHT,
  });
}

/** A rule of weights without its citation, and without what levels weigh. */
export function announcedWeight({
  weight: rule,
}: Pick<Sampling, 'weight'>): AnnouncedWeight | undefined {
  if (rule === undefined) return undefined;
  if ('levels' in rule) return { by: 'risk-level' };
  const { fact, missing } = rule;
  return { fact, ...(missing === undefined ? {} : { missing }) };
}
