import type { Period } from '../core/day.js';
import { exampleCredit } from '../schemes/exampleCredit.js';
import { exampleRisk } from '../schemes/exampleRisk.js';

/** How long after an event of each kind the example schemes let it be repaired; others never are. */
export function repairPeriods(): ReadonlyMap<string, Period> {
  const periods = new Map<string, Period>();
  for (const term of [...exampleCredit.terms, ...exampleRisk.terms]) {
    if (term.kind !== 'events') continue;
    for (const { event, repair } of term.effects) {
      if (repair !== undefined && repair !== 'never') periods.set(event, repair.after);
    }
  }
  return periods;
}
