import { describe, expect, it } from 'vitest';
import {
  chinaAuthorityCap,
  chinaPostLicence,
  italyTenMonths,
  polandDayCap,
  twoInspections,
} from '../../../src/schemes/index.js';
import { describe as describeIssue } from '../../../src/texts/describe.js';
import type { Cap } from '../../../src/visits/cap.js';
import { VISITS_CODES } from '../../../src/visits/codes.js';
import { admitVisit } from '../../../src/visits/ledger/admitVisit.js';
import { LEDGER_EVENTS } from '../../../src/visits/ledger/event.js';
import { emptyLedger, eventsOf, ledgerOf } from '../../../src/visits/ledger/ledger.js';
import {
  ledgerJsonSchemas,
  parseVisitAct,
  parseVisitRequest,
  safeParseLedgerEvent,
  safeParseVisitAct,
  safeParseVisitRequest,
} from '../../../src/visits/ledger/parseLedger.js';
import type { Decision, VisitRequest } from '../../../src/visits/ledger/request.js';
import { mergeVisits } from '../../../src/visits/mergeVisits.js';
import { CAP_FIRST, demand } from '../demands.js';
import { type Ask, Book, requestOf, said } from './book.js';

const good: Ask = { day: '2026-06-01', at: '2026-01-15' };
const evidence = { cause: 'complaint', reference: '12345-1' };
const firm = { facts: {}, events: [], lists: [] };
const register = {
  entities: new Set(['E1']),
  authorities: new Set(['fire', 'food']),
  items: new Map([
    ['exits', { authority: 'fire', basis: ['fire law'] }],
    ['kitchen', { authority: 'food', basis: ['food law'] }],
    ['habit', { authority: 'fire', basis: [] }],
  ]),
};

/** Every refusal is told in both languages, with what is expected or what to do. */
function told(decision: Decision): string[] {
  expect(decision.status).toBe('refused');
  return decision.status !== 'refused'
    ? []
    : decision.because.map((reason) => {
        for (const language of ['zh', 'en'] as const) {
          const text = describeIssue(reason, language);
          expect(text.length).toBeGreaterThan(20);
          expect(text).not.toMatch(/\{\w+\}/);
          // Two words that follow each other are a sentence in the other language; nothing is a dash.
          if (language === 'zh') expect(text).not.toMatch(/\b[a-z]{2,} [a-z]{2,}\b/);
          expect(text).not.toMatch(/\(\)|（）/);
        }
        return reason.code;
      });
}

