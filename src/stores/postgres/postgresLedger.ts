import { canonicalJson } from '../../core/canonicalJson.js';
import { mistake } from '../../core/error.js';
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
import { checkedSqlName, LEDGER_SCHEMA, type PostgresConnection } from './connection.js';
import { requireMigrated, type SchemaOptions } from './migrateLedger.js';
import { requireDurable } from './requireDurable.js';
import { apart, together, WITHHELD } from './withheld.js';

/** How a ledger is kept in PostgreSQL. */
export interface PostgresLedgerOptions extends SchemaOptions {
  /**
   * The fields of an event that its own authority alone reads, `WITHHELD` where left out; `a.b` is the
   * field `b` of the object `a`. None may bear on a decision.
   */
  readonly withheld?: readonly string[];
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
  { schema = LEDGER_SCHEMA, withheld = WITHHELD }: PostgresLedgerOptions = {},
): Promise<LedgerStore<E>> {
  checkedSqlName(schema);
  await requireDurable(db);
  await requireMigrated(db, { schema });
  const whole = async (sql: string, values: unknown[]): Promise<E[]> => {
    const { rows } = await db.query(`SELECT ${schema}.${sql} AS history`, values);
    const text = rows[0]?.['history'];
    return typeof text === 'string' ? (JSON.parse(text) as Kept<E>[]).map(wholeOf) : [];
  };
  const appendMany = async (appends: readonly Append<E>[]): Promise<readonly Appended[]> => {
    const { rows } = await db
      .query(
        `SELECT place, outcome FROM ${schema}.ledger_add_many($1, $2, $3, $4, $5, $6, $7)`,
        columnsOf(appends, withheld),
      )
      .catch(undone);
    if (rows.every(({ place }) => place !== undefined)) {
      const outcomes = new Map(rows.map((row) => [row['place'], outcomeOf(row['outcome'])]));
      return appends.map((_, i) => outcomes.get(i + 1) ?? 'lost-race');
    }
    if (appends.length === 1) return [outcomeOf(rows[0]?.['outcome'])];
    // A known request undoes the whole batch, so after one each goes by itself.
    const each: Appended[] = [];
    for (const one of appends) each.push(...(await appendMany([one])));
    return each;
  };
  return {
    read: (entity) => whole('ledger_read($1)', [entity]),
    async append(entity, afterSeq, events) {
      checkAppend(entity, afterSeq, events);
      const [event] = events;
      if (events.length > 1 || event === undefined) {
        return (await appendMany([{ entity, afterSeq, events }]))[0] as Appended;
      }
      const { open, hidden } = apart(event, withheld);
      const { rows } = await db
        .query(`SELECT ${schema}.ledger_add($1, $2, $3, $4, $5, $6) AS outcome`, [
          entity,
          afterSeq,
          event.request ?? null,
          event.by ?? null,
          canonicalJson(open),
          hidden === undefined ? null : canonicalJson(hidden),
        ])
        .catch(undone);
      return outcomeOf(rows[0]?.['outcome']);
    },
    async readMany(entities) {
      const found = new Map<string, E[]>(entities.map((entity) => [entity, []]));
      const { rows } = await db.query(
        `SELECT e.entity, e.event::text AS event, w.withheld::text AS withheld
         FROM ${schema}.ledger_event e LEFT JOIN ${schema}.ledger_withheld w USING (entity, seq)
         WHERE e.entity = ANY ($1) ORDER BY e.entity, e.seq`,
        [[...found.keys()]],
      );
      for (const row of rows) found.get(String(row['entity']))?.push(eventOf<E>(row));
      return found;
    },
    async readBearing(asked) {
      const [one] = asked;
      if (asked.length === 1 && one !== undefined && one.requests.length < 2) {
        const { entity, requests } = one;
        const history = await whole('ledger_bearing($1, $2)', [entity, requests[0] ?? null]);
        return new Map([[entity, history]]);
      }
      const found = new Map<string, E[]>(asked.map(({ entity }) => [entity, []]));
      const { rows } = await db.query(
        `SELECT event, withheld FROM ${schema}.ledger_bearing_many($1, $2)`,
        [[...found.keys()], asked.flatMap(({ requests }) => requests)],
      );
      for (const row of rows) {
        const event = eventOf<E>(row);
        found.get(event.entity)?.push(event);
      }
      for (const [entity, events] of found) found.set(entity, inTurn(events));
      return found;
    },
    async appendMany(appends) {
      for (const { entity, afterSeq, events } of appends) checkAppend(entity, afterSeq, events);
      return appendMany(appends);
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

/** The events of many appends as `ledger_add_many` takes them: a column a field, a line an event. */
function columnsOf(appends: readonly Append[], withheld: readonly string[]): unknown[] {
  const [places, entities, afters]: [number[], string[], number[]] = [[], [], []];
  const [requests, authorities]: [(string | null)[], (string | null)[]] = [[], []];
  const events: string[] = [];
  const hiddens: string[] = [];
  appends.forEach(({ entity, afterSeq, events: own }, i) => {
    for (const event of own) {
      const { open, hidden } = apart(event, withheld);
      places.push(i + 1);
      entities.push(entity);
      afters.push(afterSeq);
      requests.push(event.request ?? null);
      authorities.push(event.by ?? null);
      // Canonical JSON has no line break, so that it may stand between lines.
      events.push(canonicalJson(open));
      hiddens.push(hidden === undefined ? '' : canonicalJson(hidden));
    }
  });
  const lines = [events.join('\n'), hiddens.join('\n')];
  return [places, entities, afters, requests, authorities, ...lines];
}

/** An event as it is kept, and what is withheld of it where the reader may see that. */
type Kept<E> = readonly [event: E, withheld?: Readonly<Record<string, unknown>>];

const wholeOf = <E extends StoredEvent>([event, hidden]: Kept<E>): E =>
  hidden === undefined ? event : together(event, hidden);

function eventOf<E extends StoredEvent>(row: Readonly<Record<string, unknown>>): E {
  const event = JSON.parse(String(row['event'])) as E;
  const hidden = row['withheld'];
  return typeof hidden === 'string' ? together(event, JSON.parse(hidden)) : event;
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
  const outcome = typeof code === 'string' ? RACES[code] : undefined;
  if (outcome === undefined) throw error;
  return { rows: [{ outcome }] };
}
