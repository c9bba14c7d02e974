import { type Condition, fieldsOf, holds, type Subject } from '../../register/condition.js';
import type { SchemeValue } from '../../scoring/constructs/construct.js';
import { binOf } from '../../scoring/constructs/edges.js';
import { placeOn, type Table } from '../../scoring/constructs/table.js';
import { levelIssues } from '../../scoring/levelIssues.js';
import type { OverrideEffect } from '../../scoring/scheme.js';
import type { CompiledValue } from '../../scoring/values.js';
import { behindCondition, behindName } from './behind.js';
import { type Choice, joined } from './choice.js';
import { POINTS } from './condensed.js';
import { type Finding, finding } from './finding.js';
import { ladderStates } from './ladderFindings.js';
import type { LevelSweep } from './levelSweep.js';
import { cellKeys } from './places.js';
import {
  combinations,
  eachChoice,
  narrowed,
  type Studied,
  variablesIn,
  viewOf,
  wholeEntity,
} from './sweep.js';
import type { Totals } from './totals.js';

/** Gates, statuses, overrides, cells and levels nobody comes to; levels that turn round. */
export function levelFindings(
  study: Studied,
  sweep: LevelSweep | undefined,
  totals: Totals,
): Finding[] {
  const { scheme, by } = study.at.compiled;
  const isOpen = by !== undefined && sweep === undefined;
  return [
    ...(isOpen ? [finding('undecided', [], { given: by.by, expected: study.limit })] : []),
    ...ruleFindings(study),
    ...(sweep?.isWhole === true ? unreachedRules(study, sweep) : []),
    ...(sweep === undefined ? [] : turns(study, sweep)),
    ...(scheme.values ?? []).flatMap((value, i) => cellFindings(study, value, i)),
    ...unreachedLevels(study, sweep, totals),
  ];
}

/** Conditions that hold for nobody or for everybody, each tried over what it asks for alone. */
function ruleFindings(study: Studied): Finding[] {
  const { scheme } = study.at.compiled;
  const rules = [
    ...(scheme.statuses ?? []).map(({ id, when }, i) => ({ id, when, path: ['statuses', i] })),
    ...scheme.terms.flatMap((term, i) =>
      term.kind === 'conditional' ? [{ id: term.id, when: term.when, path: ['terms', i] }] : [],
    ),
    ...(scheme.overrides ?? []).map(({ id, when }, i) => ({ id, when, path: ['overrides', i] })),
  ];
  return rules.flatMap(({ id, when, path }) => {
    const answers = answersTo(study, when);
    if (answers === undefined) return [];
    if (!answers.has('yes')) return [finding('never-holds', path, { given: id })];
    if (answers.size > 1) return [];
    return [
      finding('always-holds', path, { given: id }, { counterexample: answers.get('yes')?.() }),
    ];
  });
}

/** Every answer to a condition, with an entity for each; undefined where it cannot be tried out. */
function answersTo(study: Studied, when: Condition): Map<string, () => Subject> | undefined {
  const { scheme } = study.at.compiled;
  const names = behindCondition(scheme, when);
  const variables = variablesIn(study, names);
  const asksTotal = JSON.stringify(when).includes('"total"');
  const isTried = variables.every(({ isWhole, name }) => isWhole || name.startsWith('events:'));
  if (asksTotal || !isTried || combinations(variables) > study.limit) return undefined;
  const at = narrowed(study.at, fieldsOf(when));
  const answers = new Map<string, () => Subject>();
  eachChoice(variables, (choices) => {
    const view = viewOf(at, joined(choices));
    const answer = holds(when, view.subject, view.asOf);
    if (!answers.has(answer)) answers.set(answer, () => wholeEntity(study, choices, names));
    return undefined;
  });
  return answers;
}

function unreachedRules(study: Studied, { hit }: LevelSweep): Finding[] {
  const { scheme } = study.at.compiled;
  const list = (
    rules: readonly { readonly id: string }[] | undefined,
    reached: ReadonlySet<number>,
    name: string,
  ) =>
    (rules ?? []).flatMap(({ id }, i) =>
      reached.has(i) ? [] : [finding('never-holds', [name, i], { given: id })],
    );
  return [
    ...(scheme.gates ?? []).flatMap(({ level }, i) =>
      hit.bands.has(i) ? [] : [finding('gate-never', ['gates', i], { given: i + 1, level })],
    ),
    ...list(scheme.statuses, hit.statuses, 'statuses'),
    ...list(scheme.overrides, hit.overrides, 'overrides'),
  ];
}

