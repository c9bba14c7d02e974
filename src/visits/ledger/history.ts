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
export function historyOfBearing(entity: string, events: readonly LedgerEvent[]): GrowingHistory {
  const history = newHistory(entity);
  for (const event of events) grow(history, event, { hasGaps: true });
  return history;
}

/** The history after further events. */
export function withNext(history: EntityLedger, further: readonly LedgerEvent[]): EntityLedger {
  if (further.length === 0) return history;
  const { entity, events, visits } = history;
  const grown = { entity, events: [...events], visits: [...visits] };
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
  const last = events.at(-1);
  const next = (last?.seq ?? 0) + 1;
  if (hasGaps ? event.seq < next : event.seq !== next) {
    throw badLedger(event, `numbered \`${event.seq}\``, `\`${next}\``);
  }
  if (last !== undefined && event.at < last.at) {
    throw badLedger(event, `of \`${event.at}\``, `a day from \`${last.at}\` on`);
  }
  const place = placeOf(visits, event.visit);
  const after = visitAfter(visits[place], event);
  if (after === undefined) throw badLedger(event, `\`${event.type}\``, 'what its visit can have');
  events.push(event);
  if (after !== 'none') visits[place] = after;
}

/** Where a visit stands, or the next one would. The last one is looked at first: it is asked for most. */
function placeOf(visits: readonly LedgerVisit[], id: string): number {
  const place = visits.findLastIndex((visit) => visit.id === id);
  return place < 0 ? visits.length : place;
}

export function badLedger({ entity, seq }: LedgerEvent, given: string, expected: string) {
  return mistake(
    'bad-ledger',
    `event \`${seq}\` of \`${entity}\` is ${given} (expected ${expected})`,
    { id: entity, seq, given: given.replaceAll('`', ''), expected: expected.replaceAll('`', '') },
  );
}
