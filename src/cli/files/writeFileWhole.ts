import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isSystemError, writeFault } from './fileFault.js';
import { type FileContent, syncFolder, writeContent } from './writeContent.js';

/**
 * Writes a file so that it is there whole or, after any failure, as it was before.
 *
 * It is written beside its place, brought to the disk, then renamed; missing folders are made.
 *
 * @throws `cannot-write`
 */
export async function writeFileWhole(path: string, content: FileContent): Promise<void> {
  const target = resolve(path);
  const parent = dirname(target);
  let aside: string | undefined;
  try {
    await mkdir(parent, { recursive: true });
    aside = await mkdtemp(join(parent, `.${basename(target)}.`));
    const fresh = join(aside, 'new');
    await writeContent(fresh, content);
    await rename(fresh, target);
    await syncFolder(parent);
  } catch (error) {
    throw isSystemError(error) ? writeFault(path, error) : error;
  } finally {
    if (aside !== undefined) await rm(aside, { recursive: true, force: true });
  }
}
