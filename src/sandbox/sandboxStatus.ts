import { requireArgument } from '../core/argument.js';
import { addDays, type Day } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { referenceOf } from '../document/book.js';
import type { Demand, Event } from '../register/nouns.js';
import type { Admission } from './admit.js';
import { exceeded, type LimitReading, readingIssues } from './limitReadings.js';
import type { SandboxRules } from './sandboxRules.js';
import { stagesOf } from './stages.js';
import { demandsOf, earliest, type TriggerNote, triggeredOn } from './triggered.js';

/** Where an admitted entity stands. */
export const SANDBOX_STATES = [
  'not-yet',
  'observing',
  'inside',
  'ended',
  'triggered',
  'withdrawn',
] as const;
export type SandboxState = (typeof SANDBOX_STATES)[number];

/** What is known of an admitted entity. */
export interface SandboxRecord {
  readonly events: readonly Event[];
  readonly readings: readonly LimitReading[];
  /** The day it left of its own accord. */
  readonly withdrawnOn?: Day;
}

/** The standing of an entity as of a day, with what rests meanwhile and what a plan does with it. */
export interface SandboxStatus {
  readonly entity: string;
  readonly asOf: Day;
  readonly state: SandboxState;
  /** The first day of the state. */
  readonly since: Day;
  /** The last day of a stage, if nothing ends it before. */
  readonly until?: Day;
  /** The trigger, or the limit, that ended it. */
  readonly by?: TriggerNote;
  readonly suspends: readonly string[];
  readonly plan: 'as-usual' | 'excluded' | 'contact-only';
  /** Triggers that ask for a check, each as a demand outside the cap. */
  readonly checks: readonly Demand[];
  readonly cite: string;
  readonly issues: readonly Issue[];
}

/**
 * Where an admitted entity stands on a day (观察期、沙盒内、到期、触发、退出), by what was known by then.
 *
 * The observation period and the sandbox end on the same day of the month after their term, that day
 * inside, and no later than the last day of the whole. Of what ends it earlier the first counts; on one day a
 * trigger comes before a limit, and both before a withdrawal. Events before the admission trigger nothing.
 *
 * @returns issues: `reading-missing` for a limit that was not reported in time; `reading-of-no-limit`, `not-a-decimal` of readings
 * @throws `other-document` for an admission to another sandbox
 * @example
 * ```ts
 * import { admit, sandboxStatus } from 'evenhand/sandbox';
 * import { exampleSandbox as rules } from 'evenhand/schemes';
 *
 * const firm = { id: '示例企业00017', facts: { deliveryRobots: true, insured: true }, lists: [], events: [] };
 * const { admission } = admit(rules, firm, { on: '2026-03-01', inside: [] });
 * const accident = { id: 'e1', kind: 'accident', on: '2026-10-05', knownOn: '2026-10-07', source: 'example' };
 * const state = (asOf: string) => sandboxStatus(rules, admission!, { events: [accident], readings: [] }, asOf).state;
 * [state('2026-09-01'), state('2026-09-02'), state('2026-10-06'), state('2026-10-07')]; // => ['observing', 'inside', 'inside', 'triggered']
 * ```
 */
export function sandboxStatus(
  rules: SandboxRules,
  admission: Admission,
  record: SandboxRecord,
  asOf: Day,
): SandboxStatus {
  requireArgument('sandboxStatus', 'rules', rules, 'object');
  requireArgument('sandboxStatus', 'admission', admission, { document: 'object' }, 'admit(…)');
  requireArgument('sandboxStatus', 'record', record, 'object');
  const own = referenceOf(rules);
  if (own.digest !== admission.document.digest) {
    const { id, version } = admission.document;
    throw mistake('other-document', `the admission is to \`${id}@${version}\``, {
      given: `${own.id}@${own.version}`,
      expected: `${id}@${version}`,
    });
  }
  const { entity, on } = admission;
  const { observedUntil, until } = stagesOf(rules, on);
  const cite = rules.inside.cite;
  const base = {
    entity,
    asOf,
    suspends: [],
    plan: 'as-usual',
    checks: [],
    cite,
    issues: [],
  } as const;
  if (asOf < on) return { ...base, state: 'not-yet', since: on };
  const notes = rules.triggers.flatMap((trigger) =>
    triggeredOn(trigger, record.events, on, asOf).flatMap((note) =>
      note.on > until ? [] : [{ trigger, note }],
    ),
  );
  const ending = notes
    .filter(({ trigger }) => trigger.does === 'end')
    .map(({ note }) => note)
    .concat(exceeded(rules, record.readings, on, asOf < until ? asOf : until));
  const first = earliest(ending);
  const checks = notes
    .filter(
      ({ trigger, note }) =>
        trigger.does === 'check' && (first === undefined || note.on <= first.on),
    )
    .flatMap(({ trigger, note }) => demandsOf(rules, entity, trigger, note));
  const { withdrawnOn } = record;
  const hasLeft =
    withdrawnOn !== undefined && withdrawnOn >= on && withdrawnOn <= asOf && withdrawnOn <= until;
  // Nobody reports any more once it is over for him.
  const over = [asOf, until, first?.on ?? until, hasLeft ? withdrawnOn : until].sort()[0] as Day;
  const more = { ...base, checks, issues: readingIssues(rules, admission, record.readings, over) };
  if (first !== undefined && (!hasLeft || first.on <= withdrawnOn)) {
    return { ...more, state: 'triggered', since: first.on, by: first, cite: first.cite };
  }
  if (hasLeft) return { ...more, state: 'withdrawn', since: withdrawnOn };
  if (asOf > until) return { ...more, state: 'ended', since: addDays(until, 1) };
  const { observation } = rules;
  if (observation !== undefined && observedUntil !== undefined && asOf <= observedUntil) {
    const { plan, suspends } = observation;
    return {
      ...more,
      state: 'observing',
      since: on,
      until: observedUntil,
      plan,
      suspends,
      cite: observation.cite,
    };
  }
  const { plan, suspends } = rules.inside;
  const since = observedUntil === undefined ? on : addDays(observedUntil, 1);
  return { ...more, state: 'inside', since, until, plan, suspends };
}

/** What a plan does with those admitted (计划中的处理), for who is not planned as usual, with the reason. */
export function planEffects(
  statuses: readonly SandboxStatus[],
): readonly Pick<SandboxStatus, 'entity' | 'plan' | 'state' | 'until' | 'cite'>[] {
  requireArgument('planEffects', 'statuses', statuses, ['object']);
  return statuses
    .filter(({ plan }) => plan !== 'as-usual')
    .map(({ entity, plan, state, until, cite }) => ({
      entity,
      plan,
      state,
      ...(until === undefined ? {} : { until }),
      cite,
    }));
}
