/** The codes of `risk`: the first are found in documents, the last in what is asked of them. */
export const RISK_CODES = [
  'round-without-month',
  'never-better',
  'two-checks',
  'method-twice',
  'times-negative',
  'off-site-later',
  'unknown-finding',
  'finding-without-disposal',
  'standard-unclear',
  'standard-missing',
  'standards-of-days',
  'other-regrading',
  'round-not-later',
  'no-such-round',
  'list-not-later',
  'fact-not-known',
  'too-few-peers',
  'other-document',
  'step-out-of-turn',
  'step-back-in-time',
  'method-out-of-turn',
  'disposal-not-for-finding',
  'evidence-missing',
  'no-further-method',
] as const;

/** A code of `risk`. */
export type RiskCode = (typeof RISK_CODES)[number];
