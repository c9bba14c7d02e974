import { type FrameUnit, frameRoot } from 'evenhand/draw';
import type { FrameRow } from 'evenhand/notice';
import type { PlanStanding, Prepared, PreparedTask } from 'evenhand/plan';
import { code18 } from './measure.js';

/** A plan of a made-up city, with one task's frame grown to `count` rows and its strata with it. */
export function grown(small: Prepared, count: number): Prepared {
  const tasks = small.tasks.toSorted((a, b) => b.frame.length - a.frame.length);
  const task = tasks[0] as PreparedTask;
  const standings = new Map(small.standings.map((standing) => [standing.id, standing]));
  const old = [...task.frame];
  const rows = Array.from({ length: count - task.frame.length }, (_, i) => {
    const like = old[i % old.length] as FrameUnit;
    return { id: code18(i), stratum: like.stratum, like: like.id };
  });
  const frame = [...old, ...rows.map(({ id, stratum }) => ({ id, stratum }))];
  const sizes = new Map<string, number>();
  for (const { stratum } of frame) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
  // The quotas stay, so they are told as the number that they are.
  const total = task.strata.reduce((sum, { quota }) => sum + quota, 0);
  const large = {
    ...task,
    task: { ...task.task, quota: { total } },
    frame,
    frameRoot: frameRoot(frame),
    strata: task.strata.map((one) => ({ ...one, size: sizes.get(one.code) ?? 0 })),
  };
  const more = rows.map(({ id, like }) => ({ ...standings.get(like), id }));
  return {
    ...small,
    tasks: small.tasks.map((one) => (one === task ? large : one)),
    standings: [...small.standings, ...(more as PlanStanding[])],
  };
}

/** The rows in an order that the ids do not follow. */
export function mixed(rows: readonly FrameRow[]): FrameRow[] {
  const list = [...rows];
  let state = 1;
  for (let i = list.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [list[i], list[j]] = [list[j] as FrameRow, list[i] as FrameRow];
  }
  return list;
}
