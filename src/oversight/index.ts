export type {
  AuthorityBurden,
  Burden,
  BurdenReport,
  FirmBurden,
  Leakage,
  Load,
  MissedFloor,
  MonthBurden,
  Spread,
} from './burden.js';
export {
  type BurdenOptions,
  type BurdenTally,
  burdenReport,
  burdenTally,
} from './burdenReport.js';