describe('a request that can not be read is refused by name, and can be corrected under its name', () => {
  it.each<[string, Ask, string, Cap?]>([
    ['an id that is none', { ...good, id: ' x' }, 'bad-id'],
    ['an entity that is none', { ...good, entity: '' }, 'bad-id'],
    ['no authority', { ...good, lead: '' }, 'authority-missing'],
    ['a duty without a basis', { ...good, basis: [] }, 'basis-missing'],
    ['a duty with a blank basis', { ...good, basis: [' '] }, 'basis-missing'],
    [
      'an inverted window',
      { ...good, window: { from: '2026-07-01', to: '2026-06-01' } },
      'window-inverted',
    ],
    [
      'a day outside its window',
      { ...good, window: { from: '2026-07-01', to: '2026-07-31' } },
      'outside-window',
    ],
    ['a day that is none', { ...good, day: '2026-02-30' }, 'no-such-day'],
    ['a day that is over', { ...good, at: '2026-06-02' }, 'day-past'],
    ['a kind that is none', { ...good, kind: 'spotcheck' as never }, 'not-one-of'],
    ['a method that is none', { ...good, method: 'offsite' as never }, 'not-one-of'],
    ['a cause that is none', { ...good, cause: 'drawn' as never }, 'not-one-of'],
    ['no days at all', { ...good, days: 0 }, 'bad-days'],
    ['half a day', { ...good, days: 0.5 }, 'bad-days'],
    ['a reservation until yesterday', { ...good, until: '2026-01-14' }, 'bad-reservation'],
    ['a cause without evidence', { ...good, kind: 'for-cause' }, 'evidence-missing'],
    [
      'evidence without a reference',
      { ...good, evidence: { ...evidence, reference: ' ' } },
      'evidence-missing',
    ],
    [
      'a cause nobody lists',
      { ...good, kind: 'for-cause', evidence: { ...evidence, cause: 'whim' } },
      'cause-not-listed',
    ],
    [
      'an override nobody signs',
      { ...good, override: { actor: '', reason: 'a fair', on: '2026-01-15' } },
      'override-incomplete',
    ],
    [
      'an override without a reason',
      { ...good, override: { actor: 'mayor', reason: '', on: '2026-01-15' } },
      'override-incomplete',
    ],
    ['a firm that is not registered', { ...good, entity: 'E2' }, 'firm-unknown'],
    ['an authority that is not known', { ...good, lead: 'navy' }, 'authority-unknown'],
    ['an item nobody lists', { ...good, items: ['parking'] }, 'item-unknown'],
    ['an item of another authority', { ...good, items: ['kitchen'] }, 'item-of-another'],
    ['an item without a basis', { ...good, items: ['habit'] }, 'basis-missing'],
    [
      'a day before the cap is in force',
      { ...good, day: '2026-06-01' },
      'cap-not-in-force',
      { ...twoInspections, from: '2027-01-01' },
    ],
    ['no form where the limit counts by it', good, 'facet-missing', chinaPostLicence],
    ['no items where they must be published', good, 'facet-missing', chinaAuthorityCap],
    ['a firm without the fact that is asked', { ...good, firm }, 'fact-missing', polandDayCap],
    [
      'a level of another scale',
      { ...good, standing: [{ scale: 'tax', level: 'A' }] },
      'fact-missing',
    ],
  ])('%s', (_, ask, code, cap = twoInspections) => {
    const book = new Book(cap, { register });
    const decision = book.ask({ id: 'fire:1', ...ask });
    expect(told(decision)).toContain(code);
    expect(eventsOf(book.ledger)).toEqual([]);
    // In the words of the ledger, though another part of the library may have a code of that name.
    for (const issue of decision.status === 'refused' ? decision.because : []) {
      if (issue.code === code && (VISITS_CODES as readonly string[]).includes(code)) {
        expect(describeIssue(issue, 'en')).toContain('fire:1');
      }
    }
  });

  it('everything that is wrong is told at once', () => {
    const decision = new Book(twoInspections).ask({ ...good, lead: '', days: 0, basis: [] });
    expect(told(decision)).toEqual(['authority-missing', 'basis-missing', 'bad-days']);
  });

  it('a request with neither day nor window nor today', () => {
    const request = { id: 'x', entity: 'E1', kind: 'census', lead: 'tax' } as const;
    expect(told(admitVisit(emptyLedger, request, twoInspections).decision)).toEqual([
      'day-missing',
    ]);
    const today = admitVisit(emptyLedger, request, twoInspections, { asOf: '2026-01-15' });
    expect(today.decision.status).toBe('admitted');
  });
});

describe('names and clocks', () => {
  it('the same request is answered the same, whenever it is sent again', () => {
    const book = new Book(twoInspections);
    const first = book.ask({ ...good, id: 'fire:1' });
    const { ledger } = book;
    expect(book.ask({ ...good, id: 'fire:1', at: '2026-03-01' })).toEqual(first);
    expect(book.ledger).toBe(ledger);
    const refused = book.ask({ ...good, id: 'fire:2', day: '2026-09-01' });
    expect(said(refused)).toBe('limit-reached spot-check 2027-01-01');
    expect(book.ask({ ...good, id: 'fire:2', day: '2026-09-01' })).toEqual(refused);
  });

  it('another request under the name is refused, of another firm too', () => {
    const book = new Book(twoInspections);
    book.ask({ ...good, id: 'fire:1' });
    expect(told(book.ask({ ...good, id: 'fire:1', day: '2026-06-02' }))).toEqual([
      'request-id-taken',
    ]);
    expect(told(book.ask({ ...good, id: 'fire:1', entity: 'E2' }))).toEqual(['request-id-taken']);
  });

  it('a clock one day behind is taken as of the ledger, an older one is refused', () => {
    const book = new Book(twoInspections);
    book.ask({ ...good, at: '2026-01-15' });
    expect(said(book.ask({ ...good, kind: 'census', at: '2026-01-14' }))).toBe('admitted');
    expect(eventsOf(book.ledger).map(({ at }) => at)).toEqual(['2026-01-15', '2026-01-15']);
    expect(told(book.ask({ ...good, day: '2026-07-01', at: '2026-01-13' }))).toEqual([
      'clock-behind',
    ]);
  });

  it('windows of one authority and item that overlap are one demand twice', () => {
    const book = new Book(twoInspections);
    const may = { from: '2026-05-01', to: '2026-05-31' };
    book.ask({ day: '2026-05-04', window: may, items: ['exits'] });
    const twice = { day: '2026-05-20', window: may, items: ['exits'], kind: 'census' } as const;
    expect(told(book.ask(twice))).toEqual(['windows-overlap']);
    expect(said(book.ask({ ...twice, lead: 'food' }))).toBe('admitted');
  });
});

