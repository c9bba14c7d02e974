import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { bookVisit, bookVisits, type LedgerStore, postgresLedger } from '../../src/stores/index.js';
import type { Cap } from '../../src/visits/cap.js';
import type { LedgerEvent } from '../../src/visits/ledger/event.js';
import type { Decision, VisitRequest } from '../../src/visits/ledger/request.js';
import type { Place } from './postgresServer.js';
import { type Crowd, requestOf } from './requests.js';

/** What many clients ask of one ledger. */
export interface Load extends Crowd {
  readonly clients: number;
  /** The numbers of the requests: up to this, from `first` on. */
  readonly requests: number;
  readonly first?: number;
  /** Visits a firm may have in the year. */
  readonly cap: Cap;
  /** Requests a client asks in one trip; 1 is one by one. */
  readonly batch?: number;
}

/** What was acknowledged: the decision of each request, by its number. */
export type Acknowledged = ReadonlyMap<number, Decision>;

/**
 * Lets many clients ask at once, each with a connection of its own, until every request is answered.
 * A client whose connection breaks opens another and asks the same again.
 *
 * @param onProgress - told how many are answered, after each answer
 */
export async function runLoad(
  place: Place,
  load: Load,
  onProgress: (answered: number) => void = () => undefined,
): Promise<Acknowledged> {
  const { clients, requests, first = 0, batch = 1 } = load;
  const acknowledged = new Map<number, Decision>();
  let next = first;
  const client = async (): Promise<void> => {
    let pool = poolOf(place);
    let store: LedgerStore<LedgerEvent> | undefined;
    while (next < requests) {
      const numbers = Array.from({ length: Math.min(batch, requests - next) }, () => next++);
      const asked = numbers.map((i) => requestOf(i, load));
      for (;;) {
        try {
          store ??= await postgresLedger(pool);
          const decisions = await answered(store, asked, load);
          for (const [k, i] of numbers.entries()) acknowledged.set(i, decisions[k] as Decision);
          break;
        } catch (error) {
          if (!isConnectionLost(error)) throw error;
          store = undefined;
          await pool.end().catch(() => undefined);
          pool = poolOf(place);
          await pause(50);
        }
      }
      onProgress(acknowledged.size);
    }
    await pool.end();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return acknowledged;
}

/** Asks a store for what one trip holds. */
export async function answered(
  store: LedgerStore<LedgerEvent>,
  asked: readonly VisitRequest[],
  { cap }: Pick<Load, 'cap'>,
): Promise<readonly Decision[]> {
  const [first] = asked;
  return asked.length === 1 && first !== undefined
    ? [await bookVisit(store, first, cap)]
    : bookVisits(store, asked, cap);
}

function poolOf(place: Place): pg.Pool {
  const pool = new pg.Pool({ ...place, max: 1, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  return pool;
}

/** Whether it is the server that went, and not this program that is wrong. */
function isConnectionLost(error: unknown): boolean {
  const {
    code = '',
    message = '',
    cause,
  } = error as {
    readonly code?: string;
    readonly message?: string;
    readonly cause?: unknown;
  };
  if (code === 'outcome-unknown') return isConnectionLost(cause);
  // Shutting down, starting up, or a connection that broke or was refused.
  return /^(57P|08|ECONN|EPIPE)/.test(code) || /terminat|timeout|Connection/i.test(message);
}
