/** The codes of `scoring`: the first lines are found in a scheme, the last in an entity's facts. */
export const SCORING_CODES = [
  'bin-gap',
  'bound-missing',
  'bounds-not-ascending',
  'lookup-gap',
  'unknown-value',
  'input-type',
  'unknown-input',
  'unknown-part',
  'unknown-level',
  'level-without-band',
  'band-turns-round',
  'decay-out-of-order',
  'decay-grows',
  'ends-inverted',
  'missing-input',
  'out-of-domain',
  'wrong-fact-type',
  'no-entry',
  'not-assessable',
] as const;

/** A code of `scoring`. */
export type ScoringCode = (typeof SCORING_CODES)[number];
