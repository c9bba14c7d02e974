import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { EvenhandError } from '../../core/error.js';
import { fileSize, isSystemError, readFault, systemCode } from './fileFault.js';
import { fileError } from './rows.js';

const CHUNK = 1 << 16;

/**
 * The bytes of a file, 64 KiB at a time; gzip is recognised by its first two bytes
 * and undone.
 *
 * @param onProgress - told the bytes read so far and in all, as they lie on the disk
 * @throws `no-such-file` | `is-a-folder` | `not-readable` | `truncated-file` | `damaged-gzip`
 */
export async function* fileBytes(
  path: string,
  file: string,
  onProgress?: (bytes: number, total: number) => void,
): AsyncGenerator<Uint8Array> {
  const total = await fileSize(path);
  try {
    const zipped = await isGzip(path);
    const disk = createReadStream(path, { highWaterMark: CHUNK });
    // Whatever goes wrong destroys the last stream with its error, and the loop throws it.
    const bytes = zipped ? pipeline(disk, createGunzip({ chunkSize: CHUNK }), () => {}) : disk;
    for await (const chunk of bytes) {
      onProgress?.(disk.bytesRead, total);
      yield chunk;
    }
  } catch (error) {
    throw streamFault(path, file, error);
  }
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function streamFault(path: string, file: string, error: unknown): unknown {
  const reason = systemCode(error);
  if (isSystemError(error)) return readFault(path, error);
  if (!reason.startsWith('Z_')) return error;
  const code = reason === 'Z_BUF_ERROR' ? 'truncated-file' : 'damaged-gzip';
  return new EvenhandError(code, `the gzip file \`${path}\` is damaged: \`${reason}\``, [
    fileError(code, file),
  ]);
}
