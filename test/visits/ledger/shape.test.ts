import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEvenhandError } from '../../../src/core/error.js';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import {
  bookingDesk,
  bookVisit,
  bookVisits,
  memoryLedger,
  recordInLedger,
} from '../../../src/stores/index.js';
import { describe as describeIssue } from '../../../src/texts/describe.js';
import { admitVisit } from '../../../src/visits/ledger/admitVisit.js';
import { emptyLedger, eventsOf, ledgerOf, visitsOf } from '../../../src/visits/ledger/ledger.js';
import {
  safeParseVisitAct,
  safeParseVisitRequest,
} from '../../../src/visits/ledger/parseLedger.js';
import { recordVisit } from '../../../src/visits/ledger/recordVisit.js';
import type { Decision, VisitAct, VisitRequest } from '../../../src/visits/ledger/request.js';

const visit = { id: 'fire:1', entity: 'E1', kind: 'spot-check', lead: 'fire' } as const;
const request = { ...visit, day: '2026-06-01', at: '2026-01-15' };
const demand = {
  ...{ id: 'd1', entity: 'E1', authority: 'fire', item: 'exits', kind: 'census', cause: 'draw' },
  ...{ window: { from: '2026-06-01', to: '2026-06-30' }, weight: 1, duty: false },
} as const;
const firm = { facts: {}, events: [], lists: [] };
const booked = admitVisit(emptyLedger, { ...request, until: '2026-03-31' }, twoInspections).ledger;
const act = { id: 'a', entity: 'E1', visit: 'fire:1', by: 'fire', at: '2026-02-01' } as const;

/** As from plain JavaScript, where nothing says what an argument is. */
const ask = (given: unknown) =>
  admitVisit(emptyLedger, given as VisitRequest, twoInspections).decision;
const enter = (given: unknown) => recordVisit(booked, given as VisitAct, twoInspections).decision;

/** The codes and fields a refusal names; each is told in both languages. */
function told(decision: Decision): string[] {
  expect(decision.status).toBe('refused');
  return (decision.status === 'refused' ? decision.because : []).map((issue) => {
    expect(describeIssue(issue, 'en').length).toBeGreaterThan(15);
    expect(describeIssue(issue, 'zh')).not.toMatch(/\b[a-z]{2,} [a-z]{2,}\b/);
    return `${issue.code} ${issue.path.join('.')}`;
  });
}

