import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockLimits, migrateLedger, postgresLedger } from '../../src/stores/index.js';
import { type Audit, audit } from './audit.js';
import { type Load, runLoad } from './load.js';
import { poolsOf } from './pools.js';
import { type PostgresServer, startPostgres } from './postgresServer.js';
import { capOf, capOfTwo } from './requests.js';

let server: PostgresServer;
const pools = poolsOf(() => server.place, 4);
beforeAll(async () => {
  server = await startPostgres();
  await migrateLedger(pools.of());
  await lockLimits(pools.of(), capOfTwo);
});
afterAll(async () => {
  await pools.end();
  await server?.stop();
});

const NOTHING_WRONG = { overCap: [], lost: [], repeated: [] };

async function audited(load: Load, onProgress?: (answered: number) => void): Promise<Audit> {
  const acknowledged = await runLoad(server.place, load, onProgress);
  expect(acknowledged.size).toBe(load.requests);
  return audit(await postgresLedger(pools.of()), load, acknowledged);
}

it('50 clients on hot firms pass no cap, lose nothing and book nothing twice', async () => {
  const load = { clients: 50, requests: 1_200, firms: 60, cap: capOfTwo, mark: 'hot' };
  const found = await audited(load);
  expect(found).toMatchObject({ ...NOTHING_WRONG, firms: 60, events: 1_200 });
  expect(found.visits).toBe(120);
});

it('in batches as well', async () => {
  const load = {
    clients: 8,
    requests: 2_000,
    firms: 60,
    cap: capOfTwo,
    batch: 200,
    mark: 'batch',
  };
  expect(await audited(load)).toMatchObject({ ...NOTHING_WRONG, visits: 120, events: 2_000 });
});

it('and under a cap of 60 in one hot spot', async () => {
  const load = { clients: 20, requests: 260, firms: 4, cap: capOf(60), mark: 'sixty' };
  const found = await audited(load);
  expect(found).toMatchObject({ ...NOTHING_WRONG, firms: 4, events: 260 });
  expect(found.visits).toBe(240);
});

it('a server killed three times under them loses nothing it acknowledged', async () => {
  const load = { clients: 20, requests: 600, firms: 30, cap: capOfTwo, mark: 'killed' };
  let kills = 0;
  let killing = Promise.resolve();
  const found = await audited(load, (answered) => {
    if (kills === 3 || answered < (kills + 1) * 140) return;
    kills++;
    killing = killing.then(() => server.kill()).then(() => server.start());
  });
  await killing;
  expect(kills).toBe(3);
  // Every request stands once, whole: those that were not acknowledged were asked again.
  expect(found).toMatchObject({ ...NOTHING_WRONG, firms: 30, visits: 60, events: 600 });
});
