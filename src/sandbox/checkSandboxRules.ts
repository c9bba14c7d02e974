import { requireArgument } from '../core/argument.js';
import { addDays, addPeriod } from '../core/day.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import type { SandboxRules } from './sandboxRules.js';

/**
 * What is wrong with a sandbox whose shape is right.
 *
 * @returns `sandbox-without-end` where neither a term nor a last day is stated; `end-before-start`; `repeated-name`;
 * `trigger-without-end` where no trigger ends it; `check-without-item`; `report-without-time` for a report every nothing; the
 * warning `observation-alone` where the last day comes before anybody is inside; the issues of every document
 * @example
 * ```ts
 * import { checkSandboxRules } from 'evenhand/sandbox';
 * import { exampleSandbox } from 'evenhand/schemes';
 *
 * checkSandboxRules(exampleSandbox); // => []
 * const { ends: _, ...open } = exampleSandbox;
 * const { lasts: __, ...inside } = exampleSandbox.inside;
 * checkSandboxRules({ ...open, inside }).map(({ code }) => code); // => ['sandbox-without-end']
 * ```
 */
export function checkSandboxRules(rules: SandboxRules): Issue[] {
  requireArgument(
    'checkSandboxRules',
    'rules',
    rules,
    { inside: 'object', triggers: 'array', limits: 'array' },
    'parseSandboxRules(…)',
  );
  const { id, from, ends, inside, observation, triggers } = rules;
  const issues = documentIssues(rules);
  if (ends === undefined && inside.lasts === undefined) {
    issues.push(errorAt('sandbox-without-end', ['inside', 'lasts'], { given: id }));
  }
  if (ends !== undefined && ends < from) {
    issues.push(errorAt('end-before-start', ['ends'], { given: ends, expected: from }));
  } else if (ends !== undefined && observation !== undefined) {
    if (ends <= addPeriod(from, observation.lasts)) {
      issues.push(warningAt('observation-alone', ['ends'], { given: ends }));
    }
  }
  for (const field of ['entry', 'limits', 'triggers'] as const) {
    const names = rules[field].map((one) => one.id);
    names.forEach((given, i) => {
      if (names.indexOf(given) < i)
        issues.push(errorAt('repeated-name', [field, i, 'id'], { given }));
    });
  }
  if (!triggers.some(({ does }) => does === 'end')) {
    issues.push(errorAt('trigger-without-end', ['triggers'], { given: id }));
  }
  triggers.forEach(({ id: given, does, check }, i) => {
    if (does === 'check' && check === undefined) {
      issues.push(errorAt('check-without-item', ['triggers', i, 'check'], { given }));
    }
  });
  rules.limits.forEach(({ id: given, every }, i) => {
    if (every !== undefined && addPeriod(from, every) < addDays(from, 1)) {
      issues.push(errorAt('report-without-time', ['limits', i, 'every'], { given }));
    }
  });
  return issues;
}
