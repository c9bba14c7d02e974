import { errorAt, type Issue } from '../../core/issue.js';
import type { ActOf } from '../act.js';
import type { Change, Inspection } from '../inspection.js';

/** The result is published; what is published later of the same visit stands beside it. */
export function publish(inspection: Inspection, { at, reference }: ActOf<'publish'>): Change {
  const { conclusion, published } = inspection;
  if (conclusion?.review === 'open') {
    return [errorAt('review-open', ['act'], { given: conclusion.act })];
  }
  return { published: [...published, { on: at, reference }] };
}

/** Everything is published and settled. */
export function close({ documents, published, followUps }: Inspection, _: ActOf<'close'>): Change {
  const issues: Issue[] = [];
  if (documents.rules.publication !== undefined && published.length === 0) {
    issues.push(errorAt('not-published-yet', ['act']));
  }
  const isOver = (id: string, state: string): boolean =>
    state === 'settled' ||
    state === 'returned' ||
    (state === 'failed' && followUps.some(({ follows }) => follows === id));
  const open = followUps.filter(({ id, state }) => !isOver(id, state)).map(({ id }) => id);
  if (open.length > 0) issues.push(errorAt('follow-up-open', ['act'], { given: open }));
  return issues.length > 0 ? issues : { state: 'closed' };
}
