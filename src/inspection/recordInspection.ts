import type { WorkingCalendar } from '../calendar/workingCalendar.js';
import { requireArgument } from '../core/argument.js';
import { canonicalJson } from '../core/canonicalJson.js';
import { isDay } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { InspectionAct, InspectionActType } from './act.js';
import { close, publish } from './acts/afterwards.js';
import { answer } from './acts/answer.js';
import { conclude } from './acts/conclude.js';
import { callOff, restaff, start, turnAway } from './acts/entry.js';
import { order, recheck, reportDone } from './acts/followUps.js';
import { review } from './acts/review.js';
import {
  type Change,
  type Inspection,
  type InspectionAnswer,
  type InspectionState,
  isRefusal,
} from './inspection.js';

/** What an act may need beside the visit. */
export interface InspectionOptions {
  /** The working days, for a term that counts them. */
  readonly working?: WorkingCalendar;
}

/** What may happen next to a visit, by where it stands. */
export const NEXT_ACTS = {
  opened: ['restaff', 'start', 'turn-away', 'call-off'],
  'turned-away': ['restaff', 'start', 'call-off'],
  'called-off': [],
  started: ['restaff', 'answer', 'turn-away', 'conclude'],
  concluded: ['restaff', 'order', 'review', 'report-done', 'recheck', 'publish', 'close'],
  closed: [],
} as const satisfies Record<InspectionState, readonly InspectionActType[]>;

/** What an act does to a visit. */
type Step<A> = (inspection: Inspection, act: A, options: InspectionOptions) => Change;

const STEPS: {
  readonly [T in InspectionActType]: Step<Extract<InspectionAct, { readonly act: T }>>;
} = {
  restaff,
  start,
  'turn-away': turnAway,
  'call-off': callOff,
  answer,
  conclude,
  order,
  review,
  'report-done': reportDone,
  recheck,
  publish,
  close,
};

/**
 * Enters what happens on a visit: the scan-in, an answer, the results, a follow-up, its publication.
 *
 * An act that cannot be is refused by name and changes nothing. An act that comes once more, word for
 * word, is taken as it was. The argument is not changed.
 *
 * @param inspection - from `openInspection`
 * @param act - of the right shape, see `parseInspectionAct`
 * @returns the visit after the act; or as it was, with the reasons, each with `act` in its parameters
 * @example
 * ```ts
 * import { openInspection, recordInspection } from 'evenhand/inspection';
 * import { exampleInspectionRules as rules, zhejiangResults as results } from 'evenhand/schemes';
 *
 * const team = ['O-1', 'O-2'].map((officer) => ({ officer, authority: 'market' }));
 * const items = [{ id: 'licence', rank: 'key', authorities: ['market'] }] as const;
 * const opened = openInspection(
 *   { visit: 'v', entity: 'JC-000123', on: '2026-03-02', method: 'on-site', lead: 'market', partners: [], team },
 *   { checklist: { id: 'kitchens', version: '2026', from: '2026-01-01', items }, results, rules },
 * );
 * if (!opened.ok) throw new Error();
 * const by = { visit: 'v', at: '2026-03-02', by: 'O-1' } as const;
 * const early = { ...by, id: 'v/1', act: 'answer', item: 'licence', outcome: 'met', evidence: [] } as const;
 * recordInspection(opened.inspection, early).issues.map(({ code }) => code); // => ['visit-not-started']
 * const scan = { ...by, id: 'v/2', act: 'start', officers: ['O-1', 'O-2'], scan: 'SCAN-1' } as const;
 * recordInspection(opened.inspection, scan).inspection.state; // => 'started'
 * ```
 */
export function recordInspection(
  inspection: Inspection,
  act: InspectionAct,
  options: InspectionOptions = {},
): InspectionAnswer {
  requireArgument(
    'recordInspection',
    'inspection',
    inspection,
    { opening: 'object', documents: 'object' },
    'openInspection(…)',
  );
  requireArgument('recordInspection', 'act', act, 'object');
  const refused = (issues: readonly Issue[]): InspectionAnswer => ({
    inspection,
    taken: false,
    issues: issues.map((one) => ({ ...one, params: { ...one.params, act: act.id } })),
  });
  const before = inspection.acts.find(({ id }) => id === act.id);
  if (before !== undefined) {
    return canonicalJson(before) === canonicalJson(act)
      ? { inspection, taken: true, issues: [] }
      : refused([errorAt('act-id-taken', ['id'], { given: act.id })]);
  }
  const faults = frameFaults(inspection, act);
  if (faults.length > 0) return refused(faults);
  const step = STEPS[act.act] as Step<InspectionAct>;
  const change = step(inspection, act, options);
  if (isRefusal(change)) return refused(change);
  const acts = [...inspection.acts, act];
  return { inspection: { ...inspection, ...change, acts }, taken: true, issues: [] };
}

/** Whether the act is of this visit, comes in its time, and fits where the visit stands. */
function frameFaults({ opening, state, acts }: Inspection, act: InspectionAct): Issue[] {
  if (act.visit !== opening.visit) {
    const params = { given: act.visit, expected: opening.visit };
    return [errorAt('act-of-another-visit', ['visit'], params)];
  }
  if (!isDay(act.at)) {
    return [errorAt('no-such-day', ['at'], { given: act.at, expected: 'YYYY-MM-DD' })];
  }
  const last = acts.at(-1)?.at;
  if (last !== undefined && act.at < last) {
    return [errorAt('act-behind', ['at'], { given: act.at, expected: last })];
  }
  const next: readonly string[] = NEXT_ACTS[state];
  if (next.includes(act.act)) return [];
  const isBefore = state === 'opened' || state === 'turned-away' || state === 'called-off';
  const code = isBefore ? 'visit-not-started' : 'act-not-now';
  return [errorAt(code, ['act'], { given: act.act, state, expected: [...next] })];
}

/** A visit out of its acts, with those that were refused, as they came. */
export interface ReplayedInspection {
  readonly inspection: Inspection;
  readonly refused: readonly { readonly act: InspectionAct; readonly issues: readonly Issue[] }[];
}

/**
 * Enters acts one after another; those that are refused are handed back whole, and the others go on.
 *
 * @param inspection - where it begins
 */
export function recordInspectionActs(
  inspection: Inspection,
  acts: readonly InspectionAct[],
  options: InspectionOptions = {},
): ReplayedInspection {
  requireArgument(
    'recordInspectionActs',
    'inspection',
    inspection,
    { opening: 'object', documents: 'object' },
    'openInspection(…)',
  );
  requireArgument('recordInspectionActs', 'acts', acts, 'iterable');
  const refused: { act: InspectionAct; issues: readonly Issue[] }[] = [];
  let now = inspection;
  for (const act of acts) {
    const { inspection: next, taken, issues } = recordInspection(now, act, options);
    if (taken) now = next;
    else refused.push({ act, issues });
  }
  return { inspection: now, refused };
}
