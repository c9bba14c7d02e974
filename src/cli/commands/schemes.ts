import { mistake } from '../../core/error.js';
import type { LocalText } from '../../document/document.js';
import * as library from '../../schemes/index.js';
import { EXIT } from '../exit.js';
import type { Desk } from '../io.js';
import { textTable } from '../textTable.js';

/** What the library holds: a document, or a programme of several. */
interface Held {
  readonly id: string;
  readonly kind?: string;
  readonly version: string;
  readonly status?: string;
  readonly title?: LocalText;
}

/** Lists the documents the library holds, or shows one as JSON: `id@version`, or the newest of an id. */
export async function schemesCommand(desk: Desk, what?: string, name?: string): Promise<number> {
  const held = documents();
  if (what === 'list') {
    if (desk.json) desk.print(JSON.stringify(held.map(summary), null, 2));
    else for (const line of listText(desk, held)) desk.print(line);
    return EXIT.done;
  }
  if (what !== 'show' || name === undefined) {
    const expected = what === 'show' ? 'NAME' : 'list | show NAME';
    throw mistake('option-missing', `${expected} is missing`, { expected, command: 'schemes' });
  }
  const found = held
    .filter(({ id, version }) => name === id || name === `${id}@${version}`)
    .sort((a, b) => (a.version < b.version ? 1 : -1))[0];
  if (found === undefined) {
    throw mistake('unknown-scheme', `the library has no \`${name}\``, {
      given: name,
      expected: held.map(({ id, version }) => `${id}@${version}`),
    });
  }
  desk.print(JSON.stringify(found, null, 2));
  return EXIT.done;
}

/** Lists of documents are held by their members. */
function documents(): Held[] {
  const all = Object.values(library as Readonly<Record<string, unknown>>).flat();
  return all.filter(
    (one): one is Held =>
      typeof (one as Held | null)?.id === 'string' && 'version' in (one as Held),
  );
}

function summary({ id, kind = 'programme', version, status, title }: Held) {
  return {
    id,
    kind,
    version,
    ...(status === undefined ? {} : { status }),
    ...(title === undefined ? {} : { title }),
  };
}

function listText(desk: Desk, held: readonly Held[]): string[] {
  const header =
    desk.lang === 'zh'
      ? ['标识', '类别', '版本', '状态', '名称']
      : ['id', 'kind', 'version', 'status', 'title'];
  const rows = held.map(({ id, kind = 'programme', version, status = '', title }) => [
    id,
    kind,
    version,
    status,
    title?.[desk.lang] ?? '',
  ]);
  return textTable(header, rows);
}
