import type { StoredEvent } from './ledgerStore.js';

/** Events by their number, each once. */
export function inTurn<E extends StoredEvent>(events: readonly E[]): E[] {
  const sorted = events.toSorted((a, b) => a.seq - b.seq);
  return sorted.filter(({ seq }, i) => seq !== sorted[i - 1]?.seq);
}
