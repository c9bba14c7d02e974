import { requireArgument } from '../core/argument.js';
import { type Difference, firstDifference } from '../core/firstDifference.js';
import { type Assessable, type Assessment, assess } from './assess.js';
import type { Programme } from './programme.js';

/** Whether a receipt holds, or the first field that differs. */
export type Verified = { readonly ok: true } | ({ readonly ok: false } & Difference);

/**
 * Computes a receipt again from the programme and the entity, and names the first field that differs.
 *
 * @throws what `assess` throws, where the programme or the entity give no answer on the receipt's day
 * @example
 * ```ts
 * import { assess, parseProgramme, verifyAssessment } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 *
 * const programme = parseProgramme(exampleProgramme);
 * const firm = { id: 'A', facts: { industry: '6210' }, lists: [], events: [] };
 * const receipt = assess(programme, firm, { asOf: '2026-01-15' });
 * verifyAssessment(programme, firm, receipt); // => { ok: true }
 * verifyAssessment(programme, firm, { ...receipt, cell: { risk: 'low', credit: 'A' } }).ok; // => false
 * ```
 */
export function verifyAssessment(
  programme: Programme,
  entity: Assessable,
  receipt: Assessment,
): Verified {
  requireArgument('verifyAssessment', 'receipt', receipt, { asOf: 'string' }, 'assess(…)');
  const again = assess(programme, entity, { asOf: receipt.asOf, mode: receipt.mode });
  const difference = firstDifference(again, receipt);
  return difference === undefined ? { ok: true } : { ok: false, ...difference };
}
