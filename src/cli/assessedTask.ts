import { mistake } from '../core/error.js';
import type { Condition } from '../register/condition.js';
import type { Task } from '../register/nouns.js';
import { safeParseTask } from '../register/parseTask.js';
import { errorsOf, noRows, requireClean } from './findings.js';
import { type InputFiles, requiredFile } from './inputFiles.js';
import { badOption, type InputOptions } from './options.js';
import { readList } from './readDocument.js';

/** What an assessment takes of a task: whom it can draw, and whose visits tell the tiers of recency. */
export interface AssessedTask {
  readonly scope: Condition;
  readonly authorities: readonly string[];
}

/**
 * The task of an input that an assessment shall draw for: one with the matrix's quotas and equal chances, which is
 * what an assessment draws by.
 *
 * @throws `bad-option` where there is no such task, or one that draws by something else; what
 * `requireClean` throws where tasks are faulty
 */
export async function assessedTask(
  files: InputFiles,
  options: InputOptions,
  id: string,
): Promise<AssessedTask> {
  const { value: tasks, issues } = await readList(
    requiredFile(files, 'tasks', options),
    safeParseTask,
  );
  const faulty = [...new Set(errorsOf(issues).map(({ file }) => file ?? ''))].sort();
  const nothing = { read: noRows(), setAside: noRows(), notWhole: [] };
  requireClean({ ...nothing, issues, faulty }, true);
  const task = tasks.find((one) => one.id === id);
  if (task === undefined || !isByMatrix(task)) {
    const some = tasks.filter(isByMatrix).map((one) => one.id);
    throw badOption(
      '--task',
      id,
      `a task with the quota { by: 'matrix' }, equal chances and no spread: ${some.join(', ')}`,
    );
  }
  return { scope: task.scope, authorities: [task.lead, ...task.partners] };
}

const isByMatrix = ({ quota, spread, chances }: Task): boolean =>
  'by' in quota && quota.by === 'matrix' && spread === undefined && chances !== 'pareto';

/** @throws `bad-option` for options that a task answers, or without what it is for */
export function requireTaskAlone(
  task: string,
  { key, authority }: { readonly key?: string | undefined; readonly authority: readonly string[] },
): void {
  if (authority.length > 0) {
    throw badOption(
      '--authority',
      authority.join(', '),
      `none beside --task ${task}, which has its own`,
    );
  }
  if (key !== undefined) return;
  const expected = '--key HEX, to draw for --task';
  throw mistake('option-missing', `${expected} is missing`, { expected, command: 'assess' });
}
