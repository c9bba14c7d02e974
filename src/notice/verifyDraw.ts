import { requireArgument } from '../core/argument.js';
import type { Case, Finding, FrameRow, VerifyOptions } from './checks/case.js';
import {
  checkEntropy,
  checkNoticeA,
  checkNoticeB,
  checkPolicy,
  checkResult,
  checkSeed,
} from './checks/commitments.js';
import { frameCheck } from './checks/frame.js';
import { checkCertain, checkSamples, checkStrata } from './checks/samples.js';
import { checkStaff, checkTeams } from './checks/staff.js';
import { checkVisits } from './checks/visits.js';
import type { NoticeA, NoticeB } from './notices.js';
import { safeParseNoticeA, safeParseNoticeB } from './parseNotice.js';
import { shapeFinding } from './shapeFinding.js';
import { CHECKS, type Check, type CheckName, type Verification } from './verification.js';

const checkers = {
  'notice-a': checkNoticeA,
  'notice-b': checkNoticeB,
  policy: checkPolicy,
  entropy: checkEntropy,
  seed: checkSeed,
  strata: checkStrata,
  samples: checkSamples,
  certain: checkCertain,
  frame: ({ frame }) => frame?.(),
  staff: checkStaff,
  visits: checkVisits,
  teams: checkTeams,
  result: checkResult,
} satisfies Record<CheckName, (one: Case) => Finding>;

/**
 * Checks a published draw without trust in whoever drew it, and names the first field that differs
 * in each part.
 *
 * With the two notices alone: that chance came from the sources named before, that every ticket is
 * right and in order, that those who are certain are those committed to, that visits follow from the
 * samples, and that the teams are the ones the lottery gives. With the frame: that nobody with a
 * smaller ticket was passed over. With the digest of notice A as it was published: that notice A was
 * not changed since. With the entropy read at its source: that it was not made up. What no
 * verification shows is in docs/notices.md.
 *
 * @param noticeA - the notice that was published before the entropy
 * @param noticeB - the notice that was published after it
 * @param options.frame - the rows of all tasks' frames, in any order
 * @param options.digestOfA - 64 hex digits, from where notice A was published
 * @param options.entropy - the values as the verifier read them at their sources
 * @param options.recusals - recusals known with their salts: none of them may be hidden
 * @param options.earlier - notice B of the earlier round, where notice A names one
 * @param options.programme - the programme, to check that its digest is the one committed to
 * @returns every check; never throws on forged notices
 */
export function verifyDraw(
  noticeA: NoticeA,
  noticeB: NoticeB,
  options: VerifyOptions = {},
): Verification {
  requireArgument('verifyDraw', 'options', options, 'object');
  const { frame, ...others } = options;
  if (frame === undefined) return verified(noticeA, noticeB, others);
  const verifier = drawVerifier(noticeA, noticeB, others);
  for (const row of frame) verifier.add(row);
  return verifier.done();
}

/** A verification that is given the frame row by row. */
export interface DrawVerifier {
  /** Takes a row of the frame; what is wrong with it is among the checks. */
  readonly add: (row: FrameRow) => void;
  readonly done: () => Verification;
}

/**
 * `verifyDraw` with a frame that comes row by row, in any order: an async loop calls `add` itself. Memory
 * depends on the notices, and holds some 40 bytes a row outside of the heap.
 *
 * @example
 * ```ts no-run
 * const verifier = drawVerifier(noticeA, noticeB);
 * for await (const row of rows) verifier.add(row);
 * verifier.done().ok;
 * ```
 */
export function drawVerifier(
  noticeA: NoticeA,
  noticeB: NoticeB,
  options: Omit<VerifyOptions, 'frame'> = {},
): DrawVerifier {
  const isWhole = shapeFaults(noticeA, noticeB).length === 0;
  const check = isWhole ? frameCheck(noticeA, noticeB) : undefined;
  return {
    add: (row) => check?.add(row),
    done: () => verified(noticeA, noticeB, options, () => check?.finding()),
  };
}

function verified(
  a: NoticeA,
  b: NoticeB,
  options: Omit<VerifyOptions, 'frame'>,
  frame?: () => Finding,
): Verification {
  const faults = shapeFaults(a, b);
  if (faults.length > 0) {
    return {
      ok: false,
      checks: faults,
      skipped: CHECKS.filter((name) => !faults.some((one) => one.check === name)),
    };
  }
  const one: Case = { ...options, a, b, ...(frame === undefined ? {} : { frame }) };
  const skipped: CheckName[] = frame === undefined ? ['frame'] : [];
  const checks = CHECKS.filter((name) => !skipped.includes(name)).map((check): Check => {
    const finding = look(checkers[check], one);
    return finding === undefined ? { check, ok: true } : { check, ok: false, ...finding };
  });
  return { ok: checks.every(({ ok }) => ok), checks, skipped };
}

function shapeFaults(a: NoticeA, b: NoticeB): Check[] {
  return [shapeOf('notice-a', a), shapeOf('notice-b', b)].filter((check) => check !== undefined);
}

/**
 * A forged notice may break a rule of the draw itself, or be built to break the verifier: whatever
 * stops a check is a finding, and the other checks go on.
 */
function look(checker: (one: Case) => Finding, one: Case): Finding {
  try {
    return checker(one);
  } catch (error) {
    return { field: 'B', expected: 'data the draw can be run on', found: String(error) };
  }
}

function shapeOf(check: 'notice-a' | 'notice-b', notice: unknown): Check | undefined {
  const finding =
    check === 'notice-a'
      ? shapeFinding('A', () => safeParseNoticeA(notice))
      : shapeFinding('B', () => safeParseNoticeB(notice));
  return finding === undefined ? undefined : { check, ok: false, ...finding };
}
