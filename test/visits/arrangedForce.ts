import { addDays, dayNumber } from '../../src/core/day.js';
import type { Demand, VisitKind } from '../../src/register/nouns.js';
import type { FixedVisit } from '../../src/visits/fixedVisit.js';
import type { YearVisitCounts } from '../../src/visits/yearCap.js';
import type { Worth } from './bruteForce.js';

/** One entity's situation: what is due, on which days a visit can be, and what limits it. */
export interface Situation {
  readonly demands: readonly Demand[];
  /** The first day, and how many there are. */
  readonly from: string;
  readonly days: number;
  /** Days that are not open. */
  readonly closed: readonly string[];
  readonly fixed: readonly FixedVisit[];
  /** Left out for no cap. */
  readonly most?: YearVisitCounts;
  readonly gap: number;
  readonly dutyFirst: boolean;
}

export interface Entry {
  readonly site: string | undefined;
  readonly day: string;
  readonly kind: VisitKind;
  /** Whether it is there already; a closed one can't be joined. */
  readonly fixed?: 'open' | 'closed';
}

/**
 * The best worth of a situation, by trying no visit, a census visit and a spot check on every open day
 * at every site. Slow and obvious.
 *
 * @param anchored - whether a visit must be on the first day on which everything it does is open, or
 * that keeps the gap, or of a year
 */
export function bestArrangement(situation: Situation, anchored: boolean): Worth {
  const { demands, from, days } = situation;
  const sites = [...new Set(demands.map((demand) => demand.site))];
  const open = Array.from({ length: days }, (_, i) => addDays(from, i)).filter((day) =>
    isOpen(situation, day),
  );
  const slots = sites.flatMap((site) => open.map((day) => ({ site, day })));
  let best: Worth | undefined;
  for (let n = 0; n < 3 ** slots.length; n++) {
    const entries = slots.flatMap((slot, i): Entry[] => {
      const choice = Math.floor(n / 3 ** i) % 3;
      return choice === 0 ? [] : [{ ...slot, kind: choice === 1 ? 'census' : 'spot-check' }];
    });
    const worth = worthOf(entries, situation, anchored);
    if (worth !== undefined && (best === undefined || isMore(worth, best))) best = worth;
  }
  return best as Worth;
}

const isOpen = ({ closed }: Situation, day: string): boolean => !closed.includes(day);

/** All entries by day, those that are there already first. */
function inOrder(entries: readonly Entry[], { fixed }: Situation): Entry[] {
  const there = fixed.map(
    ({ site, day, kind, isOpen: canJoin }): Entry => ({
      site,
      day,
      kind: kind === 'census' ? 'census' : 'spot-check',
      fixed: canJoin ? 'open' : 'closed',
    }),
  );
  return [...there, ...entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The first and the last open day of a demand's window. */
export function openWindow(situation: Situation, { window }: Demand): [string, string] | undefined {
  const days: string[] = [];
  for (let day = window.from; day <= window.to; day = addDays(day, 1)) {
    if (isOpen(situation, day)) days.push(day);
  }
  return days.length === 0 ? undefined : [days[0] as string, days.at(-1) as string];
}

/** How many new visits stand beyond the cap: too many of a year, or too near to another. */
export function beyondOf(entries: readonly Entry[], situation: Situation): number {
  const { most, gap } = situation;
  if (most === undefined) return 0;
  const all = inOrder(entries, situation);
  let beyond = 0;
  for (const year of new Set(all.map(({ day }) => day.slice(0, 4)))) {
    const there = all.filter((one) => one.fixed !== undefined && one.day.startsWith(year));
    const own = all.filter((one) => one.fixed === undefined && one.day.startsWith(year));
    const left = (kind: VisitKind) =>
      Math.max(0, most[kind] - there.filter((one) => one.kind === kind).length);
    const over = (kind: VisitKind) =>
      Math.max(0, own.filter((one) => one.kind === kind).length - left(kind));
    const total = most.total === undefined ? own.length : Math.max(0, most.total - there.length);
    beyond += Math.max(over('census') + over('spot-check'), own.length - total);
  }
  return beyond + tooNear(all, gap);
}

/** How many neighbours are nearer than the gap, one of them new. */
export function tooNear(all: readonly Entry[], gap: number): number {
  return all.slice(1).filter((one, i) => {
    const before = all[i] as Entry;
    const isNew = one.fixed === undefined || before.fixed === undefined;
    return isNew && gap > 0 && one.day < addDays(before.day, gap);
  }).length;
}

function worthOf(
  entries: readonly Entry[],
  situation: Situation,
  anchored: boolean,
): Worth | undefined {
  const { demands, dutyFirst, gap } = situation;
  const beyond = beyondOf(entries, situation);
  if (beyond > 0 && !dutyFirst) return undefined;
  const all = inOrder(entries, situation);
  const done = new Map<Entry, Demand[]>(all.map((entry) => [entry, []]));
  for (const demand of demands) {
    const window = openWindow(situation, demand);
    if (window === undefined) continue;
    const first = all.find(
      (one) =>
        one.site === demand.site &&
        window[0] <= one.day &&
        one.day <= window[1] &&
        one.fixed !== 'closed' &&
        (one.kind === 'census' || demand.kind === 'spot-check'),
    );
    if (first !== undefined) done.get(first)?.push(demand);
  }
  for (const [i, entry] of all.entries()) {
    if (entry.fixed !== undefined) continue;
    const here = done.get(entry) as Demand[];
    if (!here.some((demand) => demand.kind === entry.kind || entry.kind === 'spot-check'))
      return undefined;
    if (!anchored) continue;
    const isStart = here.some((demand) => openWindow(situation, demand)?.[0] === entry.day);
    const before = all[i - 1];
    const isPushed =
      situation.most !== undefined &&
      gap > 0 &&
      before !== undefined &&
      firstOpen(situation, addDays(before.day, gap)) === entry.day;
    const isNewYear =
      entry.day.slice(0, 4) !== situation.from.slice(0, 4) &&
      firstOpen(situation, `${entry.day.slice(0, 4)}-01-01`) === entry.day;
    if (!isStart && !isPushed && !isNewYear) return undefined;
  }
  return arrangedWorth(situation, [...done.values()].flat(), entries);
}

function firstOpen(situation: Situation, day: string): string {
  let one = day;
  while (!isOpen(situation, one)) one = addDays(one, 1);
  return one;
}

/** What is done by which new visits, as a worth. */
export function arrangedWorth(
  situation: Situation,
  done: readonly Demand[],
  entries: readonly Entry[],
): Worth {
  return [
    -situation.demands.filter((demand) => demand.duty && !done.includes(demand)).length,
    -beyondOf(entries, situation),
    done.reduce((sum, demand) => sum + demand.weight, 0),
    done.length,
    -entries.length,
    -entries.reduce((sum, { day }) => sum + dayNumber(day), 0),
  ];
}

export function isMore(a: Worth, b: Worth): boolean {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i >= 0 && (a[i] as number) > (b[i] as number);
}
