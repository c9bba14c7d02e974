import { addDays, addPeriod, type Day, type Period } from 'evenhand/core';
import type { Event, Fact } from 'evenhand/register';
import type { Scheme } from 'evenhand/scoring';
import { plainEvaluate } from '../scoring/plainEvaluate.js';

// What `nextGrade` promises, word for word: every day, and on it every set of acts.

interface Firm {
  readonly id: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly lists: readonly string[];
  readonly events: readonly Event[];
}

interface Deed {
  /** Its place in the order of acts: repairs by event, then changes by input. */
  readonly name: string;
  readonly on: Day;
  readonly to: (firm: Firm) => Firm;
}

/** The first day, the size of a smallest set, the level it reaches, and the first of such sets. */
export interface Best {
  readonly earliest: Day;
  readonly grade: string;
  readonly names: readonly string[];
  readonly waiting: Day | undefined;
}

/**
 * @param versions - the scheme in force on a day, if any
 */
export function bestByBruteForce(
  versions: (day: Day) => Scheme | undefined,
  firm: Firm,
  asOf: Day,
  days: number,
): Best | undefined {
  const scheme = versions(asOf) as Scheme;
  const { levels, worse } = scheme.scale;
  const placeOf = (level: string): number =>
    worse === 'last' ? levels.indexOf(level) : levels.length - 1 - levels.indexOf(level);
  const levelOf = (day: Day, one: Firm): string | undefined => {
    const at = versions(day);
    const score = at === undefined ? [] : plainEvaluate(at, one, day);
    return 'level' in score ? score.level : undefined;
  };
  const current = placeOf(levelOf(asOf, firm) as string);
  const isBetter = (level: string | undefined): level is string =>
    level !== undefined && placeOf(level) < current;
  const sets = subsets([...repairs(scheme, firm, asOf), ...changes(scheme, firm, asOf)]);
  let best: Omit<Best, 'waiting'> | undefined;
  let waiting: Day | undefined;
  for (let i = 0; i <= days; i++) {
    const day = addDays(asOf, i);
    if (waiting === undefined && isBetter(levelOf(day, firm))) waiting = day;
    if (best !== undefined) continue;
    for (const set of sets) {
      if (set.some(({ on }) => on > day)) continue;
      const grade = levelOf(
        day,
        set.reduce((one, deed) => deed.to(one), firm),
      );
      if (!isBetter(grade)) continue;
      const names = set.map(({ name }) => name);
      const rank = (one: { grade: string; names: readonly string[] }): (number | string)[] => [
        one.names.length,
        -placeOf(one.grade),
        one.names.join(' '),
      ];
      if (best === undefined || comes(rank({ grade, names }), rank(best)) < 0) {
        best = { earliest: day, grade, names };
      }
    }
  }
  return best && { ...best, waiting };
}

function repairs(scheme: Scheme, firm: Firm, asOf: Day): Deed[][] {
  return firm.events.flatMap((event): Deed[][] => {
    const isInEffect =
      event.on <= asOf && (event.knownOn ?? asOf) <= asOf && (event.until ?? asOf) >= asOf;
    if (!isInEffect || event.repairedOn !== undefined) return [];
    const rules = scheme.terms
      .flatMap((term) => (term.kind === 'events' ? term.effects : []))
      .flatMap((effect) =>
        effect.event === event.kind && effect.repair !== undefined ? [effect.repair] : [],
      );
    if (rules.length === 0 || rules.includes('never')) return [];
    const firsts = rules.map((rule) => addPeriod(event.on, (rule as { after: Period }).after));
    const on = [asOf, ...firsts].toSorted().at(-1) as Day;
    const to = (one: Firm): Firm => ({
      ...one,
      events: one.events.map((other) =>
        other.id === event.id ? { ...other, repairedOn: on } : other,
      ),
    });
    return [[{ name: `1 ${event.id}`, on, to }]];
  });
}

/** All values of the domain, not only the telling ones. */
function changes(scheme: Scheme, firm: Firm, asOf: Day): Deed[][] {
  const domains: Record<string, readonly Fact[]> = {
    count: Array.from({ length: 21 }, (_, i) => i),
    share: Array.from({ length: 46 }, (_, i) => (i - 20) / 10),
    word: ['x', 'y', 'z'],
    flag: [true, false],
  };
  return Object.entries(scheme.inputs).flatMap(([input, more]) => {
    if (!('changeable' in more) || more.changeable !== true) return [];
    const now = firm.facts[input];
    const values = (domains[input] as Fact[]).map((value) =>
      typeof now === 'string' && typeof value === 'number' ? String(value) : value,
    );
    return [
      values
        .filter((value) => value !== now)
        .map((value) => ({
          name: `2 ${input}`,
          on: asOf,
          to: (one: Firm): Firm => ({ ...one, facts: { ...one.facts, [input]: value } }),
        })),
    ];
  });
}

/** At most one deed of each group, in the order of the groups' names. */
function subsets(groups: readonly Deed[][]): Deed[][] {
  return groups
    .toSorted((a, b) => comes([a[0]?.name ?? ''], [b[0]?.name ?? '']))
    .reduce<Deed[][]>(
      (sets, group) => sets.flatMap((set) => [set, ...group.map((deed) => [...set, deed])]),
      [[]],
    );
}

function comes(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] as number | string;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
