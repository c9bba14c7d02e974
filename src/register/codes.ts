/** What can be wrong with a unified social credit code, in the order it is looked for. */
export const USCC_FAULTS = [
  'uscc-length',
  'uscc-alphabet',
  'uscc-head',
  'uscc-division',
  'uscc-check',
  'uscc-organisation',
  'doubtful-id',
] as const;

/** A fault of a unified social credit code. */
export type UsccFault = (typeof USCC_FAULTS)[number];

/** The codes of `register`. */
export const REGISTER_CODES = [
  ...USCC_FAULTS,
  'bad-noun',
  'reserved-fact',
  'missing-column',
  'unknown-column',
  'repeated-column',
  'not-an-integer',
  'repeated-id',
  'rows-changed',
  'repeated-site',
  'unknown-district',
  'unknown-entity',
  'entity-set-aside',
  'unknown-item',
  'unknown-authority',
  'unknown-recusal',
  'event-before-birth',
  'event-in-future',
  'until-before-on',
  'repaired-before-on',
  'range-inverted',
] as const;

/** A code of `register`. */
export type RegisterCode = (typeof REGISTER_CODES)[number];
