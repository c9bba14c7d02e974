import { type Issue, warningAt } from '../core/issue.js';
import type { TextColumn } from '../core/textColumn.js';
import type { Task } from '../register/nouns.js';

/**
 * Those whom earlier parts of a task's cycle drew and who stand in no register: they left it, or their ids are
 * mistyped. Nobody else can be counted by such an id, so whoever was meant may be drawn again.
 */
export function unknownDrawn({ id, quota }: Task, register: TextColumn): Issue[] {
  if (!('parts' in quota) || quota.drawn.length === 0) return [];
  const left = new Set(quota.drawn);
  const size = register.count();
  for (let n = 0; n < size && left.size > 0; n++) left.delete(register.textAt(n));
  const [given] = left;
  if (given === undefined) return [];
  const params = { task: id, given, rows: left.size };
  return [warningAt('drawn-unknown', ['tasks', id, 'quota', 'drawn'], params)];
}
