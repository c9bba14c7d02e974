import type { ZodType } from 'zod';
import { orThrow, type Parsed, safeParsed } from '../../register/parsed.js';
import { chainEntrySchema, chainHeadSchema, recordChainSchema } from './chainSchema.js';
import type { ChainEntry, ChainHead, RecordChain } from './recordChain.js';

/**
 * A record out of plain data. Whether it is unchanged is another question, see `verifyChain`.
 *
 * @throws `bad-noun`
 */
export function parseRecordChain(value: unknown): RecordChain {
  return orThrow('record', safeParseRecordChain(value));
}

/** As `parseRecordChain`, but what is wrong is returned. */
export function safeParseRecordChain(value: unknown): Parsed<RecordChain> {
  return safeParsed(recordChainSchema as unknown as ZodType<RecordChain>, value);
}

/** An entry of a record, such as a line of its file; what is wrong is returned. */
export function safeParseChainEntry(value: unknown): Parsed<ChainEntry> {
  return safeParsed(chainEntrySchema as unknown as ZodType<ChainEntry>, value);
}

/** A published head of a record; what is wrong is returned. */
export function safeParseChainHead(value: unknown): Parsed<ChainHead> {
  return safeParsed(chainHeadSchema as unknown as ZodType<ChainHead>, value);
}
