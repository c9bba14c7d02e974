import { requireArgument } from '../core/argument.js';
import { addPeriod } from '../core/day.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import type { ListRules } from './listRules.js';

/**
 * What is wrong with a document on lists whose shape is right.
 *
 * @returns `repeated-name`; `unknown-list` for an escalation to or from a list that is not there, or
 * does not lead to it; `apply-after-term`; the warning `list-without-exit` for an adverse list nobody
 * leaves; the issues of every document
 * @example
 * ```ts
 * import { checkListRules } from 'evenhand/measures';
 * import { exampleLists } from 'evenhand/schemes';
 *
 * checkListRules(exampleLists); // => []
 * ```
 */
export function checkListRules(rules: ListRules): Issue[] {
  requireArgument('checkListRules', 'rules', rules, { lists: 'array' }, 'parseListRules(…)');
  const issues = documentIssues(rules);
  const { lists, from } = rules;
  const expected = lists.map(({ id }) => id);
  lists.forEach(({ id, entry, exit, escalates, sort }, i) => {
    if (expected.indexOf(id) < i) {
      issues.push(errorAt('repeated-name', ['lists', i, 'id'], { given: id }));
    }
    entry.forEach((one, j) => {
      if (one.by !== 'escalation') return;
      const leads = lists.some((list) => list.id === one.from && list.escalates?.to === id);
      if (leads) return;
      issues.push(
        errorAt('unknown-list', ['lists', i, 'entry', j, 'from'], { given: one.from, expected }),
      );
    });
    if (escalates !== undefined) {
      const to = lists.find((list) => list.id === escalates.to);
      const isMet = to?.entry.some((one) => one.by === 'escalation' && one.from === id) === true;
      if (!isMet) {
        const path = ['lists', i, 'escalates', 'to'];
        issues.push(errorAt('unknown-list', path, { given: escalates.to, expected }));
      }
    }
    const { term, applyAfter, whenRepaired } = exit;
    if (term !== undefined && applyAfter !== undefined) {
      if (addPeriod(from, applyAfter) >= addPeriod(from, term)) {
        issues.push(errorAt('apply-after-term', ['lists', i, 'exit'], { given: id }));
      }
    }
    const hasExit = term !== undefined || applyAfter !== undefined || whenRepaired === true;
    if (sort === 'adverse' && !hasExit && entry.some(({ by }) => by !== 'condition')) {
      issues.push(warningAt('list-without-exit', ['lists', i, 'exit'], { given: id }));
    }
  });
  return issues;
}
