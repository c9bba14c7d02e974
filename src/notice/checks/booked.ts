import { type Booked, bookedCommitment } from '../../plan/booked.js';
import type { NoticeA } from '../notices.js';
import { type Finding, firstOf } from './case.js';

/** What is opened of the ledger was committed to in notice A, each entity's visits whole and once. */
export function checkBooked(
  a: NoticeA,
  booked: readonly Booked[] = [],
  path: string,
  before: readonly Booked[] = [],
): Finding {
  const committed = new Set(a.booked);
  const opened = new Set(before.map(({ entity }) => entity));
  return firstOf(booked, (one, i) => {
    const commitment = bookedCommitment(one);
    const isRight = committed.has(commitment) && !opened.has(one.entity);
    opened.add(one.entity);
    if (isRight) return undefined;
    const expected = 'visits of an entity committed to in A and not opened before';
    return { field: `${path}[${i}]`, expected, found: commitment };
  });
}
