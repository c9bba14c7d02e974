import type { Task } from './nouns.js';
import { orThrow, type Parsed, safeParsed } from './parsed.js';
import { taskSchema } from './taskSchema.js';

/**
 * A task (抽查任务) out of plain data; its scope is a condition.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseTask } from 'evenhand/register';
 *
 * const task = parseTask({
 *   id: 'fire-2026',
 *   lead: 'fire',
 *   partners: [],
 *   items: ['fire-exits'],
 *   scope: { field: 'seats', gte: 50 },
 *   kind: 'spot-check',
 *   quota: { ratio: '5%', rule: 'at-least' },
 *   window: { from: '2026-03-01', to: '2026-06-30' },
 *   group: 'all',
 *   teamSize: 2,
 * });
 * task.window.to; // => '2026-06-30'
 * ```
 */
export function parseTask(value: unknown): Task {
  return orThrow('task', safeParseTask(value));
}

/** As `parseTask`, but what is wrong is returned. */
export function safeParseTask(value: unknown): Parsed<Task> {
  return safeParsed<Task>(taskSchema, value);
}
