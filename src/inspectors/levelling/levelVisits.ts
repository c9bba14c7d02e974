import { requireArgument } from '../../core/argument.js';
import { sortedBy } from '../../core/order.js';
import { byTicket } from '../ticketOrder.js';
import { checkLevelling } from './checkLevelling.js';
import { levelFlow } from './levelFlow.js';
import type {
  LevelInput,
  LevelledVisits,
  LevelPeriod,
  LevelTeam,
  LevelVisit,
  LevelWitness,
  PeriodLoad,
} from './levelling.js';
import { periodFinder } from './periodFinder.js';

/**
 * Spreads visits over months or quarters inside their windows, so that no team is asked for more
 * than it can do and its busiest period is as light as can be (均衡安排).
 *
 * Each team stands alone. Its highest load is the least possible, then the number of periods that
 * have it, then the next load, and so on. Of visits that can go into the same periods, their tickets
 * decide which goes where, so nobody picks a firm's month. The order of the input changes nothing.
 *
 * @param input.key - the draw key of purpose `level`, 64 hex digits
 * @param input.periods - disjoint, in any order; capacities are counted in visits a period
 * @param input.visits - by team; a visit can go into a period if one of its windows' days lies in it
 * @returns the period of every visit, or for each team in want the periods that are too small for the
 * visits which have no others: anybody can recount both
 * @throws `bad-key` | `bad-id` | `no-such-day` | `bad-period` | `repeated-visit` | `unknown-team` |
 * `repeated-team` | `bad-team-capacity`
 *
 * @example
 * ```ts
 * import { levelVisits } from 'evenhand/inspectors';
 *
 * const spring = { from: '2026-03-01', to: '2026-04-30' };
 * const levelled = levelVisits({
 *   key: 'd5788a32e2791b54b1095fe9ce3c2d485ec27380ecdcf85ee722e9b967765ede',
 *   periods: [
 *     { id: 'March', from: '2026-03-01', to: '2026-03-31' },
 *     { id: 'April', from: '2026-04-01', to: '2026-04-30' },
 *   ],
 *   visits: ['E1', 'E2', 'E3', 'E4'].map((id) => ({ id, team: 'north', windows: [spring] })),
 *   teams: [{ id: 'north', capacity: 3 }],
 * });
 * levelled.status === 'levelled' && levelled.loads.map(({ load }) => load); // => [2, 2]
 * ```
 */
export function levelVisits(input: LevelInput): LevelledVisits {
  requireArgument('levelVisits', 'input', input, { periods: 'array' });
  checkLevelling(input);
  const periods = sortedBy(input.periods, ({ from }) => from);
  const periodsOf = periodFinder(periods);
  const visitsOf = new Map<string, LevelVisit[]>(input.teams.map(({ id }) => [id, []]));
  for (const visit of byTicket(input.key, input.visits)) visitsOf.get(visit.team)?.push(visit);

  const visits: { id: string; period: string }[] = [];
  const loads: PeriodLoad[] = [];
  const witnesses: LevelWitness[] = [];
  for (const team of sortedBy(input.teams, ({ id }) => id)) {
    const groups = grouped(visitsOf.get(team.id) as LevelVisit[], periodsOf);
    const capacity = periods.map((period) => capacityOf(team, period));
    const flow = levelFlow(
      groups.map((group) => ({ size: group.visits.length, periods: group.periods })),
      capacity,
    );
    if ('tight' in flow) {
      witnesses.push(witnessOf(team.id, flow.tight, groups, periods, capacity));
      continue;
    }
    for (const [g, group] of groups.entries()) {
      let next = 0;
      for (const [p, count] of (flow.counts[g] as readonly number[]).entries()) {
        const { id: period } = periods[p] as LevelPeriod;
        for (const { id } of group.visits.slice(next, next + count)) visits.push({ id, period });
        next += count;
      }
    }
    for (const [p, load] of flow.loads.entries()) {
      const { id: period } = periods[p] as LevelPeriod;
      loads.push({ team: team.id, period, load, capacity: capacity[p] as number });
    }
  }
  if (witnesses.length > 0) return { status: 'infeasible', witnesses };
  return { status: 'levelled', visits: sortedBy(visits, ({ id }) => id), loads };
}

/** Visits that can go into the same periods, in the order of their tickets. */
interface Alike {
  readonly periods: readonly number[];
  readonly visits: LevelVisit[];
}

/** The visits by where they can go: the narrowest choice first, then the earliest. */
function grouped(
  visits: readonly LevelVisit[],
  periodsOf: (visit: LevelVisit) => readonly number[],
): Alike[] {
  const groups = new Map<string, Alike>();
  for (const visit of visits) {
    const periods = periodsOf(visit);
    const name = periods.join();
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { periods, visits: [visit] });
    else group.visits.push(visit);
  }
  return [...groups.values()].sort((a, b) => a.periods.length - b.periods.length || earlier(a, b));
}

function earlier(a: Alike, b: Alike): number {
  const place = a.periods.findIndex((period, i) => period !== b.periods[i]);
  return place < 0 ? 0 : (a.periods[place] as number) - (b.periods[place] as number);
}

function capacityOf({ capacity }: LevelTeam, period: LevelPeriod): number {
  return typeof capacity === 'number' ? capacity : (capacity[period.id] ?? 0);
}

function witnessOf(
  team: string,
  tight: readonly number[],
  groups: readonly Alike[],
  periods: readonly LevelPeriod[],
  capacities: readonly number[],
): LevelWitness {
  const inside = groups.filter((group) => group.periods.every((period) => tight.includes(period)));
  const ids = inside.flatMap(({ visits }) => visits.map(({ id }) => id));
  const capacity = tight.reduce((sum, period) => sum + (capacities[period] as number), 0);
  return {
    team,
    periods: tight.map((period) => (periods[period] as LevelPeriod).id),
    visits: sortedBy(ids, (id) => id),
    needed: ids.length,
    capacity,
    missing: ids.length - capacity,
  };
}
