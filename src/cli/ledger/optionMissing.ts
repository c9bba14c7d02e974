import { mistake } from '../../core/error.js';

/** The error for an option that an action of `evenhand ledger` needs. */
export const optionMissing = (expected: string) =>
  mistake('option-missing', `${expected} is missing`, { expected, command: 'ledger' });
