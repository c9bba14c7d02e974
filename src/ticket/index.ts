export { TICKET_CODES, type TicketCode } from './codes.js';
export { compareTickets, type Ticketed } from './compareTickets.js';
export { drawKey } from './drawKey.js';
export { drawSeed, type Entropy } from './drawSeed.js';
export { DRAW_METHOD } from './method.js';
export { T52_RANGE, t52, t52Hasher } from './t52.js';
export { pairTicket, pairTicketHasher, ticket, ticketHasher } from './ticket.js';
