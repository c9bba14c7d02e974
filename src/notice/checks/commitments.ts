import { ownDigest } from '../../core/digest.js';
import { isTooShort } from '../../plan/checkEntropy.js';
import { isDemonstration } from '../../plan/demonstration.js';
import { purposesOf } from '../../plan/purposes.js';
import { drawKey } from '../../ticket/drawKey.js';
import { drawSeed } from '../../ticket/drawSeed.js';
import { checkEntropyValue } from '../../ticket/entropy/checkEntropyValue.js';
import { drandChainHash } from '../../ticket/entropy/drandRound.js';
import { entropySource } from '../../ticket/entropy/entropySource.js';
import { resultDigest } from '../noticeB.js';
import type { NoticeA, NoticeB } from '../notices.js';
import { type Case, differs, type Finding, firstOf } from './case.js';

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

/**
 * The entropy is that of the sources named in notice A, in their order, with the values they gave; a
 * source that says what its values look like gave such a one, and claimed no more bits than it has.
 */
export function checkEntropy({ a, b, entropy }: Case): Finding {
  return (
    differs(
      'B.entropy.labels',
      a.sources.map(({ label }) => label),
      b.entropy.map(({ label }) => label),
    ) ??
    firstOf(a.sources, (source, i) => checkSource(source, i, b.entropy[i]?.value ?? '')) ??
    (a.mode === 'authoritative' ? checkBinding(a, b) : undefined) ??
    (entropy === undefined ? undefined : differs('B.entropy', entropy, b.entropy))
  );
}

/** A draw that binds has sources that are no demonstration, and values as long as they claim. */
function checkBinding({ sources }: NoticeA, { entropy }: NoticeB): Finding {
  return firstOf(sources, (source, i) => {
    if (isDemonstration(source)) {
      return { field: 'A.mode', expected: 'simulation', found: 'authoritative' };
    }
    const found = entropy[i]?.value ?? '';
    if (!isTooShort(source, found)) return undefined;
    return { field: `B.entropy[${i}].value`, expected: `${source.bits} bits`, found };
  });
}

function checkSource(
  { label, bits, spec }: NoticeA['sources'][number],
  i: number,
  value: string,
): Finding {
  if (spec === undefined) return undefined;
  const own = entropySource(spec);
  const [wrong] = checkEntropyValue(spec, value);
  return (
    (spec.kind === 'drand'
      ? differs(`A.sources[${i}].spec.chain.hash`, drandChainHash(spec.chain), spec.chain.hash)
      : undefined) ??
    differs(`A.sources[${i}]`, { label: own.label, bits: own.bits }, { label, bits }) ??
    (wrong === undefined
      ? undefined
      : {
          field: `B.entropy[${i}].value`,
          expected: String(wrong.params['expected']),
          found: value,
        })
  );
}

/** The seed follows from the entropy, and every key from the seed. */
export function checkSeed({ a, b }: Case): Finding {
  const seed = drawSeed({ drawId: a.drawId, entropy: b.entropy });
  const groups = new Set(a.tasks.map(({ group }) => `select:${group}`));
  const keys = [...groups, ...purposesOf(a.visitRules)].map((purpose) => [
    purpose,
    drawKey(seed, purpose),
  ]);
  return differs('B.seed', seed, b.seed) ?? differs('B.keys', Object.fromEntries(keys), b.keys);
}

/** The digest of the result is that of what stands in notice B. */
export function checkResult({ b }: Case): Finding {
  return differs('B.result', resultDigest(b), b.result);
}
