import type { LedgerOptions } from '../../visits/ledger/answered.js';
import type { Desk } from '../io.js';
import type { LedgerCommandOptions } from './action.js';
import { ledgerRegister } from './ledgerRegister.js';
import { optionMissing } from './optionMissing.js';

/** What is looked up of firms, authorities and items: nothing without a register's folder. */
export async function knownTo(
  desk: Desk,
  { in: folder, asOf }: LedgerCommandOptions,
): Promise<Pick<LedgerOptions, 'register'>> {
  if (folder === undefined) return {};
  if (asOf === undefined) throw optionMissing('--as-of DAY');
  return { register: await ledgerRegister(desk, folder, asOf) };
}
