/** The codes of `programme`. */
export const PROGRAMME_CODES = [
  'bad-programme',
  'wrong-kind',
  'pin-differs',
  'scales-differ',
  'no-risk-scheme',
  'unreachable-grade',
  'no-better-grade',
  'too-many-acts',
  'unknown-event',
  'no-such-grade',
  'visit-not-in-ledger',
  'ledger-differs',
] as const;

/** A code of `programme`. */
export type ProgrammeCode = (typeof PROGRAMME_CODES)[number];
