import { sortedBy } from '../core/order.js';
import { keyState } from '../ticket/keyState.js';
import { loadBands } from './bands.js';
import { type CandidateLists, namedCandidates } from './candidates.js';
import { complete } from './complete.js';
import { newExchange } from './exchange.js';
import { seatByTicket, type VisitSlots } from './firstChoices.js';
import { balanceLoads } from './loads.js';
import { drawByTicket } from './lottery.js';
import { buildNetworks, type Network, seatOf } from './network.js';
import { type OpenVisit, type StaffInspector, slotsOf, type TeamSizes } from './staffing.js';
import { pairOrder } from './ticketOrder.js';
import { newWalk } from './walk.js';
import { type Witness, witnessOf } from './witness.js';

/** How many visits an inspector has, and the band fair loads allow him, earlier rounds apart. */
export interface Load {
  readonly inspector: string;
  readonly load: number;
  readonly low: number;
  readonly high: number;
}

/** Those drawn for a visit, in order of acceptance; the first lead of the lead authority among them. */
export interface DrawnTeam {
  readonly members: readonly string[];
  readonly leader?: string;
}

/** Those drawn for each visit, or the proof that they can't be. */
export type Drawn =
  | {
      readonly status: 'assigned';
      readonly drawn: readonly DrawnTeam[];
      readonly loads: readonly Load[];
    }
  | { readonly status: 'infeasible'; readonly witness: Witness };

/**
 * The four steps of `double-random/1` §3 for visits already in the order of the lottery, in each
 * district apart.
 *
 * @throws `bad-key` | `unknown-candidate` | `repeated-candidate`
 */
export function drawTeams(
  visits: readonly OpenVisit[],
  staff: readonly StaffInspector[],
  pairKey: string,
): Drawn {
  const inspectors = sortedBy(staff, ({ id }) => id);
  return drawListed(visits, inspectors, pairKey, namedCandidates(inspectors.map(({ id }) => id)));
}

/**
 * `drawTeams` where who is eligible is known by number.
 *
 * @param inspectors - by id bytes, as the lists number them
 */
export function drawListed<V extends TeamSizes>(
  visits: readonly V[],
  inspectors: readonly StaffInspector[],
  pairKey: string,
  lists: CandidateLists<V>,
): Drawn {
  const ids = inspectors.map(({ id }) => id);
  keyState(pairKey); // A bad key is a mistake even where no ticket is needed.
  const districts = buildNetworks(visits, inspectors, lists).map((district) => ({
    ...district,
    walk: newWalk(district.network),
  }));

  const short = districts.flatMap(({ walk, ...district }) => {
    const reached = complete(district.network, walk);
    return reached === undefined ? [] : [{ ...district, reached }];
  });
  if (short.length > 0) {
    const within = short.flatMap(({ reached, inspectors }) =>
      Array.from(reached, (i) => inspectors[i] as number),
    );
    const named = within.sort((a, b) => a - b).map((i) => ids[i] as string);
    return { status: 'infeasible', witness: witnessOf(short, named) };
  }

  const drawn = new Array<DrawnTeam>(visits.length);
  const loads = new Array<Load>(ids.length);
  for (const district of districts) {
    const { network, walk } = district;
    const names = district.staffing.inspectors.map(({ id }) => id);
    balanceLoads(network, walk);
    const bands = loadBands(network);
    const order = pairOrder(pairKey, names);
    const slots = slotsOfEach(district.staffing.visits);
    const choices = seatByTicket(network, bands, order, slots);
    const teams = drawByTicket(network, newExchange(network, bands), order, slots, choices);
    district.visits.forEach((v, n) => {
      drawn[v] = teamOf(network, names, (slots[n] as VisitSlots).from, teams[n] as number[]);
    });
    district.inspectors.forEach((i, n) => {
      loads[i] = {
        inspector: ids[i] as string,
        load: network.load[n] as number,
        low: bands.low[n] as number,
        high: bands.high[n] as number,
      };
    });
  }
  return { status: 'assigned', drawn, loads };
}

/** @param first - the slot of the lead authority */
function teamOf(
  network: Network,
  names: readonly string[],
  first: number,
  team: readonly number[],
): DrawnTeam {
  const leader = team.find((i) => network.lead[i] === 1 && seatOf(network, first, i) >= 0);
  return {
    members: team.map((i) => names[i] as string),
    ...(leader === undefined ? {} : { leader: names[leader] as string }),
  };
}

/** The visits with the numbers of their slots. */
function slotsOfEach(visits: readonly TeamSizes[]): VisitSlots[] {
  let from = 0;
  return visits.map((visit) => {
    const slots = { id: visit.id, from, to: from + slotsOf(visit).length };
    from = slots.to;
    return slots;
  });
}
