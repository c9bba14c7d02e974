import type { VisitRules } from '../visits/visitRules.js';

/** What keys are for besides samples: visits, pairs, and levels where the rules ask for them. */
export function purposesOf(rules: VisitRules | undefined): string[] {
  return ['visit', 'pair', ...(rules?.levelling === undefined ? [] : ['level'])];
}
