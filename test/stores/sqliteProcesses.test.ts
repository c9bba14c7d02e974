import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sqliteLedger } from '../../src/stores/index.js';
import type { Decision } from '../../src/visits/ledger/request.js';
import { audit } from './audit.js';
import { type Bundled, bundled } from './bundled.js';
import { capOfTwo } from './requests.js';

const PROCESSES = 8;
const folder = mkdtempSync(join(tmpdir(), 'evenhand-processes-'));
const path = join(folder, 'ledger.sqlite');
let program: Bundled;
beforeAll(async () => {
  program = await bundled(join(import.meta.dirname, 'sqliteWorker.ts'));
});
afterAll(() => {
  program?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const crowd = { firms: 25, mark: 'processes', cap: capOfTwo };
const REQUESTS = 800;
const acknowledgedBy = (k: number): string => join(folder, `acknowledged-${k}`);

function started(k: number): ChildProcess {
  const told = [path, acknowledgedBy(k), k, PROCESSES, REQUESTS, crowd.firms, crowd.mark];
  return spawn(process.execPath, [program.file, ...told.map(String)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

const acknowledged = (): Map<number, Pick<Decision, 'status'>> =>
  new Map(
    Array.from({ length: PROCESSES }, (_, k) => acknowledgedBy(k))
      .filter((file) => existsSync(file))
      .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
      .map((line) => line.split(' '))
      .map(([i = '', status]) => [Number(i), { status } as Pick<Decision, 'status'>]),
  );

it('eight processes on one file, some of them killed, pass no cap and lose nothing', async () => {
  const children = Array.from({ length: PROCESSES }, (_, k) => started(k));
  const ends = children.map(ended);
  while (acknowledged().size < REQUESTS / 4) await pause(20);
  for (const child of children.slice(0, 3)) child.kill('SIGKILL');
  const codes = await Promise.all(ends);
  expect(codes.slice(3)).toEqual([0, 0, 0, 0, 0]);

  const db = new DatabaseSync(path);
  const store = sqliteLedger(db);
  expect(await audit(store, crowd, acknowledged())).toMatchObject({ lost: [], overCap: [] });

  // Those that were killed go on where they were; what they had not heard of stands once all the same.
  await Promise.all([0, 1, 2].map((k) => ended(started(k))));
  const found = await audit(store, crowd, acknowledged());
  expect(acknowledged().size).toBe(REQUESTS);
  expect(found).toMatchObject({ overCap: [], lost: [], repeated: [], firms: 25, visits: 50 });
  expect(found.events).toBe(REQUESTS);
  db.close();
});