describe('a request from plain JavaScript is refused by name', () => {
  it.each<[string, object, string]>([
    ['a list that is a text', { items: 'exits' }, 'wrong-type items'],
    ['partners that are null', { partners: null }, 'wrong-type partners'],
    ['a partner that is a number', { partners: [5] }, 'bad-id partners'],
    ['a basis that is a text', { basis: 'law' }, 'wrong-type basis'],
    ['a window that is a text', { window: '2026-06' }, 'wrong-type window'],
    ['half a window', { window: { from: '2026-06-01' } }, 'wrong-type window'],
    ['a lead that is a list', { lead: ['fire'] }, 'bad-id lead'],
    ['a lead with a space', { lead: ' fire' }, 'bad-id lead'],
    ['a lead that is null', { lead: null }, 'authority-missing lead'],
    ['a form that is a number', { form: 5 }, 'wrong-type form'],
    ['days that are null', { days: null }, 'bad-days days'],
    ['a reservation that is null', { until: null }, 'no-such-day day'],
    ['a plan that is null', { plan: null }, 'wrong-type plan'],
    ['to join: true', { join: true }, 'wrong-type join'],
    ['evidence that is null', { evidence: null }, 'wrong-type evidence'],
    [
      'a reference that is a number',
      { evidence: { cause: 'case', reference: 5 } },
      'wrong-type evidence',
    ],
    [
      'an actor that is a number',
      { override: { actor: 5, reason: 'x', on: '2026-01-01' } },
      'wrong-type override',
    ],
    [
      'a reason no database keeps',
      { override: { actor: 'm', reason: 'a\0b', on: '2026-01-01' } },
      'wrong-type override',
    ],
    ['half a character', { form: 'a\ud800' }, 'wrong-type form'],
    ['a standing that is a text', { standing: 'A' }, 'wrong-type standing'],
    ['a standing without a level', { standing: [{ scale: 's' }] }, 'wrong-type standing'],
    ['a firm without events', { firm: { facts: {}, lists: [] } }, 'wrong-type firm'],
    [
      'a fact of which no digest can be taken',
      { firm: { ...firm, facts: { share: 0.1 } } },
      'wrong-type firm.facts.share',
    ],
    ['a field that is misspelt', { untill: '2026-02-01' }, 'unknown-field untill'],
    ['a field with a name every object has', { toString: 'x' }, 'unknown-field toString'],
  ])('%s', (_, more, expected) => {
    expect(told(ask({ ...request, ...more }))).toEqual([expected]);
  });

  it.each([null, undefined, 5, 'fire:1', [], true])('%j', (given) => {
    expect(told(ask(given))).toEqual(['wrong-type ']);
    expect(told(enter(given)).length).toBe(1);
  });

  it.each<[string, object, string]>([
    ['a demand without a window', { window: null }, 'wrong-type window'],
    ['a demand of no item', { item: null }, 'bad-id item'],
    ['a demand whose weight is half', { weight: 0.5 }, 'wrong-type weight'],
    ['a demand of no authority', { authority: null }, 'authority-missing lead'],
    ['a demand that has a lead as well', { lead: 'fire' }, 'unknown-field lead'],
  ])('%s', (_, more, expected) => {
    expect(told(ask({ ...demand, ...more }))).toEqual([expected]);
  });

  it('what is undefined is left out', () => {
    const open = { site: undefined, form: undefined, partners: undefined, more: undefined };
    expect(ask({ ...request, ...open }).status).toBe('admitted');
  });

  it('whatever stands in its fields, nothing is thrown, and what is let in keeps the schema', () => {
    const fields = [
      'id',
      'entity',
      'site',
      'kind',
      'day',
      'window',
      'lead',
      'partners',
      'items',
      'demands',
    ];
    const more = [
      'method',
      'cause',
      'form',
      'days',
      'basis',
      'evidence',
      'override',
      'until',
      'plan',
      'join',
    ];
    const rest = ['standing', 'firm', 'at', 'beyondCap', 'because', 'counts', 'reason', 'other'];
    const any = fc.anything({ withBigInt: true, withDate: true, maxDepth: 2 });
    const near = fc.constantFrom<unknown>(
      ...[
        '',
        ' ',
        'x',
        '2026-07-01',
        0,
        1,
        0.5,
        null,
        [],
        ['x'],
        [''],
        {},
        { from: '2026-06-01', to: '2026-07-01' },
      ],
      ...[
        false,
        true,
        [{ scale: 's', level: 'A' }],
        firm,
        { ...firm, facts: { x: 1.5 } },
        'a\0',
        ['\ud800'],
      ],
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...fields, ...more, ...rest),
        fc.oneof(any, near),
        (field, value) => {
          const given = { ...request, [field]: value };
          const decision = ask(given);
          if (decision.status === 'refused') expect(decision.because.length).toBeGreaterThan(0);
          else if (value !== undefined) expect(safeParseVisitRequest(given).ok).toBe(true);
        },
      ),
      { numRuns: 1_500 },
    );
  });
});

describe('an act from plain JavaScript is refused by name', () => {
  it.each<[string, object, string]>([
    ['an act that is none', { act: 'cancle' }, 'not-one-of act'],
    ['no act', {}, 'not-one-of act'],
    ['a visit that is null', { act: 'confirm', visit: null }, 'bad-id visit'],
    ['an authority that is null', { act: 'confirm', by: null }, 'bad-id by'],
    ['a day that is null', { act: 'confirm', day: null }, 'no-such-day day'],
    ['a day that is a date', { act: 'confirm', day: new Date(0) }, 'no-such-day day'],
    ['a reason that is a number', { act: 'cancel', reason: 5 }, 'reason-missing reason'],
    ['an outcome that is a list', { act: 'finish', outcome: ['good'] }, 'reason-missing outcome'],
    ['a reason no database keeps', { act: 'cancel', reason: 'a\0b' }, 'wrong-type reason'],
    ['an outcome no database keeps', { act: 'finish', outcome: 'a\ud800' }, 'wrong-type outcome'],
    ['a reference that is a number', { act: 'start', reference: 5 }, 'wrong-type reference'],
    ['a standing that is a text', { act: 'confirm', standing: 'A' }, 'wrong-type standing'],
    [
      'a field of another act',
      { act: 'cancel', reason: 'x', day: '2026-06-01' },
      'unknown-field day',
    ],
  ])('%s', (_, more, expected) => {
    expect(told(enter({ ...act, ...more }))).toEqual([expected]);
  });

  it('whatever stands in its fields, nothing is thrown, and what is entered keeps the schema', () => {
    const fields = [
      'id',
      'entity',
      'visit',
      'by',
      'act',
      'at',
      'day',
      'reason',
      'reference',
      'standing',
      'firm',
    ];
    const any = fc.anything({ withBigInt: true, withDate: true, maxDepth: 2 });
    const near = fc.constantFrom<unknown>('', 'x', '2026-06-01', null, [], {}, firm, 'a\0', 5);
    const whole = fc.constantFrom(
      { ...act, act: 'confirm' },
      { ...act, act: 'cancel', reason: 'x' },
    );
    fc.assert(
      fc.property(whole, fc.constantFrom(...fields), fc.oneof(any, near), (one, field, value) => {
        const given = { ...one, [field]: value };
        const decision = enter(given);
        if (decision.status === 'refused') expect(decision.because.length).toBeGreaterThan(0);
        else if (value !== undefined) expect(safeParseVisitAct(given).ok).toBe(true);
      }),
      { numRuns: 800 },
    );
  });
});

