import { requireArgument } from '../../core/argument.js';
import { ownDigest } from '../../core/digest.js';
import type { Opening } from '../../plan/staff.js';
import { differs, type Finding, type FrameRow, firstOf } from '../checks/case.js';
import type { NoticeA, NoticeB } from '../notices.js';
import { safeParseNoticeA, safeParseNoticeB } from '../parseNotice.js';
import type { Holds } from '../seal/checkSeal.js';
import { shapeFinding } from '../shapeFinding.js';
import type { PlanAmendment } from './amendment.js';
import { checkAct } from './checkAct.js';
import { type FrameOrders, frameOrders } from './frameOrders.js';
import { safeParseAmendment } from './parseAmendment.js';
import { amended, planNow } from './planNow.js';

/** What a verifier of amendments may have besides what is published. */
export interface AmendmentOptions {
  /** The digest of the last amendment as it was published: none after it was left out. */
  readonly digestOfLast?: string;
  /** Recusals that the verifier knows with their salts. */
  readonly recusals?: readonly Opening[];
  /** The frames of all tasks, in any order: a top-up passed nobody over. */
  readonly frame?: Iterable<FrameRow>;
}

/** A verification of amendments that is given the frame row by row. */
export interface AmendmentVerifier {
  /** Takes a row of the frame; only tasks that were topped up keep anything of it. */
  readonly add: (row: FrameRow) => void;
  readonly done: () => Holds;
}

/**
 * Checks all amendments of a published draw without trust in whoever made them, and names the first
 * field that differs, as `amendments[1].substitution.id`.
 *
 * Each amendment must follow the one before by its digest; a struck entity must have been drawn, and
 * the next substitute come in; a top-up must add as many as its total gives, whoever was a substitute
 * first, and with the frame nobody but the next in order; the visits of all of them follow from what
 * they are due; the teams are those the lottery gives under the next key. Whether the draw itself
 * holds, and the frame is the one of notice A, is for `verifyDraw`.
 *
 * @param amendments - all of them, in their order
 * @param options.digestOfLast - 64 hex digits, from where the last amendment was published
 * @returns the first field that differs; never throws on forged data
 *
 * @source double-random/1 §4, amendments
 */
export function verifyAmendments(
  noticeA: NoticeA,
  noticeB: NoticeB,
  amendments: readonly PlanAmendment[],
  options: AmendmentOptions = {},
): Holds {
  requireArgument('verifyAmendments', 'options', options, 'object');
  const { frame, ...others } = options;
  if (frame === undefined) return verified(noticeA, noticeB, amendments, others);
  const verifier = amendmentVerifier(noticeA, noticeB, amendments, others);
  for (const row of frame) verifier.add(row);
  return verifier.done();
}

/** `verifyAmendments` with a frame that comes row by row, in any order. */
export function amendmentVerifier(
  noticeA: NoticeA,
  noticeB: NoticeB,
  amendments: readonly PlanAmendment[],
  options: Omit<AmendmentOptions, 'frame'> = {},
): AmendmentVerifier {
  const orders = frameOrders(noticeA, noticeB, amendments);
  return {
    add: orders.add,
    done: () => verified(noticeA, noticeB, amendments, options, orders.orderOf),
  };
}

function verified(
  noticeA: NoticeA,
  noticeB: NoticeB,
  amendments: readonly PlanAmendment[],
  options: Omit<AmendmentOptions, 'frame'>,
  orderOf?: FrameOrders['orderOf'],
): Holds {
  const finding = attempt('amendments', () => {
    const notices =
      shapeFinding('A', () => safeParseNoticeA(noticeA)) ??
      shapeFinding('B', () => safeParseNoticeB(noticeB)) ??
      differs('A.digest', ownDigest({ ...noticeA }), noticeA.digest) ??
      differs('B.digest', ownDigest({ ...noticeB }), noticeB.digest) ??
      differs('B.noticeA', noticeA.digest, noticeB.noticeA);
    if (notices !== undefined) return notices;
    let now = planNow(noticeB, []);
    const wrong = firstOf(amendments, (amendment, i) => {
      const path = `amendments[${i}]`;
      const found =
        shapeFinding(path, () => safeParseAmendment(amendment)) ??
        checkChain(noticeB, amendments, i) ??
        checkAct(
          { a: noticeA, b: noticeB, before: now, amendment, path },
          options.recusals ?? [],
          orderOf,
        );
      if (found === undefined) now = amended(now, amendment);
      return found;
    });
    const { digestOfLast } = options;
    if (wrong !== undefined || digestOfLast === undefined) return wrong;
    const last = amendments.at(-1)?.digest ?? noticeB.digest;
    return differs(`amendments[${Math.max(0, amendments.length - 1)}].digest`, digestOfLast, last);
  });
  return finding === undefined ? { ok: true } : { ok: false, ...finding };
}

function checkChain(b: NoticeB, amendments: readonly PlanAmendment[], i: number): Finding {
  const path = `amendments[${i}]`;
  const one = amendments[i] as PlanAmendment;
  return (
    differs(`${path}.previous`, amendments[i - 1]?.digest ?? b.digest, one.previous) ??
    differs(`${path}.number`, i + 1, one.number) ??
    differs(`${path}.noticeB`, b.digest, one.noticeB) ??
    differs(`${path}.drawId`, b.drawId, one.drawId) ??
    differs(`${path}.mode`, b.mode, one.mode) ??
    differs(`${path}.digest`, ownDigest({ ...one }), one.digest)
  );
}

/** Whatever a forger built to stop the verifier is a finding. */
function attempt(field: string, check: () => Finding): Finding {
  try {
    return check();
  } catch (error) {
    return { field, expected: 'data the draw can be run on', found: String(error) };
  }
}
