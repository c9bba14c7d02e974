import { EvenhandError } from '../../core/error.js';
import { safeParsed } from '../../register/parsed.js';
import { twoInspections } from '../../schemes/twoInspections.js';
import type { Cap } from '../../visits/cap.js';
import { capSchema } from '../../visits/capSchema.js';
import { checkCap } from '../../visits/checkCap.js';
import { errorsOf } from '../findings.js';
import type { Desk } from '../io.js';
import { inFile } from '../readDocument.js';
import { readPlain } from '../readPlain.js';

/**
 * The caps to book under: documents in files, or the pilot's where none is told.
 *
 * @throws `faulty-document` with all that is wrong with one
 */
export async function readCaps(desk: Desk, files: readonly string[]): Promise<readonly Cap[]> {
  if (files.length === 0) return [twoInspections];
  const caps: Cap[] = [];
  for (const file of files) {
    const parsed = safeParsed(capSchema, await readPlain(desk.path(file)));
    const issues = parsed.ok ? checkCap(parsed.value as Cap) : parsed.issues;
    if (!parsed.ok || errorsOf(issues).length > 0) {
      throw new EvenhandError('faulty-document', `\`${file}\` is no cap`, [
        { code: 'faulty-document', severity: 'error', path: [], params: { given: file } },
        ...inFile(file, issues).issues,
      ]);
    }
    caps.push(parsed.value as Cap);
  }
  return caps;
}
