import { mistake } from '../../core/error.js';
import { checkedId } from '../../core/identifier.js';
import { changesFor } from '../../notice/proof/changesFor.js';
import { proveEntity } from '../../notice/proof/proveEntity.js';
import { EXIT } from '../exit.js';
import { writeFileWhole } from '../files/writeFileWhole.js';
import type { Desk } from '../io.js';
import { openOutput } from '../outputFolder.js';
import { json } from '../preparedFiles.js';
import { isAmendment, publishedIn } from '../publishedIn.js';
import { changeLine } from '../verifyBeyond.js';

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
  const folder = await openOutput(desk.path(plan), plan);
  const { prepared } = folder;
  const proof = proveEntity(prepared, options.task ?? onlyTask(prepared.tasks, id), id);
  const isAmended = [...folder.files.keys()].some(isAmendment);
  const amendments = isAmended ? (await publishedIn(folder, plan)).amendments : [];
  desk.bar.stop();
  if (out === undefined) desk.print(json(proof));
  else {
    await writeFileWhole(desk.path(out), json(proof));
    desk.note(desk.say(`已写入 ${out}`, `written to ${out}`));
  }
  for (const change of changesFor(amendments, proof)) desk.note(changeLine(desk, change));
  if (isAmended) {
    desk.note(
      desk.say(
        '证明只说明抽签时的情况；核验时请用 --amendment 依次给出全部变更公告，以核对此后的变更',
        'a proof tells of the draw; for what came after it, give verify all amendments with --amendment',
      ),
    );
  }
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