describe('a rule that changes in mid-year', () => {
  const loose: Cap = {
    ...twoInspections,
    version: '2026-1',
    from: '2026-01-01',
    to: '2026-06-30',
    limits: twoInspections.limits.map((limit) => ({ ...limit, unit: { visits: 2 } })),
  };
  const strict: Cap = { ...twoInspections, version: '2026-2', from: '2026-07-01' };

  it('judges each visit by the version of its day, and counts what the other admitted', () => {
    const book = new Book([loose, strict]);
    expect(said(book.ask({ day: '2026-03-01' }))).toBe('admitted');
    expect(said(book.ask({ day: '2026-04-01' }))).toBe('admitted');
    expect(said(book.ask({ day: '2026-05-01' }))).toBe('limit-reached spot-check 2027-01-01');
    expect(said(book.ask({ day: '2026-09-01' }))).toBe('limit-reached spot-check 2027-01-01');
  });

  it('refuses at the door what was booked under the old one, and says so', () => {
    const old = { ...loose, to: '2026-12-31' };
    const book = new Book(old);
    book.ask({ id: 'v1', day: '2026-03-01' });
    book.ask({ id: 'v2', day: '2026-09-01' });
    const now = [{ ...loose }, strict];
    expect(said(book.act({ act: 'start', visit: 'v1', at: '2026-03-01' }, now))).toBe('recorded');
    const refused = book.act({ act: 'start', visit: 'v2', at: '2026-09-01' }, now);
    expect(told(refused)).toEqual(['policy-changed']);
    expect(refused).toMatchObject({ free: '2027-01-01' });
  });

  it('has no version on a day between two, and never two on one', () => {
    const late = { ...strict, from: '2026-08-01' };
    const between = new Book([loose, late]).ask({ day: '2026-07-15' });
    expect(told(between)).toEqual(['cap-not-in-force']);
    const both = [loose, { ...strict, from: '2026-06-01' }];
    expect(() => new Book(both).ask({ day: '2026-06-15' })).toThrow(
      expect.objectContaining({ code: 'caps-overlap' }),
    );
  });

  it('protects nobody after its sunset', () => {
    const book = new Book({ ...twoInspections, sunset: '2026-12-31' });
    for (const day of ['2026-03-01', '2027-03-01', '2027-04-01']) {
      expect(said(book.ask({ day }))).toBe('admitted');
    }
  });
});

