// A year's plan of a whole city out of the files that cityFiles wrote, stage by stage, each beside a
// reference of its own: node test/bench/run.mjs cityPlan DIR

import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { streamRows } from '../../src/cli/files/readRows.js';
import { writeFolderWhole } from '../../src/cli/files/writeFolderWhole.js';
import { openDesk } from '../../src/cli/io.js';
import { planFiles } from '../../src/cli/planFiles.js';
import { planTask } from '../../src/cli/planTask.js';
import { preparedFiles } from '../../src/cli/preparedFiles.js';
import { frameRoot } from '../../src/draw/frameRoot.js';
import { pairKeys } from '../../src/inspectors/pairKeys.js';
import { noticeA } from '../../src/notice/noticeA.js';
import { noticeBRows } from '../../src/notice/noticeB.js';
import { demonstrationValue } from '../../src/plan/demonstration.js';
import { drawStages } from '../../src/plan/drawPlan.js';
import type { Plan, PlanVisit } from '../../src/plan/plan.js';
import type { Prepared } from '../../src/plan/prepared.js';
import { planPreparation } from '../../src/plan/preparing.js';
import { listsBy, slotRules, unlisted } from '../../src/plan/teamSlots.js';
import { classify } from '../../src/programme/classify.js';
import { entityDigest } from '../../src/register/entityDigest.js';
import type { Demand, Entity } from '../../src/register/nouns.js';
import { toSql } from '../../src/sql/toSql.js';
import { drawKey } from '../../src/ticket/drawKey.js';
import { t52Column } from '../../src/ticket/t52.js';
import { cityParquet, cityViews } from './cityViews.js';
import { machine } from './measure.js';

const folder = process.argv[2] ?? 'city';
const [year, asOf] = [2026, '2025-12-31'];
const SOME = 20_000;
const desk = openDesk(
  { stdout: process.stdout, stderr: process.stderr, env: {}, cwd: process.cwd() },
  { lang: 'en', quiet: true, json: false },
);

/** What a stage takes: of the clock, of the processor, and what is resident after it. */
async function stage<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  const wall = ((performance.now() - start) / 1000).toFixed(1);
  const cpu = ((user + system) / 1e6).toFixed(2);
  const memory = (process.memoryUsage.rss() / 2 ** 20).toFixed(0);
  console.log(
    `${name.padEnd(52)} ${cpu.padStart(8)} s cpu ${wall.padStart(8)} s ${memory.padStart(6)} MB`,
  );
  return answer;
}

const counting = () => {
  const taker = { length: 0, push: () => taker.length++ };
  return taker;
};

console.log(machine());
await stage('reference: split both large tables into rows', async () => {
  for (const kind of ['entities', 'events']) {
    await streamRows(join(folder, `${kind}.csv`), {}, counting);
  }
});
const encoding = 'auto' as const;
const told = { in: folder, year, asOf, encoding, source: [], setAside: false };
const { input, findings } = await stage('read, check, bring events together', () =>
  planTask(desk, told, { isTrial: true }),
);
const { programme, register } = input;
console.log(
  `${register.entityCount} entities, ${register.eventCount} events, ${register.inspectors.length} inspectors, ${input.tasks.length} tasks`,
);
const some: Entity[] = [];
await stage('reference: read the entities again, with their events', () =>
  register.each((entity) => {
    if (some.length < SOME) some.push(entity);
  }),
);
const at = programme.at(asOf);
const share = register.entityCount / some.length;
await stage(`reference: classify ${some.length} of them (× ${share.toFixed(0)})`, () => {
  for (const one of some) classify(at, one);
});
await stage(`reference: digest ${some.length} of them (× ${share.toFixed(0)})`, () => {
  for (const one of some) entityDigest(one);
});
some.length = 0;
const preparation = planPreparation(input);
await stage('read again, assess, digest, place in every task', () =>
  register.each(preparation.add),
);
const prepared: Prepared = await stage('order, frames, quotas, roots', () => ({
  ...preparation.done(),
  mode: 'simulation',
}));
await stage('reference: the roots of the frames alone', () => {
  for (const { frame } of prepared.tasks) frameRoot(frame, { sorted: true });
});
console.log(`${prepared.tasks.reduce((sum, { frame }) => sum + frame.length, 0)} rows in frames`);
const notice = await stage('notice A', () => noticeA(prepared));

