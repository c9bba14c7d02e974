import type { WorkingCalendar } from '../calendar/workingCalendar.js';
import { requireArgument } from '../core/argument.js';
import { addPeriod, type Day, dayNumber, dayOf } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import type { Demand, Item } from '../register/nouns.js';
import type { Cap } from './cap.js';
import type { Deferred } from './deferred.js';
import type { Due, Stop } from './due.js';
import { type EntityRules, entityVisits, errands, type JoinedVisit } from './entityVisits.js';
import { type FixedStop, fixedStops } from './fixedStops.js';
import type { FixedVisit } from './fixedVisit.js';
import { leadBy } from './leadBy.js';
import { type OpenDays, openDaysOf } from './openDays.js';
import { plainVisits } from './plainVisits.js';
import type { Protection } from './protection.js';
import { type Refused, readDemands } from './readDemands.js';
import { forCauseVisit, numbered, type PlannedVisit, type UnnumberedVisit } from './visit.js';
import type { YearRoom } from './visitProblem.js';
import type { VisitRules } from './visitRules.js';
import { type YearCap, yearCap, yearCaps } from './yearCap.js';
import { yearOf, yearRooms } from './yearRoom.js';

export type { Refused };

/** The version of the method: it moves only when an answer can differ. */
export const JOINT_VISITS_METHOD = 'joint-visits/2';

/** Every demand stands in one visit of `visits` or `outside`, joins one, is deferred, or is refused. */
export interface MergedVisits {
  readonly method: typeof JOINT_VISITS_METHOD;
  /** The visits that count, by entity and day. */
  readonly visits: readonly PlannedVisit[];
  /** The for-cause visits, which do not count, by entity and day. */
  readonly outside: readonly PlannedVisit[];
  /** Visits that were there already and what is done on them too, by id. */
  readonly joined: readonly JoinedVisit[];
  readonly deferred: readonly Deferred[];
  readonly refused: readonly Refused[];
  /** Visits that would count if each authority went on its own: one a site, authority, kind and window. */
  readonly before: number;
  /** Visits that count now, without those that were there already. */
  readonly after: number;
}

/** What a merge hangs on besides demands and cap; every part may be left out. */
export interface JointVisitOptions {
  /**
   * Whether the cap protects an entity, all by default; others are merged into the fewest visits. Under a
   * cap that has limits of their own for some, the ids of those that protect it (`protectionOf`).
   */
  readonly eligible?: (entity: string) => Protection;
  /** Quiet days, notice and who leads. */
  readonly rules?: VisitRules;
  /** Visits are on its working days alone. */
  readonly calendar?: WorkingCalendar;
  /** Today: windows are cut to the days that are left. */
  readonly asOf?: Day;
  /** Where a place lies, for quiet days of a district. */
  readonly districtOf?: (entity: string, site: string | undefined) => string | undefined;
  /** The rank of an item, for a lead by `key-item`. */
  readonly rankOf?: (item: string) => Item['rank'] | undefined;
  /** Visits that are there already: they count, and those still to come can be joined. */
  readonly fixed?: readonly FixedVisit[];
}

/**
 * The joint visits that do the most of what is due with the fewest entries on the premises, under
 * the cap (进一次门、查多事).
 *
 * For each entity, exactly and in this order: all legal duties, the heaviest set of demands, the most
 * demands, the fewest visits, the earliest days. A demand is done by the first visit that can do it; two
 * demands of one item go into one visit where the windows allow. The cap counts an entity's visits at
 * all its sites, each in the calendar year of its day. For-cause demands are visits of their own beside
 * the cap, and nothing else is done on them.
 *
 * @param demands - in any order; the answer is the same
 * @param cap - what an eligible entity bears in a year: `yearCap` says which caps can be planned by
 * @param options - working days, rules, today, and the visits that are there already
 * @returns also what is deferred, with the proof, and what is refused: `repeated-demand`, `bad-id`,
 * `authority-missing`, `entity-with-at-sign`, `bad-demand-weight`, `no-such-day`, `window-inverted`,
 * `year-without-calendar`, `evidence-missing`, `cause-not-listed`
 * @throws `bad-cap`, `cap-not-plannable`, `cap-not-in-force`, `repeated-fixed-visit`,
 * `notice-without-day`, `notice-without-calendar`
 *
 * @source 京政发〔2021〕24号, 自贸试验区: 最多查两次; described in docs/visits.md.
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { mergeVisits } from 'evenhand/visits';
 *
 * const check = { entity: 'E1', cause: 'draw', weight: 1, duty: false } as const;
 * const { visits } = mergeVisits(
 *   [
 *     { ...check, id: 'fire', authority: 'fire', item: 'exits', kind: 'spot-check',
 *       window: { from: '2026-03-01', to: '2026-06-30' } },
 *     { ...check, id: 'food', authority: 'food', item: 'kitchen', kind: 'spot-check',
 *       window: { from: '2026-05-01', to: '2026-09-30' } },
 *     { ...check, id: 'tax', authority: 'tax', item: 'invoices', kind: 'census',
 *       window: { from: '2026-06-01', to: '2026-12-31' } },
 *   ],
 *   twoInspections,
 * );
 * visits.map((visit) => [visit.id, visit.day, visit.lead]); // => [['E1/census', '2026-06-01', 'tax']]
 * ```
 */