describe('precedence', () => {
  const full = (cap: Cap): Book => {
    const book = new Book(cap);
    book.ask({ day: '2026-03-01' });
    return book;
  };

  it('lets a duty pass in the open, or refuses it as one', () => {
    const duty = { day: '2026-04-01', basis: ['fire law, art. 5'] };
    const name = `${twoInspections.id}/spot-check`;
    const passed = full(twoInspections).ask(duty);
    expect(passed).toMatchObject({ status: 'admitted', counts: true, beyond: [name] });
    const held = full({ ...twoInspections, precedence: CAP_FIRST }).ask(duty);
    expect(told(held)).toEqual(['limit-over-duty']);
  });

  it('lets no cause pass where the cap goes before it', () => {
    const cap: Cap = { ...twoInspections, precedence: ['cap', 'for-cause', 'duty'] };
    expect(said(full(cap).ask({ day: '2026-04-01', evidence }))).toContain('limit-reached');
    expect(said(full(twoInspections).ask({ day: '2026-04-01', evidence }))).toBe('admitted');
  });

  it('records an override with who, why and when, and only where it is needed', () => {
    const override = { actor: '区政府', reason: '重大活动保障', on: '2026-03-20' };
    const book = full(twoInspections);
    expect(book.ask({ day: '2026-04-01', override })).toMatchObject({
      status: 'admitted',
      override,
    });
    expect(eventsOf(book.ledger).at(-1)?.type).toBe('overridden');
    const held = book.ask({ day: '2026-05-01', override, until: '2026-03-25' });
    expect(held).toMatchObject({ status: 'admitted', override });
    expect(held).not.toHaveProperty('until');
    book.ask({ day: '2026-04-01', kind: 'census', override });
    expect(eventsOf(book.ledger).at(-1)).not.toHaveProperty('override');
  });
});

describe('what becomes of a visit', () => {
  const booked = (ask: Partial<VisitRequest> = {}, cap: Cap = twoInspections): Book => {
    const book = new Book(cap);
    book.ask({ id: 'v', day: '2026-06-01', at: '2026-01-15', ...ask });
    return book;
  };

  it.each<[string, Partial<VisitRequest>, Parameters<Book['act']>[0], string]>([
    ['of a visit nobody booked', {}, { act: 'start', visit: 'w' }, 'visit-unknown'],
    ['of another authority', {}, { act: 'start', visit: 'v', by: 'food' }, 'not-its-authority'],
    [
      'before its day',
      {},
      { act: 'start', visit: 'v', at: '2026-05-31', day: '2026-06-01' },
      'day-ahead',
    ],
    ['after its window', {}, { act: 'start', visit: 'v', at: '2026-06-02' }, 'outside-window'],
    [
      'that ends what has not begun',
      {},
      { act: 'finish', visit: 'v', outcome: 'good' },
      'act-out-of-order',
    ],
    [
      'that begins what is not confirmed',
      { until: '2026-07-01' },
      { act: 'start', visit: 'v', at: '2026-06-01' },
      'act-out-of-order',
    ],
    ['that says no reason', {}, { act: 'cancel', visit: 'v', reason: '' }, 'reason-missing'],
    ['on a day that is none', {}, { act: 'start', visit: 'v', at: 'soon' }, 'no-such-day'],
    ['with a name that is none', {}, { act: 'start', visit: 'v', id: '' }, 'bad-id'],
  ])('an act %s is refused and leaves no trace', (_, ask, act, code) => {
    const book = booked(ask);
    const before = eventsOf(book.ledger).length;
    expect(told(book.act(act))).toEqual([code]);
    expect(eventsOf(book.ledger)).toHaveLength(before);
  });

  it('a reservation lapses after its day and frees its place', () => {
    const book = booked({ until: '2026-02-28' });
    const other = { day: '2026-07-01', at: '2026-02-28' };
    expect(said(book.ask(other))).toBe('limit-reached spot-check 2027-01-01');
    expect(said(book.ask({ ...other, at: '2026-03-01' }))).toBe('admitted');
    expect(told(book.act({ act: 'confirm', visit: 'v', at: '2026-03-02' }))).toEqual([
      'reservation-expired',
    ]);
  });

  it('a confirmed reservation stays, on another day where that is free', () => {
    const book = booked({ until: '2026-02-28', window: { from: '2026-06-01', to: '2027-02-01' } });
    expect(said(book.ask({ day: '2027-01-10', at: '2026-01-20' }))).toBe('admitted');
    const confirm = { act: 'confirm', visit: 'v', at: '2026-02-28' } as const;
    expect(said(book.act({ ...confirm, day: '2027-01-20' }))).toContain('limit-reached');
    expect(said(book.act({ ...confirm, day: '2026-09-01' }))).toBe('recorded');
    expect(said(book.ask({ day: '2026-12-01', at: '2026-03-01' }))).toContain('limit-reached');
  });

  it('a visit that others joined goes on without the authority that leaves', () => {
    const book = booked({ window: { from: '2026-06-01', to: '2026-06-30' } });
    const window = { from: '2026-05-01', to: '2026-06-30' };
    const joined = book.ask({
      day: '2026-06-01',
      window,
      lead: 'food',
      join: 'v',
      basis: ['food law'],
    });
    expect(joined).toMatchObject({ status: 'joined', visit: 'v' });
    const left = book.act({ act: 'cancel', visit: 'v', reason: 'no staff' });
    expect(left).toMatchObject({ status: 'recorded', state: 'admitted' });
    expect(said(book.act({ act: 'start', visit: 'v', by: 'food', at: '2026-06-01' }))).toBe(
      'recorded',
    );
  });

  it('a visit takes its place again once it is off', () => {
    const book = booked();
    book.act({ act: 'cancel', visit: 'v', reason: 'no staff' });
    expect(said(book.ask({ day: '2026-07-01' }))).toBe('admitted');
  });

  it.each<[string, Partial<VisitRequest>]>([
    ['another place', { site: 'S1' }],
    [
      'a day outside its window',
      { window: { from: '2026-06-02', to: '2026-06-30' }, day: '2026-06-02' },
    ],
    ['a spot check where a census is asked', { kind: 'census' }],
    ['nobody', { join: 'w' }],
  ])('can not join %s', (_, ask) => {
    const decision = booked().ask({ day: '2026-06-01', lead: 'food', join: 'v', ...ask });
    expect(told(decision)).toEqual(['join-impossible']);
  });

  it('days beyond those that were booked are entered and marked', () => {
    const book = booked({ days: 12 }, polandDayCap);
    book.act({ act: 'start', visit: 'v', at: '2026-06-01' });
    book.act({ act: 'finish', visit: 'v', outcome: 'good', days: 14 });
    expect(eventsOf(book.ledger).at(-1)).toMatchObject({ days: 14, beyond: ['pl-day-cap/micro'] });
  });

  it('an outcome that exempts is one only when it is known', () => {
    const book = booked({ form: 'hygiene' }, italyTenMonths);
    book.act({ act: 'start', visit: 'v', at: '2026-06-01' });
    const ask = { day: '2026-07-01', form: 'hygiene' };
    expect(said(book.ask(ask))).toBe('admitted');
    book.act({ act: 'finish', visit: 'v', outcome: 'compliant' });
    expect(said(book.ask({ ...ask, day: '2026-08-01' }))).toBe(
      'limit-reached same-type 2027-04-01',
    );
  });
});

