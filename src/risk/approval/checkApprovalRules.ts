import type { Deadline } from '../../calendar/deadline.js';
import { requireArgument } from '../../core/argument.js';
import { addPeriod, type Day } from '../../core/day.js';
import { errorAt, type Issue, warningAt } from '../../core/issue.js';
import { referenceOf } from '../../document/book.js';
import { documentIssues } from '../../document/citations.js';
import { bestFirst, type DocumentBase, type Scale } from '../../document/document.js';
import { scaleIssues } from '../../document/scaleIssues.js';
import { APPROVAL_TIERS, type ApprovalRules, type Permit } from './approvalRules.js';

/**
 * What is wrong with approval rules whose shape is right.
 *
 * @returns `repeated-name`; `unknown-level`, `tier-missing` for a level without a tier; `approval-lighter` for a worse level
 * that is approved more lightly; `filing-without-materials`, `commitment-without-promise`, `strict-without-follow-up`,
 * `strict-without-time`; `follow-up-weaker` for a strict approval checked later than a lighter one; the warning
 * `never-barred` for promises anybody may make whatever he broke; the issues of every document
 * @example
 * ```ts
 * import { checkApprovalRules } from 'evenhand/risk';
 * import { exampleApproval } from 'evenhand/schemes';
 *
 * checkApprovalRules(exampleApproval); // => []
 * ```
 */
export function checkApprovalRules(rules: ApprovalRules): Issue[] {
  requireArgument(
    'checkApprovalRules',
    'rules',
    rules,
    { scale: 'object', permits: 'array' },
    'parseApprovalRules(…)',
  );
  const issues = [...documentIssues(rules), ...scaleIssues(rules.scale, ['scale'])];
  const ids = rules.permits.map(({ id }) => id);
  rules.permits.forEach((permit, i) => {
    const path = ['permits', i] as const;
    if (ids.indexOf(permit.id) < i) {
      issues.push(errorAt('repeated-name', [...path, 'id'], { given: permit.id }));
    }
    issues.push(...permitIssues(permit, rules, path));
  });
  return issues;
}

function permitIssues(
  permit: Permit,
  { scale, from }: ApprovalRules,
  path: Issue['path'],
): Issue[] {
  const { id, tiers, materials, commitments, barred, decideWithin, followUp } = permit;
  const issues: Issue[] = [];
  const levels = bestFirst(scale);
  for (const given of Object.keys(tiers)) {
    if (levels.includes(given)) continue;
    issues.push(errorAt('unknown-level', [...path, 'tiers', given], { given, expected: levels }));
  }
  let strictest = 0;
  for (const level of levels) {
    const tier = tiers[level];
    if (tier === undefined) {
      issues.push(errorAt('tier-missing', [...path, 'tiers'], { given: level, permit: id }));
      continue;
    }
    const place = APPROVAL_TIERS.indexOf(tier);
    if (place < strictest) {
      const params = { given: tier, level, expected: APPROVAL_TIERS[strictest] as string };
      issues.push(errorAt('approval-lighter', [...path, 'tiers', level], params));
    }
    strictest = Math.max(strictest, place);
  }
  const used = new Set(Object.values(tiers));
  const lacking = (code: string, isLacking: boolean): void => {
    if (isLacking) issues.push(errorAt(code, path, { given: id }));
  };
  lacking('filing-without-materials', used.has('filing') && materials === undefined);
  lacking('commitment-without-promise', used.has('commitment') && commitments === undefined);
  // Whoever is barred from promising is examined, so that way must be there too.
  const isStrict = used.has('strict') || barred !== undefined;
  lacking('strict-without-follow-up', isStrict && followUp?.strict === undefined);
  lacking('strict-without-time', isStrict && decideWithin === undefined);
  if (used.has('commitment') && barred === undefined) {
    issues.push(warningAt('never-barred', path, { given: id }));
  }
  const strict = followUp?.strict;
  for (const tier of APPROVAL_TIERS) {
    const other = followUp?.[tier];
    if (tier === 'strict' || other === undefined || strict === undefined) continue;
    if (isLater(strict.within, other.within, from)) {
      issues.push(
        errorAt('follow-up-weaker', [...path, 'followUp', 'strict'], { given: id, tier }),
      );
    }
  }
  for (const list of [materials ?? [], commitments ?? []]) {
    const names = list.map((one) => one.id);
    names.forEach((given, i) => {
      if (names.indexOf(given) < i) issues.push(errorAt('repeated-name', path, { given }));
    });
  }
  return issues;
}

/** Deadlines of one unit are compared; working days with days are not. */
function isLater(a: Deadline, b: Deadline, from: Day): boolean {
  if ('workingDays' in a && 'workingDays' in b) return a.workingDays > b.workingDays;
  if ('workingDays' in a || 'workingDays' in b) return false;
  return addPeriod(from, a) > addPeriod(from, b);
}

/**
 * Whether the standards somebody rates by after approval are the one of approval (事前事后同一标准).
 *
 * @param schemes - the risk standards of a programme, in force
 * @returns `standard-unknown` where none has its name, `standard-differs` for another version or content, or
 * another scale
 * @example
 * ```ts
 * import { standardIssues } from 'evenhand/risk';
 * import { exampleApproval, exampleRisk } from 'evenhand/schemes';
 *
 * standardIssues(exampleApproval, [exampleRisk]); // => []
 * standardIssues(exampleApproval, [{ ...exampleRisk, version: '2' }]).map(({ code }) => code); // => ['standard-differs']
 * ```
 */
export function standardIssues(
  rules: ApprovalRules,
  schemes: readonly (DocumentBase & { readonly scale: Scale })[],
): Issue[] {
  requireArgument(
    'standardIssues',
    'rules',
    rules,
    { standard: 'object', scale: 'object' },
    'parseApprovalRules(…)',
  );
  requireArgument('standardIssues', 'schemes', schemes, 'array');
  const { standard, scale } = rules;
  const own = schemes.filter(({ id }) => id === standard.id);
  const name = `${standard.id}@${standard.version}`;
  if (own.length === 0) {
    const expected = schemes.map(({ id, version }) => `${id}@${version}`);
    return [errorAt('standard-unknown', ['standard'], { given: name, expected })];
  }
  return own.flatMap((scheme): Issue[] => {
    const { id, version, digest } = referenceOf(scheme);
    const isSame =
      digest === standard.digest &&
      JSON.stringify(bestFirst(scheme.scale)) === JSON.stringify(bestFirst(scale));
    if (isSame) return [];
    const params = { given: `${id}@${version} ${digest}`, expected: `${name} ${standard.digest}` };
    return [errorAt('standard-differs', ['standard'], params)];
  });
}
