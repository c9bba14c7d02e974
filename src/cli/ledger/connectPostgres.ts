import { isEvenhandError, mistake } from '../../core/error.js';
import type { PostgresConnection } from '../../stores/postgres/connection.js';
import { isSystemError } from '../files/fileFault.js';
import type { LedgerAddress } from './ledgerAddress.js';

/** A database that answers. */
export interface ConnectedPostgres {
  readonly db: PostgresConnection;
  explained(error: unknown): unknown;
  close(): Promise<void>;
}

/** How long a server may take to answer at first. */
const PATIENCE_MS = 10_000;

/**
 * Connects to a PostgreSQL database with the optional package `pg`.
 *
 * What the address leaves out is looked for where other programs of PostgreSQL look: `PGPASSWORD`, `PGUSER` and
 * the like, and the password file.
 *
 * @throws `package-missing`; `database-unreachable` where nobody answers; `database-refused` where the server
 * does not let it in. No error holds the password
 */
export async function connectPostgres(
  address: LedgerAddress & { readonly kind: 'postgres' },
): Promise<ConnectedPostgres> {
  const { Client } = (await driver()).default;
  const explained = (error: unknown): unknown => explainedFor(address, error) ?? error;
  try {
    const client = new Client({
      connectionString: address.url,
      connectionTimeoutMillis: PATIENCE_MS,
      application_name: 'evenhand ledger',
      keepAlive: true,
    });
    // A server that goes away tells an idle client so; the next question fails by itself.
    client.on('error', () => undefined);
    await client.connect();
    return {
      db: client,
      explained,
      close: () => client.end().catch(() => undefined),
    };
  } catch (error) {
    throw explainedFor(address, error) ?? unreachable(address, error);
  }
}

const driver = () =>
  import('pg').catch(() => {
    throw mistake(
      'package-missing',
      'a ledger in PostgreSQL needs the optional package `pg` (npm install pg)',
      { given: 'pg', expected: 'npm install pg' },
    );
  });

type Postgres = LedgerAddress & { readonly kind: 'postgres' };

/** An error of the connection or the server as one a person can act on; undefined for any other. */
function explainedFor(address: Postgres, error: unknown): Error | undefined {
  if (isEvenhandError(error)) return error;
  const { code, severity, message } = error as Partial<Record<string, unknown>>;
  if (typeof severity === 'string') {
    // Classes 08 and 57P: the connection broke, or the server goes down.
    return /^(08|57P)/.test(String(code))
      ? unreachable(address, error)
      : refused(address, hidden(address, reasonOf(error)));
  }
  if (/^SASL: .*password must be/.test(String(message))) return refused(address, NO_PASSWORD);
  if (/^SASL|does not support SSL/.test(String(message))) {
    return refused(address, hidden(address, reasonOf(error)));
  }
  const isOfConnection =
    isSystemError(error) || error instanceof AggregateError || LOST.test(String(message));
  return isOfConnection ? unreachable(address, error) : undefined;
}

/** What the driver says where the connection is gone. */
const LOST =
  /^Connection terminated|^timeout expired|^timeout exceeded|not queryable|^Client was closed/;

const NO_PASSWORD = 'no password was given (PGPASSWORD, ~/.pgpass)';

function unreachable(address: Postgres, error: unknown) {
  const reason = hidden(address, reasonOf(error));
  const { shown: given } = address;
  return mistake('database-unreachable', `\`${given}\` cannot be reached: ${reason}`, {
    ...{ given, reason },
  });
}

function refused({ shown: given }: Postgres, reason: string) {
  return mistake('database-refused', `\`${given}\` refused: ${reason}`, { given, reason });
}

/** Of several addresses that were tried the first one's reason. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}

/** The reason, should a driver ever quote the password in it, without it. */
const hidden = ({ secrets }: Postgres, reason: string): string =>
  secrets.reduce((text, secret) => text.replaceAll(secret, '…'), reason);
