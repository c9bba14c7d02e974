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
}
