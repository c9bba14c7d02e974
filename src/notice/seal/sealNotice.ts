import { requireArgument } from '../../core/argument.js';
import { ownDigest } from '../../core/digest.js';
import type { NoticeRows } from '../noticeRows.js';
import type { SealedB } from './sealed.js';

/**
 * The sealed form of notice B, to be published at once where visits shall come as a surprise; notice
 * B itself follows after the visits.
 *
 * @source double-random/1 §4
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { checkSeal, noticeB, sealNotice } from 'evenhand/notice';
 * import { drawPlan, preparePlan } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme } = sampleCity({ entities: 300, seed: 'doc' });
 * const prepared = preparePlan({
 *   programme: parseProgramme(programme), register, tasks,
 *   year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001',
 *   sources: [{ label: 'dice.2026-01-15', bits: 132 }],
 * });
 * const b = noticeB(drawPlan(prepared, [{ label: 'dice.2026-01-15', value: '4.1.9.0.3.3.7.2.8.8' }]));
 * checkSeal(sealNotice(b), b).ok; // => true
 * checkSeal(sealNotice(b), { ...b, seed: b.digest }).field; // => 'B.digest'
 * ```
 */
export function sealNotice(notice: NoticeRows): SealedB {
  requireArgument('sealNotice', 'notice', notice, 'object');
  const { scheme, mode, drawId, noticeA, result } = notice;
  const seal = {
    schema: 'evenhand/sealed-b/1' as const,
    scheme,
    mode,
    drawId,
    noticeA,
    noticeB: notice.digest,
    result,
  };
  return { ...seal, digest: ownDigest(seal) };
}
