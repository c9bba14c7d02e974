import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { compareBytes, sortedBy } from '../core/order.js';
import type { Demand } from '../register/nouns.js';
import type { LedgerEvent } from '../visits/ledger/event.js';
import { eventsOf, type Ledger, visitsOf } from '../visits/ledger/ledger.js';
import { isLive, type LedgerVisit } from '../visits/ledger/ledgerVisit.js';
import type {
  Burden,
  BurdenReport,
  FirmBurden,
  Leakage,
  Load,
  MissedFloor,
  Spread,
} from './burden.js';
import { tallyAuthorities } from './tallyAuthorities.js';
import { tallyMonths } from './tallyMonths.js';

/** What is asked of a burden report. */
export interface BurdenOptions {
  readonly year: number;
  /** What was due in the year: its floors and legal duties that stand in no visit are told. */
  readonly demands?: readonly Demand[];
}

/** Adds up a year, entity by entity, so that a ledger of millions need not be in memory at once. */
export interface BurdenTally {
  /** One entity's ledger, whole; each entity once. */
  add(ledger: Ledger, entity: string): void;
  done(): BurdenReport;
}

/**
 * What a year of inspections cost the firms, and what joining spared them.
 *
 * A visit belongs to the year of its day. Visits that are cancelled or lapsed cost nothing. A firm is at its
 * cap where the last visit of the year that counts in a limit used its last place.
 *
 * @example
 * ```ts
 * import { burdenReport } from 'evenhand/oversight';
 * import { twoInspections } from 'evenhand/schemes';
 * import { admitVisit, emptyLedger } from 'evenhand/visits';
 *
 * const ask = { entity: 'E1', kind: 'spot-check', day: '2026-03-02' } as const;
 * const window = { from: '2026-03-02', to: '2026-06-30' };
 * const fire = admitVisit(emptyLedger, { ...ask, id: 'fire:1', lead: 'fire', window }, twoInspections);
 * const food = admitVisit(fire.ledger, { ...ask, id: 'food:1', lead: 'food', window }, twoInspections);
 * const report = burdenReport(food.ledger, { year: 2026 });
 * [report.total.before.visits, report.total.after.visits, report.saved.visits]; // => [2, 1, 1]
 * ```
 */
export function burdenReport(ledger: Ledger, options: BurdenOptions): BurdenReport {
  requireArgument('burdenReport', 'ledger', ledger, { entities: 'object' });
  requireArgument('burdenReport', 'options', options, 'object');
  const tally = burdenTally(options);
  const entities = new Set(eventsOf(ledger).map(({ entity }) => entity));
  for (const entity of entities) tally.add(ledger, entity);
  return tally.done();
}

/** A burden report that is added up entity by entity: `add` each, then `done`. */
export function burdenTally(options: BurdenOptions): BurdenTally {
  requireArgument('burdenTally', 'options', options, 'object');
  const { year, demands } = options;
  const firms: FirmBurden[] = [];
  const leakage = new Map<string, Leakage>();
  const authorities = tallyAuthorities();
  const months = tallyMonths(year);
  const standing = new Set<string>();
  const used = new Set<string>();
  const inYear = (day: Day): boolean => day.startsWith(`${year}-`);
  return {
    add(ledger, entity) {
      const events = eventsOf(ledger, entity);
      for (const event of events) {
        if ('uses' in event) for (const { limit } of event.uses) used.add(limit);
      }
      const visits = visitsOf(ledger, entity).filter((one) => isLive(one) && inYear(one.day));
      const refusals = events.filter((one) => one.type === 'refused' && inYear(one.at));
      for (const visit of visits) {
        months.add(visit);
        for (const { demands: done } of visit.shares) for (const id of done) standing.add(id);
        if (!visit.counts) addLeak(leakage, visit);
      }
      authorities.add(visits, refusals);
      if (visits.length + refusals.length === 0) return;
      firms.push(firmOf(entity, visits, events, refusals.length));
    },
    done() {
      const byFirm = sortedBy(firms, (firm) => firm.entity);
      const total = sum(byFirm);
      const { before, after, outside } = total;
      return {
        schema: 'evenhand/burden/1',
        year,
        firms: byFirm.length,
        total,
        saved: { visits: before.visits - after.visits, days: before.days - after.days },
        refused: byFirm.reduce((count, { refused }) => count + refused, 0),
        leakagePerTenThousand:
          after.visits === 0 ? 0 : Math.round((outside.visits * 10_000) / after.visits),
        spread: spreadOf(byFirm),
        months: months.done(),
        authorities: authorities.done(),
        leakage: [...leakage.values()].sort(
          (a, b) => compareBytes(a.cause, b.cause) || compareBytes(a.authority, b.authority),
        ),
        atCap: atCapOf(byFirm),
        fullFirms: fullFirms(byFirm, used),
        ...(demands === undefined ? {} : { floorsMissed: missed(demands, standing, inYear) }),
        byFirm,
      };
    },
  };
}

