import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type EvenhandError, mistake } from '../core/error.js';
import { FILE_KINDS, type FileKind } from '../register/columns.js';
import { readFault } from './files/fileFault.js';
import type { Desk } from './io.js';

/** The files an input is made of. */
export const INPUT_KINDS = [
  ...FILE_KINDS,
  'tasks',
  'programme',
  'sources',
  'causes',
  'districts',
] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

/** Which files to read: a folder with files of the kinds' names, and any file named by itself. */
export type InputFileOptions = { readonly in?: string } & {
  readonly [K in InputKind]?: string;
};

/** The path of each kind of file that there is. */
export type InputFiles = { readonly [K in InputKind]?: string };

const ROWS = /^(?:(?:csv|ndjson|jsonl|json)(?:\.gz)?|parquet)$/;
const LISTS = /^(?:ndjson|jsonl|json)(?:\.gz)?$/;
const ONE = /^json(?:\.gz)?$/;

/** The extensions a file of each kind may have. */
const EXTENSIONS: Readonly<Record<InputKind, RegExp>> = {
  ...(Object.fromEntries(FILE_KINDS.map((kind) => [kind, ROWS])) as Record<FileKind, RegExp>),
  tasks: LISTS,
  causes: LISTS,
  sources: LISTS,
  programme: ONE,
  districts: ONE,
};

/**
 * Finds the files of an input.
 *
 * @throws `two-input-files` where a folder has one kind twice, `no-such-file` | `not-readable` for the
 * folder itself
 */
export async function inputFiles(desk: Desk, options: InputFileOptions): Promise<InputFiles> {
  const folder = options.in;
  const names =
    folder === undefined
      ? []
      : await readdir(desk.path(folder)).catch((error: unknown) => {
          throw readFault(folder, error);
        });
  const files: Partial<Record<InputKind, string>> = {};
  for (const kind of INPUT_KINDS) {
    const told = options[kind];
    if (told !== undefined) {
      files[kind] = desk.path(told);
      continue;
    }
    const found = names.filter((name) => isOfKind(name, kind)).sort();
    if (found.length > 1) {
      throw mistake(
        'two-input-files',
        `the folder \`${folder}\` has ${found.join(' and ')}; keep one, or name it with --${kind}`,
        { given: folder ?? '', expected: found, option: `--${kind}` },
      );
    }
    if (found[0] !== undefined) files[kind] = join(desk.path(folder ?? ''), found[0]);
  }
  return files;
}

/** The file of a kind that must be there. */
export function requiredFile(
  files: InputFiles,
  kind: InputKind,
  options: InputFileOptions,
): string {
  const path = files[kind];
  if (path !== undefined) return path;
  throw missingFile(kind, options);
}

/** The error for a file of a kind that is not there. */
export function missingFile(kind: InputKind, options: InputFileOptions): EvenhandError {
  const option = `--${kind}`;
  if (options.in === undefined) {
    const expected = `--in DIR | ${option} FILE`;
    return mistake('option-missing', `${expected} is missing`, { expected });
  }
  const expected = EXTENSIONS[kind] === ONE ? `${kind}.json` : namesOf(kind).join(' | ');
  return mistake('input-file-missing', `\`${options.in}\` has no ${expected}`, {
    given: options.in,
    expected,
    option,
  });
}

/**
 * The file of events must be there, unless entities are objects that may hold their own: without it
 * everybody would have a clean record.
 */
export function requireEvents(files: InputFiles, options: InputFileOptions): void {
  if (needsEvents(files)) requiredFile(files, 'events', options);
}

/** Whether entities are rows of a table, which hold no events. */
export const needsEvents = ({ entities }: InputFiles): boolean =>
  /\.(?:csv(?:\.gz)?|parquet)$/.test(entities ?? '');

/** The kind of input a file is by its name. */
export function kindOfFile(path: string): InputKind | undefined {
  return INPUT_KINDS.find((kind) => isOfKind(basename(path), kind));
}

function isOfKind(name: string, kind: InputKind): boolean {
  return name.startsWith(`${kind}.`) && EXTENSIONS[kind].test(name.slice(kind.length + 1));
}

function namesOf(kind: InputKind): string[] {
  const extensions =
    EXTENSIONS[kind] === ROWS ? ['csv', 'parquet', 'ndjson', 'json'] : ['json', 'ndjson'];
  return extensions.map((extension) => `${kind}.${extension}`);
}
