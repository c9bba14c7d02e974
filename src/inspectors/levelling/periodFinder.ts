import type { LevelPeriod, LevelVisit } from './levelling.js';

/** Finds the periods, by number, in which a visit can be made. Windows come again and again. */
export function periodFinder(
  periods: readonly LevelPeriod[],
): (visit: LevelVisit) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return ({ windows }) => {
    const name = windows.map(({ from, to }) => `${from}/${to}`).join();
    const found = known.get(name) ?? numbersOf(windows, periods);
    known.set(name, found);
    return found;
  };
}

function numbersOf(
  windows: LevelVisit['windows'],
  periods: readonly LevelPeriod[],
): readonly number[] {
  return [...periods.keys()].filter((p) => {
    const period = periods[p] as LevelPeriod;
    return windows.some(({ from, to }) => from <= period.to && period.from <= to);
  });
}