describe('plain data', () => {
  it('every event of a busy ledger is what its schema says, and none with a field more', () => {
    const book = new Book([twoInspections, italyTenMonths]);
    const form = 'hygiene';
    const window = { from: '2026-03-01', to: '2026-03-31' };
    book.ask({ id: 'v', day: '2026-03-01', window, form, at: '2026-01-01', plan: 'BJ-2026-001' });
    book.ask({ day: '2026-03-01', window, form, lead: 'food', join: 'v', at: '2026-01-01' });
    book.ask({ day: '2026-09-01', form, at: '2026-01-02' });
    book.ask({
      day: '2026-09-01',
      form: 'labour',
      at: '2026-01-02',
      until: '2026-01-03',
      kind: 'census',
    });
    const override = { actor: '区政府', reason: '重大活动保障', on: '2026-01-03' };
    book.ask({ day: '2026-05-01', form: 'labour', at: '2026-01-03', override });
    book.act({ act: 'confirm', visit: 'v', day: '2026-03-02', at: '2026-02-01' });
    book.act({ act: 'cancel', visit: 'v', by: 'food', reason: 'no staff' });
    book.act({ act: 'start', visit: 'v', at: '2026-03-02', reference: 'scan-000123' });
    book.act({ act: 'finish', visit: 'v', outcome: 'compliant' });
    const events = eventsOf(book.ledger);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(LEDGER_EVENTS));
    for (const event of events) {
      expect(safeParseLedgerEvent(JSON.parse(JSON.stringify(event)))).toEqual({
        ok: true,
        value: event,
      });
      expect(safeParseLedgerEvent({ ...event, more: 1 }).ok).toBe(false);
    }
  });

  it('a request is what its schema says', () => {
    expect(parseVisitRequest(requestOf(good))).toMatchObject({ day: '2026-06-01' });
    expect(safeParseVisitRequest({ ...requestOf(good), day: 'soon' }).ok).toBe(false);
    expect(Object.keys(ledgerJsonSchemas())).toEqual(['event', 'request', 'act']);
  });

  it.each<[string, object, string?]>([
    ['a confirmation', { act: 'confirm', day: '2026-06-02' }],
    ['a beginning', { act: 'start', reference: 'scan-1', standing: [{ scale: 's', level: 'A' }] }],
    ['an end', { act: 'finish', outcome: 'good', days: 2, firm }],
    ['a cancellation', { act: 'cancel', reason: 'no staff' }],
    ['an act that is none', { act: 'cancle' }, 'act'],
    ['an end without an outcome', { act: 'finish' }, 'outcome'],
    ['a cancellation that describes the firm', { act: 'cancel', reason: 'x', firm }, 'firm'],
    ['a standing that is none', { act: 'start', standing: 'A' }, 'standing'],
  ])('an act is what its schema says: %s', (_, act, wrong) => {
    const whole = { id: 'a', entity: 'E1', visit: 'v', by: 'fire', at: '2026-06-01', ...act };
    const parsed = safeParseVisitAct(whole);
    expect(parsed.ok ? undefined : parsed.issues[0]?.path[0]).toBe(wrong);
    if (parsed.ok) expect(parseVisitAct(whole)).toEqual(whole);
  });

  it('a visit as joint visits plan it is a request, whether under the cap, beyond it or outside', () => {
    const days = ['2026-03-01..2026-03-31', '2026-06-01..2026-06-30'];
    const duties = days.map((window, i) => demand(`duty${i}`, window, { duty: true }));
    const record = { cause: 'case', reference: 'case-000123' } as const;
    const cause = { cause: 'for-cause', evidence: record } as const;
    const { visits, outside } = mergeVisits(
      [...duties, demand('case', '2026-07-01..2026-07-31', cause)],
      twoInspections,
    );
    expect(visits.map(({ beyondCap }) => beyondCap)).toContain(true);
    const all = [...visits, ...outside].map((visit) => JSON.parse(JSON.stringify(visit)));
    expect(all).toHaveLength(3);
    for (const visit of all) expect(parseVisitRequest(visit)).toEqual(visit);
  });
});

