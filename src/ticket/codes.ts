/** The codes of `ticket`: each has its texts in `texts/ticket.ts`. */
export const TICKET_CODES = [
  'bad-entropy',
  'bad-seed',
  'bad-purpose',
  'bad-key',
  'bad-entropy-value',
  'beacon-differs',
  'bad-round',
  'no-such-instant',
] as const;

/** A code of `ticket`. */
export type TicketCode = (typeof TICKET_CODES)[number];
