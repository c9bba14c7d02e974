import { type Candidate, freeze, type Network, place } from './network.js';
import {
  type Bands,
  closeReached,
  explore,
  follow,
  gateNode,
  reopen,
  visitNode,
  type Walk,
} from './walk.js';

/**
 * Draws the teams, visit after visit: candidates in ticket order, each accepted iff some complete
 * assignment within the bands holds everything accepted so far and this pair too.
 *
 * The network holds such an assignment all the time. A candidate outside it is tried by a walk from
 * him, with one visit too many, to a seat of this team that is not yet accepted.
 *
 * @param network - a complete assignment within the bands
 * @returns a function from a visit and its candidates in order to those accepted, in order
 */
export function teamDrawer(network: Network, walk: Walk, bands: Bands) {
  reopen(walk);
  const seats = new Int32Array(network.inspectors).fill(-1);
  const hasSeat = (inspector: number): boolean => (seats[inspector] as number) >= 0;

  return <T extends Candidate>(visit: number, candidates: readonly T[]): T[] => {
    const size = network.size[visit] as number;
    const team: T[] = [];
    let others = 0;
    for (const candidate of candidates) {
      if (team.length === size) break;
      const isOther = network.lead[candidate.inspector] === 0;
      if (isOther && others === size - 1) continue;
      const seat = seatOf(visit, candidate);
      if (seat < 0) continue;
      freeze(network, seat);
      team.push(candidate);
      if (isOther) others++;
    }
    return team;
  };

  /** The seat a candidate has or can be given, all else kept possible; -1 if there is none. */
  function seatOf(visit: number, { arc, inspector }: Candidate): number {
    if (network.used[arc] === 1) {
      return network.slotArc.indexOf(arc, network.firstSlot[visit] as number);
    }
    const isLead = network.lead[inspector] === 1;
    const target = isLead ? visitNode(network, visit) : gateNode(network, visit);
    // The arc leads from the target to the inspector: in another zone he never leads back to it.
    if (walk.zone[inspector] !== walk.zone[target]) return -1;

    const holders = markSeats(visit, isLead);
    const goal = explore(network, walk, inspector, hasSeat, { bands });
    const seat = goal < 0 ? -1 : (seats[goal] as number);
    for (const holder of holders) seats[holder] = -1;
    if (seat < 0) closeReached(walk);
    else {
      follow(network, walk, goal);
      place(network, seat, arc);
    }
    return seat;
  }

  /** Marks the seats not yet accepted that a lead, or anyone, may take over; returns who holds them. */
  function markSeats(visit: number, forLead: boolean): number[] {
    const { lead, arcInspector, slotArc, others, size, frozen, firstSlot } = network;
    const gateIsOpen = (others[visit] as number) < (size[visit] as number) - 1;
    const holders: number[] = [];
    const end = firstSlot[visit + 1] as number;
    for (let slot = firstSlot[visit] as number; slot < end; slot++) {
      const holder = arcInspector[slotArc[slot] as number] as number;
      if (frozen[slot] === 1 || (lead[holder] === 1 && !forLead && !gateIsOpen)) continue;
      seats[holder] = slot;
      holders.push(holder);
    }
    return holders;
  }
}
