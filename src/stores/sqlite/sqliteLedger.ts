import { requireArgument } from '../../core/argument.js';
import { canonicalJson } from '../../core/canonicalJson.js';
import { mistake } from '../../core/error.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';
import { checkAppend } from '../checkAppend.js';
import { inTurn } from '../inTurn.js';
import type { Append, Appended, AskedOf, LedgerStore, StoredEvent } from '../ledgerStore.js';
import { rowsOf, type SqliteConnection } from './connection.js';
import { migrateSqlite } from './migrations.js';

/** How long a process waits for another to finish writing. */
const BUSY_MS = 20_000;

/**
 * A ledger in an SQLite file, over an open database. Any number of processes of one machine may share
 * the file; it must not lie on a network drive.
 *
 * Opening makes the tables where they are missing, and sets the journal so that an acknowledged event
 * outlives a crash. Whoever can read the file reads everything: SQLite knows no authorities.
 *
 * @throws `unsafe-database` where the file cannot have that journal; `migration-changed`
 */
export function sqliteLedger<E extends StoredEvent = LedgerEvent>(
  db: SqliteConnection,
): LedgerStore<E> {
  if (typeof db?.prepare !== 'function') {
    requireArgument('sqliteLedger', 'db', db, { exec: 'function', prepare: 'function' });
  }
  openSafely(db);
  const readOne = db.prepare('SELECT event FROM ledger_event WHERE entity = ? ORDER BY seq');
  const lastOf = db.prepare('SELECT max(seq) AS last FROM ledger_event WHERE entity = ?');
  const isKnown = db.prepare('SELECT 1 FROM ledger_event WHERE request = ?');
  const insert = db.prepare(
    'INSERT INTO ledger_event (entity, seq, request, authority, event) VALUES (?, ?, ?, ?, ?)',
  );
  const addOne = ({ entity, afterSeq, events }: Append<E>): Appended => {
    const [row] = lastOf.all(entity) as { last: number | bigint | null }[];
    if (Number(row?.last ?? 0) !== afterSeq) return 'lost-race';
    for (const { request } of events) {
      if (request !== undefined && isKnown.all(request).length > 0) return 'request-known';
    }
    for (const event of events) {
      insert.run(entity, event.seq, event.request ?? null, event.by ?? null, canonicalJson(event));
    }
    return 'appended';
  };
  // One statement, so that both parts are of one moment.
  const readWhatBears = db.prepare(
    `SELECT seq, event FROM ledger_event INDEXED BY ledger_event_bears WHERE entity = ? AND bears
     UNION ALL
     SELECT seq, event FROM (
       SELECT seq, event, bears FROM ledger_event WHERE entity = ? ORDER BY seq DESC LIMIT 1
     ) WHERE NOT bears ORDER BY seq`,
  );
  const readAnswer = db.prepare(
    'SELECT event FROM ledger_event WHERE request = ? AND entity = ? AND NOT bears',
  );
  const eventsOf = (rows: unknown): E[] =>
    (rows as { event: string }[]).map(({ event }) => JSON.parse(event) as E);
  const bearing = ({ entity, requests }: AskedOf): readonly E[] => {
    const events = eventsOf(readWhatBears.all(entity, entity));
    const answers = requests.flatMap((request) => eventsOf(readAnswer.all(request, entity)));
    const more = answers.filter(({ seq }) => seq !== events.at(-1)?.seq);
    return more.length === 0 ? events : inTurn([...events, ...more]);
  };
  const read = (entity: string): E[] => eventsOf(readOne.all(entity));
  return {
    async read(entity) {
      return read(entity);
    },
    async append(entity, afterSeq, events) {
      checkAppend(entity, afterSeq, events);
      return writing(db, () => addOne({ entity, afterSeq, events }));
    },
    async readMany(entities) {
      return new Map(entities.map((entity) => [entity, read(entity)]));
    },
    async readBearing(asked) {
      return new Map(asked.map((one) => [one.entity, bearing(one)]));
    },
    async appendMany(appends) {
      for (const { entity, afterSeq, events } of appends) checkAppend(entity, afterSeq, events);
      return writing(db, () => appends.map(addOne));
    },
    async entities(after, limit) {
      const rows = rowsOf(
        db,
        'SELECT DISTINCT entity FROM ledger_event WHERE entity > ? ORDER BY entity LIMIT ?',
        after,
        limit,
      );
      return rows.map(({ entity }) => String(entity));
    },
  };
}

function openSafely(db: SqliteConnection): void {
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  setWal(db);
  db.exec('PRAGMA synchronous = FULL');
  writing(db, () => migrateSqlite(db));
}

/** Readers that do not wait for writers; a database in memory has nothing to lose and keeps its own. */
function setWal(db: SqliteConnection): void {
  const mode = (): string => String(Object.values(rowsOf(db, 'PRAGMA journal_mode')[0] ?? {})[0]);
  if (mode() === 'wal') return;
  try {
    db.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    // Two processes that open a new file: SQLite does not wait here, and the other one has set it.
    if (mode() !== 'wal') throw error;
  }
  const given = mode();
  if (given === 'wal' || given === 'memory') return;
  throw mistake(
    'unsafe-database',
    `the database has \`journal_mode\` \`${given}\`: it could lose what it acknowledged (expected wal)`,
    { setting: 'journal_mode', given, expected: 'wal' },
  );
}

/** Takes the lock for writing before it reads, so that what it reads is still true when it writes. */
function writing<T>(db: SqliteConnection, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
