import pg from 'pg';
import {
  bookingDesk,
  lockLimits,
  migrateLedger,
  postgresLedger,
  rememberingLedger,
} from '../../src/stores/index.js';
import type { Decision } from '../../src/visits/ledger/request.js';
import { audit } from '../stores/audit.js';
import { answered, type Load, runLoad } from '../stores/load.js';
import { poolsOf } from '../stores/pools.js';
import { startPostgres } from '../stores/postgresServer.js';
import { capOf, capOfTwo, requestOf } from '../stores/requests.js';
import { machine } from './measure.js';

// Booking in a real PostgreSQL beside a bare `insert … on conflict`, in turn on one server, by the clock and
// by processor time, since others may keep the machine busy: 50 clients one by one, 8 in batches, a hot spot,
// caps of 2 and 60, and with the server killed three times. `ledger 5000 one,hot` runs some of it.
//
// There are two references. The bare one writes of each request its key and its id. The other writes as many
// bytes more as the ledger's own event has: what it takes to keep an answer that is not decided.
const requests = Number(process.argv[2] ?? 100_000);
const parts = process.argv[3]?.split(',') ?? ['one', 'many', 'hot', 'sixty', 'killed'];
const firms = Math.max(1, Math.round(requests / 20));
const ROUNDS = 5;

const server = await startPostgres();
const pools = poolsOf(() => server.place, 4);
await migrateLedger(pools.of());
await lockLimits(pools.of(), capOfTwo);
await pools.of().query(`CREATE TABLE bare (
  entity text COLLATE "C", seq integer, request text COLLATE "C" UNIQUE, PRIMARY KEY (entity, seq));
  CREATE TABLE kept (entity text COLLATE "C", seq integer, request text COLLATE "C" UNIQUE,
  answer text NOT NULL, PRIMARY KEY (entity, seq))`);

const INSERT = 'INSERT INTO bare (entity, seq, request) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
const INSERT_MANY = `INSERT INTO bare (entity, seq, request)
  SELECT * FROM unnest($1::text[], $2::integer[], $3::text[]) AS t(e, s, r) ORDER BY e, s
  ON CONFLICT DO NOTHING`;
const KEEP =
  'INSERT INTO kept (entity, seq, request, answer) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
const KEEP_MANY = `INSERT INTO kept (entity, seq, request, answer)
  SELECT * FROM unnest($1::text[], $2::integer[], $3::text[], string_to_array($4, E'\\n')) AS t(e, s, r, a)
  ORDER BY e, s ON CONFLICT DO NOTHING`;

/**
 * What whoever does without a ledger writes: a row a request, nothing read, nothing decided.
 *
 * @param answer - what is kept of each request beside its id, the same for all; nothing where left out
 */
const bare =
  (db: pg.Client, answer?: string): Ask =>
  async (numbers, load) => {
    const rows = numbers.map((i) => ({ ...requestOf(i, load), seq: i }));
    const [first] = rows;
    const [one, many] = answer === undefined ? [INSERT, INSERT_MANY] : [KEEP, KEEP_MANY];
    const mark = answer === undefined ? 'bare' : 'kept';
    if (rows.length === 1 && first !== undefined) {
      const values = [first.entity, first.seq, first.id, ...(answer === undefined ? [] : [answer])];
      await db.query({ name: `one-${mark}`, text: one, values });
      return [];
    }
    const values = [
      rows.map(({ entity }) => entity),
      rows.map(({ seq }) => seq),
      rows.map(({ id }) => id),
      ...(answer === undefined ? [] : [rows.map(() => answer).join('\n')]),
    ];
    await db.query({ name: `many-${mark}`, text: many, values });
    return [];
  };

type Ask = (numbers: readonly number[], load: Load) => Promise<readonly Decision[]>;

type Status = Pick<Decision, 'status'>;

/** Of an answer only its status is kept, in one object for all: what else it says goes to whoever asked. */
const STATUSES: Readonly<Record<Decision['status'], Status>> = {
  admitted: { status: 'admitted' },
  planned: { status: 'planned' },
  reserved: { status: 'reserved' },
  joined: { status: 'joined' },
  recorded: { status: 'recorded' },
  refused: { status: 'refused' },
};