function firmOf(
  entity: string,
  visits: readonly LedgerVisit[],
  events: readonly LedgerEvent[],
  refused: number,
): FirmBurden {
  const shareDays = new Map(
    events.flatMap((event) => ('kind' in event ? [[event.request, event.days] as const] : [])),
  );
  const shares = visits.flatMap((visit) => visit.shares);
  const before = { visits: 0, days: 0 };
  for (const { request, lead, partners } of shares) {
    const alone = new Set([lead, ...partners]).size;
    before.visits += alone;
    before.days += alone * (shareDays.get(request) ?? 1);
  }
  return {
    entity,
    before,
    after: loadOf(visits),
    outside: loadOf(visits.filter(({ counts }) => !counts)),
    atCap: atCap(visits, events),
    beyond: unique(visits.flatMap(({ beyond }) => beyond)),
    refused,
  };
}

/** The limits of which the visits that still stand hold every place. */
function atCap(visits: readonly LedgerVisit[], events: readonly LedgerEvent[]): string[] {
  const held = new Map<string, { readonly most: number; readonly visits: Set<string> }>();
  const live = new Set(visits.map(({ id }) => id));
  for (const event of events) {
    if (!('uses' in event) || !live.has(event.visit)) continue;
    for (const { limit, of = '', most } of event.uses) {
      const key = `${limit}\u0000${of}`;
      const known = held.get(key) ?? { most, visits: new Set() };
      known.visits.add(event.visit);
      held.set(key, known);
    }
  }
  const full = [...held].filter(([, { most, visits: holding }]) => holding.size >= most);
  return unique(full.map(([key]) => key.slice(0, key.indexOf('\u0000'))));
}

function addLeak(leakage: Map<string, Leakage>, { evidence, shares }: LedgerVisit): void {
  const cause = evidence?.cause ?? 'none';
  const authority = shares[0]?.lead ?? '';
  const key = `${cause}\u0000${authority}`;
  const visits = (leakage.get(key)?.visits ?? 0) + 1;
  leakage.set(key, { cause, authority, visits });
}

function missed(
  demands: readonly Demand[],
  standing: ReadonlySet<string>,
  inYear: (day: Day) => boolean,
): MissedFloor[] {
  const due = demands.filter(
    ({ id, cause, duty, window }) =>
      (cause === 'floor' || duty) && inYear(window.to) && !standing.has(id),
  );
  return sortedBy(due, ({ id }) => id).map(({ id, entity, authority, item, window }) => ({
    ...{ demand: id, entity, authority, item, to: window.to },
  }));
}

function spreadOf(firms: readonly FirmBurden[]): Spread[] {
  const most = firms.reduce(
    (max, { before, after }) => Math.max(max, before.visits, after.visits),
    0,
  );
  const spread = Array.from({ length: most + 1 }, (_, visits) => ({
    ...{ visits, firmsBefore: 0, firmsAfter: 0 },
  }));
  for (const { before, after } of firms) {
    (spread[before.visits] as { firmsBefore: number }).firmsBefore++;
    (spread[after.visits] as { firmsAfter: number }).firmsAfter++;
  }
  return spread;
}

function atCapOf(firms: readonly FirmBurden[]) {
  const counts = new Map<string, number>();
  for (const limit of firms.flatMap((firm) => firm.atCap)) {
    counts.set(limit, (counts.get(limit) ?? 0) + 1);
  }
  return sortedBy(counts, ([limit]) => limit).map(([limit, count]) => ({ limit, firms: count }));
}

/** The firms of whom some cap has all the limits that anybody used. */
function fullFirms(firms: readonly FirmBurden[], used: ReadonlySet<string>): number {
  const caps = new Map<string, string[]>();
  for (const limit of used) {
    const cap = limit.slice(0, limit.lastIndexOf('/'));
    caps.set(cap, [...(caps.get(cap) ?? []), limit]);
  }
  return firms.filter(({ atCap: own }) =>
    [...caps.values()].some((limits) => limits.every((limit) => own.includes(limit))),
  ).length;
}

function sum(firms: readonly FirmBurden[]): Burden {
  const of = (part: keyof Burden): Load => ({
    visits: firms.reduce((all, firm) => all + firm[part].visits, 0),
    days: firms.reduce((all, firm) => all + firm[part].days, 0),
  });
  return { before: of('before'), after: of('after'), outside: of('outside') };
}

const loadOf = (visits: readonly LedgerVisit[]): Load => ({
  visits: visits.length,
  days: visits.reduce((all, { days }) => all + days, 0),
});

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort(compareBytes);
