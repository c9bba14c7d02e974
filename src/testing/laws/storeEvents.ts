import * as fc from 'fast-check';
import { sha256 } from '../../core/sha256.js';
import type { BookedEvent, LedgerEvent } from '../../visits/ledger/event.js';

/** How many events each of a history's appends has. */
export const chunks = (): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });

/** A history in appends of the sizes told. The second event of an append answers nobody, as a lapse does. */
export function eventsOf(
  entity: string,
  sizes: readonly number[],
  { afterSeq = 0, mark = 'r', by = 'fire' }: Made = {},
): LedgerEvent[] {
  return sizes.flatMap((size, chunk) => {
    const before = sizes.slice(0, chunk).reduce((sum, one) => sum + one, 0);
    return Array.from({ length: size }, (_, i): LedgerEvent => {
      const seq = afterSeq + before + i + 1;
      const request = `${mark}/${seq}/${entity}`.slice(0, 120);
      const visit = i === 1 ? `${mark}/${seq - 1}/${entity}`.slice(0, 120) : request;
      const base = { entity, seq, at: '2026-01-15', visit };
      return i === 1 ? { ...base, type: 'expired' } : { ...base, request, by, ...booked(seq, by) };
    });
  });
}

/** A refusal in the place of an event; one that answers nobody stays. */
export function refused(event: LedgerEvent): LedgerEvent {
  if (!('request' in event)) return event;
  const { entity, seq, at, visit, request, by, digest } = event;
  const because = [
    { code: 'limit-reached', severity: 'error', path: ['day'], params: { given: '“𠮷”\n' } },
  ] as const;
  return { entity, seq, at, visit, request, by, digest, type: 'refused', because, caps: [] };
}

/** A visit with all that can be lost on the way: quotes, signs beyond the basic plane, large numbers. */
const booked = (
  seq: number,
  by: string,
): Omit<BookedEvent, 'entity' | 'seq' | 'at' | 'visit' | 'request' | 'by'> => ({
  type: 'admitted',
  digest: sha256(`${seq}`),
  ...{
    lead: by,
    partners: ['environment'],
    items: ['exits'],
    demands: [],
    basis: ['第三条“𠮷”'],
  },
  ...{ kind: 'for-cause', method: 'on-site', days: 9_007_199_254_740_991, counts: false },
  ...{ day: '2026-03-01', window: { from: '2026-03-01', to: '2026-06-30' }, cause: 'for-cause' },
  evidence: { cause: 'complaint', reference: `12345-${seq} \\ "'%_` },
  uses: [{ limit: 'cap/visits', of: 'fire', used: 1, most: 2 }],
  caps: [],
});

interface Made {
  readonly afterSeq?: number;
  readonly mark?: string;
  readonly by?: string;
}

const id = ({ entity }: LedgerEvent): string => entity.slice(0, 120);

/** Ways to spoil three events that would be fit. */
export function badEvents(): fc.Arbitrary<(events: LedgerEvent[]) => LedgerEvent[]> {
  const spoil = (field: string, value: unknown) => (events: LedgerEvent[]) =>
    events.map((event, i) => (i === events.length - 1 ? { ...event, [field]: value } : event));
  return fc.constantFrom(
    (_: LedgerEvent[]): LedgerEvent[] => [],
    spoil('entity', 'another'),
    spoil('seq', 1),
    spoil('seq', 4),
    (events) => events.map((event) => ({ ...event, request: `${id(event)}/same` })),
    spoil('request', ''),
    spoil('by', ''),
  );
}