/** Lets clients that are connected and warm ask for a part of a load, until all of it is answered. */
async function drive(clients: readonly Ask[], load: Load): Promise<Map<number, Status>> {
  const { batch = 1, first = 0, requests: last } = load;
  const acknowledged = new Map<number, Status>();
  let next = first;
  const client = async (ask: Ask): Promise<void> => {
    while (next < last) {
      const numbers = Array.from({ length: Math.min(batch, last - next) }, () => next++);
      const decisions = await ask(numbers, load);
      for (const [k, { status }] of decisions.entries()) {
        acknowledged.set(numbers[k] as number, STATUSES[status]);
      }
    }
  };
  await Promise.all(clients.map(client));
  return acknowledged;
}

/** What something took by the clock, and of processor time, the server's processes among it. */
interface Taken {
  clock: number;
  client: number;
  server: number;
}

const processorOf = ({ client, server }: Taken): number => client + server;

async function take(taken: Taken, work: () => Promise<unknown>): Promise<void> {
  const before = {
    clock: process.hrtime.bigint(),
    own: process.cpuUsage(),
    server: server.cpuSeconds(),
  };
  await work();
  const { user, system } = process.cpuUsage(before.own);
  taken.clock += Number(process.hrtime.bigint() - before.clock) / 1e9;
  taken.client += (user + system) / 1e6;
  taken.server += server.cpuSeconds() - before.server;
}

/** How a load is asked for, in which the clients differ from those of another way. */
interface Way {
  readonly name: string;
  /** The asking clients, with a connection each. */
  clients(connections: readonly pg.Client[], load: Load): Promise<readonly Ask[]>;
}

const eachByItself: Way = {
  name: 'booked, each by itself',
  clients: (connections) =>
    Promise.all(
      connections.map(async (db) => {
        const store = await postgresLedger(db, { prepares: true });
        const remembering = rememberingLedger(store);
        return (numbers, part) =>
          answered(
            // Whoever asks for one firm at a time seldom meets one again that is as it was.
            (part.batch ?? 1) > 1 ? remembering : store,
            numbers.map((i) => requestOf(i, part)),
            part,
          );
      }),
    ),
};

/** The same clients as callers of one program: their requests go together, over a connection for each of two threads. */
const atOneDesk: Way = {
  name: 'booked at one desk',
  async clients(connections, { cap }) {
    const store = await postgresLedger(pools.of(), { prepares: true });
    const desk = bookingDesk(store, cap, { trips: 2, most: 700 });
    return connections.map(
      () => (numbers, part) => Promise.all(numbers.map((i) => desk(requestOf(i, part)))),
    );
  },
};

/** Each way by itself beside the references, so that none is charged for what another remembers. */
async function compare(title: string, load: Load, wanted?: string): Promise<void> {
  console.log(`${title}: ${load.requests} requests, ${load.firms} firms, ${load.clients} clients`);
  for (const [i, way] of [atOneDesk, eachByItself].entries()) {
    await beside(way, { ...load, mark: `${load.mark}-${i}` }, wanted);
  }
}

