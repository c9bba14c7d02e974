import type { Day } from '../../core/day.js';
import type { LedgerStore } from '../../stores/ledgerStore.js';
import type { Standing } from '../../visits/isEligible.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';
import type { Desk } from '../io.js';

/** What `ledger` is told. */
export interface LedgerCommandOptions {
  readonly cap: readonly string[];
  readonly in?: string;
  readonly requests?: string;
  readonly plan?: string;
  readonly asOf?: Day;
  readonly id?: string;
  readonly request?: string;
  readonly lead?: string;
  readonly kind?: string;
  readonly day?: Day;
  readonly until?: Day;
  readonly evidence?: string;
  readonly visit?: string;
  readonly standing: readonly Standing[];
  readonly outcome?: string;
  readonly days?: number;
  readonly reference?: string;
  readonly reason?: string;
  readonly year?: number;
  readonly demands?: string;
  readonly out?: string;
  readonly html: boolean;
  readonly roles: boolean;
  readonly print: boolean;
  readonly force: boolean;
  readonly bom: boolean;
}

/** Opens the ledger, once all that is asked of it was read: what is refused before leaves no file behind. */
export type Opener = () => Promise<LedgerStore<LedgerEvent>>;

/** One of the things `ledger` does; it gives the exit code. */
export type Action = (desk: Desk, opened: Opener, options: LedgerCommandOptions) => Promise<number>;
