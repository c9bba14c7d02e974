/** The codes of leniency and discretion: the first are found in documents, the last in what is asked of them. */
export const PENALTY_CODES = [
  'unknown-condition',
  'unknown-ground',
  'ground-unused',
  'correction-without-time',
  'applies-to-nothing',
  'unknown-band',
  'unknown-penalty',
  'unknown-circumstance',
  'range-missing',
  'range-twice',
  'range-turned',
  'range-uneven',
  'case-later',
  'unlisted-violation',
  'circumstances-open',
  'penalty-missing',
  'penalty-twice',
  'penalty-not-foreseen',
  'penalty-outside-range',
] as const;

/** A code of leniency or discretion. */
export type PenaltyCode = (typeof PENALTY_CODES)[number];
