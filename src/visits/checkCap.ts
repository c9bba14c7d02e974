import { requireArgument } from '../core/argument.js';
import { errorAt, type Issue } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import { type Cap, type CapLimit, type CapTrigger, CLAIMS } from './cap.js';

/** The name by which an exception lifts the rule that only published items are inspected. */
export const PUBLISHED = 'published';

/**
 * What is wrong with a cap whose shape is right: its frame, a sunset before its first day, a limit
 * without a window or with one too many, names twice or unknown, claims left out of the precedence.
 */
export function checkCap(cap: Cap): Issue[] {
  requireArgument('checkCap', 'cap', cap, { limits: 'array', exceptions: 'array' }, 'parseCap(…)');
  const { from, sunset, limits, exceptions, lines = [], published = [] } = cap;
  const issues = documentIssues(cap);
  if (sunset !== undefined && sunset < from) {
    issues.push(errorAt('validity-inverted', ['sunset'], { given: sunset, expected: from }));
  }
  const names = limits.map(({ id }) => id);
  const known = published.length > 0 ? [...names, PUBLISHED] : names;
  issues.push(
    ...repeated(names, (i) => ['limits', i, 'id']),
    ...names.flatMap((given, i) =>
      given === PUBLISHED
        ? [errorAt('bad-name', ['limits', i, 'id'], { given, expected: `not ${PUBLISHED}` })]
        : [],
    ),
    ...limits.flatMap((limit, i) => limitIssues(limit, cap, ['limits', i])),
    ...repeated(
      exceptions.map(({ cause }) => cause),
      (i) => ['exceptions', i, 'cause'],
    ),
    ...exceptions.flatMap(({ lifts = [] }, i) =>
      lifts
        .filter((id) => !known.includes(id))
        .map((given) =>
          errorAt('unknown-limit', ['exceptions', i, 'lifts'], { given, expected: known }),
        ),
    ),
    ...repeated(
      lines.map(({ id }) => id),
      (i) => ['lines', i, 'id'],
    ),
    ...repeated(
      published.map(({ authority }) => authority),
      (i) => ['published', i, 'authority'],
    ),
    ...repeated(
      (cap.alarms ?? []).map(({ id }) => id),
      (i) => ['alarms', i, 'id'],
    ),
    ...precedenceIssues(cap),
  );
  return issues;
}

function limitIssues(limit: CapLimit, cap: Cap, path: Issue['path']): Issue[] {
  const { id, unit, window, per = [] } = limit;
  const isCounted = 'visits' in unit || 'days' in unit;
  const issues: Issue[] = [];
  if (isCounted !== (window !== undefined)) {
    const given = window === undefined ? 'none' : JSON.stringify(window);
    const expected = isCounted ? 'a window' : 'none';
    issues.push(errorAt('limit-window', [...path, 'window'], { limit: id, given, expected }));
  }
  const trigger = triggerOf(limit);
  const isUpper = trigger !== undefined && 'visits' in trigger && trigger.by === 'upper';
  if ((per.includes('line') || isUpper) && (cap.lines ?? []).length === 0) {
    issues.push(errorAt('lines-missing', path, { limit: id, expected: 'lines' }));
  }
  return issues;
}

/** What the limit's window begins with, where it begins with something. */
export function triggerOf({ unit, window }: CapLimit): CapTrigger | undefined {
  if ('exempt' in unit) return unit.after;
  return typeof window === 'object' && 'since' in window ? window.since : undefined;
}

/** The order is total only where each of the claims stands in it once. */
function precedenceIssues({ precedence }: Cap): Issue[] {
  const isTotal =
    precedence.length === CLAIMS.length && CLAIMS.every((claim) => precedence.includes(claim));
  if (isTotal) return [];
  const params = { given: [...precedence], expected: [...CLAIMS] };
  return [errorAt('precedence-not-total', ['precedence'], params)];
}

function repeated(names: readonly string[], pathOf: (i: number) => Issue['path']): Issue[] {
  return names.flatMap((given, i) =>
    names.indexOf(given) < i ? [errorAt('repeated-name', pathOf(i), { given })] : [],
  );
}
