/** The codes of `stores`: a wrong append, an answer nobody knows, and a database that cannot keep a promise. */
export const STORES_CODES = [
  'bad-append',
  'outcome-unknown',
  'request-elsewhere',
  'too-many-races',
  'bad-schema-name',
  'not-migrated',
  'migration-changed',
  'unsafe-database',
  'not-your-authority',
  'may-not-write',
  'slot-taken',
] as const;

/** A code of `stores`. */
export type StoresCode = (typeof STORES_CODES)[number];
