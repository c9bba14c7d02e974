import { lstat, mkdir, mkdtemp, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Json } from '../../core/canonicalJson.js';
import { mistake } from '../../core/error.js';
import { isSystemError, writeFault } from './fileFault.js';
import { isOurFolder, type ListedFile, MANIFEST, manifestText } from './manifest.js';
import { type FileContent, syncFolder, writeContent } from './writeContent.js';

/** How a folder is written. */
export interface WriteFolderOptions {
  /** Replace a folder of ours that is there already; anything else is never replaced. */
  readonly force?: boolean;
  /** What the manifest says beside the list of files, such as the engine's version. */
  readonly about?: Readonly<Record<string, Json>>;
}

/**
 * Writes a folder of files so that it is there whole or, after any failure, as it was before.
 *
 * Everything is written into a hidden folder beside the target, with a `manifest.json` that lists
 * size and SHA-256 of each file, is brought to the disk, and takes the target's name at last. With
 * `force` the old folder first moves aside and comes back if the new one can't take its place. It is
 * replaced only if it holds nothing but files its own manifest lists, so no home folder can be lost.
 *
 * @param files - content by name; a name may have `/` for folders inside
 * @returns the files as the manifest lists them
 * @throws `folder-exists` | `not-a-folder` | `not-our-folder` | `folder-in-use` | `bad-file-name` |
 * `cannot-write` | `old-folder-aside`
 */
export async function writeFolderWhole(
  path: string,
  files: Readonly<Record<string, FileContent>>,
  { force = false, about = {} }: WriteFolderOptions = {},
): Promise<readonly ListedFile[]> {
  const target = resolve(path);
  const parent = dirname(target);
  for (const name of Object.keys(files)) checkName(name);
  let aside: string | undefined;
  try {
    const isThere = await mayReplace(path, target, force);
    await mkdir(parent, { recursive: true });
    aside = await mkdtemp(join(parent, `.${basename(target)}.`));
    const fresh = join(aside, 'new');
    const listed = await writeFiles(fresh, files, about);
    if (isThere) {
      const old = join(aside, 'old');
      await swapFolders(fresh, target, old);
      await rm(old, { recursive: true, force: true });
    } else await rename(fresh, target);
    await syncFolder(parent);
    return listed;
  } catch (error) {
    throw isSystemError(error) ? writeFault(path, error) : error;
  } finally {
    if (aside !== undefined) await clear(aside);
  }
}

/** Puts `fresh` in the place of `target`, which moves to `old`, or comes back if that fails. */
export async function swapFolders(fresh: string, target: string, old: string): Promise<void> {
  await rename(target, old);
  try {
    await rename(fresh, target);
  } catch (error) {
    await rename(old, target).catch(() => {
      throw mistake(
        'old-folder-aside',
        `\`${target}\` was not replaced, and its old content now lies at \`${old}\`; move it back`,
        { file: target, old },
      );
    });
    throw error;
  }
}

/** Removes the hidden folder, unless an old folder could not leave it. */
async function clear(aside: string): Promise<void> {
  await rm(join(aside, 'new'), { recursive: true, force: true });
  await rmdir(aside).catch(() => undefined);
}

function checkName(name: string): void {
  const parts = name.split('/');
  const isPlain = parts.every((part) => /^[^\\:\0]+$/.test(part) && part !== '.' && part !== '..');
  if (isPlain && name !== MANIFEST) return;
  throw mistake(
    'bad-file-name',
    `bad file name: \`${name}\` (expected a relative name other than \`${MANIFEST}\`)`,
    { given: name, expected: MANIFEST },
  );
}

async function mayReplace(path: string, target: string, force: boolean): Promise<boolean> {
  const there = await lstat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (there === undefined) return false;
  const params = { file: path };
  if (!there.isDirectory()) {
    throw mistake('not-a-folder', `\`${path}\` is there and is no folder; name another`, params);
  }
  if (!force) {
    throw mistake(
      'folder-exists',
      `the folder \`${path}\` is there already; name another, or replace it with --force`,
      params,
    );
  }
  const way = relative(await realpath(target), await realpath(process.cwd()));
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) {
    throw mistake(
      'folder-in-use',
      `\`${path}\` holds the folder this program runs in; name another`,
      params,
    );
  }
  if (await isOurFolder(target)) return true;
  throw mistake(
    'not-our-folder',
    `\`${path}\` holds files that no \`${MANIFEST}\` of this program lists; it is not replaced, name another`,
    params,
  );
}

async function writeFiles(
  fresh: string,
  files: Readonly<Record<string, FileContent>>,
  about: Readonly<Record<string, Json>>,
): Promise<readonly ListedFile[]> {
  const folders = new Set([fresh]);
  const listed: ListedFile[] = [];
  await mkdir(fresh);
  for (const [name, content] of Object.entries(files)) {
    const place = join(fresh, name);
    await mkdir(dirname(place), { recursive: true });
    listed.push({ name, ...(await writeContent(place, content)) });
    for (let folder = dirname(place); !folders.has(folder); folder = dirname(folder)) {
      folders.add(folder);
    }
  }
  await writeContent(join(fresh, MANIFEST), manifestText(about, listed));
  for (const folder of folders) await syncFolder(folder);
  return listed;
}
