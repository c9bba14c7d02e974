import { headsOf } from '../../plan/staff.js';
import { certainRootOf } from '../../plan/taskFrame.js';
import { taskTotals } from '../../plan/taskTotals.js';
import { ticketHasher } from '../../ticket/ticket.js';
import type { NoticeB, NoticeTask, NoticeUnit } from '../notices.js';
import { compareRanked, firstOutKeyOf, type Rank, rankOf } from '../rank.js';
import { type Case, differs, type Finding, firstOf } from './case.js';
import { checkTakeAll, checkUnitWeights, listedTwice } from './weights.js';

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
        strata.map(announcedOf),
        b.samples[i]?.strata.map(announcedOf),
      ),
    )
  );
}

const announcedOf = ({
  code,
  size,
  quota,
  weights,
}: {
  readonly code: string;
  readonly size: number;
  readonly quota: number;
  readonly weights?: { readonly total: number };
}) => ({ code, size, quota, ...(weights === undefined ? {} : { weights: weights.total }) });

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

/** Every ticket is right, the order is that of the tickets or of the weights, and both thresholds fit. */
export function checkSamples({ a, b }: Case): Finding {
  return firstOf(b.samples, ({ strata, certain }, i) => {
    const ticketOf = ticketHasher(b.keys[`select:${a.tasks[i]?.group}`] as string);
    const spread = a.tasks[i]?.spread;
    const taken = new Set(certain.map(({ id }) => id));
    return firstOf(strata, (stratum, j) => {
      const path = `B.samples[${i}].strata[${j}]`;
      const rank = rankOf(spread, stratum.weights);
      const rules = { ticketOf, taken, rank };
      return (
        checkTakeAll(stratum, path, taken) ??
        checkUnitWeights(stratum, path) ??
        checkTickets(stratum.selected, `${path}.selected`, rules) ??
        checkTickets(stratum.substitutes, `${path}.substitutes`, rules) ??
        checkThresholds(stratum, path, a.substitutes, rank)
      );
    });
  });
}

interface TicketRules {
  readonly ticketOf: (id: string) => string;
  /** Ids listed already. */
  readonly taken: Set<string>;
  readonly rank: Rank;
}

function checkTickets(
  drawn: readonly NoticeUnit[],
  path: string,
  { ticketOf, taken, rank }: TicketRules,
): Finding {
  return firstOf(drawn, (unit, i) => {
    const { id, ticket } = unit;
    const wrong = differs(`${path}[${i}].ticket`, ticketOf(id), ticket);
    if (wrong !== undefined) return wrong;
    const twice = listedTwice(id, `${path}[${i}].id`, taken);
    if (twice !== undefined) return twice;
    const before = drawn[i - 1];
    if (before === undefined || compareRanked(rank, before, unit) < 0) return undefined;
    return { field: `${path}[${i}].ticket`, expected: `> ${before.ticket}`, found: ticket };
  });
}

type Stratum = NoticeB['samples'][number]['strata'][number];

function checkThresholds(stratum: Stratum, path: string, substitutes: number, rank: Rank): Finding {
  const { size, quota, takeAll = [], selected, lastIn, firstOut } = stratum;
  const taken = Math.min(quota, size);
  const spare = Math.min(substitutes, size - taken);
  const last = selected.at(-1);
  const next = stratum.substitutes[0];
  return (
    differs(`${path}.selected.length`, taken - takeAll.length, selected.length) ??
    differs(`${path}.substitutes.length`, spare, stratum.substitutes.length) ??
    differs(`${path}.lastIn`, last?.ticket, lastIn) ??
    (next === undefined ? undefined : differs(`${path}.firstOut`, next.ticket, firstOut)) ??
    differs(`${path}.firstOut`, taken < size, firstOut !== undefined) ??
    checkKeys(stratum, path, rank)
  );
}

/** The keys of the thresholds are those of their units, and nobody out comes before somebody in. */
function checkKeys(stratum: Stratum, path: string, rank: Rank): Finding {
  const { selected, lastIn = '', lastInKey, firstOut, firstOutKey } = stratum;
  const last = selected.at(-1);
  const low = last === undefined ? undefined : rank.keyOf(last);
  const high = firstOut === undefined ? undefined : firstOutKeyOf(stratum, rank);
  const shown = (key: number | undefined) => (key === undefined ? undefined : rank.shown(key));
  const wrong =
    differs(`${path}.lastInKey`, shown(low), lastInKey) ??
    differs(`${path}.firstOutKey`, shown(high), firstOutKey);
  if (wrong !== undefined || low === undefined || firstOut === undefined) return wrong;
  if (low < (high as number) || (low === high && lastIn < firstOut)) return undefined;
  return { field: `${path}.firstOut`, expected: `> ${lastIn}`, found: firstOut };
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
