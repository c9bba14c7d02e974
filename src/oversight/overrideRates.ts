import type { Day } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import { eventsOf, type Ledger, visitsOf } from '../visits/ledger/ledger.js';
import { shareInterval } from './interval.js';
import { PROPOSAL_SUBJECTS, type Proposal } from './outcome.js';
import type { OfficerOverrides, OversightReport } from './oversightTypes.js';

/**
 * How often each officer did something else than the rules answered, with what he was asked as the whole:
 * a visit nobody proposed makes no rate smaller. Limits overridden stand in the ledger by their actor.
 */
export function overrideRates(
  proposals: readonly Proposal[],
  asOf: Day,
  ledger: Ledger | undefined,
): OversightReport['overrides'] {
  const known = proposals.filter(({ on }) => on <= asOf);
  const officers = new Map<string, { proposals: Proposal[]; limits: number }>();
  const of = (officer: string) => {
    const own = officers.get(officer) ?? { proposals: [], limits: 0 };
    officers.set(officer, own);
    return own;
  };
  for (const proposal of known) of(proposal.officer).proposals.push(proposal);
  for (const actor of ledger === undefined ? [] : limitActors(ledger, asOf)) of(actor).limits++;
  return {
    officers: sortedBy(officers, ([officer]) => officer).map(([officer, own]): OfficerOverrides => {
      const other = own.proposals.filter(isOverride);
      return {
        officer,
        proposals: own.proposals.length,
        overridden: other.length,
        withoutReason: other.filter(({ reason }) => reason === undefined).length,
        limits: own.limits,
        interval: shareInterval(other.length, own.proposals.length),
      };
    }),
    subjects: PROPOSAL_SUBJECTS.map((about) => {
      const own = known.filter((one) => one.about === about);
      return { about, proposals: own.length, overridden: own.filter(isOverride).length };
    }).filter((one) => one.proposals > 0),
  };
}

/** Whether something else was done than the rules answered. */
export const isOverride = ({ proposed, done }: Proposal): boolean => proposed !== done;

/** Who decided against a limit, once a visit. */
function limitActors(ledger: Ledger, asOf: Day): string[] {
  const entities = new Set(eventsOf(ledger).map(({ entity }) => entity));
  return [...entities].flatMap((entity) =>
    visitsOf(ledger, entity).flatMap(({ override }) =>
      override === undefined || override.on > asOf ? [] : [override.actor],
    ),
  );
}
