import { ownDigest } from 'evenhand/core';
import type { NoticeB } from 'evenhand/notice';
import { resultDigest } from '../../src/notice/noticeB.js';

/** Plain data that may be changed. */
export type Open<T> = T extends readonly (infer U)[]
  ? Open<U>[]
  : T extends { readonly map: unknown } & Iterable<infer U>
    ? Open<U>[]
    : T extends object
      ? { -readonly [K in keyof T]: Open<T[K]> }
      : T;

/** A notice B changed by hand, with its digests recomputed. */
export function sealedB(honest: NoticeB, change: (b: Open<NoticeB>) => void): NoticeB {
  const b = structuredClone(honest) as Open<NoticeB>;
  change(b);
  const whole = { ...b, result: resultDigest(b as NoticeB) };
  return { ...whole, digest: ownDigest({ ...whole }) } as NoticeB;
}
