import { isEvenhandError } from '../../core/error.js';
import type { Difference } from '../../core/firstDifference.js';
import { frameAccumulator } from '../../draw/frameAccumulator.js';
import { taskDraw } from '../../plan/taskDraw.js';
import { noticeStratum } from '../noticeStratum.js';
import type { NoticeA, NoticeB, NoticeTask } from '../notices.js';
import { differs, type Finding, type FrameRow, firstOf } from './case.js';

/** A frame that is checked while it is read. */
export interface FrameCheck {
  readonly add: (row: FrameRow) => void;
  readonly finding: () => Finding;
}

/**
 * Whether the frame is the one notice A committed to, and drawing from it again gives the same lists:
 * row by row, in memory that depends on the samples, and some 40 bytes a row outside of the heap.
 */
export function frameCheck(a: NoticeA, b: NoticeB): FrameCheck {
  const tasks = new Map(a.tasks.map((task, i) => [task.id, taskCheck(task, i, a, b)]));
  let stray: string | undefined;
  return {
    add(row) {
      const task = tasks.get(row.task);
      if (task === undefined) stray ??= row.task;
      else task.add(row);
    },
    finding() {
      if (stray !== undefined) {
        return { field: 'frame.task', expected: 'a task of A', found: stray };
      }
      return firstOf(tasks.values(), (task) => task.finding());
    },
  };
}

function taskCheck(task: NoticeTask, i: number, a: NoticeA, b: NoticeB): FrameCheck {
  const path = `frame[${task.id}]`;
  const codes = new Set(task.strata.map(({ code }) => code));
  const root = frameAccumulator();
  const draw = held(() => taskDraw(task, task, b.keys, a.substitutes));
  let count = 0;
  let stray: string | undefined;
  let fault: { readonly error: unknown } | undefined;

  return {
    add(row) {
      count++;
      if (fault !== undefined) return;
      try {
        root.add(row);
        if (!codes.has(row.stratum)) stray ??= row.stratum;
        else if ('value' in draw) draw.value.add(row);
      } catch (error) {
        fault = { error };
      }
    },
    finding() {
      if (fault !== undefined) {
        return { field: path, expected: 'rows the draw can be run on', found: String(fault.error) };
      }
      const own = rootOf(root, `${path}.id`);
      if (typeof own !== 'string') return own;
      const mixed =
        differs(`${path}.count`, task.frame.count, count) ??
        differs(`${path}.root`, task.frame.root, own);
      if (mixed !== undefined) return mixed;
      if (stray !== undefined) {
        return { field: `${path}.stratum`, expected: 'a stratum of A', found: stray };
      }
      if ('error' in draw) throw draw.error;
      return firstOf(draw.value.done(), (sample, j) =>
        differs(
          `B.samples[${i}].strata[${j}]`,
          noticeStratum(sample, task.spread),
          b.samples[i]?.strata[j],
        ),
      );
    },
  };
}

/** What was made, or what stopped it: a forged notice may name no key that can be drawn with. */
function held<T>(make: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: make() };
  } catch (error) {
    return { error };
  }
}

/** The root of the frame; a finding where an id stands in it twice, which sorting it shows. */
function rootOf(root: ReturnType<typeof frameAccumulator>, field: string): string | Difference {
  try {
    return root.done();
  } catch (error) {
    if (!isEvenhandError(error) || error.code !== 'repeated-id') throw error;
    const found = String(error.issues[0]?.params['id']);
    return { field, expected: 'an id listed once', found };
  }
}