describe('a ledger out of events', () => {
  const [event] = eventsOf(
    admitVisit(
      emptyLedger,
      { id: 'v', entity: 'E1', kind: 'census', lead: 'tax', day: '2026-06-01' },
      twoInspections,
    ).ledger,
  );
  const first = event as NonNullable<typeof event>;
  const next = { entity: 'E1', seq: 2, type: 'expired', at: '2026-06-02', visit: 'v' } as const;

  it.each([
    ['that begins late', [{ ...first, seq: 2 }]],
    ['that skips one', [first, { ...next, seq: 3 }]],
    ['that goes back', [first, { ...next, at: '2026-05-31' }]],
    ['that answers twice', [first, { ...first, seq: 2 }]],
    ['of a visit that can not lapse', [first, next]],
    ['of a visit nobody opened', [{ ...next, seq: 1 }]],
  ])('%s is refused', (_, events) => {
    expect(() => ledgerOf(events)).toThrow(expect.objectContaining({ code: 'bad-ledger' }));
  });

  it('of several entities does not hang on how they are mixed', () => {
    const other = { ...first, entity: 'E2', visit: 'w', request: 'w' };
    expect(ledgerOf([first, other])).toEqual(ledgerOf([other, first]));
  });
});

it('tells of an inverted window alone: no day lies in it', () => {
  const asked = { ...good, window: { from: '2026-07-01', to: '2026-06-01' } };
  expect(told(new Book(twoInspections).ask(asked))).toEqual(['window-inverted']);
});
