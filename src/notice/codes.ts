/** The codes of `notice`: each has its texts in `texts/notice.ts`. */
export const NOTICE_CODES = ['unknown-task'] as const;

/** A code of `notice`. */
export type NoticeCode = (typeof NOTICE_CODES)[number];
