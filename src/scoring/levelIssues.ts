import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { bestFirst } from '../document/document.js';
import { conditionIssues } from './conditionIssues.js';
import { ascendingBounds } from './constructs/edges.js';
import { type CompiledInput, isNumeric } from './inputs.js';
import type { Band, Gate, OverrideEffect, Scheme } from './scheme.js';

/**
 * What is wrong with the way to the level: none or several of them, bands out of order, a last gate
 * that not everybody passes, a value with a text that is no level, levels nothing gives.
 */
export function levelIssues(scheme: Scheme, inputs: ReadonlyMap<string, CompiledInput>): Issue[] {
  const { bands, gates, levelFrom } = scheme;
  const ways = Object.entries({ bands, gates, levelFrom }).filter(([, way]) => way !== undefined);
  if (ways.length !== 1) {
    const given = ways.map(([name]) => name);
    return [errorAt('level-ways', [], { given, expected: 'bands | gates | levelFrom' })];
  }
  if (gates !== undefined)
    return [...gateIssues(scheme, gates), ...unreached(scheme, gates, 'gates')];
  if (bands !== undefined) return bandIssues(scheme, bands, inputs);
  const input = inputs.get(levelFrom as string);
  if (input === undefined) return [unknown(['levelFrom'], levelFrom as string, inputs)];
  if (input.input.type !== 'category') {
    return [errorAt('input-type', ['levelFrom'], { given: input.name, expected: 'category' })];
  }
  const { levels } = scheme.scale;
  const texts = input.input.values;
  return [
    ...texts
      .filter((text) => !levels.includes(text))
      .map((given) => errorAt('unknown-level', ['levelFrom'], { given, expected: [...levels] })),
    ...unreached(
      scheme,
      texts.map((level) => ({ level })),
      'levelFrom',
    ),
  ];
}

/** The level an effect names. */
export function levelOf(effect: OverrideEffect): string | undefined {
  if ('set' in effect) return effect.set;
  if ('atBest' in effect) return effect.atBest;
  return 'atWorst' in effect ? effect.atWorst : undefined;
}

function bandIssues(
  scheme: Scheme,
  bands: readonly Band[],
  inputs: ReadonlyMap<string, CompiledInput>,
): Issue[] {
  const { bandsOn } = scheme;
  const on = bandsOn === undefined ? undefined : inputs.get(bandsOn);
  if (bandsOn !== undefined && on === undefined) return [unknown(['bandsOn'], bandsOn, inputs)];
  if (on !== undefined && !isNumeric(on)) {
    const expected = 'integer | decimal | full-years';
    return [errorAt('input-type', ['bandsOn'], { given: on.name, expected })];
  }
  const start = on?.input.type === 'full-years' ? 0 : (on?.min ?? -Infinity);
  return [
    ...ascendingBounds(bands, on?.places ?? scheme.places, start, ['bands']),
    ...named(scheme, bands, 'bands'),
    ...unreached(scheme, bands, 'bands'),
    ...turns(scheme, bands),
  ];
}

function gateIssues(scheme: Scheme, gates: readonly Gate[]): Issue[] {
  const issues = named(scheme, gates, 'gates');
  gates.forEach(({ all = [], any = [] }, i) => {
    const isOpen = all.length === 0 && any.length === 0;
    if (isOpen !== (i === gates.length - 1)) {
      issues.push(errorAt(isOpen ? 'gate-unreachable' : 'gates-open', ['gates', i], { given: i }));
    }
    for (const [key, list] of Object.entries({ all, any })) {
      list.forEach((condition, k) => {
        issues.push(...conditionIssues(condition, scheme, ['gates', i, key, k], ['total']));
      });
    }
  });
  return issues;
}

function named(scheme: Scheme, list: readonly { readonly level: string }[], way: string): Issue[] {
  const { levels } = scheme.scale;
  return list.flatMap(({ level }, i) =>
    levels.includes(level)
      ? []
      : [errorAt('unknown-level', [way, i, 'level'], { given: level, expected: [...levels] })],
  );
}

function unreached(
  scheme: Scheme,
  list: readonly { readonly level: string }[],
  way: string,
): Issue[] {
  return scheme.scale.levels.flatMap((level) => {
    const isGiven = list.some((one) => one.level === level);
    const isSet = (scheme.overrides ?? []).some((rule) => levelOf(rule.effect) === level);
    return isGiven || isSet ? [] : [warningAt('level-without-band', [way], { given: level })];
  });
}

function turns(scheme: Scheme, bands: readonly Band[]): Issue[] {
  const best = bestFirst(scheme.scale);
  const sign = scheme.direction === 'more-is-better' ? -1 : 1;
  return bands.slice(1).flatMap(({ level }, i) => {
    const before = best.indexOf(bands[i]?.level ?? '');
    if ((best.indexOf(level) - before) * sign >= 0) return [];
    const params = { given: level, expected: scheme.direction };
    return [warningAt('band-turns-round', ['bands', i + 1, 'level'], params)];
  });
}

const unknown = (
  path: Issue['path'],
  given: string,
  inputs: ReadonlyMap<string, CompiledInput>,
): Issue => errorAt('unknown-input', path, { given, expected: [...inputs.keys()] });
