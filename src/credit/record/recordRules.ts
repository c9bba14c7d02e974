import type { DocumentBase } from '../../document/document.js';
import type { FactKind } from './entry.js';

/**
 * How reports become one record, and which of its matters scoring reads.
 *
 * `precedence` names departments, the most trusted first: where reports of one matter differ, that of
 * the department that decided counts, then the first named here, then the one known last.
 */
export interface RecordRules extends DocumentBase {
  readonly schema: 'evenhand/record-rules/1';
  readonly kind: 'record';
  readonly precedence: { readonly departments: readonly string[]; readonly cite: string };
  /** The first that fits gives a matter its kind of event; one that none fits is not scored. */
  readonly events: readonly EventName[];
}

/** Which kind of event of the credit scheme a matter is. An `event` on the entry itself comes first. */
export interface EventName {
  readonly kind: FactKind;
  readonly severity?: string;
  readonly list?: string;
  readonly event: string;
  readonly cite: string;
}
