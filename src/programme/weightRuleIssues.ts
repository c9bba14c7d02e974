import { errorAt, type Issue } from '../core/issue.js';
import { shareDays } from '../document/book.js';
import type { Sampling } from '../draw/sampling.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Scheme } from '../scoring/scheme.js';

/**
 * Where a rule of weights and the other documents of a programme do not fit: a level of the matrix
 * without a weight, a weight of no level, a fact that a scheme reads as something else than a whole
 * number.
 *
 * @returns `unknown-level`, `level-without-weight`, `input-type`, with paths inside the sampling document
 */
export function weightRuleIssues(
  sampling: Sampling,
  matrices: readonly Matrix[],
  schemes: readonly Scheme[],
): Issue[] {
  const { weight } = sampling;
  if (weight === undefined) return [];
  if ('levels' in weight) {
    const path = ['weight', 'levels'];
    return matrices
      .filter((matrix) => shareDays(sampling, matrix))
      .flatMap(({ risk: { levels } }) => [
        ...levels
          .filter((level) => !Object.hasOwn(weight.levels, level))
          .map((given) => errorAt('level-without-weight', path, { given })),
        ...Object.keys(weight.levels)
          .filter((level) => !levels.includes(level))
          .map((given) => errorAt('unknown-level', [...path, given], { given, expected: levels })),
      ]);
  }
  const { fact } = weight;
  return schemes
    .filter((scheme) => shareDays(sampling, scheme))
    .flatMap(({ inputs }) => inputs[fact]?.type ?? [])
    .filter((type) => type !== 'integer')
    .slice(0, 1)
    .map(() => errorAt('input-type', ['weight', 'fact'], { given: fact, expected: ['integer'] }));
}
