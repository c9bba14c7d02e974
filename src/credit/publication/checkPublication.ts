import { requireArgument } from '../../core/argument.js';
import { addPeriod } from '../../core/day.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { documentIssues } from '../../document/citations.js';
import type { Publication, PublicationCase } from './publication.js';

/**
 * What is wrong with a document on publication whose shape is right.
 *
 * @returns `repeated-name`; `minimum-above-maximum` where a repair could never come before the end;
 * `rule-unreachable` for a rule that an earlier one always takes; the issues of every document
 * @example
 * ```ts
 * import { checkPublication } from 'evenhand/credit';
 * import { ndrcRepair2026 } from 'evenhand/schemes';
 *
 * checkPublication(ndrcRepair2026).filter(({ severity }) => severity === 'error'); // => []
 * ```
 */
export function checkPublication(publication: Publication): Issue[] {
  requireArgument(
    'checkPublication',
    'publication',
    publication,
    { rules: 'array' },
    'parsePublication(…)',
  );
  const { rules, from } = publication;
  const issues = documentIssues(publication);
  rules.forEach(({ id, when, publish, repair }, i) => {
    if (rules.findIndex((rule) => rule.id === id) < i) {
      issues.push(errorAt('repeated-name', ['rules', i, 'id'], { given: id }));
    }
    if (publish !== 'never' && publish.min !== undefined && publish.max !== undefined) {
      if (addPeriod(from, publish.min) > addPeriod(from, publish.max)) {
        issues.push(errorAt('minimum-above-maximum', ['rules', i, 'publish'], { given: id }));
      }
    }
    const shortening = repair === 'never' ? undefined : repair.shortening;
    if (shortening !== undefined && shortening.min > shortening.max) {
      const path = ['rules', i, 'repair', 'shortening'];
      issues.push(errorAt('minimum-above-maximum', path, { given: id }));
    }
    const by = rules.slice(0, i).findIndex((earlier) => takes(earlier.when, when));
    if (by >= 0) {
      issues.push(errorAt('rule-unreachable', ['rules', i], { given: id, expected: by }));
    }
  });
  return issues;
}

/** Whether every matter of one case is a matter of another. */
function takes(wide: PublicationCase, narrow: PublicationCase): boolean {
  const holdsAll = (outer?: readonly string[], inner?: readonly string[]): boolean =>
    outer === undefined || inner?.every((one) => outer.includes(one)) === true;
  const isSanctioned =
    wide.sanctions === undefined ||
    JSON.stringify(wide.sanctions) === JSON.stringify(narrow.sanctions);
  return (
    isSanctioned &&
    holdsAll(wide.kinds, narrow.kinds) &&
    holdsAll(wide.severities, narrow.severities) &&
    holdsAll(wide.fields, narrow.fields) &&
    holdsAll(wide.lists, narrow.lists)
  );
}
