import { identifierFault } from '../core/identifier.js';

/**
 * Whether anything can stand in a ledger under the names of a request. What breaks the rule for identifiers is
 * refused without a reading: a database may not even take it as a question.
 */
export function canBeStored(request: { readonly id: string; readonly entity: string }): boolean {
  return (
    identifierFault(request?.id) === undefined && identifierFault(request?.entity) === undefined
  );
}