async function beside(way: Way, load: Load, wanted?: string): Promise<void> {
  const acknowledged = new Map<number, Status>();
  const connections = await Promise.all(
    Array.from({ length: load.clients }, async () => {
      const db = new pg.Client(server.place);
      await db.connect();
      return db;
    }),
  );
  const booking = await way.clients(connections, load);
  // A connection plans its statements once, and a program is compiled once: neither side is charged for that.
  const warm = { ...load, requests: Math.max(4 * load.clients, 3 * (load.batch ?? 1)) };
  // Names of the same length, so that what is kept of an answer is as long.
  const mark = load.mark.replace(/^./, 'w');
  await drive(booking, { ...warm, mark });
  const answer = await eventOf(mark);
  const inserting = connections.map((db) => bare(db));
  const keeping = connections.map((db) => bare(db, answer));
  await drive(inserting, { ...warm, mark: `warm-bare-${load.mark}` });
  await drive(keeping, { ...warm, mark: `warm-kept-${load.mark}` });

  const [theirs, kept, ours] = [untaken(), untaken(), untaken()];
  for (let round = 0; round < ROUNDS; round++) {
    const part = {
      first: Math.floor((load.requests * round) / ROUNDS),
      requests: Math.floor((load.requests * (round + 1)) / ROUNDS),
    };
    await take(theirs, () => drive(inserting, { ...load, ...part, mark: `bare-${load.mark}` }));
    await take(kept, () => drive(keeping, { ...load, ...part, mark: `kept-${load.mark}` }));
    await take(ours, async () => {
      const answers = await drive(booking, { ...load, ...part });
      for (const [i, one] of answers) acknowledged.set(i, one);
    });
  }
  for (const db of connections) await db.end();
  const line = (name: string, taken: Taken, goal = ''): void => {
    const rate = (load.requests / taken.clock).toFixed(0).padStart(7);
    const [client, ofServer] = [taken.client, taken.server].map((seconds) =>
      ((seconds / load.requests) * 1e6).toFixed(0),
    );
    const ratios = [theirs, kept].map(
      (one) =>
        `${(one.clock / taken.clock).toFixed(2)} ${(processorOf(one) / processorOf(taken)).toFixed(2)}`,
    );
    console.log(
      `  ${name.padEnd(26)} ${rate} /s; ${client} + ${ofServer} us of processor; ratio by clock, by processor`,
    );
    console.log(
      `    beside the bare insert ${ratios[0]}${goal}, beside as many bytes ${ratios[1]}`,
    );
  };
  line('bare insert … on conflict', theirs);
  line(`the same and ${answer.length} bytes`, kept);
  line(way.name, ours, wanted === undefined ? '' : ` (wanted: at least ${wanted})`);
  await tell(load, acknowledged);
}

const untaken = (): Taken => ({ clock: 0, client: 0, server: 0 });

/** A refusal that was written last of a load, as it is kept: most events are. */
async function eventOf(mark: string): Promise<string> {
  const { rows } = await pools
    .of()
    .query(
      `SELECT event::text AS event FROM evenhand.ledger_event WHERE entity LIKE $1 ORDER BY bears, recorded_at DESC LIMIT 1`,
      [`${mark}/%`],
    );
  return String(rows[0]?.event);
}

async function tell(load: Load, acknowledged: ReadonlyMap<number, Status>): Promise<void> {
  const found = await audit(await postgresLedger(pools.of()), load, acknowledged);
  const wrong = [
    `${found.overCap.length} firms over their cap`,
    `${found.lost.length} acknowledged and lost`,
    `${found.repeated.length} twice`,
  ];
  console.log(
    `  ${acknowledged.size} answered, ${found.visits} visits, ${found.fullFirms} of ${found.firms} firms full; ${wrong.join(', ')}`,
  );
}

console.log(machine());
const all = { requests, firms, cap: capOfTwo };
if (parts.includes('one')) {
  await compare('one by one', { ...all, clients: 50, mark: 'one' }, '0.33');
}
if (parts.includes('many')) {
  await compare('in batches of 1,000', { ...all, clients: 8, batch: 1_000, mark: 'many' }, '0.50');
}
if (parts.includes('hot')) {
  const hot = { requests: Math.max(20, requests / 20), firms: 20, clients: 50 };
  await compare('a hot spot', { ...hot, cap: capOfTwo, mark: 'hot' });
}
if (parts.includes('sixty')) {
  const wide = {
    requests: requests / 5,
    firms: Math.max(1, Math.round(requests / 300)),
    clients: 50,
  };
  await compare('a cap of 60', { ...wide, cap: capOf(60), mark: 'sixty' });
}
if (parts.includes('killed')) {
  console.log('the server killed with -9 three times:');
  const killed = { ...all, clients: 50, mark: 'killed' };
  let kills = 0;
  let killing = Promise.resolve();
  const acknowledged = await runLoad(server.place, killed, (answered) => {
    if (kills === 3 || answered < ((kills + 1) * requests) / 4) return;
    kills++;
    killing = killing.then(() => server.kill()).then(() => server.start());
  });
  await killing;
  await tell(killed, acknowledged);
}
await pools.end();
await server.stop();
