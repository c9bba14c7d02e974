/** The codes of `oversight`. */
export const OVERSIGHT_CODES = [
  'fault-not-answered',
  'result-before-visit',
  'published-before-result',
  'cause-without-reference',
  'review-before-decision',
  'review-half',
  'override-without-reason',
  'repeated-outcome',
  'outcome-of-another',
  'demand-of-another',
  'demand-not-promised',
  'decision-without-outcome',
  'after-as-of',
  'publication-unjudged',
  'cannot-oversee',
  'bad-count',
  'written-before-day',
] as const;

/** A code of `oversight`. */
export type OversightCode = (typeof OVERSIGHT_CODES)[number];
