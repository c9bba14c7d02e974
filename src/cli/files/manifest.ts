import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Json } from '../../core/canonicalJson.js';
import { sortedBy } from '../../core/order.js';

/** The file that marks a folder as written by this program and lists the others in it. */
export const MANIFEST = 'manifest.json';

const SCHEMA = 'evenhand/folder/1';

/** A file as its folder's manifest lists it; `name` has `/` between folders. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The text of a manifest: what the caller says about the folder, then its files by name. */
export function manifestText(
  about: Readonly<Record<string, Json>>,
  files: readonly ListedFile[],
): string {
  const listed = sortedBy(files, ({ name }) => name);
  return `${JSON.stringify({ schema: SCHEMA, about, files: listed }, null, 2)}\n`;
}

/** The files that a folder's manifest lists; undefined where it has no manifest of ours. */
export async function listedFiles(path: string): Promise<readonly ListedFile[] | undefined> {
  const text = await readFile(join(path, MANIFEST), 'utf8').catch(() => '');
  const names = listedNames(text);
  if (names === undefined) return undefined;
  const { files } = JSON.parse(text) as { files: readonly ListedFile[] };
  return files.every(isListed) ? files : undefined;
}

/** A name that leaves its folder is none of ours. */
function isListed(file: ListedFile | null): boolean {
  return (
    typeof file?.name === 'string' &&
    typeof file.sha256 === 'string' &&
    !file.name.split('/').includes('..') &&
    !file.name.startsWith('/')
  );
}

/**
 * Whether a folder holds nothing but what this program wrote: a manifest, and files that it lists.
 * An empty folder holds nothing that could be lost.
 */
export async function isOurFolder(path: string): Promise<boolean> {
  const entries = await readdir(path, { withFileTypes: true });
  if (entries.length === 0) return true;
  const listed = listedNames(await readFile(join(path, MANIFEST), 'utf8').catch(() => ''));
  if (listed === undefined) return false;
  const inside = await readdir(path, { recursive: true, withFileTypes: true });
  return inside.every((entry) => {
    if (entry.isDirectory()) return true;
    const place = join(entry.parentPath, entry.name).slice(join(path, sep).length);
    const name = place.split(sep).join('/');
    return entry.isFile() && (name === MANIFEST || listed.has(name));
  });
}

function listedNames(text: string): ReadonlySet<unknown> | undefined {
  try {
    const { schema, files } = JSON.parse(text) as { schema?: unknown; files?: unknown };
    if (schema !== SCHEMA || !Array.isArray(files)) return undefined;
    return new Set(files.map((file: { name?: unknown } | null) => file?.name));
  } catch {
    return undefined;
  }
}
