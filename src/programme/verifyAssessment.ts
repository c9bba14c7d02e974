import { canonicalJson } from '../core/canonicalJson.js';
import { type Assessable, type Assessment, assess } from './assess.js';
import type { Programme } from './programme.js';

/** Whether a receipt holds, or the first field that differs. */
export type Verified =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly field: string;
      readonly expected: string;
      readonly found: string;
    };

/**
 * Computes a receipt again from the programme and the entity, and names the first field that differs.
 *
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
  const again = assess(programme, entity, { asOf: receipt.asOf, mode: receipt.mode });
  return firstDifference(again, receipt, '') ?? { ok: true };
}

/** The first field, depth first, in which two pieces of plain data differ. */
function firstDifference(expected: unknown, found: unknown, path: string): Verified | undefined {
  const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!isTree(expected) || !isTree(found)) {
    if (expected === found) return undefined;
    return { ok: false, field: path, expected: shown(expected), found: shown(found) };
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
  for (const key of keys) {
    const here = path === '' ? key : `${path}.${key}`;
    const difference = firstDifference(
      (expected as Record<string, unknown>)[key],
      (found as Record<string, unknown>)[key],
      here,
    );
    if (difference !== undefined) return difference;
  }
  return undefined;
}

const shown = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));
