/** The codes of `plan`. */
export const PLAN_CODES = [
  'bad-plan-input',
  'bad-secret',
  'unknown-authority',
  'unknown-item',
  'item-of-other-authority',
  'task-without-items',
  'slash-in-name',
  'window-outside-year',
  'team-too-small',
  'not-for-cause',
  'bad-entropy-label',
  'bad-entropy-bits',
  'entropy-too-early',
  'entropy-too-small',
  'entropy-differs',
  'entropy-too-short',
  'source-differs',
  'register-too-old',
  'scope-unknown',
  'total-over-frame',
  'empty-frame',
  'empty-part',
  'drawn-unknown',
  'no-cap-to-plan',
  'cap-not-planned',
  'weight-missing',
] as const;

/** A code of `plan`. */
export type PlanCode = (typeof PLAN_CODES)[number];
