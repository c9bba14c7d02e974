import { drawSample, frameRoot } from 'evenhand/draw';
import { noticeA, noticeB, verifyDraw } from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { cityInput, ENTROPY } from '../plan/year.js';
import { grown, mixed } from './grownCity.js';
import { machine, median, nanoseconds } from './measure.js';

// Verifying a draw from 2 million entities, by its notices and the frame, beside drawing it and
// hashing the frame to its root: what anybody has to do at least.
const count = Number(process.argv[2] ?? 2_000_000);

const prepared = grown(preparePlan(cityInput(3_000, 'verify')), count);
const plan = drawPlan(prepared, ENTROPY);
const [a, b] = [noticeA(prepared), noticeB(plan)];
const frame = prepared.tasks.flatMap((one) =>
  one.frame.map((row) => ({ task: one.task.id, ...row })),
);
const ascending = frame.toSorted((x, y) => (x.id < y.id ? -1 : 1));

console.log(`${frame.length} rows, ${b.visits.length} visits; ${machine()}`);
for (const [order, rows] of [
  ['rows by id', ascending],
  ['rows in no order', mixed(frame)],
] as const) {
  const byTask = prepared.tasks.map((one) => ({
    key: plan.keys[`select:${one.task.group}`] as string,
    frame: rows.filter(({ task }) => task === one.task.id),
    quotas: Object.fromEntries(one.strata.map(({ code, quota }) => [code, quota])),
    substitutes: prepared.substitutes,
  }));
  const seconds = (action: () => void): number => nanoseconds(1e9, action);
  const rounds = [0, 1, 2].map(() => ({
    draw: seconds(() => {
      for (const one of byTask) drawSample(one);
    }),
    root: seconds(() => {
      for (const one of byTask) frameRoot(one.frame);
    }),
    verify: seconds(() => {
      const { ok, checks } = verifyDraw(a, b, { frame: rows, entropy: ENTROPY });
      if (!ok) throw new Error(JSON.stringify(checks.filter((check) => !check.ok)));
    }),
  }));
  const [draw, root, verify] = (['draw', 'root', 'verify'] as const).map((name) =>
    median(rounds.map((round) => round[name])),
  ) as [number, number, number];
  console.log(order);
  console.log(`  reference: draw        ${draw.toFixed(2)} s`);
  console.log(`  reference: frameRoot   ${root.toFixed(2)} s`);
  console.log(`  verifyDraw             ${verify.toFixed(2)} s`);
  const ratio = median(rounds.map((round) => round.verify / (round.draw + round.root)));
  console.log(`  verify / (draw + root) ${ratio.toFixed(2)}  (wanted: at most 1.5)`);
}
