import { requireArgument } from '../../core/argument.js';
import { errorAt, type Issue, warningAt, within } from '../../core/issue.js';
import { documentIssues } from '../../document/citations.js';
import { scaleIssues } from '../../document/scaleIssues.js';
import { eventKindsOf } from '../../register/condition.js';
import { checkEventCount } from '../../scoring/constructs/eventValues.js';
import { countingOf } from './counting.js';
import type { EventCounting, WarningRule, WarningRules, WarningTest } from './warningRules.js';

/**
 * What is wrong with rules of early warning whose shape is right.
 *
 * @returns `unknown-event-kind` for a rule, or a disposal, over an event that is not watched;
 * `repeated-name`; `where-counts-events`; `two-checks` for a rule that asks for more than one; `method-twice`;
 * `times-negative`; `unknown-finding`, and `finding-without-disposal` for a finding nothing can be done
 * about; the warning `off-site-later` where a check goes on the premises before it looks from afar; the
 * issues of every document
 * @example
 * ```ts
 * import { checkWarningRules } from 'evenhand/risk';
 * import { exampleWarnings } from 'evenhand/schemes';
 *
 * checkWarningRules(exampleWarnings); // => []
 * const rumours = exampleWarnings.events.filter((kind) => kind !== 'complaint');
 * checkWarningRules({ ...exampleWarnings, events: rumours })[0]?.code; // => 'unknown-event-kind'
 * ```
 */
export function checkWarningRules(document: WarningRules): Issue[] {
  requireArgument(
    'checkWarningRules',
    'document',
    document,
    { rules: 'array', events: 'array', handling: 'object', scale: 'object' },
    'parseWarningRules(…)',
  );
  const { rules, events, handling, scale } = document;
  const issues = [...documentIssues(document), ...scaleIssues(scale, ['scale'])];
  const known = (kinds: readonly string[], path: Issue['path']): void => {
    for (const given of kinds) {
      if (events.includes(given)) continue;
      const params = { given, expected: events, input: given };
      issues.push(errorAt('unknown-event-kind', path, params));
    }
  };
  const twice = (names: readonly string[], path: Issue['path']): void => {
    names.forEach((given, i) => {
      if (names.indexOf(given) < i) {
        issues.push(errorAt('repeated-name', [...path, i, 'id'], { given }));
      }
    });
  };
  twice(
    rules.map(({ id }) => id),
    ['rules'],
  );
  rules.forEach((rule, i) => {
    const path = ['rules', i] as const;
    if (rule.scope !== undefined) known(eventKindsOf(rule.scope), [...path, 'scope']);
    eachTest(rule.when, [...path, 'when'], (test, at) => {
      if ('when' in test) known(eventKindsOf(test.when), at);
      const counting = countedIn(test);
      if (counting === undefined) return;
      known(counting.kinds, [...at, 'kinds']);
      if ('since' in counting.window) known(counting.window.since, [...at, 'window', 'since']);
      if (counting.suspend !== undefined) known([counting.suspend.event], [...at, 'suspend']);
      const found = checkEventCount(countingOf(counting, rule.cite), document.from);
      issues.push(...found.map((issue) => within(at, issue)));
      if (counting.where !== undefined && eventKindsOf(counting.where).length > 0) {
        const given = eventKindsOf(counting.where);
        issues.push(errorAt('where-counts-events', [...at, 'where'], { given }));
      }
      if ('peers' in test && String(test.peers.times).startsWith('-')) {
        const given = String(test.peers.times);
        issues.push(errorAt('times-negative', [...at, 'times'], { given }));
      }
    });
    issues.push(...actIssues(rule, path));
  });
  const findings = handling.findings.map(({ id }) => id);
  twice(findings, ['handling', 'findings']);
  twice(
    handling.disposals.map(({ id }) => id),
    ['handling', 'disposals'],
  );
  handling.disposals.forEach((one, i) => {
    const path = ['handling', 'disposals', i] as const;
    if (one.event !== undefined) known([one.event], [...path, 'event']);
    for (const given of one.findings) {
      if (findings.includes(given)) continue;
      issues.push(errorAt('unknown-finding', [...path, 'findings'], { given, expected: findings }));
    }
  });
  handling.findings.forEach(({ id: given }, i) => {
    if (handling.disposals.some((one) => one.findings.includes(given))) return;
    issues.push(errorAt('finding-without-disposal', ['handling', 'findings', i], { given }));
  });
  return issues;
}

function actIssues(rule: WarningRule, path: Issue['path']): Issue[] {
  const checks = rule.asks.flatMap((act, i) => (act.do === 'check' ? [{ act, i }] : []));
  const issues: Issue[] = [];
  const [, second] = checks;
  if (second !== undefined) {
    issues.push(errorAt('two-checks', [...path, 'asks', second.i], { given: rule.id }));
  }
  for (const { act, i } of checks) {
    const at = [...path, 'asks', i, 'methods'] as const;
    const twice = act.methods.find((method, j) => act.methods.indexOf(method) < j);
    if (twice !== undefined) issues.push(errorAt('method-twice', at, { given: twice }));
    const premises = act.methods.indexOf('on-site');
    const later = act.methods.find(
      (method, j) => premises >= 0 && j > premises && method !== 'on-site',
    );
    if (later !== undefined) {
      issues.push(warningAt('off-site-later', at, { given: later, rule: rule.id }));
    }
  }
  return issues;
}

/** Every test of a rule with its path, those inside others too. */
export function eachTest(
  test: WarningTest,
  path: Issue['path'],
  visit: (test: WarningTest, path: Issue['path']) => void,
): void {
  if ('all' in test || 'any' in test) {
    const key = 'all' in test ? 'all' : 'any';
    const parts = 'all' in test ? test.all : test.any;
    parts.forEach((part, i) => {
      eachTest(part, [...path, key, i], visit);
    });
    return;
  }
  visit(test, [...path, 'count' in test ? 'count' : 'peers' in test ? 'peers' : 'when']);
}

/** What a test counts, if it counts. */
export function countedIn(test: WarningTest): EventCounting | undefined {
  return 'count' in test ? test.count : 'peers' in test ? test.peers : undefined;
}
