import { shiftedKey } from '../draw/drawOrder.js';
import type { StratumSample } from '../draw/sample.js';
import { offsetOf } from '../plan/offsetOf.js';
import type { PlanStratum } from '../plan/plan.js';
import type { TaskSpread } from '../register/nouns.js';
import type { NoticeSample } from './notices.js';

/** What a stratum drew, as notice B shows it. */
export function noticeStratum(
  sample: PlanStratum,
  spread: TaskSpread | undefined,
): NoticeSample['strata'][number] {
  const { stratum: code, takeAll: _, ...rest } = sample;
  if (!('weights' in rest)) return { code, ...rest, ...shiftedKeys(rest, spread) };
  const { certain, lastInKey, firstOutKey, ...drawn } = rest;
  return {
    code,
    ...drawn,
    takeAll: certain,
    ...(lastInKey === undefined ? {} : { lastInKey: String(lastInKey) }),
    ...(firstOutKey === undefined ? {} : { firstOutKey: String(firstOutKey) }),
  };
}

/** Where the thresholds stand in an order that begins elsewhere, so that one entity can compare. */
export function shiftedKeys(
  { lastIn, firstOut }: Pick<StratumSample, 'lastIn' | 'firstOut'>,
  spread: TaskSpread | undefined,
): { lastInKey?: number; firstOutKey?: number } {
  if (spread === undefined) return {};
  const offset = offsetOf({ spread });
  return {
    ...(lastIn === undefined ? {} : { lastInKey: shiftedKey(lastIn, offset) }),
    ...(firstOut === undefined ? {} : { firstOutKey: shiftedKey(firstOut, offset) }),
  };
}
