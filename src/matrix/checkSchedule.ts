import { addPeriod, type Day, type Period } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import { compareRatios, parseRatio } from '../core/ratio.js';
import { documentIssues } from '../document/citations.js';
import { scaleIssues } from '../document/scaleIssues.js';
import type { Schedule, Tempo, VisitCap } from './schedule.js';

/**
 * What is wrong with a schedule whose shape is right: a level without a tempo, an unknown level,
 * windows and shares the wrong way round, a longest gap that a cap does not allow and no precedence.
 *
 * Periods are compared by the days they reach from the document's first day.
 */
export function checkSchedule(schedule: Schedule): Issue[] {
  const { scale, levels, population = [], precedence } = schedule;
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
    ...population.flatMap((rule, i) => [
      ...(rule.kind === 'share'
        ? rule.levels.flatMap((level, k) => unknown(level, ['population', i, 'levels', k]))
        : []),
      ...(rule.kind !== 'capacity' && rule.atLeast === undefined && rule.atMost === undefined
        ? [errorAt('limit-missing', ['population', i], { given: rule.id })]
        : []),
    ]),
  ];
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

/** A longest gap needs more visits than the cap allows. */
function collision({ floor, cap }: Tempo, from: Day, level: string): Issue[] {
  if (floor === undefined || cap === undefined) return [];
  const isKept = 'gap' in cap ? reach(cap.gap, from) <= reach(floor, from) : fits(floor, cap, from);
  if (isKept) return [];
  const given = JSON.stringify(floor);
  const expected = JSON.stringify(cap);
  return [errorAt('floor-above-cap', ['levels', level], { level, given, expected })];
}

function fits(floor: Period, cap: Exclude<VisitCap, { gap: Period }>, from: Day): boolean {
  const end = reach(cap.per === 'calendar-year' ? { years: 1 } : cap.per, from);
  const most = 'visits' in cap ? cap.visits : cap.days;
  let day = from;
  for (let visits = 0; visits <= most; visits++) {
    const next = reach(floor, day);
    if (next > end || next === day) return true;
    day = next;
  }
  return false;
}

const reach = (period: Period, from: Day): Day => addPeriod(from, period);
