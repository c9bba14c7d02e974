import * as z from 'zod';
import { orThrow, type Parsed, safeParsed } from '../../register/parsed.js';
import type { LedgerEvent } from './event.js';
import { ledgerEventSchema, visitActSchema, visitRequestSchema } from './ledgerSchema.js';
import type { VisitAct, VisitRequest } from './request.js';

/**
 * An event of the ledger out of plain data, such as a line of an export or a row of a store.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseLedgerEvent } from 'evenhand/visits';
 *
 * parseLedgerEvent({ entity: 'E1', seq: 2, type: 'expired', at: '2026-04-01', visit: 'food:1' }).type; // => 'expired'
 * ```
 */
export function parseLedgerEvent(value: unknown): LedgerEvent {
  return orThrow('event of the ledger', safeParseLedgerEvent(value));
}

/** As `parseLedgerEvent`, but what is wrong is returned. */
export function safeParseLedgerEvent(value: unknown): Parsed<LedgerEvent> {
  return safeParsed(ledgerEventSchema as unknown as z.ZodType<LedgerEvent>, value);
}

/**
 * A request for a visit out of plain data.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 */
export function parseVisitRequest(value: unknown): VisitRequest {
  return orThrow('request for a visit', safeParseVisitRequest(value));
}

/** As `parseVisitRequest`, but what is wrong is returned. */
export function safeParseVisitRequest(value: unknown): Parsed<VisitRequest> {
  return safeParsed(visitRequestSchema as unknown as z.ZodType<VisitRequest>, value);
}

/**
 * An act of a booked visit out of plain data: it is confirmed, begins, is over, or is off.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 */
export function parseVisitAct(value: unknown): VisitAct {
  return orThrow('act of a visit', safeParseVisitAct(value));
}

/** As `parseVisitAct`, but what is wrong is returned. */
export function safeParseVisitAct(value: unknown): Parsed<VisitAct> {
  return safeParsed(visitActSchema as unknown as z.ZodType<VisitAct>, value);
}

/** The shapes of events, requests and acts as JSON Schema (draft 2020-12), for those who write in another language. */
export function ledgerJsonSchemas(): Readonly<Record<'event' | 'request' | 'act', object>> {
  const json = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any' });
  return {
    event: json(ledgerEventSchema),
    request: json(visitRequestSchema),
    act: json(visitActSchema),
  };
}
