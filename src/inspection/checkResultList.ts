import { requireArgument } from '../core/argument.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import type { ResultList } from './resultList.js';

/**
 * What is wrong with a result list whose shape is right.
 *
 * @returns `repeated-name` for a code that stands twice; the warning `result-sort-missing` where no
 * code says that nothing was wrong, or none that something was; the warning `recheck-without-event`
 * where a re-check that finds nothing put right would leave no trace; the issues of every document
 */
export function checkResultList(list: ResultList): Issue[] {
  requireArgument(
    'checkResultList',
    'list',
    list,
    { results: 'array', followUps: 'array' },
    'parseResultList(…)',
  );
  const { results, followUps } = list;
  const issues = documentIssues(list);
  const once = (field: string, codes: readonly string[]): void => {
    codes.forEach((code, i) => {
      if (codes.indexOf(code) === i) return;
      issues.push(errorAt('repeated-name', [field, i, 'code'], { given: code }));
    });
  };
  const codesOf = (all: readonly { readonly code: string }[]) => all.map(({ code }) => code);
  once('results', codesOf(results));
  once('followUps', codesOf(followUps));
  for (const sort of ['clean', 'problem'] as const) {
    if (results.some((one) => one.sort === sort)) continue;
    issues.push(warningAt('result-sort-missing', ['results'], { given: list.id, expected: sort }));
  }
  followUps.forEach(({ code, recheck, broken }, i) => {
    if (recheck !== true || broken !== undefined) return;
    issues.push(warningAt('recheck-without-event', ['followUps', i], { given: code }));
  });
  return issues;
}
