import type { Day } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import type { Subject } from '../register/condition.js';
import type { CompiledInput } from './inputs.js';

/** What a term sees of one entity on one day; what is wrong with its facts is collected. */
export interface View {
  readonly subject: Subject;
  readonly asOf: Day;
  readonly inputs: ReadonlyMap<string, CompiledInput>;
  readonly issues: Issue[];
  /** Values without an answer because of an issue that is noted already. */
  readonly faulty?: Set<string>;
}

/** Whether it is noted what is wrong with an input, or with what a value is made of. */
export function isNoted(input: string, { issues, faulty }: View): boolean {
  return faulty?.has(input) === true || issues.some(({ params }) => params['input'] === input);
}
