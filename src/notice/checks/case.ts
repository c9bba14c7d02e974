import { type Difference, firstDifference } from '../../core/firstDifference.js';
import type { Opening } from '../../plan/staff.js';
import type { Programme } from '../../programme/programme.js';
import type { Entropy } from '../../ticket/drawSeed.js';
import type { NoticeA, NoticeB } from '../notices.js';

/** A row of a published frame: who could be drawn for which task, in which stratum. */
export interface FrameRow {
  readonly task: string;
  readonly id: string;
  readonly stratum: string;
  readonly weight?: number;
}

/** What a verifier may have besides the two notices. */
export interface VerifyOptions {
  /** The frames of all tasks, in any order. */
  readonly frame?: Iterable<FrameRow>;
  /** The digest of notice A as it was published before the entropy existed. */
  readonly digestOfA?: string;
  /** The values of the entropy as the verifier read them at their sources. */
  readonly entropy?: readonly Entropy[];
  /** Recusals that the verifier knows with their salts: an inspector's own, or all for an auditor. */
  readonly recusals?: readonly Opening[];
  /** Notice B of the earlier round that notice A names: loads carried and soft recusals follow from it. */
  readonly earlier?: NoticeB;
  /** The programme that the notices name. */
  readonly programme?: Programme;
}

/** All that a check looks at. */
export interface Case extends Omit<VerifyOptions, 'frame'> {
  readonly a: NoticeA;
  readonly b: NoticeB;
  /** What the frame showed, where there was one. */
  readonly frame?: () => Finding;
}

/** The field that differs, or undefined where everything holds. */
export type Finding = Difference | undefined;

/** A difference of two values under a name. */
export function differs(field: string, expected: unknown, found: unknown): Finding {
  return firstDifference(expected, found, field);
}

/** The first finding of many, looked for in order and no further than needed. */
export function firstOf<T>(list: Iterable<T>, look: (item: T, i: number) => Finding): Finding {
  let i = 0;
  for (const item of list) {
    const finding = look(item, i++);
    if (finding !== undefined) return finding;
  }
  return undefined;
}
