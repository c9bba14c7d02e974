/**
 * Restaurants drawn by how many guests they have, and ten more in summer: notices, a firm's own proof, and
 * what becomes of a weight that is changed afterwards.
 */
import {
  amendPlan,
  checkProof,
  noticeA,
  noticeB,
  planNow,
  proveEntity,
  verifyAmendments,
  verifyDraw,
} from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';
import type { Entity } from 'evenhand/register';
import { exampleProgramme } from 'evenhand/schemes';

/** Sixty firms of one cell; every twentieth is far larger than the others. */
const entities = Array.from({ length: 60 }, (_, i): Entity => {
  const guests = i % 20 === 0 ? 400 : 5 + ((i * 7) % 25);
  const facts = { industry: '6210', hazardous: false, crowd: 60, standardised: 'none', guests };
  const id = `示例餐厅${String(i + 1).padStart(2, '0')}`;
  return { id, district: '110105', facts, events: [], lists: [] };
});
const officer = (id: string) => ({
  ...{ id, authority: 'market', lead: true, districts: ['110105'], items: ['kitchen'] },
  ...{ certificates: [{ id: `c-${id}`, to: '2027-12-31' }], capacity: 40, absences: [] },
  recusals: [],
});
const programme = parseProgramme({
  ...exampleProgramme,
  documents: exampleProgramme.documents.map((one) =>
    one.kind === 'sampling'
      ? { ...one, method: 'pareto', weight: { fact: 'guests', cite: 'example' } }
      : one,
  ),
});

const prepared = preparePlan({
  ...{ programme, year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001' },
  register: {
    entities,
    inspectors: ['JC-000001', 'JC-000002', 'JC-000003'].map(officer),
    authorities: [{ id: 'market' }],
    items: [
      {
        ...{ id: 'kitchen', authority: 'market', rank: 'general', methods: ['on-site'] },
        basis: ['example'],
      },
    ],
  },
  tasks: [
    {
      ...{ id: 'kitchens', lead: 'market', partners: [], items: ['kitchen'], kind: 'spot-check' },
      ...{ scope: { all: [] }, quota: { total: 10 }, group: 'all', teamSize: 2 },
      window: { from: '2026-03-01', to: '2026-09-30' },
    },
  ],
  sources: [{ label: 'dice', bits: 132 }],
});
const a = noticeA(prepared);
const [announced] = a.tasks[0]?.strata ?? [];
console.log('Notice A, before chance');
console.log(`  weight: the fact ${a.weight && 'fact' in a.weight ? a.weight.fact : ''}`);
console.log(
  `  ${announced?.code}: ${announced?.quota} of ${announced?.size}, weights ${announced?.weights?.total} together`,
);

const b = noticeB(drawPlan(prepared, [{ label: 'dice', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2' }]));
const [drawn] = b.samples[0]?.strata ?? [];
console.log('\nNotice B, after it');
for (const { id, reason } of drawn?.takeAll ?? []) console.log(`  ${id}  certain (${reason})`);
for (const { id, weight, ticket } of drawn?.selected ?? []) {
  console.log(`  ${id}  weight ${weight}, ticket ${ticket.slice(0, 12)}…`);
}
console.log(
  `  W = ${drawn?.weights?.rest}, n = ${drawn?.weights?.quota}; last in ${drawn?.lastInKey}`,
);

console.log('\nOne firm, with its proof');
for (const id of ['示例餐厅21', '示例餐厅04']) {
  const {
    ok,
    weight,
    key,
    thresholdKey,
    takeAll,
    drawn: isIn,
  } = checkProof(a, b, proveEntity(prepared, 'kitchens', id));
  const why = takeAll ?? `key ${key} against ${thresholdKey}`;
  console.log(`  ${id}: weight ${weight}, ${why}: ${isIn ? 'drawn' : 'not drawn'} (holds: ${ok})`);
}

const more = amendPlan(
  { prepared, noticeB: b, amendments: [] },
  { kind: 'top-up', task: 'kitchens', total: 20, reason: 'a summer of complaints' },
);
console.log('\nA top-up: ten more, the next in the same order');
for (const { added, lastInKey } of more.additions ?? []) {
  console.log(`  ${added.map(({ id }) => id).join(' ')}`);
  console.log(`  last in ${lastInKey}`);
}
console.log(
  `  visits now ${planNow(b, [more]).visits.length}, digest ${more.digest.slice(0, 12)}…`,
);

const frame = prepared.tasks.flatMap((one) =>
  one.frame.map((row) => ({ task: one.task.id, ...row })),
);
console.log('\nAnyone who has the frame');
console.log(`  the draw holds: ${verifyDraw(a, b, { frame }).ok}`);
console.log(`  the top-up holds: ${verifyAmendments(a, b, [more], { frame }).ok}`);
const heavier = frame.map((row) => (row.id === '示例餐厅04' ? { ...row, weight: 400 } : row));
const wrong = verifyDraw(a, b, { frame: heavier }).checks.find(({ ok }) => !ok);
console.log(`  with one weight changed: ${wrong?.check} differs at ${wrong?.field}`);
