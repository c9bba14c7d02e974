import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { EvenhandError } from '../core/error.js';
import { compareBytes } from '../core/order.js';
import { ENGINE } from '../core/version.js';
import type { Ledger } from '../visits/ledger/ledger.js';
import { burdenReport } from './burdenReport.js';
import { checkedOutcomes, looseEnds } from './checkOversight.js';
import { certainCoverage, strataCoverage } from './coverage.js';
import { doneDemands } from './doneDemands.js';
import { hitRates } from './hitRates.js';
import { jointShare } from './jointShare.js';
import { latePublications, type PublicationTerm } from './latePublications.js';
import { measuresOf } from './measuresOf.js';
import type { OfficialDecision, Proposal, VisitOutcome } from './outcome.js';
import { overrideRates } from './overrideRates.js';
import type { OversightReport } from './oversightTypes.js';
import type { Promised } from './promised.js';
import { reviewedDecisions } from './reviewedDecisions.js';

/** What supervision is looked at by. */
export interface OversightInput {
  /** What the year's plan promised: the yardstick. */
  readonly promised: Promised;
  readonly outcomes: readonly VisitOutcome[];
  readonly decisions?: readonly OfficialDecision[];
  readonly proposals?: readonly Proposal[];
  readonly ledger?: Ledger;
  readonly term?: PublicationTerm;
  /** The civil day of the report: what lies after it is not looked at. */
  readonly asOf: Day;
}

/**
 * How a year of supervision went: what was covered, what was found and where, what did not hold, what
 * was public too late, who did otherwise than the rules, who came together, and what it cost the firms.
 *
 * **No quota.** Every measure is held against what the plan promised, or is a plain count of what went
 * wrong. A check that nobody asked for and that finds nothing, and a penalty more, improve none of them:
 * `oversightLaws` of `evenhand/testing` says so, and can be put to a platform of your own.
 *
 * Rows that contradict the plan or one another are set aside and named in `issues`.
 *
 * @throws `bad-noun` never: parse rows with `parseOutcome` first; `cannot-oversee` where no row is left
 * of a list that was not empty
 * @source 京政发〔2021〕24号, 健全问责免责制度: 避免“以多少评优劣”.
 * @example
 * ```ts
 * import { oversightReport } from 'evenhand/oversight';
 *
 * const window = { from: '2026-03-01', to: '2026-06-30' };
 * const demand = { id: 'fire/exits/E1', entity: 'E1', item: 'exits', task: 'fire', way: 'certain', reason: 'list: key', window } as const;
 * const visit = { id: 'E1/census', entity: 'E1', kind: 'census', day: '2026-04-02', lead: 'fire', partners: [], demands: [demand.id] } as const;
 * const promised = { drawId: 'EX-1', year: 2026, strata: [], demands: [demand], visits: [visit], deferred: [] };
 * const outcome = { ...visit, visit: visit.id, officers: ['JC-000123'], answered: ['exits'], faults: ['exits'] };
 *
 * const report = oversightReport({ promised, outcomes: [outcome], asOf: '2026-12-31' });
 * report.coverage.certain[0]?.done; // => 1
 * report.hits.ways.find(({ way }) => way === 'certain')?.hits; // => 1
 * ```
 */
export function oversightReport(input: OversightInput): OversightReport {
  requireArgument('oversightReport', 'input', input, { promised: 'object', outcomes: 'array' });
  const { promised, asOf, ledger, decisions = [], proposals = [] } = input;
  const { outcomes, issues } = checkedOutcomes(promised, input.outcomes, asOf);
  if (outcomes.length === 0 && issues.some(({ severity }) => severity === 'error')) {
    throw new EvenhandError(
      'cannot-oversee',
      `none of the ${input.outcomes.length} outcomes fits the plan \`${promised.drawId}\``,
      issues,
    );
  }
  const done = doneDemands(promised, outcomes);
  const { issues: terms, ...publication } = latePublications(outcomes, asOf, input.term);
  const burden = ledger === undefined ? undefined : burdenReport(ledger, { year: promised.year });
  const parts = {
    coverage: {
      certain: certainCoverage(promised, done, asOf),
      strata: strataCoverage(promised, done),
    },
    hits: hitRates(done),
    decisions: reviewedDecisions(decisions, asOf),
    publication,
    overrides: overrideRates(proposals, asOf, ledger),
    joint: jointShare(promised, outcomes),
    unplanned: [...done.ways]
      .flatMap(([visit, ways]) => (ways.has('unplanned') ? [visit] : []))
      .sort(compareBytes),
    ...(burden === undefined
      ? {}
      : {
          burden: {
            ...{ firms: burden.firms, total: burden.total },
            ...{ leakage: burden.leakage, refused: burden.refused },
          },
        }),
  };
  return {
    schema: 'evenhand/oversight/1',
    engine: ENGINE,
    ...{ drawId: promised.drawId, year: promised.year, asOf },
    ...parts,
    measures: measuresOf(parts),
    issues: [...issues, ...terms, ...looseEnds(outcomes, decisions, proposals)],
  };
}
