import { mistake } from '../../core/error.js';
import { checkedId } from '../../core/identifier.js';
import { proveEntity } from '../../notice/proof/proveEntity.js';
import { EXIT } from '../exit.js';
import { writeFileWhole } from '../files/writeFileWhole.js';
import type { Desk } from '../io.js';
import { openOutput } from '../outputFolder.js';
import { json } from '../preparedFiles.js';

/** What `prove` is told. */
export interface ProveOptions {
  readonly plan: string;
  readonly id: string;
  readonly task?: string;
  readonly out?: string;
}

/** Writes a proof of one entity's place in a task's frame, for the entity to keep. */
export async function proveCommand(desk: Desk, options: ProveOptions): Promise<number> {
  const { plan, out } = options;
  const id = checkedId(options.id, 'an entity');
  const { prepared } = await openOutput(desk.path(plan), plan);
  const proof = proveEntity(prepared, options.task ?? onlyTask(prepared.tasks, id), id);
  desk.bar.stop();
  if (out === undefined) {
    desk.print(json(proof));
    return EXIT.done;
  }
  await writeFileWhole(desk.path(out), json(proof));
  desk.note(desk.say(`已写入 ${out}`, `written to ${out}`));
  return EXIT.done;
}

/** The one task in whose frame an entity stands; of several, one must be named. */
function onlyTask(tasks: Parameters<typeof proveEntity>[0]['tasks'], id: string): string {
  const own = tasks.filter(({ frame }) => frame.some((unit) => unit.id === id));
  const [first, second] = own.map(({ task }) => task.id);
  if (first !== undefined && second === undefined) return first;
  if (first === undefined) {
    throw mistake('not-in-frame', `\`${id}\` is not in the frame of any task`, { id });
  }
  const expected = `--task ${own.map(({ task }) => task.id).join(' | ')}`;
  throw mistake('option-missing', `${expected} is missing`, { expected, command: 'prove' });
}
