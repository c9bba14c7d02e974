import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { mistake } from '../core/error.js';
import { errorAt, type Issue } from '../core/issue.js';
import { referenceOf } from '../document/book.js';
import type { DocumentReference } from '../document/document.js';
import { type Answer, holds } from '../register/condition.js';
import type { Entity } from '../register/nouns.js';
import type { SandboxRules } from './sandboxRules.js';
import type { SandboxStatus } from './sandboxStatus.js';
import { stagesOf } from './stages.js';

/** An entity that was let in on a day. */
export interface Admission {
  readonly schema: 'evenhand/admission/1';
  readonly entity: string;
  readonly on: Day;
  /** The last day, whatever happens. */
  readonly until: Day;
  readonly document: DocumentReference;
}

/** The answer to an entity that wants in: its admission, or every reason why not. */
export interface AdmissionAnswer {
  readonly admission?: Admission;
  readonly issues: readonly Issue[];
  /** Each condition of entry as it was answered. */
  readonly entry: readonly {
    readonly id: string;
    readonly answer: Answer;
    readonly cite: string;
  }[];
}

/**
 * Lets an entity into an observation period or a sandbox, or says why not (准入).
 *
 * @param options.inside - the statuses of those let in before, as of the day: they take the places, and nobody
 * enters twice at once
 * @returns issues: `entry-not-met`; `entry-not-known`, which is asked and not granted; `sandbox-full`; `sandbox-over`;
 * `inside-already`
 * @throws `not-in-force`
 * @example
 * ```ts
 * import { admit } from 'evenhand/sandbox';
 * import { exampleSandbox } from 'evenhand/schemes';
 *
 * const firm = { id: '示例企业00017', facts: { deliveryRobots: true, insured: true }, lists: [], events: [] };
 * const { admission } = admit(exampleSandbox, firm, { on: '2026-03-01', inside: [] });
 * admission?.until; // => '2027-09-02'
 * const bare = { ...firm, facts: { deliveryRobots: true } };
 * admit(exampleSandbox, bare, { on: '2026-03-01', inside: [] }).issues[0]?.code; // => 'entry-not-known'
 * ```
 */
export function admit(
  rules: SandboxRules,
  entity: Entity,
  options: { readonly on: Day; readonly inside: readonly SandboxStatus[] },
): AdmissionAnswer {
  requireArgument('admit', 'rules', rules, 'object');
  requireArgument('admit', 'entity', entity, 'object');
  requireArgument('admit', 'options', options, { on: 'string', inside: 'array' });
  const { on, inside } = options;
  const { id, version, from, to, places, ends } = rules;
  if (on < from || (to !== undefined && on > to)) {
    throw mistake('not-in-force', `\`${id}@${version}\` is not in force on \`${on}\``, {
      given: on,
      document: id,
      expected: [`${from}..${to ?? ''}`],
    });
  }
  const issues: Issue[] = [];
  const entry = rules.entry.map((one) => ({
    id: one.id,
    answer: holds(one.when, entity, on),
    cite: one.cite,
  }));
  for (const { id: given, answer } of entry) {
    if (answer === 'yes') continue;
    const code = answer === 'no' ? 'entry-not-met' : 'entry-not-known';
    issues.push(errorAt(code, [entity.id, 'entry'], { given }));
  }
  if (ends !== undefined && on > ends) {
    issues.push(errorAt('sandbox-over', [entity.id, 'on'], { given: on, expected: ends }));
  }
  const open = inside.filter(({ state }) => state === 'observing' || state === 'inside');
  if (open.some((one) => one.entity === entity.id)) {
    issues.push(errorAt('inside-already', [entity.id], { given: entity.id }));
  }
  if (places !== undefined && open.length >= places) {
    issues.push(errorAt('sandbox-full', [entity.id], { given: open.length, expected: places }));
  }
  if (issues.length > 0) return { issues, entry };
  const admission: Admission = {
    schema: 'evenhand/admission/1',
    entity: entity.id,
    on,
    until: stagesOf(rules, on).until,
    document: referenceOf(rules),
  };
  return { admission, issues, entry };
}
