import { ownDigest } from '../../core/digest.js';
import { drawKey } from '../../ticket/drawKey.js';
import { drawSeed } from '../../ticket/drawSeed.js';
import { resultDigest } from '../noticeB.js';
import { type Case, differs, type Finding } from './case.js';

/** Notice A is the one that was published, and the one notice B follows. */
export function checkNoticeA({ a, b, digestOfA }: Case): Finding {
  const own = ownDigest({ ...a });
  return (
    (digestOfA === undefined ? undefined : differs('A.digest', digestOfA, own)) ??
    differs('A.digest', own, a.digest) ??
    differs('B.noticeA', a.digest, b.noticeA)
  );
}

/** Notice B is whole, and about the same draw. */
export function checkNoticeB({ a, b }: Case): Finding {
  return (
    differs('B.drawId', a.drawId, b.drawId) ??
    differs('B.mode', a.mode, b.mode) ??
    differs('B.digest', ownDigest({ ...b }), b.digest)
  );
}

/** The policy is the one notice A committed to, and, where it is at hand, the programme itself. */
export function checkPolicy({ a, b, programme }: Case): Finding {
  const stated = differs('B.policy', a.policy, b.policy);
  if (stated !== undefined || programme === undefined) return stated;
  return (
    differs('A.policy', programme.reference, a.policy) ??
    differs('A.documents', programme.at(a.asOf).documents, a.documents)
  );
}

/** The entropy is that of the sources named in notice A, in their order, with the values they gave. */
export function checkEntropy({ a, b, entropy }: Case): Finding {
  return (
    differs(
      'B.entropy.labels',
      a.sources.map(({ label }) => label),
      b.entropy.map(({ label }) => label),
    ) ?? (entropy === undefined ? undefined : differs('B.entropy', entropy, b.entropy))
  );
}

/** The seed follows from the entropy, and every key from the seed. */
export function checkSeed({ a, b }: Case): Finding {
  const seed = drawSeed({ drawId: a.drawId, entropy: b.entropy });
  const groups = new Set(a.tasks.map(({ group }) => `select:${group}`));
  const keys = [...groups, 'visit', 'pair'].map((purpose) => [purpose, drawKey(seed, purpose)]);
  return differs('B.seed', seed, b.seed) ?? differs('B.keys', Object.fromEntries(keys), b.keys);
}

/** The digest of the result is that of what stands in notice B. */
export function checkResult({ b }: Case): Finding {
  return differs('B.result', resultDigest(b), b.result);
}
