/** The codes of `credit`: each has its texts in `texts/credit.ts`. */
export const CREDIT_CODES = [
  'entry-without-source',
  'known-before-on',
  'before-decision',
  'refers-to-itself',
  'nothing-corrected',
  'cannot-strike',
  'other-entity',
  'id-repeated',
  'entry-repeated',
  'rule-unreachable',
  'unknown-entry',
  'wrong-target',
  'withdrawn-in-circle',
  'corrected-days',
  'minimum-above-maximum',
  'repair-never',
  'repair-too-early',
  'repair-need-open',
  'repair-without-rule',
  'shortening-refused',
] as const;

/** A code of `credit`. */
export type CreditCode = (typeof CREDIT_CODES)[number];
