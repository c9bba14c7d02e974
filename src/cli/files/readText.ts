import { basename } from 'node:path';
import { mistake } from '../../core/error.js';
import { fileBytes } from './fileBytes.js';
import { BadBytes, strictText } from './strictText.js';

/**
 * A UTF-8 file's whole text, without its byte order mark and with `\n` for every line break.
 *
 * @throws `no-such-file` | `is-a-folder` | `not-readable` | `wrong-encoding` | `truncated-file` |
 * `damaged-gzip`
 */
export async function readText(path: string): Promise<string> {
  let text = '';
  try {
    for await (const part of strictText(fileBytes(path, basename(path)), 'utf-8')) text += part;
  } catch (error) {
    if (!(error instanceof BadBytes)) throw error;
    const { given, offset, row } = error.fault;
    throw mistake(
      'wrong-encoding',
      `\`${path}\` is not UTF-8: at byte ${offset} (row ${row}) stands \`${given}\`; save it as UTF-8`,
      { file: path, given, offset, expected: 'utf-8' },
    );
  }
  return text;
}
