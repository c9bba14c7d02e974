import { basename } from 'node:path';
import { EvenhandError } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import type { Desk } from './io.js';
import { readPlain } from './readPlain.js';

/** What a reading gives: a value, or everything that is wrong with it. */
type Read<D> =
  | { readonly ok: true; readonly value: D }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * A document of one kind out of a JSON file.
 *
 * @throws `faulty-document` with all that is wrong with it, each with the file's name
 */
export async function readTyped<D>(
  desk: Desk,
  file: string,
  parse: (value: unknown) => Read<D>,
): Promise<D> {
  const parsed = parse(await readPlain(desk.path(file)));
  if (parsed.ok) return parsed.value;
  const given = basename(file);
  throw new EvenhandError('faulty-document', `\`${given}\` is faulty`, [
    { code: 'faulty-document', severity: 'error', path: [], params: { given } },
    ...parsed.issues.map((issue) => ({ ...issue, file: given })),
  ]);
}
