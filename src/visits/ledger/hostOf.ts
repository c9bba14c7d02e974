import type { Cap } from '../cap.js';
import { because } from './because.js';
import { capsOn, isRuling } from './capsOn.js';
import { joinable, joined } from './join.js';
import { type Firm, type Judgement, judge, limitsOf, usesOf, yieldsToDuty } from './judge.js';
import type { LedgerVisit } from './ledgerVisit.js';
import type { Asked } from './readRequest.js';
import type { Because, LimitUse } from './request.js';

/** A booked visit that takes a request in: how far limits are used then, and which it passes for a duty. */
export interface Host {
  readonly host: LedgerVisit;
  readonly uses: readonly LimitUse[];
  readonly beyond: readonly string[];
}

/** The first visit that can take the request in without passing a limit that is not passed without it. */
export function hostOf(
  asked: Asked,
  others: readonly LedgerVisit[],
  all: readonly Cap[],
  firm: Firm,
): Host | Because | undefined {
  const { request, share } = asked;
  for (const host of joinable(asked, others)) {
    const caps = capsOn(all, host.day, host.id);
    if (!isRuling(caps)) continue;
    const visit = joined(host, asked);
    const rest = others.filter((other) => other !== host);
    const found = judge(caps, visit, rest, firm);
    const { over, unpublished } = found;
    const unmarked = over.filter(({ limit }) => !host.beyond.includes(limit));
    const passed =
      unmarked.length === 0 ? unmarked : added(unmarked, judge(caps, host, rest, firm).over);
    const mayPass = share.basis.length > 0 && passed.every(yieldsToDuty);
    if (unpublished.length > 0 || (passed.length > 0 && !mayPass)) continue;
    return { host, uses: usesOf(found), beyond: limitsOf(passed) };
  }
  if (typeof request.join !== 'string') return undefined;
  const known = others.find(({ id }) => id === request.join);
  const expected = known === undefined ? '' : [known.state, known.kind, known.day].join(', ');
  const params = { id: request.id, given: request.join, expected };
  return because('join-impossible', 'join', params, { visits: [request.join] });
}

/** The counts that are fuller than without the request: others have passed the rest before. */
function added(over: Judgement['over'], before: Judgement['over']): Judgement['over'] {
  const left = [...before];
  return over.filter((one) => {
    const same = left.findIndex(
      ({ limit, key, used }) =>
        limit === one.limit && key.join(' ') === one.key.join(' ') && used >= one.used,
    );
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
}
