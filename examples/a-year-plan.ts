import { sampleCity } from 'evenhand/city';
import { noticeA, noticeB, verifyDraw } from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';

// A made-up city of 500 firms and its tasks for a year.
const { register, tasks, programme, year, asOf } = sampleCity({
  entities: 500,
  seed: 'a-year-plan',
});

// Everything that needs no chance; then notice A, whose digest everybody can note down.
const prepared = preparePlan({
  programme: parseProgramme(programme),
  register,
  tasks,
  year,
  asOf,
  drawId: 'EX-2026-001',
  sources: [{ label: 'dice.2026-01-15', bits: 132 }],
});
const before = noticeA(prepared);
const quotas = before.tasks.flatMap(({ strata }) => strata.map(({ quota }) => quota));
console.log(
  `${before.tasks.length} tasks will draw ${quotas.reduce((sum, n) => sum + n, 0)} times`,
);

// Chance comes after the commitment: forty ten-sided dice, rolled in public.
const plan = drawPlan(prepared, [
  {
    label: 'dice.2026-01-15',
    value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9.4.4.7.1.0.8.5.2.6.6.3.9.1.7.4.0.2.5.8.3.9.6.1.4',
  },
]);
const after = noticeB(plan);
console.log(`${plan.before} single visits became ${plan.after} joint ones`);
console.log(`${plan.desk.length} checks at the desk, ${plan.deferred.length} demands deferred`);
for (const { day, lead, partners, items, members = [] } of plan.visits.slice(0, 3)) {
  const others = partners.length === 0 ? '' : ` with ${partners.join(', ')}`;
  console.log(`${day}  ${lead}${others}: ${items.join(', ')} (${members.length} inspectors)`);
}

// Anyone can run the draw again.
const frame = prepared.tasks.flatMap(({ task, frame: rows }) =>
  rows.map((row) => ({ task: task.id, ...row })),
);
const honest = verifyDraw(before, after, { frame, digestOfA: before.digest });
console.log(`the draw verifies: ${honest.ok}`);

const [first, ...rest] = after.visits;
const moved = { ...after, visits: first === undefined ? rest : [{ ...first, day: asOf }, ...rest] };
for (const { ok, field, found } of verifyDraw(before, moved).checks) {
  if (!ok && field?.startsWith('B.visits'))
    console.log(`a moved day is found: ${field} = ${found}`);
}
