import { requireArgument } from '../../core/argument.js';
import { mistake } from '../../core/error.js';
import { frameProof } from '../../draw/frameProof.js';
import type { Prepared } from '../../plan/prepared.js';
import type { Proof } from './proof.js';

/**
 * A proof of one entity's place in a task's frame, for the entity to keep: it shows nobody else.
 *
 * @param prepared - of the plan; only the tasks and their frames are read
 * @param task - the task's id
 * @param id - the entity
 * @throws `unknown-task` | `not-in-frame`
 *
 * @source double-random/1 §4; RFC 9162 §2.1.3
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { checkProof, noticeA, proveEntity } from 'evenhand/notice';
 * import { preparePlan } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme } = sampleCity({ entities: 300, seed: 'doc' });
 * const prepared = preparePlan({
 *   programme: parseProgramme(programme), register, tasks,
 *   year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001',
 *   sources: [{ label: 'dice.2026-01-15', bits: 132 }],
 * });
 * const { task, frame } = prepared.tasks.find((one) => one.frame.length > 0)!;
 * const proof = proveEntity(prepared, task.id, [...frame][0]!.id);
 * checkProof(noticeA(prepared), undefined, proof).inFrame; // => true
 * ```
 */
export function proveEntity(
  prepared: Pick<Prepared, 'drawId' | 'tasks'>,
  task: string,
  id: string,
): Proof {
  requireArgument('proveEntity', 'prepared', prepared, { tasks: 'array' }, 'preparePlan(…)');
  const found = prepared.tasks.find((one) => one.task.id === task);
  if (found === undefined) {
    const expected = prepared.tasks.map((one) => one.task.id);
    throw mistake('unknown-task', `the plan has no task \`${task}\``, { given: task, expected });
  }
  const { unit, index, count, path, root } = frameProof(found.frame, id);
  const { stratum, weight } = unit;
  return {
    schema: 'evenhand/proof/1',
    drawId: prepared.drawId,
    task,
    id,
    stratum,
    ...(weight === undefined ? {} : { weight }),
    index,
    count,
    path,
    root,
  };
}
