import { frameProof } from 'evenhand/draw';
import { checkProof, type FrameRow, type NoticeA, type NoticeB, type Proof } from 'evenhand/notice';
import type { FirmProof } from '../messages.js';

/** How many proofs are kept at once; the oldest go first. */
const KEPT = 100;

/** The proofs at hand, each in the place of an older one for the same firm and task. */
export function withProof(proofs: readonly Proof[], proof: Proof): Proof[] {
  const others = proofs.filter(({ id, task }) => id !== proof.id || task !== proof.task);
  return [...others.slice(1 - KEPT), proof];
}

/** The proof of a firm's place, made out of the whole frame. @throws `not-in-frame` */
export function proofFrom(a: NoticeA, frame: readonly FrameRow[], task: string, id: string): Proof {
  const rows = frame.filter((row) => row.task === task);
  const { unit, index, count, path, root } = frameProof(rows, id);
  const { stratum, weight } = unit;
  return {
    ...{ schema: 'evenhand/proof/1' as const, drawId: a.drawId, task, id, stratum },
    ...(weight === undefined ? {} : { weight }),
    ...{ index, count, path, root },
  };
}

/** What a proof says of its firm, for whoever may have forged it. */
export function proven(a: NoticeA, b: NoticeB, proof: Proof): FirmProof {
  const { ok, inFrame, field = '', expected = '', found = '' } = checkProof(a, b, proof);
  return {
    ok,
    inFrame,
    text: JSON.stringify(proof),
    ...(ok ? {} : { difference: { field, expected, found } }),
    ...(inFrame
      ? {
          stratum: proof.stratum,
          index: proof.index,
          count: proof.count,
          hashes: proof.path.length,
        }
      : {}),
  };
}
