import { orThrow, type Parsed, safeParsed } from '../register/parsed.js';
import { noticeASchema, noticeBSchema } from './noticeSchemas.js';
import type { NoticeA, NoticeB } from './notices.js';

/** Reads notice A from plain data; what is wrong with its shape is returned. */
export function safeParseNoticeA(value: unknown): Parsed<NoticeA> {
  return safeParsed(noticeASchema, value) as Parsed<NoticeA>;
}

/** Reads notice B from plain data; what is wrong with its shape is returned. */
export function safeParseNoticeB(value: unknown): Parsed<NoticeB> {
  return safeParsed(noticeBSchema, value) as Parsed<NoticeB>;
}

/**
 * Reads notice A from plain data.
 *
 * @throws `bad-noun` with every issue
 */
export function parseNoticeA(value: unknown): NoticeA {
  return orThrow('notice A', safeParseNoticeA(value));
}

/**
 * Reads notice B from plain data.
 *
 * @throws `bad-noun` with every issue
 */
export function parseNoticeB(value: unknown): NoticeB {
  return orThrow('notice B', safeParseNoticeB(value));
}
