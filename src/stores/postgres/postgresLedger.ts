import { mistake } from '../../core/error.js';
import { compareBytes, sortedBy } from '../../core/order.js';
import { sha256 } from '../../core/sha256.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';
import { checkAppend } from '../checkAppend.js';
import { inTurn } from '../inTurn.js';
import {
  APPENDED,
  type Append,
  type Appended,
  type LedgerStore,
  type StoredEvent,
} from '../ledgerStore.js';
import { columnsOf, moves } from './columns.js';
import {
  type NamingConnection,
  type PostgresConnection,
  requireConnection,
  schemaOf,
} from './connection.js';
import { eventBytes } from './eventBytes.js';
import { requireMigrated, type SchemaOptions } from './migrateLedger.js';
import { requireDurable } from './requireDurable.js';
import { refusalInFull } from './shortReasons.js';
import { splitter, together, WITHHELD } from './withheld.js';

/** How a ledger is kept in PostgreSQL. */
export interface PostgresLedgerOptions extends SchemaOptions {
  /**
   * The fields of an event that its own authority alone reads, `WITHHELD` where left out; `a.b` is the
   * field `b` of the object `a`. None may bear on a decision.
   */
  readonly withheld?: readonly string[];
  /**
   * Lets the server plan each statement once a connection, under a name: a `Pool` or `Client` of `pg` can.
   * Not behind a pooler that may hand each statement to another connection. Without it nothing is named.
   */
  readonly prepares?: boolean;
}

/**
 * A ledger in PostgreSQL, over an open connection or pool of `pg`.
 *
 * Reading and appending are one trip each. Which events are whole is the database's doing: it gives the
 * withheld fields to the authority of the login alone. Acknowledged events outlive a crash of the server.
 *
 * @throws `not-migrated`, `migration-changed`, `bad-schema-name`; `unsafe-database` where the server does
 * not wait for its disk, so that it could lose what it acknowledged
 */
