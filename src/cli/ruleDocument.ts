import { basename } from 'node:path';
import { EvenhandError } from '../core/error.js';
import type { CheckedDocument } from '../document/checkedDocument.js';
import type { Desk } from './io.js';
import { readPlain } from './readPlain.js';

/**
 * The document a command goes by: that of a file, or the example's, which is said.
 *
 * @throws `faulty-document` with what is wrong with it
 */
export async function ruleDocument<D>(
  desk: Desk,
  file: string | undefined,
  parse: (value: unknown) => CheckedDocument<D>,
  example: D,
): Promise<D> {
  if (file === undefined) {
    desk.note(
      desk.say(
        '未指明规则文件，以示例代替（--rules）',
        'no document was told; the example’s is used (--rules)',
      ),
    );
    return example;
  }
  const parsed = parse(await readPlain(desk.path(file)));
  if (parsed.ok) return parsed.value;
  const given = basename(file);
  throw new EvenhandError('faulty-document', `\`${given}\` is faulty`, [
    { code: 'faulty-document', severity: 'error', path: [], params: { given } },
    ...parsed.issues.map((issue) => ({ ...issue, file: given })),
  ]);
}
