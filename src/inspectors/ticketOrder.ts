import { compareTickets } from '../ticket/compareTickets.js';
import { pairTicketHasher, ticketHasher } from '../ticket/ticket.js';

/** The visits by ascending ticket, equal tickets by id bytes. */
export function byTicket<T extends { readonly id: string }>(
  visitKey: string,
  visits: readonly T[],
): T[] {
  const ticketOf = ticketHasher(visitKey);
  return visits
    .map((visit) => ({ visit, id: visit.id, ticket: ticketOf(visit.id) }))
    .sort(compareTickets)
    .map(({ visit }) => visit);
}

/** Orders a visit's candidates by ascending pair ticket, equal tickets by id bytes. */
export function pairOrder(pairKey: string) {
  const ticketOf = pairTicketHasher(pairKey);
  return <T extends { readonly id: string }>(visitId: string, candidates: readonly T[]): T[] =>
    candidates
      .map((candidate) => {
        const { id } = candidate;
        return { candidate, id, ticket: ticketOf(visitId, id) };
      })
      .sort(compareTickets)
      .map(({ candidate }) => candidate);
}