export async function postgresLedger<E extends StoredEvent = LedgerEvent>(
  db: PostgresConnection,
  options: PostgresLedgerOptions = {},
): Promise<LedgerStore<E>> {
  requireConnection('postgresLedger', db);
  const schema = schemaOf('postgresLedger', options);
  const { withheld = WITHHELD, prepares = false } = options;
  await requireDurable(db);
  await requireMigrated(db, { schema });
  const apart = splitter(withheld);
  const ask = asker(db, prepares ? sha256(schema).slice(0, 8) : undefined);
  const readMany = async (entities: readonly string[]): Promise<Map<string, E[]>> => {
    const found = new Map<string, E[]>(entities.map((entity) => [entity, []]));
    const { rows } = await ask(
      'read',
      `SELECT e.entity AS firm, e.seq AS number, e.bears AS bearing, e.event::text AS content,
         w.withheld::text AS hidden
       FROM ${schema}.ledger_event e LEFT JOIN ${schema}.ledger_withheld w USING (entity, seq)
       WHERE e.entity = ANY ($1) ORDER BY e.entity, e.seq`,
      // No entity has such a name, and the database takes it for no question.
      [[...found.keys()].filter((entity) => !entity.includes('\0'))],
    );
    for (const row of rows) found.get(row['firm'] as string)?.push(eventOf(row));
    return found;
  };
  /** As `appendMany`, each entity once. */
  const appendEach = async (appends: readonly Append<E>[]): Promise<readonly Appended[]> => {
    const { rows } = await ask(
      'add-many',
      `SELECT firm, outcome FROM ${schema}.ledger_add_many($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      columnsOf(inTheirOrder(appends), apart),
    ).catch(undone);
    const [first] = rows;
    // It is of no append where the login may not write at all.
    if (first?.['firm'] === null) outcomeOf(first['outcome']);
    if (first === undefined || typeof first['firm'] === 'string') {
      const outcomes = new Map(rows.map((row) => [row['firm'], outcomeOf(row['outcome'])]));
      return appends.map(({ entity }) => outcomes.get(entity) ?? 'appended');
    }
    if (appends.length === 1) return [outcomeOf(first['outcome'])];
    // A known request undoes the whole batch, so after one each goes by itself.
    const each: Appended[] = [];
    for (const one of appends) each.push(...(await appendEach([one])));
    return each;
  };
  return {
    async read(entity) {
      return (await readMany([entity])).get(entity) ?? [];
    },
    async append(entity, afterSeq, events) {
      checkAppend(entity, afterSeq, events);
      const [event] = events;
      if (events.length > 1 || event === undefined) {
        return (await appendEach([{ entity, afterSeq, events }]))[0] as Appended;
      }
      const { open, hidden } = apart(event);
      const { rows } = await ask(
        'add',
        `SELECT ${schema}.ledger_add($1, $2, $3, $4, $5, $6, $7) AS outcome`,
        [
          entity,
          afterSeq,
          event.request ?? null,
          event.by ?? null,
          moves(events) && hidden === undefined,
          eventBytes(open),
          hidden === undefined ? null : JSON.stringify(hidden),
        ],
      ).catch(undone);
      return outcomeOf(rows[0]?.['outcome']);
    },
    readMany,
    async readBearing(asked) {
      const [one] = asked;
      if (asked.length === 1 && one !== undefined && one.requests.length < 2) {
        const { entity, requests } = one;
        if (prepares && requests.length === 0) {
          const { rows } = await ask('light', lightSql(schema), [entity]);
          return new Map([[entity, inTurn(rows.map((row) => eventOf<E>(row)))]]);
        }
        const { rows } = await ask(
          'bearing',
          `SELECT ${schema}.ledger_bearing($1, $2) AS history`,
          [entity, requests[0] ?? null],
        );
        const text = rows[0]?.['history'];
        const kept = typeof text === 'string' ? (JSON.parse(text) as Kept[]) : [];
        return new Map([[entity, inTurn(kept.map((one) => wholeOf<E>(entity, ...one)))]]);
      }
      const found = new Map<string, E[]>(asked.map(({ entity }) => [entity, []]));
      const { rows } = await ask(
        'bearing-many',
        `SELECT firm, number, bearing, content, hidden FROM ${schema}.ledger_bearing_many($1, $2)`,
        [[...found.keys()], asked.flatMap(({ requests }) => requests)],
      );
      for (const row of rows) found.get(row['firm'] as string)?.push(eventOf(row));
      for (const [entity, events] of found) found.set(entity, inTurn(events));
      return found;
    },
    async appendMany(appends) {
      for (const { entity, afterSeq, events } of appends) checkAppend(entity, afterSeq, events);
      const entities = new Set(appends.map(({ entity }) => entity));
      if (entities.size === appends.length) return appendEach(appends);
      const each: Appended[] = [];
      for (const one of appends) each.push(...(await appendEach([one])));
      return each;
    },
    async entities(after, limit) {
      const { rows } = await db.query(
        `SELECT DISTINCT entity FROM ${schema}.ledger_event WHERE entity > $1
         ORDER BY entity LIMIT $2`,
        [after, limit],
      );
      return rows.map((row) => String(row['entity']));
    },
  };
}

/**
 * What of an entity bears on a decision about a request it has not answered: of a refusal that stands last its number
 * and day count alone. Planned once it takes the server two thirds of what the function takes, which is for whoever names no
 * statement.
 */
const lightSql = (schema: string): string => {
  const columns = 'e.entity AS firm, e.seq AS number, e.bears AS bearing, e.event::text AS content';
  const own = `FROM ${schema}.ledger_event e WHERE e.entity = $1`;
  return `SELECT ${columns}, (
      SELECT w.withheld::text FROM ${schema}.ledger_withheld w
      WHERE w.entity = e.entity AND w.seq = e.seq
    ) AS hidden ${own} AND e.bears
    UNION ALL SELECT l.firm, l.number, l.bearing, l.content, NULL
    FROM (SELECT ${columns} ${own} ORDER BY e.seq DESC LIMIT 1) l WHERE NOT l.bearing`;
};

/** Asks, where statements are prepared under names that tell the schema's from those of others. */
function asker(db: PostgresConnection, mark: string | undefined) {
  return (name: string, text: string, values: unknown[]) =>
    mark === undefined
      ? db.query(text, values)
      : (db as unknown as NamingConnection).query({ name: `ledger-${name}-${mark}`, text, values });
}

/** By the bytes of their entities: batches that meet then wait for each other. Most come so. */
function inTheirOrder<E extends StoredEvent>(appends: readonly Append<E>[]): readonly Append<E>[] {
  const isSorted = appends.every(
    ({ entity }, i) => i === 0 || compareBytes((appends[i - 1] as Append<E>).entity, entity) < 0,
  );
  return isSorted ? appends : sortedBy(appends, ({ entity }) => entity);
}

/** An event as it is kept: its number, whether it bears, all but what is withheld, and that where the reader may see it. */
type Kept = readonly [
  seq: number,
  bears: boolean,
  event: object,
  hidden?: Readonly<Record<string, unknown>>,
];

/** Its entity and number are those of the columns, and so is whether it is a refusal. */
function wholeOf<E extends StoredEvent>(entity: string, ...[seq, bears, event, hidden]: Kept): E {
  const whole = hidden === undefined ? event : together(event, hidden);
  return Object.assign(bears ? whole : refusalInFull(whole), { entity, seq }) as E;
}

function eventOf<E extends StoredEvent>(row: Readonly<Record<string, unknown>>): E {
  const { firm, number, bearing, content, hidden } = row;
  const event = JSON.parse(content as string) as object;
  const withheld = typeof hidden === 'string' ? JSON.parse(hidden) : undefined;
  return wholeOf(firm as string, number as number, bearing as boolean, event, withheld);
}

function outcomeOf(outcome: unknown): Appended {
  const known = APPENDED.find((one) => one === outcome);
  if (known !== undefined) return known;
  const authority = String(outcome).replace(/^not-your-authority /, '');
  throw mistake(
    'not-your-authority',
    `this login does not act for authority \`${authority}\` (expected a row of ledger_login)`,
    { given: authority },
  );
}

/** What the database says where it undid an append for the sake of another: nothing was written. */
const RACES: Readonly<Record<string, Appended>> = {
  '23505': 'request-known', // unique_violation: one of an answer's further requests
  '40001': 'lost-race', // serialization_failure
  '40P01': 'lost-race', // deadlock_detected
};

/** What the second lock raises: no place of a locked limit is free. */
const SLOT_TAKEN = 'EH001';

/** What the database says to a login without the right to write, and where it is a copy that nobody writes to. */
const READ_ONLY: ReadonlySet<unknown> = new Set(['42501', '25006']);

/** What the database says of a text that is none to it. */
const NO_TEXT: ReadonlySet<unknown> = new Set(['22P02', '22P05']);

/** The outcome of what the database undid; any other error is the caller's to know. */
function undone(error: unknown): { readonly rows: readonly Readonly<Record<string, unknown>>[] } {
  const { code, detail, message } = error as Readonly<Record<string, unknown>>;
  if (code === SLOT_TAKEN) {
    throw mistake(
      'slot-taken',
      `the database’s second lock refused it: ${String(message)} (expected the ledger to have refused it before)`,
      { given: String(detail) },
    );
  }
  if (READ_ONLY.has(code)) {
    const given = String(message);
    throw mistake(
      'may-not-write',
      `this login may not write to the ledger: \`${given}\` (expected a member of the bookers' role)`,
      { given },
    );
  }
  if (NO_TEXT.has(code)) {
    const given = String(detail ?? message);
    const expected = 'texts without the character U+0000 and without half of a surrogate pair';
    throw mistake('bad-append', `bad append: \`events\` is \`${given}\` (expected ${expected})`, {
      field: 'events',
      given,
      expected,
    });
  }
  const outcome = typeof code === 'string' ? RACES[code] : undefined;
  if (outcome === undefined) throw error;
  return { rows: [{ outcome }] };
}
