import { dayNumber } from '../core/day.js';
import { compareBytes } from '../core/order.js';
import type { Demand } from '../register/nouns.js';
import type { Cap } from './cap.js';
import type { Due } from './due.js';
import { entityVisits } from './entityVisits.js';
import type { DemandColumns, VisitColumns } from './mergeColumns.js';
import { connectedYears, entityRules } from './mergeVisits.js';
import { yearCap } from './yearCap.js';

/** Plans one entity of columns as `mergeVisits` does, and writes its visits behind those that are there. */
export function columnPlanner(
  { first, from, to, census, duty, weight, item, site }: DemandColumns,
  cap: Cap,
  out: Pick<VisitColumns, 'day' | 'census' | 'beyond' | 'visitOf'>,
): (entity: number, visits: number, isCapped: boolean) => number {
  const read = yearCap(cap);
  const [free, bound] = [undefined, read].map((own) => entityRules(() => own, {})(''));
  return (entity, visits, isCapped) => {
    const start = first[entity] as number;
    const dues: Due[] = [];
    for (let i = start; i < (first[entity + 1] as number); i++) {
      const demand: Demand = {
        id: padded(i),
        entity: '',
        ...(site === undefined ? {} : { site: padded(site[i] as number) }),
        authority: '',
        item: String(item[i]),
        kind: census[i] === 1 ? 'census' : 'spot-check',
        cause: 'draw',
        window: { from: '', to: '' },
        weight: weight[i] as number,
        duty: duty[i] === 1,
      };
      dues.push({ demand, at: i, from: from[i] as number, to: to[i] as number });
      out.visitOf[i] = -1;
    }
    const rules = (isCapped ? bound : free) as NonNullable<typeof bound>;
    const made = connectedYears(dues, rules)
      .flatMap(({ years, group }) => entityVisits(group, years, rules).visits)
      .sort(
        (a, b) =>
          compareBytes(a.day, b.day) ||
          compareBytes(a.site ?? '', b.site ?? '') ||
          compareBytes(a.demands[0] as string, b.demands[0] as string),
      );
    made.forEach((visit, n) => {
      const v = visits + n;
      out.census[v] = visit.kind === 'census' ? 1 : 0;
      out.beyond[v] = visit.beyondCap === true ? 1 : 0;
      for (const id of visit.demands) out.visitOf[Number(id)] = v;
      out.day[v] = dayNumber(visit.day);
    });
    return visits + made.length;
  };
}

/** A number as a text whose order of bytes is that of numbers. */
const padded = (number: number): string => String(number).padStart(10, '0');
