import { type Day, type DayRange, dayOf } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import type { LevelPeriod, LevelWitness } from '../inspectors/levelling/levelling.js';
import { levelVisits } from '../inspectors/levelling/levelVisits.js';
import { groupedBy } from '../visits/groupedBy.js';
import type { Levelling } from '../visits/visitRules.js';
import type { Arranged } from './arranging.js';
import { visitDay } from './visitDay.js';

/** Whose visits are levelled together: those an authority leads in a district. */
export interface LevelledTeam {
  readonly authority: string;
  readonly district?: string;
}

/** How many visits an authority leads in a district and a period; `limit` where the rules set one. */
export type LevelLoad = LevelledTeam & {
  readonly period: string;
  readonly load: number;
  readonly limit?: number;
};

/** Why an authority's visits in a district don't fit its periods: anybody can recount it. */
export type LevelProof = LevelledTeam & Omit<LevelWitness, 'team'>;

/** How visits are spread over the year's periods: by authority, district and period. */
export interface PlanLevelling {
  readonly loads: readonly LevelLoad[];
  readonly witnesses: readonly LevelProof[];
}

/** What levelling reads of a visit. */
export interface Unlevelled {
  readonly id: string;
  readonly kind: string;
  readonly lead: string;
  readonly district?: string;
  readonly window: DayRange;
}

/**
 * The day of every visit: its period by levelling where the rules ask for it, and its ticket among the
 * period's days; else its ticket among all its days. The planner asks it, and the verifier asks it again.
 *
 * For-cause visits are not levelled: they are made when they must be. Where an authority's visits in a
 * district pass a limit whatever is done, its days stay those of the tickets, with the proof.
 *
 * @param ticketOf - a visit's ticket under the draw key `visit`
 * @param levelKey - the draw key `level`; needed only where the rules ask for levelling
 */
export function levelDays(
  visits: readonly Unlevelled[],
  year: number,
  { rules, choices }: Arranged,
  ticketOf: (id: string) => string,
  levelKey: string | undefined,
): { readonly days: ReadonlyMap<string, Day>; readonly levelling?: PlanLevelling } {
  const days = new Map<string, Day>();
  for (const { id, window, district } of visits) {
    days.set(id, visitDay(choices(window, district), ticketOf(id)));
  }
  const { levelling } = rules ?? {};
  if (levelling === undefined || levelKey === undefined) return { days };
  const periods = periodsOf(year, levelling.per);
  const loads: LevelLoad[] = [];
  const witnesses: LevelProof[] = [];
  const planned = visits.filter(({ kind }) => kind !== 'for-cause');
  const teams = groupedBy(planned, ({ lead, district }) => `${lead}\n${district ?? ''}`);
  for (const [, own] of sortedBy(teams, ([name]) => name)) {
    const { lead: authority, district } = own[0] as Unlevelled;
    const team: LevelledTeam = { authority, ...(district === undefined ? {} : { district }) };
    const limit = limitOf(levelling, team);
    const result = levelVisits({
      key: levelKey,
      periods,
      teams: [{ id: TEAM, capacity: limit ?? own.length }],
      visits: own.map(({ id, window }) => ({
        id,
        team: TEAM,
        windows: periods.flatMap((period) => within(choices(window, district), period)),
      })),
    });
    if (result.status === 'infeasible') {
      for (const { team: _, ...witness } of result.witnesses)
        witnesses.push({ ...team, ...witness });
      continue;
    }
    for (const { period, load } of result.loads) {
      if (load === 0) continue;
      loads.push({ ...team, period, load, ...(limit === undefined ? {} : { limit }) });
    }
    const windows = new Map(own.map(({ id, window }) => [id, window]));
    for (const { id, period } of result.visits) {
      const { from, to } = periods.find((one) => one.id === period) as LevelPeriod;
      const inside = choices(windows.get(id) as DayRange, district).filter((day) => {
        const text = dayOf(day);
        return from <= text && text <= to;
      });
      days.set(id, visitDay(inside, ticketOf(id)));
    }
  }
  return { days, levelling: { loads, witnesses } };
}

/** Each team is levelled alone, so one name does for all. */
const TEAM = 'team';

function limitOf({ limits = [] }: Levelling, team: LevelledTeam): number | undefined {
  return limits.find(
    ({ authority, district }) =>
      (authority === undefined || authority === team.authority) &&
      (district === undefined || district === team.district),
  )?.visits;
}

/** The days of a period that can be chosen, as a window from the first to the last. */
function within(choices: readonly number[], period: LevelPeriod): DayRange[] {
  const inside = choices.map(dayOf).filter((day) => period.from <= day && day <= period.to);
  const [from] = inside;
  return from === undefined ? [] : [{ from, to: inside.at(-1) as Day }];
}

/** `2026-08`, `2026-Q3`: the periods that capacity counts by too. */
export function periodsOf(year: number, per: Levelling['per']): LevelPeriod[] {
  const name = String(year).padStart(4, '0');
  const months = per === 'month' ? 1 : 3;
  return Array.from({ length: 12 / months }, (_, i) => {
    const [first, last] = [i * months + 1, (i + 1) * months];
    return {
      id: per === 'month' ? `${name}-${two(first)}` : `${name}-Q${i + 1}`,
      from: `${name}-${two(first)}-01`,
      to: `${name}-${two(last)}-${lastOf(year, last)}`,
    };
  });
}

const two = (n: number): string => String(n).padStart(2, '0');

function lastOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
