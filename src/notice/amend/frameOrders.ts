import type { FrameRow } from '../checks/case.js';
import type { NoticeA, NoticeB, NoticeUnit } from '../notices.js';
import { safeParseNoticeA, safeParseNoticeB } from '../parseNotice.js';
import { type OrderReader, orderReader, reachOf } from './additions.js';
import type { PlanAmendment } from './amendment.js';
import { safeParseAmendment } from './parseAmendment.js';

/** The orders of the tasks that were topped up, out of a frame that comes row by row. */
export interface FrameOrders {
  readonly add: (row: FrameRow) => void;
  /** The order of a task by stratum; undefined where it was not read. */
  readonly orderOf: (task: string) => ((code: string) => readonly NoticeUnit[]) | undefined;
}

/**
 * Reads the orders that top-ups follow. What is not even a notice or an amendment is read of nothing:
 * its shape is found elsewhere. A row that no draw can be run on stops the reading, and the error
 * comes where the order is asked for.
 */
export function frameOrders(
  a: NoticeA,
  b: NoticeB,
  amendments: readonly PlanAmendment[],
): FrameOrders {
  const readers = new Map<string, Reader>();
  if (isWhole(a, b, amendments)) {
    for (const { act } of amendments) {
      if (act.kind !== 'top-up' || readers.has(act.task)) continue;
      const task = a.tasks.find(({ id }) => id === act.task);
      if (task === undefined) continue;
      const beyond = Math.min(reachOf(act.task, amendments, a.substitutes), task.frame.count);
      readers.set(
        act.task,
        readerOf(() => orderReader(task, b, beyond)),
      );
    }
  }
  return {
    add: (row) => readers.get(row.task)?.add(row),
    orderOf(task) {
      const order = readers.get(task)?.done();
      return order === undefined ? undefined : (code) => order.get(code) ?? [];
    },
  };
}

interface Reader {
  readonly add: (row: FrameRow) => void;
  readonly done: () => ReturnType<OrderReader['done']>;
}

function readerOf(make: () => OrderReader): Reader {
  let fault: { readonly error: unknown } | undefined;
  let reader: OrderReader | undefined;
  let order: ReturnType<OrderReader['done']> | undefined;
  const attempt = (act: () => void): void => {
    if (fault !== undefined) return;
    try {
      act();
    } catch (error) {
      fault = { error };
    }
  };
  attempt(() => {
    reader = make();
  });
  return {
    add: (row) => attempt(() => reader?.add(row)),
    done() {
      if (fault !== undefined) throw fault.error;
      order ??= (reader as OrderReader).done();
      return order;
    },
  };
}

function isWhole(a: NoticeA, b: NoticeB, amendments: readonly PlanAmendment[]): boolean {
  try {
    const parsed = [
      safeParseNoticeA(a),
      safeParseNoticeB(b),
      ...amendments.map(safeParseAmendment),
    ];
    return parsed.every(({ ok }) => ok);
  } catch {
    return false;
  }
}
