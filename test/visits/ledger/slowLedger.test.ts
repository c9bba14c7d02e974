import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Period } from '../../../src/core/day.js';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import type { Cap, CapLimit, CapTrigger, VisitFilter } from '../../../src/visits/cap.js';
import { checkCap } from '../../../src/visits/checkCap.js';
import { admitVisit } from '../../../src/visits/ledger/admitVisit.js';
import { emptyLedger } from '../../../src/visits/ledger/ledger.js';
import type { Decision } from '../../../src/visits/ledger/request.js';
import { CAP_FIRST, DUTY_FIRST } from '../demands.js';
import { type Plain, type SlowAnswer, SlowLedger } from './slowLedger.js';

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const length: fc.Arbitrary<Period> = fc.constantFrom({ days: 20 }, { months: 2 }, { months: 7 });
const filter: fc.Arbitrary<VisitFilter> = fc
  .record({
    kinds: some(fc.constantFrom(['census'] as const, ['spot-check'] as const)),
    forms: some(fc.constant(['routine'])),
    authorities: some(fc.constant(['fire'])),
    items: some(fc.constant(['exits'])),
  })
  .map((whole) => JSON.parse(JSON.stringify(whole)) as VisitFilter);
const after: fc.Arbitrary<CapTrigger> = fc.record({ visits: filter });
const exempt = fc.oneof(length, fc.constant('calendar-year' as const));
const window = fc.oneof(fc.constant('calendar-year' as const), fc.record({ rolling: length }));
const measured: fc.Arbitrary<Pick<CapLimit, 'unit' | 'window'>> = fc.oneof(
  fc.record({ unit: fc.record({ visits: fc.integer({ min: 1, max: 2 }) }), window }),
  fc.record({ unit: fc.record({ days: fc.integer({ min: 3, max: 5 }) }), window }),
  fc.record({ unit: fc.record({ gap: length }) }),
  fc.record({ unit: fc.record({ exempt, after }) }),
);
const scope = some(fc.constantFrom(['authority'] as const, ['item'] as const, ['form'] as const));
const limits = fc
  .array(fc.tuple(measured, filter, scope), { minLength: 1, maxLength: 3 })
  .map((rows) =>
    rows.map(
      ([unit, counts, per], i): CapLimit => ({
        id: `limit-${i}`,
        ...unit,
        ...(per === undefined ? {} : { per }),
        counts,
        cite: 'example-levels',
      }),
    ),
  );
const caps: fc.Arbitrary<Cap> = fc
  .tuple(limits, fc.constantFrom(DUTY_FIRST, CAP_FIRST), fc.boolean())
  .map(([own, precedence, liftsOne]) => {
    const lifts = liftsOne ? { lifts: ['limit-0'] } : {};
    const exceptions = [{ cause: 'complaint', ...lifts }];
    return { ...twoInspections, eligible: {}, limits: own, precedence, exceptions };
  });

const asked = fc.record({
  kind: fc.constantFrom('census', 'spot-check', 'spot-check', 'for-cause'),
  lead: fc.constantFrom('fire', 'tax'),
  form: fc.constantFrom('routine', 'licence'),
  item: fc.constantFrom('exits', 'cash'),
  days: fc.integer({ min: 1, max: 3 }),
  start: fc.nat(400),
  before: fc.nat(40),
  wait: fc.nat(15),
  is: fc.constantFrom('plain', 'plain', 'plain', 'duty', 'overridden'),
  apart: fc.boolean(),
});

/** The requests in their order: each dated some days after the one before, none for a day that is over. */
function requestsOf(
  rows: readonly (typeof asked extends fc.Arbitrary<infer T> ? T : never)[],
): Plain[] {
  let at = '2026-01-05';
  return rows.map(({ item, start, before, wait, is, apart, kind, ...row }, i): Plain => {
    at = addDays(at, wait);
    const planned = addDays('2026-01-05', start);
    const day = planned < at ? at : planned;
    const isForCause = kind === 'for-cause';
    return {
      ...row,
      id: `r${i}`,
      kind,
      at,
      day,
      // An authority's own item twice within one window is one demand twice: each is a name of its own.
      items: [item, `${item}-${i}`],
      window: { from: addDays(day, -before), to: addDays(day, before) },
      cause: isForCause ? 'for-cause' : 'draw',
      ...(isForCause ? { evidence: { cause: 'complaint', reference: `12345-${i}` } } : {}),
      ...(is === 'duty' ? { basis: ['example-law/1'] } : {}),
      ...(is === 'overridden' ? { override: { actor: 'mayor', reason: 'flood', on: at } } : {}),
      ...(apart ? { join: false as const } : {}),
    };
  });
}

function inWords(decision: Decision): SlowAnswer {
  if (decision.status === 'refused') {
    const against = new Set(decision.because.map(({ limit = '', code }) => limit || code));
    return { status: 'refused', limits: [...against], free: decision.free as string };
  }
  const { beyond = [], overridden = [] } = decision as { beyond?: string[]; overridden?: string[] };
  const limits = [...beyond, ...overridden];
  return decision.status === 'joined'
    ? { status: 'joined', visit: decision.visit, limits }
    : { status: decision.status, limits };
}

it('answers as a slow second ledger does, whatever is asked under whatever cap', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(caps, fc.array(asked, { minLength: 1, maxLength: 8 }), (cap, rows) => {
      expect(checkCap(cap)).toEqual([]);
      const slow = new SlowLedger(cap);
      let ledger = emptyLedger;
      for (const request of requestsOf(rows)) {
        const answer = admitVisit(ledger, { ...request, entity: 'E1' }, cap);
        if (answer.events.length === 0) continue;
        ledger = answer.ledger;
        const expected = slow.ask(request);
        expect(inWords(answer.decision)).toEqual(expected);
        const is = `${expected.status}${expected.limits?.length ? ' past limits' : ''}`;
        seen.set(is, (seen.get(is) ?? 0) + 1);
      }
    }),
    { numRuns: 600 },
  );
  const often = ['admitted', 'admitted past limits', 'joined', 'refused past limits'];
  expect([...seen.keys()]).toEqual(expect.arrayContaining(often));
});
