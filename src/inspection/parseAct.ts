import type { ZodType } from 'zod';
import { orThrow, type Parsed, safeParsed } from '../register/parsed.js';
import type { InspectionAct } from './act.js';
import { inspectionActSchema, inspectionOpeningSchema, visitChecklistSchema } from './actSchema.js';
import type { InspectionOpening, VisitChecklist } from './inspection.js';

/**
 * An act of a visit out of plain data, such as a line of an officer's device.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseInspectionAct } from 'evenhand/inspection';
 *
 * const act = { id: 'v1/3', visit: 'v1', at: '2026-03-02', by: 'O-17', act: 'close' };
 * parseInspectionAct(act).act; // => 'close'
 * parseInspectionAct({ ...act, at: '2026-02-30' }); // throws 'bad-noun'
 * ```
 */
export function parseInspectionAct(value: unknown): InspectionAct {
  return orThrow('act of a visit', safeParseInspectionAct(value));
}

/** As `parseInspectionAct`, but what is wrong is returned. */
export function safeParseInspectionAct(value: unknown): Parsed<InspectionAct> {
  return safeParsed(inspectionActSchema as unknown as ZodType<InspectionAct>, value);
}

/** What a visit reads of its checklist, out of plain data with whatever else it says. */
export function safeParseVisitChecklist(value: unknown): Parsed<VisitChecklist> {
  return safeParsed(visitChecklistSchema as unknown as ZodType<VisitChecklist>, value);
}

/** What a visit begins with, out of plain data; what is wrong is returned. */
export function safeParseInspectionOpening(value: unknown): Parsed<InspectionOpening> {
  return safeParsed(inspectionOpeningSchema as unknown as ZodType<InspectionOpening>, value);
}