/** Two entities that differ in one number: worse by its points, better by its level. */
function turns(study: Studied, { variables, levels, units }: LevelSweep): Finding[] {
  const { scheme, by } = study.at.compiled;
  if (by === undefined) return [];
  const sign = scheme.direction === 'more-is-worse' ? 1 : -1;
  let stride = 1;
  for (let v = variables.length - 1; v >= 0; v--) {
    const { choices, name } = variables[v] as (typeof variables)[number];
    const type = scheme.inputs[name]?.type;
    const isNumber = type === 'integer' || type === 'decimal' || name === POINTS;
    for (let i = 0; isNumber && i + stride < levels.length; i++) {
      const place = Math.floor(i / stride) % choices.length;
      if (place === choices.length - 1) continue;
      const [a, b] = [i, i + stride];
      if ((levels[a] as number) < 0 || (levels[b] as number) < 0) continue;
      const worse = Math.sign((units[b] as number) - (units[a] as number)) * sign;
      const lower = Math.sign((levels[b] as number) - (levels[a] as number));
      if (worse * lower >= 0) continue;
      const text = (at: number): string => study.at.compiled.levels[levels[at] as number] as string;
      const params = { given: text(b), expected: text(a), input: name };
      const shown = { counterexample: entityAt(variables, b), against: entityAt(variables, a) };
      const path = name === POINTS ? ['gates'] : ['inputs', name];
      return [finding('level-turns-round', path, params, shown)];
    }
    stride *= choices.length;
  }
  return [];
}

/** The entity of a combination. */
export function entityAt(variables: LevelSweep['variables'], index: number): Subject {
  const choices: Choice[] = [];
  let left = index;
  for (let v = variables.length - 1; v >= 0; v--) {
    const one = variables[v] as (typeof variables)[number];
    choices.unshift(one.choices[left % one.choices.length] as Choice);
    left = Math.floor(left / one.choices.length);
  }
  return { ...joined(choices), id: 'made-up' };
}

/** Cells no entity stands in, found over the sides of the table alone. */
function cellFindings(study: Studied, value: SchemeValue, i: number): Finding[] {
  if (value.kind !== 'table') return [];
  const { compiled } = study.at;
  const table = compiled.values?.[i] as CompiledValue;
  if (table.kind !== 'table') return [];
  const variables = variablesIn(study, behindName(compiled.scheme, value.id));
  if (combinations(variables) > study.limit) {
    return [finding('undecided', ['values', i], { given: value.id, expected: study.limit })];
  }
  const at = narrowed(study.at, [value.id]);
  const hit = new Set<number>();
  eachChoice(variables, (choices) => {
    const view = viewOf(at, joined(choices));
    let cell = 0;
    for (const axis of table.axes) {
      const place = placeOn(axis, view);
      if (place === undefined) return undefined;
      cell = cell * axis.keys.length + place;
    }
    if (view.issues.length === 0) hit.add(cell);
    return undefined;
  });
  if (!variables.every(({ isWhole }) => isWhole)) return [];
  return table.cells.flatMap((_, cell) => {
    if (hit.has(cell)) return [];
    const keys = cellKeys(table.axes, cell);
    return [
      finding('cell-unreachable', ['values', i, 'table', ...keys], {
        given: keys.join(' × '),
        rule: (value as Table).id,
      }),
    ];
  });
}

/** Levels that no entity comes to, by bands and by overrides. */
function unreachedLevels(
  study: Studied,
  sweep: LevelSweep | undefined,
  { total }: Totals,
): Finding[] {
  const { scheme } = study.at.compiled;
  const reached = reachableLevels(study, sweep, total);
  if (reached === undefined) return [];
  // A level no rule names is known from the checks.
  const named = new Set(
    levelIssues(scheme, study.at.compiled.inputs).map(({ params }) => params['given']),
  );
  return scheme.scale.levels
    .map((level, i) => ({ level, i }))
    .filter(({ level }) => !reached.has(level) && !named.has(level))
    .map(({ level, i }) => finding('level-unreachable', ['scale', 'levels', i], { given: level }));
}

/** The levels entities come to; undefined where that is not known. */
export function reachableLevels(
  study: Studied,
  sweep: LevelSweep | undefined,
  total: Totals['total'],
): ReadonlySet<string> | undefined {
  const { compiled } = study.at;
  const name = (place: number): string => compiled.levels[place] as string;
  if (sweep?.isWhole === true) return new Set([...sweep.hit.levels].map(name));
  const places = ladderLevels(study) ?? bandLevels(study, total);
  if (places === undefined) return undefined;
  for (const { rule } of compiled.overrides) {
    for (const place of [...places]) places.add(moved(rule.effect, place, compiled.levels));
  }
  return new Set([...places].map(name));
}

/** The levels of the states of the ladder that gives the level. */
function ladderLevels({ at: { compiled } }: Studied): Set<number> | undefined {
  const { scheme, levels } = compiled;
  const ladder = scheme.values?.find(({ id }) => id === scheme.levelFrom);
  if (ladder?.kind !== 'ladder') return undefined;
  return new Set([...ladderStates(ladder, scheme.from)].map((state) => levels.indexOf(state)));
}

function bandLevels({ at }: Studied, total: Totals['total']): Set<number> | undefined {
  const { by, bandLevel, edges } = at.compiled;
  if (by !== undefined || total === undefined || !total.isWhole) return undefined;
  return new Set(total.points.map((units) => bandLevel[binOf(edges, units)] as number));
}

function moved(effect: OverrideEffect, place: number, levels: readonly string[]): number {
  const last = levels.length - 1;
  if ('set' in effect) return levels.indexOf(effect.set);
  if ('atBest' in effect) return Math.max(place, levels.indexOf(effect.atBest));
  if ('atWorst' in effect) return Math.min(place, levels.indexOf(effect.atWorst));
  if (!('step' in effect)) return place;
  return Math.min(last, Math.max(0, place + (effect.step === 'worse' ? effect.by : -effect.by)));
}
