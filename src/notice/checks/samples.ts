import { compareKeyed, shiftedKey } from '../../draw/drawOrder.js';
import { offsetOf } from '../../plan/drawPlan.js';
import { headsOf } from '../../plan/staff.js';
import { certainRootOf } from '../../plan/taskFrame.js';
import { taskTotals } from '../../plan/taskTotals.js';
import type { TaskSpread } from '../../register/nouns.js';
import { compareTickets, type Ticketed } from '../../ticket/compareTickets.js';
import { ticketHasher } from '../../ticket/ticket.js';
import { shiftedKeys } from '../noticeB.js';
import type { NoticeB, NoticeTask } from '../notices.js';
import { type Case, differs, type Finding, firstOf } from './case.js';

/** Every task of notice A is drawn, and its strata have the sizes and quotas announced there. */
export function checkStrata({ a, b }: Case): Finding {
  return (
    differs(
      'B.samples.task',
      a.tasks.map(({ id }) => id),
      b.samples.map(({ task }) => task),
    ) ??
    firstOf(a.tasks, (task, i) => checkTotals(task, i, b)) ??
    firstOf(a.tasks, ({ strata }, i) =>
      differs(
        `B.samples[${i}].strata`,
        strata.map(({ code, size, quota }) => ({ code, size, quota })),
        b.samples[i]?.strata.map(({ code, size, quota }) => ({ code, size, quota })),
      ),
    )
  );
}

/** The quotas of the strata add up to what the task's announced quota says. */
function checkTotals(
  { quota, strata, frame, ...task }: NoticeTask,
  i: number,
  b: NoticeB,
): Finding {
  const sum = (field: 'size' | 'quota', isPart: boolean): number =>
    strata.reduce((all, one) => all + ((one.part === true) === isPart ? one[field] : 0), 0);
  const sizes = {
    frame: frame.count,
    part: sum('size', true),
    inspectors: headsOf(task, b.staff),
    drawn: 'parts' in quota ? quota.drawn.count : 0,
  };
  const totals = taskTotals(quota, sizes);
  const path = `A.tasks[${i}]`;
  return (
    differs(`${path}.frame.count`, sizes.part + sum('size', false), frame.count) ??
    (totals === undefined
      ? undefined
      : (differs(`${path}.strata.quota`, totals.rest, sum('quota', false)) ??
        differs(`${path}.strata.part`, totals.part, sum('quota', true))))
  );
}

/** Every ticket is right, the order is that of the tickets, and both thresholds fit. */
export function checkSamples({ a, b }: Case): Finding {
  return firstOf(b.samples, ({ strata, certain }, i) => {
    const ticketOf = ticketHasher(b.keys[`select:${a.tasks[i]?.group}`] as string);
    const spread = a.tasks[i]?.spread;
    const inOrder = drawOrder(spread);
    const taken = new Set(certain.map(({ id }) => id));
    return firstOf(strata, (stratum, j) => {
      const path = `B.samples[${i}].strata[${j}]`;
      return (
        checkTickets(stratum.selected, `${path}.selected`, { ticketOf, taken, inOrder }) ??
        checkTickets(stratum.substitutes, `${path}.substitutes`, { ticketOf, taken, inOrder }) ??
        checkThresholds(
          stratum,
          path,
          a.substitutes,
          offsetOf(spread === undefined ? {} : { spread }),
        ) ??
        checkKeys(stratum, path, spread)
      );
    });
  });
}

interface TicketRules {
  readonly ticketOf: (id: string) => string;
  /** Ids listed already. */
  readonly taken: Set<string>;
  readonly inOrder: (a: Ticketed, b: Ticketed) => number;
}

/** The order of a task's draw, which begins elsewhere where it is spread. */
export function drawOrder(spread: TaskSpread | undefined): TicketRules['inOrder'] {
  if (spread === undefined) return compareTickets;
  const offset = offsetOf({ spread });
  const keyed = (one: Ticketed) => ({ ...one, key: shiftedKey(one.ticket, offset) });
  return (a, b) => compareKeyed(keyed(a), keyed(b));
}

/** The shifted keys of the thresholds are those of their tickets. */
function checkKeys(stratum: Stratum, path: string, spread: TaskSpread | undefined): Finding {
  const { lastInKey, firstOutKey } = stratum;
  const own = {
    ...(lastInKey === undefined ? {} : { lastInKey }),
    ...(firstOutKey === undefined ? {} : { firstOutKey }),
  };
  return differs(path, shiftedKeys(stratum, spread), own);
}

function checkTickets(
  drawn: readonly Ticketed[],
  path: string,
  { ticketOf, taken, inOrder }: TicketRules,
): Finding {
  return firstOf(drawn, ({ id, ticket }, i) => {
    const wrong = differs(`${path}[${i}].ticket`, ticketOf(id), ticket);
    if (wrong !== undefined) return wrong;
    if (taken.has(id))
      return { field: `${path}[${i}].id`, expected: 'an id listed once', found: id };
    taken.add(id);
    const before = drawn[i - 1];
    if (before === undefined || inOrder(before, { id, ticket }) < 0) return undefined;
    return { field: `${path}[${i}].ticket`, expected: `> ${before.ticket}`, found: ticket };
  });
}

type Stratum = NoticeB['samples'][number]['strata'][number];

function checkThresholds(
  stratum: Stratum,
  path: string,
  substitutes: number,
  offset: number,
): Finding {
  const { size, quota, selected, lastIn, firstOut } = stratum;
  const taken = Math.min(quota, size);
  const spare = Math.min(substitutes, size - taken);
  const last = selected.at(-1);
  const next = stratum.substitutes[0];
  const isBefore = (low: string, high: string): boolean =>
    shiftedKey(low, offset) < shiftedKey(high, offset) ||
    (shiftedKey(low, offset) === shiftedKey(high, offset) && low < high);
  const order = (at: string, low: string | undefined, high: string | undefined): Finding =>
    low === undefined || high === undefined || isBefore(low, high)
      ? undefined
      : { field: at, expected: `> ${low}`, found: high };
  return (
    differs(`${path}.selected.length`, taken, selected.length) ??
    differs(`${path}.substitutes.length`, spare, stratum.substitutes.length) ??
    differs(`${path}.lastIn`, last?.ticket, lastIn) ??
    (next === undefined ? undefined : differs(`${path}.firstOut`, next.ticket, firstOut)) ??
    differs(`${path}.firstOut`, taken < size, firstOut !== undefined) ??
    order(`${path}.firstOut`, lastIn, firstOut)
  );
}

/** Those visited for certain are those notice A committed to, each with its reason. */
export function checkCertain({ a, b }: Case): Finding {
  return firstOf(b.samples, ({ certain }, i) => {
    const path = `B.samples[${i}].certain`;
    const committed = a.tasks[i]?.certain;
    return (
      differs(`${path}.length`, committed?.count, certain.length) ??
      differs(`${path}.root`, committed?.root, certainRootOf(certain))
    );
  });
}
