import type { DemandColumns, VisitColumns } from './mergeColumns.js';
import { type FewVisits, trier } from './tryAll.js';
import type { YearCap } from './yearCap.js';

/**
 * Plans one entity of columns at one place in one year by trying all ways, where they are few, and writes
 * its visits behind those that are there: those of `mergeVisits`, also beyond the cap for legal duties.
 *
 * @returns a function that says how many visits there are; -1 where there are too many ways to try
 */
export function columnTrier(
  demands: DemandColumns,
  { visits: most, precedence }: Pick<YearCap, 'visits' | 'precedence'>,
  out: Pick<VisitColumns, 'day' | 'census' | 'beyond' | 'visitOf'>,
): (start: number, end: number, visits: number) => number {
  const tryAll = trier();
  const isStrict = precedence === 'cap-over-duty';
  return (start, end, visits) => {
    const count = end - start;
    let beyond = 0;
    let best = tryAll(demands, start, count, most, beyond);
    while (best !== undefined && best.undone > 0 && !isStrict) {
      best = tryAll(demands, start, count, most, ++beyond);
    }
    if (best === undefined) return -1;
    out.visitOf.fill(-1, start, end);
    for (let v = 0; v < best.visits; v++) {
      out.day[visits + v] = best.day[v] as number;
      out.census[visits + v] = best.census[v] as number;
      for (let rest = best.does[v] as number; rest !== 0; rest &= rest - 1) {
        out.visitOf[start + 31 - Math.clz32(rest & -rest)] = visits + v;
      }
    }
    if (beyond > 0) {
      mark(best, visits, 1, most.census);
      mark(best, visits, 0, most['spot-check']);
      mark(best, visits, undefined, most.total ?? Number.POSITIVE_INFINITY);
    }
    return best.visits;
  };

  /** Marks as beyond the cap what is too much of a kind: of the visits that do a legal duty the latest. */
  function mark(best: FewVisits, visits: number, kind: 0 | 1 | undefined, allowed: number): void {
    const isOpen = (v: number): boolean =>
      (kind === undefined || best.census[v] === kind) && out.beyond[visits + v] === 0;
    let over = -allowed;
    for (let v = 0; v < best.visits; v++) if (isOpen(v)) over++;
    for (let v = best.visits - 1; v >= 0 && over > 0; v--) {
      if (!isOpen(v) || ((best.does[v] as number) & best.duties) === 0) continue;
      out.beyond[visits + v] = 1;
      over--;
    }
  }
}
