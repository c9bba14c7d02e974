/** One thing that was checked, and, where it does not hold, the first field that differs. */
export interface Check {
  /** What was checked, such as `seed` or `samples`; texts in `texts/notice.ts`. */
  readonly check: CheckName;
  readonly ok: boolean;
  /** The field as a path in its notice: `B.samples[3].strata[1].selected[0].id`. */
  readonly field?: string;
  readonly expected?: string;
  readonly found?: string;
}

/** What a verification looks at, in its order. */
export const CHECKS = [
  'notice-a',
  'notice-b',
  'policy',
  'entropy',
  'seed',
  'strata',
  'samples',
  'certain',
  'frame',
  'staff',
  'visits',
  'teams',
  'result',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** The outcome: every check, and whether all hold. `skipped` names what needs more than was given. */
export interface Verification {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  readonly skipped: readonly CheckName[];
}
