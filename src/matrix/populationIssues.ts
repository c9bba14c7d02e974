import { errorAt, type Issue } from '../core/issue.js';
import { parseRatio, type Ratio } from '../core/ratio.js';
import type { PopulationRule, Schedule } from './schedule.js';

type Share = Extract<PopulationRule, { readonly kind: 'share' }>;

/**
 * What is wrong with rules over a population: an unknown level, no limit, limits the wrong way round,
 * and shares of different levels that ask for more than everybody, or leave room for fewer.
 */
export function populationIssues({ population = [], scale }: Schedule): Issue[] {
  const expected = [...scale.levels];
  return [
    ...population.flatMap((rule, i) => [
      ...(rule.kind === 'share'
        ? rule.levels.flatMap((given, k) =>
            expected.includes(given)
              ? []
              : [errorAt('unknown-level', ['population', i, 'levels', k], { given, expected })],
          )
        : []),
      ...limitIssues(rule, ['population', i]),
    ]),
    ...sumIssues(population, expected),
  ];
}

function limitIssues(rule: PopulationRule, path: Issue['path']): Issue[] {
  if (rule.kind === 'capacity') return [];
  const { id, atLeast, atMost } = rule;
  if (atLeast === undefined && atMost === undefined) {
    return [errorAt('limit-missing', path, { given: id })];
  }
  if (atLeast === undefined || atMost === undefined) return [];
  const isTurned =
    rule.kind === 'share'
      ? isAbove(parseRatio(rule.atLeast as string), parseRatio(rule.atMost as string))
      : Number(atLeast) > Number(atMost);
  return isTurned
    ? [
        errorAt('ends-inverted', [...path, 'atLeast'], {
          given: String(atLeast),
          expected: `<= ${atMost}`,
        }),
      ]
    : [];
}

/** Shares of levels that no two rules name are added up; where rules overlap nothing is said. */
function sumIssues(population: readonly PopulationRule[], levels: readonly string[]): Issue[] {
  const shares = population.filter((rule): rule is Share => rule.kind === 'share');
  const named = shares.flatMap((rule) => [...new Set(rule.levels)]);
  if (named.length === 0 || new Set(named).size < named.length) return [];
  const least = sum(shares.flatMap(({ atLeast }) => atLeast ?? []));
  const most = sum(shares.flatMap(({ atMost }) => atMost ?? []));
  const one = { p: 1n, q: 1n };
  const isWhole =
    levels.every((level) => named.includes(level)) &&
    shares.every(({ atMost }) => atMost !== undefined);
  const text = ({ p, q }: Ratio): string => `${p}/${q}`;
  return [
    ...(isAbove(least, one)
      ? [errorAt('shares-impossible', ['population'], { given: text(least), expected: '<= 1' })]
      : []),
    ...(isWhole && isAbove(one, most)
      ? [errorAt('shares-impossible', ['population'], { given: text(most), expected: '>= 1' })]
      : []),
  ];
}

const isAbove = (a: Ratio, b: Ratio): boolean => a.p * b.q > b.p * a.q;

const sum = (list: readonly string[]): Ratio =>
  list.map(parseRatio).reduce((a, b) => ({ p: a.p * b.q + b.p * a.q, q: a.q * b.q }), {
    p: 0n,
    q: 1n,
  });
