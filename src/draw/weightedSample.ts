import type { Sample } from './sample.js';

const WEIGHTED = /* @__PURE__ */ Symbol.for('evenhand.weighted-sample');

/**
 * The sample, remembered as a weighted one so that no merge takes it for a part.
 *
 * The mark is not enumerable: a sample stays the same plain data however it was drawn. A sample that
 * was written and read again is known by its take-all units and its order instead.
 */
export function asWeighted(sample: Sample): Sample {
  return Object.defineProperty({ ...sample }, WEIGHTED, { value: true });
}

/** Whether the sample shows that it was drawn by weight. */
export function isWeighted(sample: Sample): boolean {
  return WEIGHTED in sample || sample.strata.some(({ takeAll }) => takeAll.length > 0);
}
