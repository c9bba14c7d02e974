import { stat } from 'node:fs/promises';
import { type EvenhandError, mistake } from '../../core/error.js';

/**
 * The bytes of a file that can be read.
 *
 * @throws `no-such-file` | `is-a-folder` | `not-readable`
 */
export async function fileSize(path: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    throw readFault(path, error);
  });
  if (found.isDirectory()) throw readFault(path, { code: 'EISDIR' });
  if (!found.isFile()) throw readFault(path, { code: 'not a regular file' });
  return found.size;
}

/** The error a person can act on, from the one the system gave on reading. */
export function readFault(path: string, error: unknown): EvenhandError {
  const reason = systemCode(error);
  switch (reason) {
    case 'ENOENT':
    case 'ENOTDIR':
      return mistake('no-such-file', `no such file: \`${path}\` (check the path)`, { file: path });
    case 'EISDIR':
      return mistake('is-a-folder', `expected a file, but \`${path}\` is a folder`, { file: path });
    default:
      return mistake('not-readable', `cannot read \`${path}\`: \`${reason}\``, {
        file: path,
        reason,
      });
  }
}

/** The error a person can act on, from the one the system gave on writing. */
export function writeFault(path: string, error: unknown): EvenhandError {
  const reason = systemCode(error);
  return mistake('cannot-write', `cannot write \`${path}\`: \`${reason}\`; nothing was changed`, {
    file: path,
    reason,
  });
}

/** Whether an error comes from the system rather than from a program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** The system's own short name of an error, such as `EACCES`. */
export function systemCode(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error
    ? String(error.code)
    : String(error);
}
