import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Takes the next part of a file; parts may be given without waiting, they keep their order. */
export type Write = (part: string | Uint8Array) => Promise<void>;

/** What a file shall hold: all of it, or a function that writes it part by part. */
export type FileContent = string | Uint8Array | ((write: Write) => Promise<void>);

/** Writes a new file through to the disk; returns its size and SHA-256. */
export async function writeContent(
  path: string,
  content: FileContent,
): Promise<{ bytes: number; sha256: string }> {
  const handle = await open(path, 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  let last = Promise.resolve();
  const write: Write = (part) => {
    last = last.then(async () => {
      const data = typeof part === 'string' ? Buffer.from(part) : part;
      await handle.writeFile(data);
      hash.update(data);
      bytes += data.length;
    });
    return last;
  };
  try {
    await (typeof content === 'function' ? content(write) : write(content));
    await last;
    await handle.sync();
  } finally {
    await last.catch(() => undefined);
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Makes the names in a folder last through a power cut, where the system lets a folder be opened. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
