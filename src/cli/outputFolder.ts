import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EvenhandError, isEvenhandError, mistake } from '../core/error.js';
import { frameRoot } from '../draw/frameRoot.js';
import { noticeA } from '../notice/noticeA.js';
import type { NoticeA } from '../notice/notices.js';
import type { Prepared } from '../plan/prepared.js';
import { staffRootOf, staffRow } from '../plan/staff.js';
import { certainRootOf } from '../plan/taskFrame.js';
import { safeParseProgramme } from '../programme/parseProgramme.js';
import type { Programme } from '../programme/programme.js';
import { fileDigest, listedFiles } from './files/manifest.js';
import type { FileContent } from './files/writeContent.js';
import { type KeptFindings, PLACES } from './preparedFiles.js';
import { readPrepared } from './readPrepared.js';

/** A file of a folder of outputs. */
export interface OutputFile {
  readonly path: string;
  /** The same file for another folder. */
  readonly content: FileContent;
}

/** Files of a folder of outputs for another folder, all of them unless told which. */
export function contentsOf(
  { files }: OutputFolder,
  names: { has(name: string): boolean } = files,
): Record<string, FileContent> {
  const wanted = [...files].filter(([name]) => names.has(name));
  return Object.fromEntries(wanted.map(([name, { content }]) => [name, content]));
}

/** The value of a JSON file. */
export async function jsonOf({ path }: OutputFile): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** A folder that `prepare`, `draw` or `plan` wrote, unchanged since. */
export interface OutputFolder {
  /** Every file the manifest lists, by name. */
  readonly files: ReadonlyMap<string, OutputFile>;
  readonly prepared: Prepared;
  readonly noticeA: NoticeA;
  readonly programme: Programme;
  readonly findings: KeptFindings;
}

/**
 * Opens a folder of outputs and makes sure that it is whole and of one piece: every file has the
 * digest its manifest lists, the prepared plan has the roots it states, and notice A is its notice A.
 *
 * @param path - for the system; `given` is what the user called it
 * @throws `not-our-output` | `output-changed` | `prepared-differs` | `notice-a-differs`
 */
export async function openOutput(path: string, given: string): Promise<OutputFolder> {
  const files = await wholeFiles(path, given);
  const fileAt = (name: string): OutputFile => {
    const file = files.get(name);
    if (file === undefined) throw notOurs(given);
    return file;
  };
  const parsed = async <T>(name: string): Promise<T> => (await jsonOf(fileAt(name))) as T;
  const prepared = await readPrepared(fileAt(PLACES.prepared).path);
  if (prepared.schema !== 'evenhand/prepared/1') throw notOurs(given);
  const programme = safeParseProgramme(await parsed(PLACES.programme));
  if (!programme.ok) throw notOurs(given);
  checkPrepared(prepared, programme.value);
  const published = await parsed<NoticeA>(PLACES.noticeA);
  checkNotice(noticeA(prepared), published);
  return {
    files,
    prepared,
    noticeA: published,
    programme: programme.value,
    findings: await parsed<KeptFindings>(PLACES.findings),
  };
}

async function wholeFiles(path: string, given: string): Promise<Map<string, OutputFile>> {
  const listed = await listedFiles(path);
  if (listed === undefined) throw notOurs(given);
  const files = new Map<string, OutputFile>();
  for (const { name, sha256: expected } of listed) {
    const place = join(path, name);
    const found = await fileDigest(place).catch(() => '-');
    if (found !== expected) {
      throw mistake('output-changed', `\`${name}\` in \`${given}\` is not what was written`, {
        ...{ given, file: name, expected, found },
      });
    }
    files.set(name, { path: place, content: copyOf(place) });
  }
  return files;
}

function copyOf(path: string): FileContent {
  return async (write) => {
    for await (const part of createReadStream(path)) await write(part as Uint8Array);
  };
}

/** What notice A commits to must follow from what the draw will use. */
function checkPrepared(prepared: Prepared, programme: Programme): void {
  const agree = (field: string, expected: string, found: string): void => {
    if (expected === found) return;
    throw mistake('prepared-differs', `\`${field}\` is \`${expected}\` by its content`, {
      ...{ field, expected, found },
    });
  };
  try {
    agree('programme', programme.reference.digest, prepared.programme.digest);
    agree('staffRoot', staffRootOf(prepared.inspectors.map(staffRow)), prepared.staffRoot);
    for (const one of prepared.tasks) {
      agree(`tasks.${one.task.id}.frameRoot`, frameRoot(one.frame), one.frameRoot);
      agree(`tasks.${one.task.id}.certainRoot`, certainRootOf(one.certain), one.certainRoot);
    }
  } catch (error) {
    if (isEvenhandError(error)) throw error;
    // Whatever else a plan of another shape runs into.
    agree('schema', 'evenhand/prepared/1', String(error));
  }
}

function checkNotice(expected: NoticeA, found: NoticeA): void {
  for (const field of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const [a, b] = [expected, found].map((notice) =>
      JSON.stringify((notice as unknown as Record<string, unknown>)[field]),
    );
    if (a === b) continue;
    const params = { field, expected: String(a).slice(0, 80), found: String(b).slice(0, 80) };
    throw mistake('notice-a-differs', `notice A differs in \`${field}\``, params);
  }
}

function notOurs(given: string): EvenhandError {
  const expected = 'prepare | draw | plan';
  return mistake('not-our-output', `\`${given}\` is no folder that evenhand wrote`, {
    given,
    expected,
  });
}
