/** What a stratum is drawn with. */
export interface StratumRule {
  readonly stratum: string;
  readonly quota: number;
  readonly substitutes: number;
}

/** How many of a stratum a sample can tell of: the selected, the substitutes, the first ticket out. */
export function neededOf(rule: Pick<StratumRule, 'quota' | 'substitutes'>): number {
  return rule.quota + Math.max(rule.substitutes, 1);
}
