import { ownDigest } from '../../core/digest.js';
import type { Difference } from '../../core/firstDifference.js';
import { checkInclusion } from '../../core/merkleProof.js';
import { frameLeaf } from '../../draw/frameLeaf.js';
import type { Ticketed } from '../../ticket/compareTickets.js';
import { ticket as ticketOf } from '../../ticket/ticket.js';
import { differs, type Finding } from '../checks/case.js';
import {
  checkEntropy,
  checkNoticeA,
  checkNoticeB,
  checkResult,
  checkSeed,
} from '../checks/commitments.js';
import { drawOrder } from '../checks/samples.js';
import type { NoticeA, NoticeB, NoticeSample } from '../notices.js';
import { safeParseNoticeA, safeParseNoticeB } from '../parseNotice.js';
import { shapeFinding } from '../shapeFinding.js';
import { safeParseProof } from './parseProof.js';
import type { Proof } from './proof.js';

/** What a proof says of its entity, and the first thing that does not hold. */
export interface ProofAnswer extends Partial<Difference> {
  readonly ok: boolean;
  /** Whether the entity stands in the frame that notice A committed to. */
  readonly inFrame: boolean;
  readonly ticket?: string;
  /** The last ticket in; left out where nobody of the stratum was to be drawn. */
  readonly threshold?: string;
  /** Whether the ticket was small enough: what chance says, whoever was listed. */
  readonly drawn?: boolean;
  /** Its place among the published substitutes, from 1. */
  readonly substitute?: number;
}

/**
 * Whether one entity stood in the frame, its ticket, and whether it was drawn, without the frame.
 *
 * An entity that was drawn by its ticket and is not listed, or the other way round, is a finding: it
 * shows that somebody was passed over. A proof for another frame, task or draw does not hold.
 *
 * @param noticeA - as it was published
 * @param noticeB - left out before the draw: then only the place in the frame is shown
 * @returns the answer; never throws on forged data
 *
 * @source double-random/1 §4; RFC 9162 §2.1.3.2
 */
export function checkProof(
  noticeA: NoticeA,
  noticeB: NoticeB | undefined,
  proof: Proof,
): ProofAnswer {
  const shape =
    shapeFinding('A', () => safeParseNoticeA(noticeA)) ??
    (noticeB === undefined ? undefined : shapeFinding('B', () => safeParseNoticeB(noticeB))) ??
    shapeFinding('proof', () => safeParseProof(proof));
  if (shape !== undefined) return { ok: false, inFrame: false, ...shape };
  const place = checkPlace(noticeA, proof);
  if (place !== undefined) return { ok: false, inFrame: false, ...place };
  if (noticeB === undefined) return { ok: true, inFrame: true };
  const one = { a: noticeA, b: noticeB };
  const draw =
    checkNoticeA(one) ??
    checkNoticeB(one) ??
    attempt(() => checkEntropy(one) ?? checkSeed(one)) ??
    checkResult(one);
  if (draw !== undefined) return { ok: false, inFrame: true, ...draw };
  return answer(noticeA, noticeB, proof);
}

function checkPlace(a: NoticeA, proof: Proof): Finding {
  const task = a.tasks.find(({ id }) => id === proof.task);
  if (task === undefined) {
    return { field: 'proof.task', expected: 'a task of A', found: proof.task };
  }
  const { id, stratum, weight, index, count, path, root } = proof;
  const known = task.strata.some(({ code }) => code === stratum);
  return (
    differs('A.digest', ownDigest({ ...a }), a.digest) ??
    differs('proof.drawId', a.drawId, proof.drawId) ??
    differs('proof.root', task.frame.root, root) ??
    differs('proof.count', task.frame.count, count) ??
    (known ? undefined : { field: 'proof.stratum', expected: 'a stratum of A', found: stratum }) ??
    attempt(() => {
      const leaf = frameLeaf({ id, stratum, ...(weight === undefined ? {} : { weight }) });
      if (checkInclusion({ leaf, index, count, path, root })) return undefined;
      return { field: 'proof.path', expected: 'a path to the root', found: id };
    })
  );
}

function answer(a: NoticeA, b: NoticeB, { task, id, stratum: code }: Proof): ProofAnswer {
  const i = a.tasks.findIndex((one) => one.id === task);
  const j = a.tasks[i]?.strata.findIndex((one) => one.code === code) ?? 0;
  const announced = a.tasks[i]?.strata[j];
  const stratum = b.samples[i]?.strata[j];
  const path = `B.samples[${i}].strata[${j}]`;
  const named =
    differs(`B.samples[${i}].task`, task, b.samples[i]?.task) ??
    differs(path, announced && nameOf(announced), stratum && nameOf(stratum));
  if (named !== undefined || stratum === undefined) {
    return { ok: false, inFrame: true, ...named };
  }
  const spread = a.tasks[i]?.spread;
  const inOrder = drawOrder(spread);
  const own = { id, ticket: ticketOf(b.keys[`select:${a.tasks[i]?.group}`] as string, id) };
  const { size, quota, selected, substitutes, lastIn } = stratum;
  const drawn = quota >= size || isWithin(own, selected, inOrder);
  const spare = substitutes.findIndex((one) => one.id === id) + 1;
  const finding =
    differs(`${path}.lastIn`, selected.at(-1)?.ticket, lastIn) ??
    checkListed(`${path}.selected`, own, drawn, selected) ??
    (drawn
      ? undefined
      : (checkListed(
          `${path}.substitutes`,
          own,
          isWithin(own, substitutes, inOrder),
          substitutes,
        ) ?? checkFirstOut(path, own, stratum, inOrder)));
  return {
    ok: finding === undefined,
    inFrame: true,
    ...finding,
    ticket: own.ticket,
    ...(lastIn === undefined ? {} : { threshold: lastIn }),
    drawn,
    ...(spare === 0 ? {} : { substitute: spare }),
  };
}

const nameOf = ({ code, size, quota }: { code: string; size: number; quota: number }) => ({
  code,
  size,
  quota,
});

type Order = ReturnType<typeof drawOrder>;

/** Whether a ticket comes no later than the last of a list. */
function isWithin(own: Ticketed, list: readonly Ticketed[], inOrder: Order): boolean {
  const last = list.at(-1);
  return last !== undefined && inOrder(own, last) <= 0;
}

/** Whoever's ticket is small enough is listed with it, and nobody else is. */
function checkListed(
  field: string,
  own: Ticketed,
  isDue: boolean,
  list: readonly Ticketed[],
): Finding {
  const listed = list.find(({ id }) => id === own.id);
  return differs(field, isDue ? own : undefined, listed);
}

function checkFirstOut(
  path: string,
  own: Ticketed,
  { firstOut }: NoticeSample['strata'][number],
  inOrder: Order,
): Finding {
  // An empty id stands before any other: of equal tickets the first out is no later.
  if (firstOut !== undefined && inOrder({ id: '', ticket: firstOut }, own) <= 0) return undefined;
  return { field: `${path}.firstOut`, expected: `<= ${own.ticket}`, found: firstOut ?? '' };
}

function attempt(check: () => Finding): Finding {
  try {
    return check();
  } catch (error) {
    return { field: 'proof', expected: 'data the draw can be run on', found: String(error) };
  }
}
