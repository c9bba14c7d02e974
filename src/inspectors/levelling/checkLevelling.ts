import { type DayRange, isDay, noSuchDay } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { checkedId, checkedName } from '../../core/identifier.js';
import { sortedBy } from '../../core/order.js';
import { shownValue } from '../../core/shownValue.js';
import type { LevelInput, LevelPeriod, LevelTeam, LevelVisit } from './levelling.js';

/** Throws at the first thing in periods, teams and visits that can't be levelled. */
export function checkLevelling({ periods, teams, visits }: LevelInput): void {
  checkPeriods(periods);
  checkTeams(teams, periods);
  checkVisits(visits, new Set(teams.map(({ id }) => id)));
}

function checkPeriods(periods: readonly LevelPeriod[]): void {
  const ids = new Set<string>();
  for (const period of periods) {
    checkedName(period.id, 'period');
    checkDays(period);
    if (ids.has(period.id)) throw badPeriod(period, 'an id of its own');
    if (period.to < period.from) throw badPeriod(period, 'a last day not before the first');
    ids.add(period.id);
  }
  sortedBy(periods, ({ from }) => from).reduce<LevelPeriod | undefined>((before, period) => {
    if (before !== undefined && period.from <= before.to) {
      throw badPeriod(period, `a first day after \`${before.id}\`, which ends on ${before.to}`);
    }
    return period;
  }, undefined);
}

function checkTeams(teams: readonly LevelTeam[], periods: readonly LevelPeriod[]): void {
  const seen = new Set<string>();
  const known = new Set(periods.map(({ id }) => id));
  for (const { id, capacity } of teams) {
    checkedId(id, 'team');
    if (seen.has(id)) throw mistake('repeated-team', `the team \`${id}\` is listed twice`, { id });
    seen.add(id);
    const counts = typeof capacity === 'number' ? { '': capacity } : capacity;
    for (const [period, count] of Object.entries(counts)) {
      if (period !== '' && !known.has(period)) throw badCapacity(id, period, 'a listed period');
      if (!Number.isSafeInteger(count) || count < 0) {
        throw badCapacity(id, count, 'an integer of at least 0');
      }
    }
  }
}

function checkVisits(visits: readonly LevelVisit[], teams: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const { id, team, windows } of visits) {
    checkedId(id, 'visit');
    if (seen.has(id)) {
      throw mistake('repeated-visit', `the visit \`${id}\` is listed twice`, { id });
    }
    seen.add(id);
    if (!teams.has(team)) {
      throw mistake(
        'unknown-team',
        `the visit \`${id}\` is for team \`${team}\`, which is not listed`,
        {
          id,
          team,
        },
      );
    }
    windows.forEach(checkDays);
  }
}

function checkDays({ from, to }: DayRange): void {
  for (const day of [from, to]) if (!isDay(day)) throw noSuchDay(day);
}

function badPeriod({ id, from, to }: LevelPeriod, expected: string) {
  return mistake(
    'bad-period',
    `the period \`${id}\` is \`${from}..${to}\` (expected ${expected})`,
    {
      id,
      given: `${from}..${to}`,
      expected,
    },
  );
}

function badCapacity(team: string, given: unknown, expected: string) {
  return mistake(
    'bad-team-capacity',
    `the capacity of team \`${team}\` says \`${shownValue(given)}\` (expected ${expected})`,
    { team, given: shownValue(given), expected },
  );
}
