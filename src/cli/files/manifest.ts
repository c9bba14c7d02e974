import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
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
 * Whether a folder holds nothing but what this program wrote, unchanged: a manifest, and files that
 * it lists with these very bytes. An empty folder holds nothing that could be lost.
 */
export async function isOurFolder(path: string): Promise<boolean> {
  const entries = await readdir(path, { withFileTypes: true });
  if (entries.length === 0) return true;
  const listed = await listedFiles(path);
  if (listed === undefined) return false;
  const digests = new Map(listed.map(({ name, sha256 }) => [name, sha256]));
  const inside = await readdir(path, { recursive: true, withFileTypes: true });
  for (const entry of inside) {
    if (entry.isDirectory()) continue;
    const place = join(entry.parentPath, entry.name);
    const name = place.slice(join(path, sep).length).split(sep).join('/');
    if (name === MANIFEST && entry.isFile()) continue;
    if (!entry.isFile() || digests.get(name) !== (await fileDigest(place))) return false;
  }
  return true;
}

/** The SHA-256 of a file, in hex. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
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
