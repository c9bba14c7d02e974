import type { EntityColumns } from './entityColumns.js';

/** The columns as a scheme sees them: with what it works out itself in the place of facts. */
export interface SchemeColumns extends EntityColumns {
  /** The names of what the scheme worked out. */
  readonly workedOut?: ReadonlySet<string>;
}
