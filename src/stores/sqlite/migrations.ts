import { mistake } from '../../core/error.js';
import { sha256 } from '../../core/sha256.js';
import { rowsOf, type SqliteConnection } from './connection.js';

/** The steps that make and change the file's tables; a step is never edited. */
const STEPS: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'ledger-tables',
    sql: `
CREATE TABLE ledger_event (
  entity TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  request TEXT UNIQUE, -- NULL where nobody asked
  authority TEXT,
  event TEXT NOT NULL CHECK (json_valid(event)),
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  PRIMARY KEY (entity, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ledger_event_no_update BEFORE UPDATE ON ledger_event BEGIN
  SELECT RAISE(ABORT, 'the history of the ledger is never rewritten: add an event instead');
END;
CREATE TRIGGER ledger_event_no_delete BEFORE DELETE ON ledger_event BEGIN
  SELECT RAISE(ABORT, 'the history of the ledger is never rewritten: add an event instead');
END;
-- INSERT OR REPLACE would delete without a trigger's knowing; here it finds what it would replace.
CREATE TRIGGER ledger_event_in_turn BEFORE INSERT ON ledger_event
WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM ledger_event WHERE entity = NEW.entity), 0)
  OR EXISTS (SELECT 1 FROM ledger_event WHERE request = NEW.request)
BEGIN
  SELECT RAISE(ABORT, 'an event stands behind the last one, with a request of its own');
END;`,
  },
  {
    name: 'ledger-bearing',
    sql: `
-- Whether a later decision can depend on an event: on all but refusals.
ALTER TABLE ledger_event ADD COLUMN bears INTEGER
  GENERATED ALWAYS AS (json_extract(event, '$.type') IS NOT 'refused') VIRTUAL;
CREATE INDEX ledger_event_bears ON ledger_event (entity, seq) WHERE bears;`,
  },
];

/** Brings the file up to this version of the package; the caller holds the lock for writing. */
export function migrateSqlite(db: SqliteConnection): void {
  db.exec(`CREATE TABLE IF NOT EXISTS ledger_migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL,
    applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ) STRICT`);
  const applied = rowsOf(db, 'SELECT number, digest FROM ledger_migration ORDER BY number');
  STEPS.forEach(({ name, sql }, i) => {
    const expected = sha256(sql);
    const given = applied[i]?.['digest'];
    if (given === undefined) {
      db.exec(sql);
      db.prepare('INSERT INTO ledger_migration (number, name, digest) VALUES (?, ?, ?)').run(
        i + 1,
        name,
        expected,
      );
    } else if (given !== expected) {
      throw mistake(
        'migration-changed',
        `step \`${name}\` of schema \`main\` was made by another text: \`${String(given)}\` (expected \`${expected}\`)`,
        { schema: 'main', step: name, given: String(given), expected },
      );
    }
  });
}
