/** The codes of `notice`: each has its texts in `texts/notice.ts`. */
export const NOTICE_CODES = [
  'unknown-task',
  'not-this-plan',
  'amendments-differ',
  'not-drawn',
  'reason-missing',
  'bad-absence',
  'bad-top-up',
  'top-up-exhausted',
  'register-changed',
  'draw-gap',
  'second-draw',
  'drawn-again',
  'abandoned-unexplained',
  'entry-out-of-turn',
  'draw-without-number',
  'draw-left-open',
] as const;

/** A code of `notice`. */
export type NoticeCode = (typeof NOTICE_CODES)[number];
