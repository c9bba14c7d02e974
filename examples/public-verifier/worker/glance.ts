import { sortedBy } from 'evenhand/core';
import type { NoticeA, NoticeB } from 'evenhand/notice';
import type { Band, Draw } from '../messages.js';

/** A draw at a glance, out of notices that have their shape. */
export function glance(a: NoticeA, b: NoticeB): Draw {
  return {
    drawId: a.drawId,
    organ: a.organ,
    year: a.year,
    asOf: a.asOf,
    mode: a.mode,
    software: a.software,
    method: `${a.scheme}, ${a.method}`,
    policy: `${a.policy.id}@${a.policy.version}`,
    digestOfA: a.digest,
    digestOfB: b.digest,
    entropy: b.entropy,
    seed: b.seed,
    tasks: tasksOf(a, b),
    visits: b.visits.length,
    desk: b.desk.length,
    deferred: b.deferred.length,
    inspectors: b.staff.length,
    bands: bandsOf(b),
    ...(b.witness === undefined ? {} : { witness: b.witness }),
  };
}

function tasksOf(a: NoticeA, b: NoticeB): Draw['tasks'] {
  const samples = new Map(b.samples.map((sample) => [sample.task, sample]));
  return a.tasks.map(({ id, name = id, frame, certain, strata }) => {
    const drawn = new Map(
      samples
        .get(id)
        ?.strata.map(({ code, takeAll = [], selected }) => [
          code,
          takeAll.length + selected.length,
        ]),
    );
    const shown = strata.map(({ code, size }) => ({ code, size, drawn: drawn.get(code) ?? 0 }));
    return {
      ...{ id, name, size: frame.count, certain: certain.count, strata: shown },
      drawn: shown.reduce((sum, one) => sum + one.drawn, 0),
    };
  });
}

/** The loads of the year: where capacity counts by period, those of all periods together. */
function yearLoads({ loads, staff }: NoticeB): readonly Omit<NoticeB['loads'][number], 'period'>[] {
  if (loads.every(({ period }) => period === undefined)) return loads;
  const years = new Map(staff.map(({ id }) => [id, { inspector: id, load: 0, low: 0, high: 0 }]));
  for (const { inspector, load, low, high } of loads) {
    const year = years.get(inspector);
    if (year === undefined) continue;
    const sums = { load: year.load + load, low: year.low + low, high: year.high + high };
    years.set(inspector, { inspector, ...sums });
  }
  return [...years.values()];
}

function bandsOf(notice: NoticeB): Band[] {
  const bands = new Map<string, { low: number; high: number; officers: Map<number, number> }>();
  for (const { load, low, high } of yearLoads(notice)) {
    const name = `${low}-${high}`;
    const band = bands.get(name) ?? { low, high, officers: new Map<number, number>() };
    bands.set(name, band);
    band.officers.set(load, (band.officers.get(load) ?? 0) + 1);
  }
  const place = (n: number): string => String(n).padStart(9, '0');
  return sortedBy([...bands.values()], ({ low, high }) => place(low) + place(high)).map(
    ({ low, high, officers }) => ({
      ...{ low, high },
      loads: sortedBy([...officers], ([load]) => place(load)).map(([load, count]) => ({
        ...{ load, officers: count },
      })),
    }),
  );
}
