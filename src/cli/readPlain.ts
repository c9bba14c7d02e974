import { basename } from 'node:path';
import { EvenhandError } from '../core/error.js';
import { readDocument } from './readDocument.js';

/**
 * The value of a JSON document, whatever it says.
 *
 * @throws `faulty-document` with what is wrong with its text
 */
export async function readPlain(path: string): Promise<unknown> {
  const { value, issues } = await readDocument(path);
  if (value !== undefined) return value;
  throw new EvenhandError('faulty-document', `\`${path}\` is no JSON document`, [
    { code: 'faulty-document', severity: 'error', path: [], params: { given: basename(path) } },
    ...issues,
  ]);
}