export function mergeVisits(
  demands: readonly Demand[],
  cap: Cap,
  options: JointVisitOptions = {},
): MergedVisits {
  requireArgument('mergeVisits', 'demands', demands, 'array');
  requireArgument('mergeVisits', 'cap', cap, { limits: 'array' });
  const { eligible = () => true } = options;
  const capFor = yearCaps(cap);
  return mergeUnder(demands, yearCap(cap), (entity) => capFor(eligible(entity)), options);
}

/**
 * As `mergeVisits`, under a cap that is read already.
 *
 * @param capOf - what of it binds an entity
 */
export function mergeUnder(
  demands: readonly Demand[],
  cap: YearCap,
  capOf: (entity: string) => YearCap | undefined,
  options: Omit<JointVisitOptions, 'eligible'> = {},
): MergedVisits {
  const { entities, refused } = readDemands(demands, cap, options.calendar?.years);
  const rulesOf = entityRules(capOf, options);
  const visits: PlannedVisit[] = [];
  const outside: PlannedVisit[] = [];
  const joined: JoinedVisit[] = [];
  const deferred: Deferred[] = [];
  let before = 0;
  for (const [entity, dues] of entities) {
    const rules = rulesOf(entity);
    const { open, closed } = opened(dues, rules);
    const plain = open.length === dues.length ? plainVisits(open, rules) : undefined;
    if (plain !== undefined) {
      for (const visit of plain) visits.push(visit);
      before += errands(open);
      continue;
    }
    const taken = takenBy(rules.fixed);
    const planned: UnnumberedVisit[] = [];
    for (const { years, group } of connectedYears(open, rules)) {
      const part = entityVisits(group, years, rules);
      for (const visit of part.visits) planned.push(visit);
      for (const one of part.joined) joined.push(one);
      for (const one of part.deferred) deferred.push(one);
      before += part.before;
    }
    for (const visit of numbered(planned, taken)) visits.push(visit);
    before += errands(closed);
    for (const due of closed) deferred.push(neverOpen(due));
    if (open.length + closed.length === dues.length) continue;
    const forCause = dues.filter(isForCause).map(forCauseVisit);
    for (const visit of numbered(forCause, taken)) outside.push(visit);
  }
  return {
    method: JOINT_VISITS_METHOD,
    visits,
    outside,
    joined: sortedBy(joined, ({ visit }) => visit),
    deferred: sortedBy(deferred, (one) => one.demand),
    refused,
    before,
    after: visits.length,
  };
}

