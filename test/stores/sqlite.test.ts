import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { type SqliteConnection, type StoredEvent, sqliteLedger } from '../../src/stores/index.js';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
const event = (seq: number, request = `r${seq}`) => ({
  ...{ entity: 'E1', seq, request, by: 'fire' },
});

describe('a ledger in SQLite', () => {
  it('is there when the file is opened again', async () => {
    const path = join(folder, 'again.sqlite');
    const first = new DatabaseSync(path);
    await sqliteLedger<StoredEvent>(first).append('E1', 0, [event(1)]);
    first.close();
    const second = new DatabaseSync(path);
    expect(await sqliteLedger<StoredEvent>(second).read('E1')).toEqual([event(1)]);
    second.close();
  });

  it('waits for its disk, and for others', () => {
    const db = new DatabaseSync(join(folder, 'pragmas.sqlite'));
    sqliteLedger<StoredEvent>(db);
    const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('busy_timeout')]).toEqual([
      'wal',
      2,
      20_000,
    ]);
    db.close();
  });

  it.each([
    "UPDATE ledger_event SET authority = 'x'",
    'DELETE FROM ledger_event',
    `INSERT OR REPLACE INTO ledger_event (entity, seq, request, authority, event)
       VALUES ('E1', 1, 'x', 'fire', '{}')`,
    `INSERT OR REPLACE INTO ledger_event (entity, seq, request, authority, event)
       VALUES ('E1', 2, 'r1', 'fire', '{}')`,
    `INSERT INTO ledger_event (entity, seq, request, authority, event)
       VALUES ('E1', 3, 'x', 'fire', '{}')`,
  ])('never lets history be rewritten: %s', async (sql) => {
    const db = new DatabaseSync(':memory:');
    const store = sqliteLedger<StoredEvent>(db);
    await store.append('E1', 0, [event(1)]);
    expect(() => db.exec(sql)).toThrow(/never rewritten|behind the last one/);
    expect(await store.read('E1')).toEqual([event(1)]);
    db.close();
  });

  it('takes over a file of the version before it read what bears on a decision', async () => {
    const db = new DatabaseSync(':memory:');
    const refusal = (seq: number) => ({ ...event(seq), type: 'refused' });
    const history = [event(1), refusal(2), event(3), refusal(4)];
    await sqliteLedger<StoredEvent>(db).append('E1', 0, history);
    db.exec('DROP INDEX ledger_event_bears; ALTER TABLE ledger_event DROP COLUMN bears');
    db.exec('DELETE FROM ledger_migration WHERE number = 2');
    const store = sqliteLedger<StoredEvent>(db);
    const bearing = await store.readBearing?.([{ entity: 'E1', requests: [] }]);
    expect(bearing?.get('E1')).toEqual([event(1), event(3), refusal(4)]);
    expect(await store.read('E1')).toEqual(history);
    db.close();
  });

  it('is refused where another text made its tables', () => {
    const db = new DatabaseSync(':memory:');
    sqliteLedger<StoredEvent>(db);
    db.exec("UPDATE ledger_migration SET digest = 'x'");
    expect(() => sqliteLedger<StoredEvent>(db)).toThrow(
      expect.objectContaining({ code: 'migration-changed' }),
    );
    db.close();
  });

  it('is refused where the file cannot have a journal that is safe', () => {
    const db: SqliteConnection = {
      exec: () => undefined,
      prepare: () => ({ run: () => undefined, all: () => [{ journal_mode: 'off' }] }),
    };
    expect(() => sqliteLedger<StoredEvent>(db)).toThrow(
      expect.objectContaining({
        code: 'unsafe-database',
        issues: [expect.objectContaining({ params: expect.objectContaining({ given: 'off' }) })],
      }),
    );
  });

  it('leaves nothing of an append that failed half-way', async () => {
    const db = new DatabaseSync(':memory:');
    const store = sqliteLedger<StoredEvent>(db);
    const [good, bad] = [event(1), { ...event(2), share: 0.5 }];
    await expect(store.append('E1', 0, [good, bad])).rejects.toMatchObject({
      code: 'not-canonical',
    });
    expect(await store.read('E1')).toEqual([]);
    expect(await store.append('E1', 0, [good])).toBe('appended');
    db.close();
  });
});
