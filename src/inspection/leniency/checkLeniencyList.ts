import { requireArgument } from '../../core/argument.js';
import { errorAt, type Issue, warningAt } from '../../core/issue.js';
import { documentIssues } from '../../document/citations.js';
import type { LeniencyList } from './leniencyList.js';

/**
 * What is wrong with a leniency list whose shape is right.
 *
 * @returns `repeated-name`; `unknown-condition`, `unknown-ground`; `correction-without-time` for a violation that
 * must be corrected in a time it does not state; `applies-to-nothing` for a list of no violation; the warning
 * `ground-unused`; the issues of every document
 * @example
 * ```ts
 * import { checkLeniencyList } from 'evenhand/inspection';
 * import { exampleLeniency } from 'evenhand/schemes';
 *
 * checkLeniencyList(exampleLeniency); // => []
 * ```
 */
export function checkLeniencyList(list: LeniencyList): Issue[] {
  requireArgument(
    'checkLeniencyList',
    'list',
    list,
    { conditions: 'array', grounds: 'array', violations: 'array' },
    'parseLeniencyList(…)',
  );
  const issues = documentIssues(list);
  const conditions = list.conditions.map(({ id }) => id);
  const grounds = list.grounds.map(({ id }) => id);
  const violations = list.violations.map(({ id }) => id);
  for (const [field, names] of Object.entries({ conditions, grounds, violations })) {
    names.forEach((given, i) => {
      if (names.indexOf(given) < i)
        issues.push(errorAt('repeated-name', [field, i, 'id'], { given }));
    });
  }
  const unknown = (
    code: string,
    names: readonly string[],
    expected: readonly string[],
    path: Issue['path'],
  ): void => {
    for (const given of names) {
      if (!expected.includes(given)) issues.push(errorAt(code, path, { given, expected }));
    }
  };
  list.grounds.forEach(({ id, all }, i) => {
    unknown('unknown-condition', all, conditions, ['grounds', i, 'all']);
    const isUsed = [...list.violations, ...(list.others === undefined ? [] : [list.others])].some(
      (one) => one.grounds.includes(id),
    );
    if (!isUsed) issues.push(warningAt('ground-unused', ['grounds', i], { given: id }));
  });
  const corrects = new Set(
    list.conditions.filter(({ shown }) => shown.by === 'correction').map(({ id }) => id),
  );
  list.violations.forEach(({ id, grounds: own, correctWithin }, i) => {
    unknown('unknown-ground', own, grounds, ['violations', i, 'grounds']);
    const asks = list.grounds.some(
      (ground) => own.includes(ground.id) && ground.all.some((one) => corrects.has(one)),
    );
    if (asks && correctWithin === undefined) {
      issues.push(errorAt('correction-without-time', ['violations', i], { given: id }));
    }
  });
  if (list.others !== undefined) {
    unknown('unknown-ground', list.others.grounds, grounds, ['others', 'grounds']);
  } else if (violations.length === 0) {
    issues.push(errorAt('applies-to-nothing', ['violations'], { given: list.id }));
  }
  return issues;
}
