import { addWorkingDays } from '../../calendar/workingDays.js';
import { addPeriod, type Day } from '../../core/day.js';
import { isEvenhandError } from '../../core/error.js';
import { errorAt, type Issue } from '../../core/issue.js';
import type { ActOf } from '../act.js';
import type { Change, FollowUp, Inspection } from '../inspection.js';
import type { InspectionOptions } from '../recordInspection.js';
import type { FollowUpMeasure } from '../resultList.js';
import { evidenceFaults } from './answer.js';
import { notFaulty } from './conclude.js';
import { officerFaults } from './officers.js';

/** A follow-up of the list, with the last day of its term; a heavy one waits for the legal office. */
export function order(
  inspection: Inspection,
  act: ActOf<'order'>,
  { working }: InspectionOptions,
): Change {
  const { documents, answers, followUps } = inspection;
  const measure = documents.results.followUps.find(({ code }) => code === act.measure);
  if (measure === undefined) {
    const expected = documents.results.followUps.map(({ code }) => code);
    return [errorAt('unknown-measure', ['measure'], { given: act.measure, expected })];
  }
  const faulty = Object.values(answers)
    .filter(({ outcome }) => outcome === 'not-met')
    .map(({ item }) => item);
  const latest = latestDay(measure, act.at, working);
  const due = act.due ?? (typeof latest === 'string' ? latest : undefined);
  const faults = [
    ...officerFaults(inspection, act.by, act.at, ['by']),
    ...notFaulty(act.items, faulty, ['items']),
    ...(Array.isArray(latest) ? latest : dueFaults(measure, act.at, due, latest)),
    ...chainFaults(followUps, act.follows),
  ];
  if (faults.length > 0) return faults;
  const needsReview = documents.rules.review?.followUps.includes(measure.code) ?? false;
  const one: FollowUp = {
    id: act.id,
    measure: measure.code,
    items: act.items,
    ordered: act.at,
    ...(due === undefined ? {} : { due }),
    ...(act.follows === undefined ? {} : { follows: act.follows }),
    state: needsReview ? 'in-review' : 'open',
    since: act.at,
  };
  return { followUps: [...followUps, one] };
}

/** The firm says that it is done; where nobody has to look again, that settles it. */
export function reportDone(inspection: Inspection, act: ActOf<'report-done'>): Change {
  const { documents, followUps } = inspection;
  const one = followUps.find(({ id }) => id === act.followUp);
  const faults = [
    ...readyFaults(followUps, act.followUp, ['open']),
    ...evidenceFaults(act.evidence, act.at),
  ];
  if (faults.length > 0 || one === undefined) return faults;
  const measure = documents.results.followUps.find(({ code }) => code === one.measure);
  const state = measure?.recheck === true ? 'reported' : 'settled';
  const reported = { ...one, reportedOn: act.at };
  const all = followUps.map((each) => (each.id === one.id ? reported : each));
  return { followUps: withState(all, one.id, state, act.at) };
}

/** An officer looks again (复查). Nothing counts as not put right while the term runs. */
export function recheck(inspection: Inspection, act: ActOf<'recheck'>): Change {
  const { followUps } = inspection;
  const one = followUps.find(({ id }) => id === act.followUp);
  const faults = [
    ...officerFaults(inspection, act.by, act.at, ['by']),
    ...readyFaults(followUps, act.followUp, ['open', 'reported']),
    ...evidenceFaults(act.evidence, act.at),
  ];
  if (faults.length > 0 || one === undefined) return faults;
  const isRunning = one.state === 'open' && one.due !== undefined && act.at <= one.due;
  if (act.outcome === 'not-corrected' && isRunning) {
    const params = { given: one.id, state: one.state, expected: `> ${one.due}` };
    return [errorAt('follow-up-not-ready', ['outcome'], params)];
  }
  const state = act.outcome === 'corrected' ? 'settled' : 'failed';
  return { followUps: withState(followUps, one.id, state, act.at) };
}

/** Follow-ups with the state of one of them set. */
export function withState(
  followUps: readonly FollowUp[],
  id: string,
  state: FollowUp['state'],
  since: Day,
): FollowUp[] {
  return followUps.map((one) => (one.id === id ? { ...one, state, since } : one));
}

/** The last day a measure's term allows, nothing where it has none, or why it cannot be told. */
function latestDay(
  { code, term }: FollowUpMeasure,
  from: Day,
  working: InspectionOptions['working'],
): Day | Issue[] | undefined {
  if (term === undefined) return undefined;
  if (!('workingDays' in term)) return addPeriod(from, term);
  if (working === undefined) {
    const params = { given: code, expected: `${term.workingDays}` };
    return [errorAt('term-without-calendar', ['measure'], params)];
  }
  try {
    return addWorkingDays(working, from, term.workingDays);
  } catch (error) {
    // The year nobody has published yet is refused like any other fault of the act.
    if (isEvenhandError(error) && error.code === 'year-without-calendar') return [...error.issues];
    throw error;
  }
}

function dueFaults(
  { code, recheck: isSeenAgain }: FollowUpMeasure,
  at: Day,
  due: Day | undefined,
  latest: Day | undefined,
): Issue[] {
  if (due === undefined) {
    return isSeenAgain === true ? [errorAt('due-missing', ['due'], { given: code })] : [];
  }
  if (due < at) return [errorAt('due-past', ['due'], { given: due, expected: `>= ${at}` })];
  return latest !== undefined && latest < due
    ? [errorAt('due-too-late', ['due'], { given: due, measure: code, expected: `<= ${latest}` })]
    : [];
}

function chainFaults(followUps: readonly FollowUp[], follows: string | undefined): Issue[] {
  return follows === undefined ? [] : readyFaults(followUps, follows, ['failed']);
}

function readyFaults(
  followUps: readonly FollowUp[],
  id: string,
  states: readonly FollowUp['state'][],
): Issue[] {
  const one = followUps.find((each) => each.id === id);
  if (one === undefined) {
    const expected = followUps.map((each) => each.id);
    return [errorAt('unknown-follow-up', ['followUp'], { given: id, expected })];
  }
  if (states.includes(one.state)) return [];
  const params = { given: id, state: one.state, expected: states.join(', ') };
  return [errorAt('follow-up-not-ready', ['followUp'], params)];
}
