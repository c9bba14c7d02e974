import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { identifierFault } from '../core/identifier.js';
import { shownValue } from '../core/shownValue.js';
import type { StoredEvent } from './ledgerStore.js';

/**
 * Makes sure that events are one entity's, numbered from `afterSeq + 1` without a gap, and that no
 * request is answered twice.
 *
 * The first thing an `append` of your own does: what is refused here no store may keep.
 *
 * @throws `bad-append` with the field, what was given and what was expected
 * @example
 * ```ts
 * import { checkAppend } from 'evenhand/stores';
 *
 * checkAppend('E1', 0, [{ entity: 'E1', seq: 1, request: 'fire:1' }]);
 * checkAppend('E1', 0, [{ entity: 'E1', seq: 2, request: 'fire:1' }]); // throws 'bad-append'
 * ```
 */
export function checkAppend(
  entity: string,
  afterSeq: number,
  events: readonly StoredEvent[],
): void {
  if (!Array.isArray(events)) requireArgument('checkAppend', 'events', events, 'array');
  if (!Number.isSafeInteger(afterSeq) || afterSeq < 0) {
    throw bad('afterSeq', afterSeq, 'an integer of at least 0', []);
  }
  if (events.length === 0) throw bad('events', '0', 'at least 1', []);
  if (identifierFault(entity) !== undefined) throw bad('entity', entity, '1 to 256 bytes', []);
  const requests = events.length === 1 ? undefined : new Set<string>();
  for (let i = 0; i < events.length; i++) {
    const event = events[i] as StoredEvent;
    if (typeof event !== 'object' || event === null) throw bad('events', event, 'an event', [i]);
    if (event.entity !== entity) throw bad('entity', event.entity, entity, [i]);
    if (event.seq !== afterSeq + 1 + i) throw bad('seq', event.seq, String(afterSeq + 1 + i), [i]);
    for (const field of NAMED) {
      if (event[field] !== undefined && identifierFault(event[field]) !== undefined) {
        throw bad(field, event[field], '1 to 256 bytes', [i]);
      }
    }
    const { request } = event;
    if (request === undefined || requests === undefined) continue;
    if (requests.has(request)) throw bad('request', request, 'one event that answers it', [i]);
    requests.add(request);
  }
}

const NAMED = ['request', 'by'] as const;

function bad(field: string, given: unknown, expected: string, path: readonly number[]) {
  const shown = shownValue(given).slice(0, 80);
  return mistake(
    'bad-append',
    `bad append: \`${field}\` is \`${shown}\` (expected ${expected})`,
    { field, given: shown, expected },
    [...path, field],
  );
}
