export { allocate, type Share } from './allocate.js';
export { type CertainUnit, certainUnits } from './certainUnits.js';
export { checkSampling } from './checkSampling.js';
export { chosenRatio, type RatioChoice, type RatioRange } from './chosenRatio.js';
export { DRAW_CODES, type DrawCode } from './codes.js';
export { type Cycle, cycleQuotas, notYetDrawn, partQuota } from './cycle.js';
export { type DrawAccumulator, type DrawRules, drawAccumulator } from './drawAccumulator.js';
export { shiftedKey, spreadOffset } from './drawOrder.js';
export { type DrawInput, type DrawMethod, drawSample } from './drawSample.js';
export type { DrawState, StratumState } from './drawState.js';
export { type FrameAccumulator, frameAccumulator } from './frameAccumulator.js';
export { type FrameProof, frameProof } from './frameProof.js';
export { frameRoot } from './frameRoot.js';
export { type MergeOptions, mergeSamples } from './mergeSamples.js';
export { paretoKey, type WeightedSample } from './paretoStratum.js';
export { QUOTA_RULES, type QuotaRule, quota } from './quota.js';
export { quotas } from './quotas.js';
export type { Drawn, Sample, StratumSample } from './sample.js';
export type {
  CapacityPeriod,
  CertainRule,
  RecencyTier,
  Sampling,
  TeamRules,
  WeightRule,
} from './sampling.js';
export { SAMPLING_CODES, type SamplingCode } from './samplingCodes.js';
export { samplingSchema } from './samplingSchema.js';
export { type RecencyShare, splitByRecency } from './splitByRecency.js';
export { staffQuota } from './staffQuota.js';
export { SHARE_BASES, type ShareBase, subShare } from './subShare.js';
export { topUp } from './topUp.js';
export type { FrameUnit } from './unit.js';
