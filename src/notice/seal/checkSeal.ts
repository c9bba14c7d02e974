import { requireArgument } from '../../core/argument.js';
import { ownDigest } from '../../core/digest.js';
import type { Difference } from '../../core/firstDifference.js';
import { differs } from '../checks/case.js';
import { resultDigest } from '../noticeB.js';
import type { NoticeB } from '../notices.js';
import { safeParseNoticeB } from '../parseNotice.js';
import { shapeFinding } from '../shapeFinding.js';
import { safeParseSealed } from './parseSealed.js';
import type { SealedB } from './sealed.js';

/** Whether something holds, and the first field that does not. */
export interface Holds extends Partial<Difference> {
  readonly ok: boolean;
}

/**
 * Whether an opened notice B is the one that was sealed.
 *
 * @param sealed - as it was published after the draw
 * @param noticeB - as it was opened
 * @param options.digestOfSeal - 64 hex digits, from where the seal was published
 * @returns the first field that differs; never throws on forged data
 */
export function checkSeal(
  sealed: SealedB,
  noticeB: NoticeB,
  options: { readonly digestOfSeal?: string } = {},
): Holds {
  requireArgument('checkSeal', 'options', options, 'object');
  const { digestOfSeal } = options;
  const finding =
    shapeFinding('seal', () => safeParseSealed(sealed)) ??
    shapeFinding('B', () => safeParseNoticeB(noticeB)) ??
    (digestOfSeal === undefined
      ? undefined
      : differs('seal.digest', digestOfSeal, sealed.digest)) ??
    differs('seal.digest', ownDigest({ ...sealed }), sealed.digest) ??
    differs('B.digest', sealed.noticeB, ownDigest({ ...noticeB })) ??
    differs('B.digest', sealed.noticeB, noticeB.digest) ??
    differs('B.result', sealed.result, resultDigest(noticeB)) ??
    differs('B.noticeA', sealed.noticeA, noticeB.noticeA) ??
    differs('B.drawId', sealed.drawId, noticeB.drawId) ??
    differs('B.mode', sealed.mode, noticeB.mode);
  return finding === undefined ? { ok: true } : { ok: false, ...finding };
}
