import { errorAt, type Issue } from '../../core/issue.js';
import type { ActOf } from '../act.js';
import type { Change, Inspection } from '../inspection.js';
import { withState } from './followUps.js';

/**
 * The legal office's word on the results or on a follow-up (法制审核): by somebody who took no part.
 * Results that are returned are entered anew; an order that is returned has no effect.
 */
export function review(inspection: Inspection, act: ActOf<'review'>): Change {
  const { conclusion, followUps } = inspection;
  const faults = reviewerFaults(inspection, act.by);
  if (faults.length > 0) return faults;
  const isAgreed = act.outcome === 'agreed';
  if (act.of !== undefined) {
    const one = followUps.find(({ id }) => id === act.of);
    if (one?.state !== 'in-review') {
      return [errorAt('review-not-asked', ['of'], { given: act.of })];
    }
    return { followUps: withState(followUps, one.id, isAgreed ? 'open' : 'returned', act.at) };
  }
  if (conclusion?.review !== 'open') {
    return [errorAt('review-not-asked', ['of'], { given: conclusion?.act ?? '' })];
  }
  return isAgreed
    ? { conclusion: { ...conclusion, review: 'agreed', formedOn: act.at } }
    : { state: 'started', conclusion: { ...conclusion, review: 'returned' } };
}

function reviewerFaults({ opening, team, acts }: Inspection, by: string): Issue[] {
  const took = new Set([
    ...[...opening.team, ...team].map(({ officer }) => officer),
    ...acts.flatMap((one) => (one.act === 'start' ? one.officers : [])),
    ...acts.flatMap((one) => (one.act === 'answer' ? [one.by] : [])),
  ]);
  if (took.has(by)) return [errorAt('reviewer-on-team', ['by'], { given: by })];
  const { reviewers } = opening;
  return reviewers === undefined || reviewers.includes(by)
    ? []
    : [errorAt('reviewer-unknown', ['by'], { given: by, expected: [...reviewers] })];
}
