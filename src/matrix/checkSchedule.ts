import { requireArgument } from '../core/argument.js';
import { addPeriod, type Day, type Period } from '../core/day.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { compareRatios, parseRatio } from '../core/ratio.js';
import { documentIssues } from '../document/citations.js';
import { scaleIssues } from '../document/scaleIssues.js';
import { populationIssues } from './populationIssues.js';
import type { Schedule, Tempo, VisitCap, VisitLeast } from './schedule.js';

/**
 * What is wrong with a schedule whose shape is right: a level without a tempo, an unknown level,
 * windows and shares the wrong way round, a longest gap or fewest visits that a cap does not allow and
 * no precedence; random strata that take nobody, or name a level nobody has.
 *
 * Periods are compared by the days they reach from the document's first day.
 */
export function checkSchedule(schedule: Schedule): Issue[] {
  requireArgument(
    'checkSchedule',
    'schedule',
    schedule,
    { scale: 'object', levels: 'object' },
    'parseSchedule(…)',
  );
  const { scale, levels, population = [], strata = [], precedence } = schedule;
  const unknown = (given: string, path: Issue['path']): Issue[] =>
    scale.levels.includes(given)
      ? []
      : [errorAt('unknown-level', path, { given, expected: [...scale.levels] })];
  return [
    ...documentIssues(schedule),
    ...scaleIssues(scale, ['scale']),
    ...scale.levels
      .filter((level) => !Object.hasOwn(levels, level))
      .map((level) => errorAt('tempo-missing', ['levels', level], { given: level })),
    ...Object.entries(levels).flatMap(([level, tempo]) => [
      ...unknown(level, ['levels', level]),
      ...tempoIssues(tempo, schedule.from, ['levels', level]),
      ...(precedence === undefined ? collision(tempo, schedule.from, level) : []),
    ]),
    ...populationIssues(schedule),
    ...strata.flatMap(({ id, levels: into = [], ratio }, i) => [
      ...into.flatMap((level, k) => unknown(level, ['strata', i, 'levels', k])),
      ...(parseRatio(ratio).p === 0n
        ? [warningAt('stratum-empty', ['strata', i, 'ratio'], { given: id })]
        : []),
    ]),
    ...(schedule.reliance ?? []).flatMap(({ levels: of = [] }, i) =>
      of.flatMap((level, k) => unknown(level, ['reliance', i, 'levels', k])),
    ),
    ...repeated(population, 'population'),
    ...repeated(schedule.reliance ?? [], 'reliance'),
    ...repeated(strata, 'strata'),
  ];
}

function repeated(list: readonly { readonly id: string }[], field: string): Issue[] {
  return list.flatMap(({ id }, i) =>
    list.findIndex((other) => other.id === id) < i
      ? [errorAt('repeated-name', [field, i, 'id'], { given: id })]
      : [],
  );
}

function tempoIssues({ window, ratio }: Tempo, from: Day, path: Issue['path']): Issue[] {
  const issues: Issue[] = [];
  if (window !== undefined && reach(window.opens, from) >= reach(window.closes, from)) {
    const given = JSON.stringify(window.opens);
    const expected = `< ${JSON.stringify(window.closes)}`;
    issues.push(errorAt('tempo-window-inverted', [...path, 'window'], { given, expected }));
  }
  if (typeof ratio === 'object') {
    if (compareRatios(parseRatio(ratio.from), parseRatio(ratio.to)) > 0) {
      const params = { given: ratio.from, expected: `<= ${ratio.to}` };
      issues.push(errorAt('ratio-inverted', [...path, 'ratio'], params));
    }
  }
  return issues;
}

/** A longest gap, or fewest visits, that need more visits than the cap allows. */
function collision({ floor, least, cap }: Tempo, from: Day, level: string): Issue[] {
  if (cap === undefined) return [];
  const clash = (given: object): Issue =>
    errorAt('floor-above-cap', ['levels', level], {
      level,
      given: JSON.stringify(given),
      expected: JSON.stringify(cap),
    });
  return [
    ...(floor === undefined || leavesRoom(floor, cap, from) ? [] : [clash(floor)]),
    ...(least === undefined || canBeMade(least, cap, from) ? [] : [clash(least)]),
  ];
}

function leavesRoom(floor: Period, cap: VisitCap, from: Day): boolean {
  return 'gap' in cap ? reach(cap.gap, from) <= reach(floor, from) : fits(floor, cap, from);
}

/**
 * Whether so many visits in every period can be made under a cap. What holds for periods that do not
 * go into each other is not asked: only what surely cannot be made is a collision.
 */
function canBeMade({ visits, per }: VisitLeast, cap: VisitCap, from: Day): boolean {
  const duty = yearOr(per);
  const end = reach(duty, from);
  if ('gap' in cap) return steps(cap.gap, from, end).whole >= visits;
  const limit = yearOr(cap.per);
  const most = 'visits' in cap ? cap.visits : cap.days;
  const capEnd = reach(limit, from);
  return end <= capEnd
    ? steps(duty, from, capEnd).whole * visits <= most
    : visits <= steps(limit, from, end).begun * most;
}

/** How many periods one after the other lie wholly before the end of a span, and how many begin in it. */
function steps(period: Period, from: Day, end: Day): { whole: number; begun: number } {
  let whole = 0;
  let day = reach(period, from);
  for (; day <= end && whole < MOST_STEPS; day = reach(period, day)) {
    whole++;
    if (day === end) return { whole, begun: whole };
  }
  return { whole, begun: whole + 1 };
}

const MOST_STEPS = 10_000;

const yearOr = (per: Period | 'calendar-year'): Period =>
  per === 'calendar-year' ? { years: 1 } : per;

/** With gaps of `floor` at most, so many visits in a period last only where as many gaps fill it. */
function fits(floor: Period, cap: Exclude<VisitCap, { gap: Period }>, from: Day): boolean {
  const end = reach(yearOr(cap.per), from);
  const most = 'visits' in cap ? cap.visits : cap.days;
  let day = from;
  for (let visits = 0; visits < most && day < end; visits++) {
    const next = reach(floor, day);
    if (next === day) return false;
    day = next;
  }
  return day >= end;
}

const reach = (period: Period, from: Day): Day => addPeriod(from, period);