/** What an entity's visits hang on, by the entity. */
export function entityRules(
  capOf: (entity: string) => YearCap | undefined,
  options: Omit<JointVisitOptions, 'eligible'>,
): (entity: string) => EntityRules {
  const { districtOf = () => undefined, rules, rankOf } = options;
  const fixed = fixedStops(options.fixed ?? [], options.asOf);
  const { calendar, asOf } = options;
  const isLimited = calendar !== undefined || asOf !== undefined || rules !== undefined;
  const openIn = openDaysOf(options);
  const leadRules = rules?.lead?.rules;
  const lead = ({ kind, dues }: Stop): string | undefined =>
    leadRules === undefined
      ? undefined
      : leadBy(
          kind,
          dues.map(({ demand }) => demand),
          leadRules,
          rankOf,
        );
  const free: EntityRules = { fixed: NONE, lead };
  const bound = new Map<YearCap, EntityRules>();
  const boundBy = (cap: YearCap): EntityRules => {
    const known = bound.get(cap) ?? { ...free, cap, ...keptGaps(cap) };
    bound.set(cap, known);
    return known;
  };
  return (entity) => {
    const cap = capOf(entity);
    const rules = cap === undefined ? free : boundBy(cap);
    const there = fixed.get(entity);
    if (there === undefined && !isLimited) return rules;
    return {
      ...rules,
      fixed: there ?? NONE,
      ...(isLimited ? { opensAt: (site) => openIn(districtOf(entity, site)) } : {}),
    };
  };
}

/** The first day that keeps all of a cap's gaps after a day, where it has any. */
function keptGaps({ gaps = [] }: YearCap): Pick<EntityRules, 'after'> {
  if (gaps.length === 0) return {};
  return {
    after: (day) => Math.max(...gaps.map((gap) => dayNumber(addPeriod(dayOf(day), gap)))),
  };
}

const NONE: readonly FixedStop[] = [];
const NO_IDS: ReadonlySet<string> = new Set();

const takenBy = (fixed: readonly FixedStop[]): ReadonlySet<string> =>
  fixed.length === 0 ? NO_IDS : new Set(fixed.map(({ visit }) => visit.id));

const isForCause = ({ demand }: Due): boolean => demand.cause === 'for-cause';

/** What is due and counts, on the open days of its window; set aside what has none. */
export function opened(
  dues: readonly Due[],
  { opensAt }: EntityRules,
): { readonly open: readonly Due[]; readonly closed: readonly Due[] } {
  if (opensAt === undefined) {
    return {
      open: dues.some(isForCause) ? dues.filter((due) => !isForCause(due)) : dues,
      closed: [],
    };
  }
  const open: Due[] = [];
  const closed: Due[] = [];
  for (const due of dues) {
    if (isForCause(due)) continue;
    const cut = narrowed(due, opensAt(due.demand.site));
    if (cut === undefined) closed.push(due);
    else open.push(cut);
  }
  return { open, closed };
}

/** What is due on the open days of its window, undefined where it has none. */
function narrowed(due: Due, days: OpenDays): Due | undefined {
  const from = days.from(due.from, due.to);
  if (from === undefined) return undefined;
  const to = days.upTo(due.to, from) as number;
  return from === due.from && to === due.to ? due : { ...due, from, to };
}

function neverOpen({ demand: { id, entity } }: Due): Deferred {
  return { demand: id, entity, reason: 'no-open-day', because: [] };
}

/** What is due in years that no window and no gap ties to others, the first years first. */
export function connectedYears(
  dues: readonly Due[],
  { after }: Pick<EntityRules, 'after'>,
): { readonly years: readonly [number, number]; readonly group: readonly Due[] }[] {
  const [one] = dues;
  if (one === undefined) return [];
  const year = yearOf(one.from);
  const { first: start, last: end } = yearRooms(year, year, [], undefined)[0] as YearRoom;
  if (dues.every(({ from, to }) => start <= from && to <= end)) {
    return [{ years: [year, year], group: dues }];
  }
  const spans = dues.map((due) => ({ due, first: yearOf(due.from), last: yearOf(due.to) }));
  const groups: { years: [number, number]; group: Due[] }[] = [];
  for (const { due, first, last } of spans) {
    const own = groups.filter(
      ({ years }) => after !== undefined || (years[0] <= last && first <= years[1]),
    );
    const years: [number, number] = [
      Math.min(first, ...own.map((one) => one.years[0])),
      Math.max(last, ...own.map((one) => one.years[1])),
    ];
    const group = [...own.flatMap((one) => one.group), due];
    for (const one of own) groups.splice(groups.indexOf(one), 1);
    groups.push({ years, group });
  }
  return groups
    .sort((a, b) => a.years[0] - b.years[0])
    .map(({ years, group }) => ({ years, group: sortedBy(group, ({ demand }) => demand.id) }));
}
