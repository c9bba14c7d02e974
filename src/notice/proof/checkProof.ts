import { ownDigest } from '../../core/digest.js';
import type { Difference } from '../../core/firstDifference.js';
import { checkInclusion } from '../../core/merkleProof.js';
import { frameLeaf } from '../../draw/frameLeaf.js';
import { ticket as ticketOf } from '../../ticket/ticket.js';
import { differs, type Finding } from '../checks/case.js';
import {
  checkEntropy,
  checkNoticeA,
  checkNoticeB,
  checkResult,
  checkSeed,
} from '../checks/commitments.js';
import { checkTakeAll } from '../checks/weights.js';
import type { NoticeA, NoticeB, NoticeSample, NoticeUnit } from '../notices.js';
import { safeParseNoticeA, safeParseNoticeB } from '../parseNotice.js';
import { compareRanked, firstOutKeyOf, type Rank, rankOf } from '../rank.js';
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
  /** By weight: what it weighs, and the keys of its own ticket and of the last one in. */
  readonly weight?: number;
  readonly key?: string;
  readonly thresholdKey?: string;
  /** Why its weight alone brought it in, whatever its ticket. */
  readonly takeAll?: string;
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

function answer(a: NoticeA, b: NoticeB, proof: Proof): ProofAnswer {
  const { task, id, stratum: code, weight } = proof;
  const i = a.tasks.findIndex((one) => one.id === task);
  const j = a.tasks[i]?.strata.findIndex((one) => one.code === code) ?? 0;
  const announced = a.tasks[i]?.strata[j];
  const stratum = b.samples[i]?.strata[j];
  const path = `B.samples[${i}].strata[${j}]`;
  const named =
    differs(`B.samples[${i}].task`, task, b.samples[i]?.task) ??
    differs(path, announced && nameOf(announced), stratum && nameOf(stratum)) ??
    (stratum === undefined ? undefined : checkTakeAll(stratum, path, new Set()));
  if (named !== undefined || stratum === undefined) {
    return { ok: false, inFrame: true, ...named };
  }
  const { weights, takeAll = [], selected, substitutes, lastIn, lastInKey } = stratum;
  const rank = rankOf(a.tasks[i]?.spread, weights);
  const ticket = ticketOf(b.keys[`select:${a.tasks[i]?.group}`] as string, id);
  const own = { id, ticket, ...(weights === undefined ? {} : { weight: weight ?? 1 }) };
  const certain = takeAll.find((one) => one.id === id);
  const isCertain = weights !== undefined && weights.quota * (own.weight ?? 1) >= weights.rest;
  const drawn =
    certain !== undefined ||
    isCertain ||
    stratum.quota >= stratum.size ||
    isWithin(own, selected, rank);
  const spare = substitutes.findIndex((one) => one.id === id) + 1;
  const listed = certain === undefined ? drawn : false;
  const finding =
    (certain === undefined
      ? undefined
      : differs(`${path}.takeAll.weight`, own.weight, certain.weight)) ??
    differs(`${path}.lastIn`, selected.at(-1)?.ticket, lastIn) ??
    checkListed(`${path}.selected`, own, listed, selected) ??
    (drawn
      ? undefined
      : (checkListed(`${path}.substitutes`, own, isWithin(own, substitutes, rank), substitutes) ??
        checkFirstOut(path, own, stratum, rank)));
  const key = certain === undefined ? rank.shown(rank.keyOf(own)) : undefined;
  return {
    ok: finding === undefined,
    inFrame: true,
    ...finding,
    ticket,
    ...(lastIn === undefined ? {} : { threshold: lastIn }),
    ...(own.weight === undefined ? {} : { weight: own.weight }),
    ...(own.weight === undefined || key === undefined ? {} : { key: String(key) }),
    ...(own.weight === undefined || lastInKey === undefined
      ? {}
      : { thresholdKey: String(lastInKey) }),
    ...(certain === undefined ? {} : { takeAll: certain.reason }),
    drawn,
    ...(spare === 0 ? {} : { substitute: spare }),
  };
}

interface Named {
  readonly code: string;
  readonly size: number;
  readonly quota: number;
  readonly weights?: { readonly total: number };
}

const nameOf = ({ code, size, quota, weights }: Named) => ({
  code,
  size,
  quota,
  ...(weights === undefined ? {} : { weights: weights.total }),
});

/** Whether a ticket comes no later than the last of a list. */
function isWithin(own: NoticeUnit, list: readonly NoticeUnit[], rank: Rank): boolean {
  const last = list.at(-1);
  return last !== undefined && compareRanked(rank, own, last) <= 0;
}

/** Whoever's ticket is small enough is listed with it, and nobody else is. */
function checkListed(
  field: string,
  own: NoticeUnit,
  isDue: boolean,
  list: readonly NoticeUnit[],
): Finding {
  const listed = list.find(({ id }) => id === own.id);
  return differs(field, isDue ? own : undefined, listed);
}

function checkFirstOut(
  path: string,
  own: NoticeUnit,
  stratum: NoticeSample['strata'][number],
  rank: Rank,
): Finding {
  const { firstOut } = stratum;
  if (firstOut !== undefined) {
    const [key, mine] = [firstOutKeyOf(stratum, rank), rank.keyOf(own)];
    // Of equal tickets the first out is no later, whoever it is.
    if (key < mine || (key === mine && firstOut <= own.ticket)) return undefined;
  }
  return { field: `${path}.firstOut`, expected: `<= ${own.ticket}`, found: firstOut ?? '' };
}

function attempt(check: () => Finding): Finding {
  try {
    return check();
  } catch (error) {
    return { field: 'proof', expected: 'data the draw can be run on', found: String(error) };
  }
}
