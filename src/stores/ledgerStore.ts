/**
 * An event as a store keeps it: plain data that survives JSON, with its place in its entity's history.
 *
 * `seq` counts an entity's events from 1 without a gap. `request` names the request the event answers, and
 * no other event of any entity does; `by` is the authority that asked. Both are missing in an event that
 * nobody asked for, such as a reservation that lapsed.
 */
export interface StoredEvent {
  readonly entity: string;
  readonly seq: number;
  readonly request?: string;
  readonly by?: string;
}

/**
 * What became of an append: `appended`, all of it and for good; `lost-race`, nothing of it, since the
 * history does not end where the caller thought; `request-known`, nothing of it, since its request has
 * been answered before.
 */
export const APPENDED = ['appended', 'lost-race', 'request-known'] as const;
export type Appended = (typeof APPENDED)[number];

/** Further events of one entity, to stand behind the event numbered `afterSeq`. */
export interface Append<E extends StoredEvent = StoredEvent> {
  readonly entity: string;
  readonly afterSeq: number;
  readonly events: readonly E[];
}

/** An entity, and the requests that are about to be decided. */
export interface AskedOf {
  readonly entity: string;
  readonly requests: readonly string[];
}

/**
 * A store of ledgers (检查台账的存储). It does two things, and may do both for many entities at once.
 *
 * Two clients that append behind the same event cannot both succeed, so whoever decides on what it has
 * read decides on the whole history: any cap is safe, whatever it counts. An append is whole or absent,
 * also when the server dies.
 */
export interface LedgerStore<E extends StoredEvent = StoredEvent> {
  /** An entity's whole history, first event first; empty where there is none. */
  read(entity: string): Promise<readonly E[]>;
  /**
   * Adds events behind the event `afterSeq`, 0 for the first. Nothing is ever changed or removed.
   *
   * Refusals alone (`type` is `refused`) bear on no decision, so a store may number them behind further
   * refusals where nothing else stands behind `afterSeq`, and no later day (`at`).
   */
  append(entity: string, afterSeq: number, events: readonly E[]): Promise<Appended>;
  /** The histories of many entities in one trip. */
  readMany?(entities: readonly string[]): Promise<ReadonlyMap<string, readonly E[]>>;
  /**
   * Of the histories of many entities what bears on a further decision, first event first: every event
   * but refusals (`type` is `refused`), the last event, and the event that answered one of the requests
   * named. Where it is missing, whole histories are read.
   */
  readBearing?(asked: readonly AskedOf[]): Promise<ReadonlyMap<string, readonly E[]>>;
  /**
   * What the store remembers of what bears on a decision, without a trip. It may be out of date: nothing
   * but an append may be tried on it.
   */
  recall?(entity: string): readonly E[] | undefined;
  /** Appends to many entities in one trip, each whole or absent by itself. */
  appendMany?(appends: readonly Append<E>[]): Promise<readonly Appended[]>;
  /** The next entities that have a history, by bytes: at most `limit` behind `after`. */
  entities(after: string, limit: number): Promise<readonly string[]>;
}
