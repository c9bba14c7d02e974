import { addDays, dayNumber } from '../../src/core/day.js';
import type { Demand, VisitKind } from '../../src/register/nouns.js';
import type { Cap } from '../../src/visits/cap.js';
import { yearCap } from '../../src/visits/yearCap.js';

/** What a plan is worth, the first number first; bigger is better. */
export type Worth = readonly number[];

/**
 * The best worth of one entity's first `days` days of 2026, by trying no visit, a census visit and a
 * spot check on every day at every site. Slow and obvious.
 *
 * @param anchored - whether a visit must be on the first day on which everything it does is open
 */
export function bestWorth(
  demands: readonly Demand[],
  cap: Cap,
  days: number,
  anchored: boolean,
): Worth {
  const sites = [...new Set(demands.map((demand) => demand.site))];
  const slots = sites.flatMap((site) =>
    Array.from({ length: days }, (_, i) => ({ site, day: addDays('2026-01-01', i) })),
  );
  let best: Worth | undefined;
  for (let n = 0; n < 3 ** slots.length; n++) {
    const stops = slots.flatMap((slot, i): Stop[] => {
      const choice = Math.floor(n / 3 ** i) % 3;
      return choice === 0 ? [] : [{ ...slot, kind: choice === 1 ? 'census' : 'spot-check' }];
    });
    const worth = worthOf(stops, demands, cap, anchored);
    if (worth !== undefined && (best === undefined || isMore(worth, best))) best = worth;
  }
  return best as Worth;
}

interface Stop {
  readonly site: string | undefined;
  readonly day: string;
  readonly kind: VisitKind;
}

function worthOf(
  stops: readonly Stop[],
  demands: readonly Demand[],
  cap: Cap,
  anchored: boolean,
): Worth | undefined {
  const census = stops.filter((stop) => stop.kind === 'census').length;
  const { visits, precedence } = yearCap(cap);
  const { total = stops.length } = visits;
  const each =
    Math.max(0, census - visits.census) + Math.max(0, stops.length - census - visits['spot-check']);
  const beyond = Math.max(each, stops.length - total);
  if (beyond > 0 && precedence === 'cap-over-duty') return undefined;

  const done = new Map<Stop, Demand[]>(stops.map((stop) => [stop, []]));
  for (const demand of demands) {
    const first = stops.find(
      (stop) =>
        stop.site === demand.site &&
        demand.window.from <= stop.day &&
        stop.day <= demand.window.to &&
        (stop.kind === 'census' || demand.kind === 'spot-check'),
    );
    if (first !== undefined) done.get(first)?.push(demand);
  }
  for (const [stop, here] of done) {
    if (!here.some((demand) => demand.kind === stop.kind || stop.kind === 'spot-check')) {
      return undefined;
    }
    if (anchored && !here.some((demand) => demand.window.from === stop.day)) return undefined;
  }
  const all = [...done.values()].flat();
  return worth(
    demands.filter((demand) => demand.duty && !all.includes(demand)).length,
    beyond,
    all,
    stops.map((stop) => stop.day),
  );
}

export function worth(
  dutiesLeft: number,
  beyond: number,
  done: readonly Demand[],
  days: readonly string[],
): Worth {
  return [
    -dutiesLeft,
    -beyond,
    done.reduce((sum, demand) => sum + demand.weight, 0),
    done.length,
    -days.length,
    -days.reduce((sum, day) => sum + dayNumber(day), 0),
  ];
}

function isMore(a: Worth, b: Worth): boolean {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i >= 0 && (a[i] as number) > (b[i] as number);
}
