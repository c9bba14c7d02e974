import { mistake } from '../../core/error.js';
import type { LedgerEvent } from './event.js';
import type { LedgerVisit } from './ledgerVisit.js';
import { visitAfter } from './visitAfter.js';

/** All that happened to one entity, and the visits that came of it, by the day they were booked. */
export interface EntityLedger {
  readonly entity: string;
  readonly events: readonly LedgerEvent[];
  readonly visits: readonly LedgerVisit[];
}

/** A history while it is made. */
export interface GrowingHistory extends EntityLedger {
  readonly events: LedgerEvent[];
  readonly visits: LedgerVisit[];
}

/** The history of an entity to which nothing has happened. */
export function newHistory(entity: string): GrowingHistory {
  return { entity, events: [], visits: [] };
}

/**
 * The history that these events of one entity are.
 *
 * It is as good for a decision where refusals are missing before the last event: whatever is decided on
 * it is decided on the whole history alike.
 *
 * @throws `bad-ledger` as `ledgerOf`
 */
export function historyOfBearing(entity: string, events: readonly LedgerEvent[]): EntityLedger {
  const visits: LedgerVisit[] = [];
  let last: LedgerEvent | undefined;
  for (const event of events) {
    requireBehind(last, event, true);
    take(visits, event);
    last = event;
  }
  return { entity, events, visits };
}

/** The same history, to be added to. */
export function growing({ entity, events, visits }: EntityLedger): GrowingHistory {
  return { entity, events: [...events], visits: [...visits] };
}

/** The history after further events. */
export function withNext(history: EntityLedger, further: readonly LedgerEvent[]): EntityLedger {
  if (further.length === 0) return history;
  const grown = growing(history);
  for (const event of further) grow(grown, event, { hasGaps: false });
  return grown;
}

/** The event that answered a request, of this entity's. */
export function answerIn(
  { events }: EntityLedger,
  request: string | undefined,
): LedgerEvent | undefined {
  if (request === undefined) return undefined;
  return events.find((one) => 'request' in one && one.request === request);
}

/** The number of the last event, 0 where there is none. */
export const lastSeqIn = ({ events }: EntityLedger): number => events.at(-1)?.seq ?? 0;

/**
 * Adds an event to a history in place.
 *
 * @param options.hasGaps - whether refusals may be missing before it
 * @throws `bad-ledger` where it can't stand there
 */
export function grow(
  { events, visits }: GrowingHistory,
  event: LedgerEvent,
  { hasGaps }: { readonly hasGaps: boolean },
): void {
  requireBehind(events.at(-1), event, hasGaps);
  take(visits, event);
  events.push(event);
}

/** Refuses an event that can't stand behind another. */
function requireBehind(last: LedgerEvent | undefined, event: LedgerEvent, hasGaps: boolean): void {
  const next = (last?.seq ?? 0) + 1;
  if (hasGaps ? event.seq < next : event.seq !== next) {
    throw badLedger(event, `numbered \`${event.seq}\``, `\`${next}\``);
  }
  if (last !== undefined && event.at < last.at) {
    throw badLedger(event, `of \`${event.at}\``, `a day from \`${last.at}\` on`);
  }
}

/** Puts what an event makes of its visit where that stands, or behind the others. */
function take(visits: LedgerVisit[], event: LedgerEvent): void {
  // The last visit is looked at first: it is asked for most.
  let place = visits.length - 1;
  while (place >= 0 && visits[place]?.id !== event.visit) place--;
  const after = visitAfter(place < 0 ? undefined : visits[place], event);
  if (after === undefined) throw badLedger(event, `\`${event.type}\``, 'what its visit can have');
  if (after === 'none') return;
  if (place < 0) visits.push(after);
  else visits[place] = after;
}

export function badLedger({ entity, seq }: LedgerEvent, given: string, expected: string) {
  return mistake(
    'bad-ledger',
    `event \`${seq}\` of \`${entity}\` is ${given} (expected ${expected})`,
    { id: entity, seq, given: given.replaceAll('`', ''), expected: expected.replaceAll('`', '') },
  );
}