describe('a wrong call is thrown as the caller’s mistake', () => {
  const thrown = (call: () => unknown): string => {
    try {
      call();
      return 'nothing';
    } catch (error) {
      return isEvenhandError(error)
        ? `${error.code} ${error.issues[0]?.path.join('.')}`
        : String(error);
    }
  };
  const { limits: _, ...limitless } = twoInspections;

  it.each<[unknown, string]>([
    [undefined, 'bad-argument caps'],
    [null, 'bad-argument caps'],
    ['beijing-two-inspections', 'bad-argument caps'],
    [[twoInspections, null], 'bad-argument caps'],
    [limitless, 'bad-argument caps.limits'],
    [{ ...twoInspections, limits: [{ id: 'x' }] }, 'bad-argument caps.limits[0].unit'],
  ])('with caps that are none: %#', (caps, expected) => {
    expect(thrown(() => admitVisit(emptyLedger, request, caps as never))).toBe(expected);
    expect(thrown(() => recordVisit(booked, { ...act, act: 'confirm' }, caps as never))).toBe(
      expected,
    );
  });

  it.each<[unknown, string]>([
    [null, 'bad-argument options'],
    [{ asOf: 'soon' }, 'no-such-day asOf'],
    [{ asOf: 5 }, 'no-such-day asOf'],
    [{ register: null }, 'bad-argument register'],
    [{ register: { entities: ['E1'] } }, 'bad-argument register.entities'],
    [{ register: { items: new Set(['exits']) } }, 'bad-argument register.items.get'],
  ])('with options that are none: %j', (options, expected) => {
    const call = () => admitVisit(emptyLedger, request, twoInspections, options as never);
    expect(thrown(call)).toBe(expected);
  });

  it.each([null, undefined, {}, [], 'ledger'])('with a ledger that is none: %j', (ledger) => {
    const none = ledger as never;
    for (const call of [
      () => admitVisit(none, request, twoInspections),
      () => recordVisit(none, { ...act, act: 'confirm' }, twoInspections),
      () => eventsOf(none),
      () => visitsOf(none, 'E1'),
    ]) {
      expect(thrown(call)).toBe('bad-argument ledger');
    }
  });

  it.each([null, 'events', [null], [5]])('with events that are none: %j', (events) => {
    expect(thrown(() => ledgerOf(events as never))).toBe('bad-argument events');
  });
});

it('a store answers what nobody could ask, without a trip', async () => {
  const store = memoryLedger();
  for (const given of [null, undefined, 'x', {}, { ...request, id: 5 }] as never[]) {
    const decisions = [
      await bookVisit(store, given, twoInspections),
      ...(await bookVisits(store, [given], twoInspections)),
      await bookingDesk(store, twoInspections)(given),
      await recordInLedger(store, given, twoInspections),
    ];
    for (const decision of decisions) expect(told(decision).length).toBeGreaterThan(0);
  }
  const mixed = await bookVisits(
    store,
    [request, { ...request, id: 'b', lead: 5 } as never],
    twoInspections,
  );
  expect(mixed.map(({ status }) => status)).toEqual(['admitted', 'refused']);
  expect(await store.read('E1')).toHaveLength(1);
  await expect(bookVisits(store, null as never, twoInspections)).rejects.toMatchObject({
    code: 'bad-argument',
  });
});

it('a store that is none is the caller’s mistake, too', async () => {
  const wrong = { code: 'bad-argument' };
  for (const none of [null, undefined, {}, { read: async () => [] }] as never[]) {
    await expect(bookVisit(none, request, twoInspections)).rejects.toMatchObject(wrong);
    await expect(bookVisits(none, [request], twoInspections)).rejects.toMatchObject(wrong);
    const confirmed = { ...act, act: 'confirm' } as const;
    await expect(recordInLedger(none, confirmed, twoInspections)).rejects.toMatchObject(wrong);
  }
});

it('another request under a name that is taken is told so, whatever is in it', () => {
  const { ledger } = admitVisit(emptyLedger, request, twoInspections);
  const again = admitVisit(ledger, { ...request, days: Number.NaN }, twoInspections).decision;
  expect(told(again)).toEqual(['request-id-taken id']);
});
