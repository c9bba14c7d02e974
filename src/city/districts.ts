/** The share of a district in the made-up city's entities, per mille. */
export interface DistrictShare {
  readonly code: string;
  readonly share: number;
}

/**
 * How the made-up city's entities spread over the sixteen districts, per mille. Example: the order of
 * size is meant to look familiar, no statistic stands behind a number.
 */
export const DISTRICT_SHARES: readonly DistrictShare[] = [
  { code: '110101', share: 45 },
  { code: '110102', share: 50 },
  { code: '110105', share: 210 },
  { code: '110106', share: 95 },
  { code: '110107', share: 30 },
  { code: '110108', share: 150 },
  { code: '110109', share: 18 },
  { code: '110111', share: 60 },
  { code: '110112', share: 85 },
  { code: '110113', share: 50 },
  { code: '110114', share: 65 },
  { code: '110115', share: 60 },
  { code: '110116', share: 25 },
  { code: '110117', share: 20 },
  { code: '110118', share: 22 },
  { code: '110119', share: 15 },
];
