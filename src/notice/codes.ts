/** The codes of `notice`: each has its texts in `texts/notice.ts`. */
export const NOTICE_CODES = [
  'unknown-task',
  'not-this-plan',
  'amendments-differ',
  'not-drawn',
  'reason-missing',
  'bad-absence',
] as const;

/** A code of `notice`. */
export type NoticeCode = (typeof NOTICE_CODES)[number];
