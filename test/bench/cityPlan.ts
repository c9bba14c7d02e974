// A year's plan of a whole city, stage by stage: how long each takes, and how much memory there is.

import { organisationCode } from '../../src/city/organisationCode.js';
import { sampleCity } from '../../src/city/sampleCity.js';
import { noticeA } from '../../src/notice/noticeA.js';
import { noticeB } from '../../src/notice/noticeB.js';
import { drawPlan } from '../../src/plan/drawPlan.js';
import { planPreparation } from '../../src/plan/preparing.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import type { Entity, Inspector } from '../../src/register/nouns.js';
import { usccOf } from '../../src/register/uscc.js';
import { machine } from './measure.js';

const size = Number(process.argv[2] ?? 200_000);
const staff = Number(process.argv[3] ?? 26_000);
const { register, tasks, programme, asOf, year } = sampleCity({ entities: 3000 });

/** The firms of a small city again and again, each time under other numbers. */
function firm(i: number): Entity {
  const of = register.entities[i % register.entities.length] as Entity;
  return {
    ...of,
    id: usccOf({
      authority: '9',
      type: '1',
      division: of.district ?? '110101',
      organisation: organisationCode(i + 1),
    }),
    name: `示例企业${String(i).padStart(7, '0')}`,
    events: of.events.map((event) => ({ ...event, id: `${i}-${event.id}` })),
  };
}

function inspector(i: number): Inspector {
  const of = register.inspectors[i % register.inspectors.length] as Inspector;
  return { ...of, id: `JC-${String(i).padStart(6, '0')}`, recusals: [] };
}

function stage<T>(name: string, work: () => T): T {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(cpu);
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  console.log(
    `${name.padEnd(28)} ${((performance.now() - start) / 1000).toFixed(1).padStart(8)} s ${((user + system) / 1e6).toFixed(1).padStart(8)} s cpu ${(rss / 2 ** 20).toFixed(0).padStart(7)} MB ${(heapUsed / 2 ** 20).toFixed(0).padStart(7)} MB heap`,
  );
  return answer;
}

console.log(machine());
const inspectors = Array.from({ length: staff }, (_, i) => inspector(i));
const input = {
  ...{ programme: parseProgramme(programme), tasks, year, asOf, drawId: 'EX-2026-001' },
  register: { ...register, inspectors },
  sources: [{ label: 'dice', bits: 132 }],
};
let events = 0;
stage('reference: make the firms', () => {
  for (let i = 0; i < size; i++) events += firm(i).events.length;
});
console.log(`${size} entities, ${events} events, ${staff} inspectors, ${tasks.length} tasks`);
const preparation = planPreparation(input);
stage('make, digest, assess, place', () => {
  for (let i = 0; i < size; i++) preparation.add(firm(i));
});
const prepared = stage('sort, frames, roots', () => preparation.done());
console.log(`frames: ${prepared.tasks.reduce((n, { frame }) => n + frame.length, 0)} rows`);
stage('notice A', () => noticeA(prepared));
const entropy = [{ label: 'dice', value: '4.1.9.0.3.3.7.2.8.8' }];
const plan = stage('draw, merge, staff', () =>
  drawPlan({ ...prepared, mode: 'simulation' }, entropy),
);
console.log(
  `${plan.demands.length} demands, ${plan.visits.length} visits, staffing ${plan.staffing.status}`,
);
stage('notice B', () => noticeB(plan));
