/** The codes of `sandbox`: the first are found in a document, the last in what is asked of it. */
export const SANDBOX_CODES = [
  'sandbox-without-end',
  'end-before-start',
  'observation-alone',
  'trigger-without-end',
  'check-without-item',
  'report-without-time',
  'entry-not-met',
  'entry-not-known',
  'sandbox-full',
  'sandbox-over',
  'inside-already',
  'reading-of-no-limit',
  'reading-missing',
] as const;

/** A code of `sandbox`. */
export type SandboxCode = (typeof SANDBOX_CODES)[number];
