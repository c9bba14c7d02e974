import type { Day } from '../core/day.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import type { OfficialDecision, Proposal, VisitOutcome } from './outcome.js';
import { proposalWarnings } from './parseOutcome.js';
import type { Promised } from './promised.js';

/** The outcomes that count on a day, and what is wrong with the others. */
export interface CheckedOutcomes {
  readonly outcomes: readonly VisitOutcome[];
  readonly issues: readonly Issue[];
}

/**
 * Holds the outcomes against what was promised and against each other. A visit told twice, or told of
 * another entity than the plan has it for, is set aside; what lies after the day of the report waits; a
 * demand that no plan promised is only named.
 */
export function checkedOutcomes(
  promised: Promised,
  outcomes: readonly VisitOutcome[],
  asOf: Day,
): CheckedOutcomes {
  const issues: Issue[] = [];
  const planned = new Map(promised.visits.map((one) => [one.id, one]));
  const demands = new Map(promised.demands.map((one) => [one.id, one]));
  const seen = new Set<string>();
  const kept = outcomes.filter((outcome, i) => {
    const { visit, entity, day } = outcome;
    const expected = planned.get(visit)?.entity ?? entity;
    if (seen.has(visit)) {
      issues.push(errorAt('repeated-outcome', ['outcomes', i, 'visit'], { given: visit }));
      return false;
    }
    seen.add(visit);
    if (entity !== expected) {
      const params = { given: entity, visit, expected };
      issues.push(errorAt('outcome-of-another', ['outcomes', i, 'entity'], params));
      return false;
    }
    if (day > asOf) {
      issues.push(warningAt('after-as-of', ['outcomes', i, 'day'], { given: day, expected: asOf }));
      return false;
    }
    outcome.demands.forEach((id, k) => {
      const path = ['outcomes', i, 'demands', k];
      const known = demands.get(id);
      if (known === undefined) issues.push(warningAt('demand-not-promised', path, { given: id }));
      else if (known.entity !== entity) {
        issues.push(warningAt('demand-of-another', path, { given: id, expected: known.entity }));
      }
    });
    return true;
  });
  return { outcomes: kept, issues };
}

/** Decisions about visits nobody told of, and overrides nobody gave a reason for. */
export function looseEnds(
  outcomes: readonly VisitOutcome[],
  decisions: readonly OfficialDecision[],
  proposals: readonly Proposal[],
): Issue[] {
  const visits = new Set(outcomes.map(({ visit }) => visit));
  return [
    ...decisions.flatMap(({ id, visit }) =>
      visit === undefined || visits.has(visit)
        ? []
        : [warningAt('decision-without-outcome', ['decisions', id, 'visit'], { given: visit })],
    ),
    ...proposals
      .flatMap(proposalWarnings)
      .map((issue) => ({ ...issue, path: ['proposals', ...issue.path] })),
  ];
}