const entropy = prepared.sources.map(({ label }) => ({
  label,
  value: demonstrationValue(prepared.drawId, { label }),
}));
await stage('reference: bare tickets of every row of every frame', () => {
  for (const { frame } of prepared.tasks)
    t52Column(
      drawKey('0'.repeat(64), 'select:all'),
      frame.map(({ id }) => id),
    );
});
const stages = drawStages(prepared, entropy);
const NAMES = {
  draw: 'draw',
  merge: 'join visits, level their days',
  staff: 'candidates and teams',
};
let plan: Plan | undefined;
for (let step = stages.next(); plan === undefined; ) {
  if (step.done === true) plan = step.value;
  else if (step.value.result !== undefined) {
    const { demands, visits } = step.value.result as { demands?: Demand[]; visits?: PlanVisit[] };
    if (demands !== undefined && visits !== undefined) await references(demands, visits);
    step = stages.next();
  } else step = await stage(NAMES[step.value.stage], () => stages.next());
}
const whole: Plan = plan;
console.log(
  `${whole.demands.length} demands, ${whole.visits.length} visits, staffing ${whole.staffing.status}`,
);

async function references(demands: readonly Demand[], visits: readonly PlanVisit[]) {
  await stage('reference: read every field of every demand', () => {
    let sum = 0;
    for (const { id, entity, authority, item, kind, cause, window, weight, duty } of demands) {
      sum += id.length + entity.length + authority.length + item.length + kind.length;
      sum += cause.length + weight + window.from.length + window.to.length + (duty ? 1 : 0);
    }
    return sum;
  });
  const rules = slotRules(prepared.inspectors, prepared.items, prepared.teams);
  const lists = listsBy(rules);
  const sizes = visits.map((visit) => unlisted(visit, rules));
  const keys = pairKeys('0'.repeat(64), rules.ids);
  const listed = new Int32Array(rules.ids.length);
  const column = new Float64Array(rules.ids.length);
  let pairs = 0;
  await stage('candidates alone', () => {
    for (const one of sizes) pairs += lists.read(one, 0, listed);
  });
  await stage('reference: candidates and bare pair tickets', () => {
    for (const one of sizes) {
      keys.setVisit(one.id);
      keys.of(listed, lists.read(one, 0, listed), column);
    }
  });
  console.log(`${pairs} pairs of visit and candidate`);
}

const b = await stage('notice B', () => noticeBRows(whole));
const out = await mkdtemp(join(tmpdir(), 'evenhand-city-'));
const kept = { ...findings, issues: [] };
const options = { bom: false };
await stage('write every file', () =>
  writeFolderWhole(join(out, 'plan'), {
    ...preparedFiles(prepared, notice, programme.source, kept, options.bom, []),
    ...planFiles(whole, b, options),
  }),
);
await stage('reference: read the files and write them again', async () => {
  const files = await readdir(join(out, 'plan'), { recursive: true, withFileTypes: true });
  for (const file of files.filter((one) => one.isFile())) {
    await writeFile(join(out, 'copy'), createReadStream(join(file.parentPath, file.name)));
  }
});
await rm(out, { recursive: true });

/** The programme and one draw by a statement, over the same tables as Parquet. */
if (existsSync(cityParquet(folder, 'entities'))) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 1');
  const { listed, classify: classified } = toSql(at, {
    dialect: 'duckdb',
    tables: await cityViews(connection, folder),
    plan: {
      ...{ key: whole.keys['select:all'] as string, substitutes: prepared.substitutes },
      // Everybody in the first tier: the statement alone, without its first round.
      authorities: [],
    },
  });
  await stage('DuckDB, one thread: classify everybody', () =>
    connection.run(`CREATE TABLE found AS ${classified}`),
  );
  await stage('DuckDB, one thread: classify and draw once, listed', () =>
    connection.run(`CREATE TABLE drawn AS ${listed}`),
  );
  connection.closeSync();
}
