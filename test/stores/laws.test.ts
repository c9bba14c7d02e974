import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import {
  type LedgerStore,
  ledgerRolesSql,
  lockLimits,
  memoryLedger,
  migrateLedger,
  postgresLedger,
  rememberingLedger,
  type SqliteConnection,
  sqliteLedger,
} from '../../src/stores/index.js';
import { type StorePlatform, storeLaws } from '../../src/testing/index.js';
import type { LedgerEvent } from '../../src/visits/ledger/event.js';
import { poolsOf } from './pools.js';
import { type PostgresServer, startPostgres } from './postgresServer.js';

/** The laws are the same for all; the platform is there once the tests run. */
function keepsTheLaws(platform: StorePlatform, numRuns: number): void {
  for (const law of storeLaws(platform, twoInspections)) {
    it(law.name, () => fc.assert(law.property, { numRuns }));
  }
}

describe('a ledger in memory', () => {
  const store = memoryLedger();
  keepsTheLaws({ open: async () => store }, 50);
});

/** Four connections to one file, by turns. */
function keepsTheLawsIn(Database: new (path: string) => Database): void {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-sqlite-'));
  const open: Database[] = [];
  afterAll(() => {
    for (const db of open) db.close();
    rmSync(folder, { recursive: true });
  });
  const connections = Array.from({ length: 4 }, () => {
    const db = new Database(join(folder, 'ledger.sqlite'));
    open.push(db);
    return sqliteLedger(db);
  });
  let next = 0;
  keepsTheLaws({ open: async () => connections[next++ % 4] as (typeof connections)[0] }, 20);
}

interface Database extends SqliteConnection {
  close(): void;
}

describe('a ledger in SQLite', () => {
  keepsTheLawsIn(DatabaseSync);
});

/** Node's own, from 22.5 on. */
const native = process.getBuiltinModule?.('node:sqlite') as
  | { readonly DatabaseSync: new (path: string) => Database }
  | undefined;

describe.skipIf(native === undefined)(
  `a ledger in SQLite over node:sqlite${native === undefined ? ', which this Node does not have' : ''}`,
  () => {
    if (native !== undefined) keepsTheLawsIn(native.DatabaseSync);
  },
);

describe('a ledger in PostgreSQL', () => {
  let server: PostgresServer;
  const pools = poolsOf(() => server.place);
  beforeAll(async () => {
    server = await startPostgres();
    const owner = pools.of();
    await Promise.all([1, 2, 3, 4].map(() => migrateLedger(owner)));
    await owner.query(ledgerRolesSql());
    await lockLimits(owner, twoInspections);
    for (const authority of ['fire', 'food', 'tax']) {
      await owner.query(`CREATE ROLE ${authority}_platform LOGIN IN ROLE evenhand_booker`);
      await owner.query('INSERT INTO evenhand.ledger_login VALUES ($1, $2)', [
        `${authority}_platform`,
        authority,
      ]);
    }
  });
  afterAll(async () => {
    await pools.end();
    await server?.stop();
  });
  keepsTheLaws(
    {
      open: () => postgresLedger(pools.of()),
      openAs: (authority) => postgresLedger(pools.of(`${authority}_platform`)),
    },
    20,
  );

  describe('with statements planned once, and remembered by each who opens it', () => {
    const remembered = new Map<string, Promise<LedgerStore<LedgerEvent>>[]>();
    let next = 0;
    // Two of each login, by turns: each remembers what the other may have changed.
    const open = (login?: string): Promise<LedgerStore<LedgerEvent>> => {
      const made = remembered.get(login ?? '') ?? [];
      remembered.set(login ?? '', made);
      const turn = next++ % 2;
      made[turn] ??= postgresLedger(pools.of(login), { prepares: true }).then((store) =>
        rememberingLedger(store),
      );
      return made[turn] as Promise<LedgerStore<LedgerEvent>>;
    };
    // The same server holds the entities of the cases before, which are met again.
    keepsTheLaws({ open, openAs: (authority) => open(`${authority}_platform`) }, 3);
  });
});
