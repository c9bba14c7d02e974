import { drawSample, frameRoot } from 'evenhand/draw';
import { type FrameRow, noticeA, noticeB, verifyDraw } from 'evenhand/notice';
import { drawPlan, type Prepared, type PreparedTask, preparePlan } from 'evenhand/plan';
import { cityInput, ENTROPY } from '../plan/year.js';
import { code18, machine, median, nanoseconds } from './measure.js';

// Verifying a draw from 2 million entities, by its notices and the frame, beside drawing it and
// hashing the frame to its root: what anybody has to do at least.
const count = Number(process.argv[2] ?? 2_000_000);

/** A plan of a made-up city, with one task's frame grown to `count` rows and its strata with it. */
function grown(small: Prepared): Prepared {
  const tasks = small.tasks.toSorted((a, b) => b.frame.length - a.frame.length);
  const task = tasks[0] as PreparedTask;
  const standings = new Map(small.standings.map((standing) => [standing.id, standing]));
  const rows = Array.from({ length: count - task.frame.length }, (_, i) => {
    const like = task.frame[i % task.frame.length] as PreparedTask['frame'][number];
    return { id: code18(i), stratum: like.stratum, like: like.id };
  });
  const frame = [...task.frame, ...rows.map(({ id, stratum }) => ({ id, stratum }))];
  const sizes = new Map<string, number>();
  for (const { stratum } of frame) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
  const large = {
    ...task,
    frame,
    frameRoot: frameRoot(frame),
    strata: task.strata.map((one) => ({ ...one, size: sizes.get(one.code) ?? 0 })),
  };
  const more = rows.map(({ id, like }) => ({ ...standings.get(like), id }));
  return {
    ...small,
    tasks: small.tasks.map((one) => (one === task ? large : one)),
    standings: [...small.standings, ...(more as Prepared['standings'])],
  };
}

/** The rows in an order that the ids do not follow. */
function mixed(rows: readonly FrameRow[]): FrameRow[] {
  const list = [...rows];
  let state = 1;
  for (let i = list.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [list[i], list[j]] = [list[j] as FrameRow, list[i] as FrameRow];
  }
  return list;
}

const prepared = grown(preparePlan(cityInput(3_000, 'verify')));
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
