import { deadlineOn } from '../../calendar/deadline.js';
import type { WorkingCalendar } from '../../calendar/workingCalendar.js';
import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { referenceOf } from '../../document/book.js';
import type { Event } from '../../register/nouns.js';
import type { ApprovalAnswer } from './answerApplication.js';
import type { ApprovalRules, PermitCommitment } from './approvalRules.js';

/** What a check found of a promise, or that it was corrected. */
export interface PromiseCheck {
  readonly commitment: string;
  readonly on: Day;
  /** `false` is a promise that was untrue when it was made. */
  readonly found: 'kept' | 'unkept' | 'false' | 'corrected';
  readonly reference: string;
}

/** Where a promise stands. */
export const PROMISE_STATES = [
  'to-check',
  'overdue',
  'kept',
  'to-correct',
  'corrected',
  'withdrawn',
] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export interface PromiseStanding {
  readonly commitment: string;
  readonly state: PromiseState;
  /** The last day to check it, or to correct it. */
  readonly due?: Day;
  readonly since?: Day;
  readonly cite: string;
}

/** The promises of a permit as of a day, whether it stands, and what came of it for the record. */
export interface PromiseReport {
  readonly application: string;
  readonly asOf: Day;
  /** A permit is withdrawn with the first promise that is. */
  readonly permit: 'standing' | 'withdrawn';
  readonly withdrawnOn?: Day;
  readonly standings: readonly PromiseStanding[];
  /** Promises kept, not kept, or false, as events of the firm's record. */
  readonly events: readonly Event[];
  readonly issues: readonly Issue[];
}

/**
 * Where the promises of a permit stand (告知承诺事后核查): kept; not kept and to be corrected in time; not
 * corrected, so that the permit is withdrawn; or false, so that it is withdrawn at once.
 *
 * Every promise not kept is an event on its day, corrected or not. Checks after the day are not known yet; one
 * promise is checked once, and corrected once.
 *
 * @param answer - a receipt with the decision `granted`
 * @returns issues: `unknown-promise`, `check-early` before the grant, `checked-already`, `nothing-to-correct`
 * @throws `other-document`; `not-granted`; what `deadlineOn` throws
 * @source 北京市优化营商环境条例 (2024) Art 33 for the order of withdrawal
 */
export function promiseStandings(
  rules: ApprovalRules,
  answer: ApprovalAnswer,
  checks: readonly PromiseCheck[],
  options: { readonly asOf: Day; readonly working?: WorkingCalendar },
): PromiseReport {
  requireArgument(
    'promiseStandings',
    'rules',
    rules,
    { permits: 'array' },
    'parseApprovalRules(…)',
  );
  requireArgument('promiseStandings', 'answer', answer, { document: 'object', promises: 'array' });
  requireArgument('promiseStandings', 'checks', checks, 'array');
  requireArgument('promiseStandings', 'options', options, 'object');
  const { asOf, working } = options;
  const own = referenceOf(rules);
  if (own.digest !== answer.document.digest) {
    const expected = `${answer.document.id}@${answer.document.version}`;
    throw mistake('other-document', `it rests on \`${expected}\``, {
      given: `${own.id}@${own.version}`,
      expected,
    });
  }
  if (answer.decision !== 'granted') {
    throw mistake('not-granted', `\`${answer.application}\` is \`${answer.decision}\``, {
      given: answer.decision,
      expected: 'granted',
    });
  }
  const permit = rules.permits.find(({ id }) => id === answer.permit);
  const issues: Issue[] = [];
  const events: Event[] = [];
  const known = checks
    .map((check, i) => ({ check, i }))
    .filter(({ check }) => check.on <= asOf)
    .sort((a, b) => (a.check.on < b.check.on ? -1 : a.check.on > b.check.on ? 1 : a.i - b.i));
  for (const { check, i } of known) {
    const expected = answer.promises.map(({ commitment }) => commitment);
    if (!expected.includes(check.commitment)) {
      issues.push(errorAt('unknown-promise', [i], { given: check.commitment, expected }));
    } else if (check.on < answer.on) {
      issues.push(errorAt('check-early', [i, 'on'], { given: check.on, expected: answer.on }));
    }
  }
  const standings = answer.promises.map(({ commitment, checkBy }): PromiseStanding => {
    const rule = permit?.commitments?.find(({ id }) => id === commitment) as PermitCommitment;
    const standing = (
      state: PromiseState,
      more: Partial<PromiseStanding> = {},
    ): PromiseStanding => ({
      commitment,
      state,
      ...more,
      cite: rule.cite,
    });
    const event = (kind: string, check: PromiseCheck): void => {
      const { on, reference } = check;
      const id = `${answer.application}:${commitment}`;
      const values = { commitment, reference, permit: answer.permit };
      events.push({ id, kind, on, values, source: answer.application });
    };
    let now = standing(asOf > checkBy ? 'overdue' : 'to-check', { due: checkBy });
    let isChecked = false;
    for (const { check, i } of known) {
      if (check.commitment !== commitment || check.on < answer.on) continue;
      const { found, on } = check;
      if (found === 'corrected') {
        if (now.state !== 'to-correct') {
          issues.push(errorAt('nothing-to-correct', [i], { given: commitment, state: now.state }));
        } else if (on <= (now.due as Day)) now = standing('corrected', { since: on });
        continue;
      }
      if (isChecked) {
        issues.push(errorAt('checked-already', [i], { given: commitment }));
        continue;
      }
      isChecked = true;
      if (found === 'kept') {
        event(rule.events.kept, check);
        now = standing('kept', { since: on });
      } else if (found === 'false') {
        event(rule.events.false, check);
        now = standing('withdrawn', { since: on });
      } else {
        event(rule.events.broken, check);
        now = standing('to-correct', {
          since: on,
          due: deadlineOn(on, rule.correctWithin, working),
        });
      }
    }
    const { due } = now;
    if (now.state === 'to-correct' && due !== undefined && asOf > due) {
      return standing('withdrawn', { since: due });
    }
    return now;
  });
  const ends = standings.flatMap(({ state, since }) =>
    state === 'withdrawn' ? [since as Day] : [],
  );
  const [withdrawnOn] = ends.sort();
  return {
    application: answer.application,
    asOf,
    permit: withdrawnOn === undefined ? 'standing' : 'withdrawn',
    ...(withdrawnOn === undefined ? {} : { withdrawnOn }),
    standings,
    events,
    issues,
  };
}
