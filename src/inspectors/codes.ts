/** The codes of `inspectors`: each has its texts in `texts/inspectors.ts`. */
export const INSPECTORS_CODES = [
  'bad-team-size',
  'bad-capacity',
  'bad-carried',
  'repeated-visit',
  'repeated-inspector',
  'repeated-candidate',
  'unknown-candidate',
  'unknown-inspector',
  'unknown-visit',
  'bad-team',
  'bad-period',
  'repeated-team',
  'unknown-team',
  'bad-team-capacity',
] as const;

/** A code of `inspectors`. */
export type InspectorsCode = (typeof INSPECTORS_CODES)[number];
