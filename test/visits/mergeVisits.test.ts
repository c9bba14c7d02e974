import { describe, expect, it } from 'vitest';
import type { Demand } from '../../src/register/nouns.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import { mergeVisits } from '../../src/visits/mergeVisits.js';
import { CAP_FIRST, capOf, demand } from './demands.js';

const days = (merged: ReturnType<typeof mergeVisits>): [string, string, readonly string[]][] =>
  merged.visits.map((visit) => [visit.id, visit.day, visit.demands]);

const fire = demand('fire', '2026-03-01..2026-06-30');
const food = demand('food', '2026-05-01..2026-09-30');
const tax = demand('tax', '2026-06-01..2026-12-31', { kind: 'census' });

it('makes one census visit of fire March–June, food May–September and tax June–December', () => {
  expect(mergeVisits([fire, food, tax], twoInspections)).toEqual({
    method: 'joint-visits/2',
    joined: [],
    visits: [
      {
        id: 'E1/census',
        entity: 'E1',
        kind: 'census',
        day: '2026-06-01',
        window: { from: '2026-06-01', to: '2026-06-30' },
        lead: 'tax',
        partners: ['fire', 'food'],
        demands: ['fire', 'food', 'tax'],
        counts: true,
      },
    ],
    outside: [],
    deferred: [],
    refused: [],
    before: 3,
    after: 1,
  });
});

it('plans nothing for no demands', () => {
  const merged = mergeVisits([], twoInspections);
  expect([merged.visits, merged.before, merged.after]).toEqual([[], 0, 0]);
});

describe('under the cap', () => {
  const january = demand('january', '2026-01-01..2026-01-31', { weight: 5 });
  const march = demand('march', '2026-03-01..2026-03-31', { weight: 3 });
  const may = demand('may', '2026-05-01..2026-05-31', { weight: 4 });

  it('does the heaviest and defers the rest, with one window more than there are visits', () => {
    const merged = mergeVisits([january, march, may], twoInspections);
    expect(days(merged)).toEqual([['E1/spot-check', '2026-01-01', ['january']]]);
    expect(merged.deferred).toEqual([
      { demand: 'march', entity: 'E1', reason: 'cap-reached', because: ['january'] },
      { demand: 'may', entity: 'E1', reason: 'cap-reached', because: ['january'] },
    ]);
  });

  it('does spot-check demands on a census visit, but only where a census demand is done too', () => {
    const census = demand('census', '2026-03-10..2026-12-31', { kind: 'census' });
    const merged = mergeVisits([january, march, may, census], twoInspections);
    expect(days(merged)).toEqual([
      ['E1/spot-check', '2026-01-01', ['january']],
      ['E1/census', '2026-05-01', ['census', 'may']],
    ]);
    expect(merged.deferred[0]?.because).toEqual(['january', 'may']);
  });

  it('says which set was chosen instead where windows alone prove nothing', () => {
    const list = [
      demand('a', '2026-01-01..2026-02-28', { kind: 'census', weight: 1 }),
      demand('b', '2026-01-01..2026-12-31', { kind: 'census', weight: 1 }),
      demand('c', '2026-06-01..2026-06-30', { weight: 9 }),
      demand('d', '2026-09-01..2026-09-30', { weight: 9 }),
    ];
    expect(mergeVisits(list, twoInspections).deferred).toEqual([
      { demand: 'a', entity: 'E1', reason: 'heavier-set-chosen', because: ['b', 'c', 'd'] },
    ]);
  });

  it('counts all sites of an entity together, and each entity alone', () => {
    const atSites = [
      { ...january, site: 'S1' },
      { ...january, id: 'other', site: 'S2', weight: 1 },
      { ...january, id: 'elsewhere', entity: 'E2' },
    ];
    const merged = mergeVisits(atSites, twoInspections);
    expect(merged.visits.map((visit) => visit.id)).toEqual(['E1@S1/spot-check', 'E2/spot-check']);
    expect(merged.deferred[0]).toMatchObject({ demand: 'other', because: ['january'] });
  });

  it('counts each calendar year alone, and numbers the visits through', () => {
    const next = demand('next', '2027-01-01..2027-01-31');
    expect(days(mergeVisits([next, january], twoInspections))).toEqual([
      ['E1/spot-check', '2026-01-01', ['january']],
      ['E1/spot-check#2', '2027-01-01', ['next']],
    ]);
  });

  it('does not bind an entity that is not eligible, whose visits are merged all the same', () => {
    const merged = mergeVisits([january, march, may, fire], twoInspections, {
      eligible: (entity) => entity !== 'E1',
    });
    expect(days(merged)).toEqual([
      ['E1/spot-check', '2026-01-01', ['january']],
      ['E1/spot-check#2', '2026-03-01', ['fire', 'march']],
      ['E1/spot-check#3', '2026-05-01', ['may']],
    ]);
    expect([merged.before, merged.after]).toEqual([4, 3]);
  });

  it('defers all where the cap is zero, with no other window needed as proof', () => {
    expect(mergeVisits([january], capOf(0, 0)).deferred).toEqual([
      { demand: 'january', entity: 'E1', reason: 'cap-reached', because: [] },
    ]);
  });

  it('does a demand without weight rather than not', () => {
    const light = demand('light', '2026-01-01..2026-12-31', { weight: 0 });
    expect(days(mergeVisits([light], twoInspections))).toEqual([
      ['E1/spot-check', '2026-01-01', ['light']],
    ]);
  });
});

describe('a legal duty', () => {
  const light = demand('duty', '2026-01-01..2026-01-31', { duty: true, weight: 0 });
  const heavy = demand('heavy', '2026-05-01..2026-05-31', { weight: 9 });
  const other = demand('other', '2026-09-01..2026-09-30', { duty: true, weight: 1 });

  it('is done before anything heavier', () => {
    expect(days(mergeVisits([light, heavy], twoInspections))).toEqual([
      ['E1/spot-check', '2026-01-01', ['duty']],
    ]);
  });

  it('goes over the cap in a marked visit that counts, and no other demand does', () => {
    const { visits, deferred } = mergeVisits([light, heavy, other], twoInspections);
    expect(visits).toMatchObject([
      { id: 'E1/spot-check', day: '2026-01-01', counts: true },
      {
        id: 'E1/spot-check#2',
        day: '2026-09-01',
        counts: true,
        beyondCap: true,
        reason: 'duty-over-cap',
        because: ['other'],
      },
    ]);
    expect(visits[0]).not.toHaveProperty('beyondCap');
    expect(deferred.map((one) => one.demand)).toEqual(['heavy']);
  });

  it('yields where the document puts the cap over duties, and says so', () => {
    const strict = capOf(1, 1, { precedence: CAP_FIRST });
    const { visits, deferred } = mergeVisits([light, heavy, other], strict);
    expect(visits.flatMap((visit) => visit.demands)).toEqual(['other']);
    expect(deferred).toEqual([
      { demand: 'duty', entity: 'E1', reason: 'cap-over-duty', because: ['other'] },
      { demand: 'heavy', entity: 'E1', reason: 'cap-reached', because: ['other'] },
    ]);
  });

  it('takes a visit of the other kind beyond the cap where its own kind is the cheaper', () => {
    const census = [1, 2].map((n) =>
      demand(`c${n}`, `2026-0${n}-01..2026-0${n}-20`, { kind: 'census', duty: true }),
    );
    const { visits } = mergeVisits([...census, other], twoInspections);
    expect(visits.map((visit) => [visit.kind, visit.beyondCap ?? false])).toEqual([
      ['census', false],
      ['census', true],
      ['spot-check', false],
    ]);
  });
});

describe('the lead', () => {
  const window = '2026-01-01..2026-12-31';
  it.each<[string, Demand[], string]>([
    [
      'is the authority of the heaviest demand',
      [demand('a', window, { weight: 1 }), demand('b', window, { weight: 2 })],
      'b',
    ],
    ['is the first by bytes of equals', [demand('b', window), demand('a', window)], 'a'],
    [
      'is a census demand’s in a census visit',
      [demand('a', window, { weight: 9 }), demand('b', window, { kind: 'census' })],
      'b',
    ],
  ])('%s', (_, demands, lead) => {
    expect(mergeVisits(demands, twoInspections).visits[0]?.lead).toBe(lead);
  });

  it('is no partner of itself, and partners stand once, by bytes', () => {
    const [visit] = mergeVisits(
      ['𠀀', '\uff5e', 'a', 'z']
        .map((authority, i) => demand(`d${i}`, window, { authority, weight: i === 2 ? 2 : 1 }))
        .concat(demand('d9', window, { authority: 'a' })),
      twoInspections,
    ).visits;
    expect([visit?.lead, visit?.partners]).toEqual(['a', ['z', '\uff5e', '𠀀']]);
  });
});

describe('demands of one item', () => {
  const early = demand('early', '2026-02-01..2026-02-28');
  const whole = demand('whole', '2026-01-01..2026-12-31', { item: 'exits' });
  const late = demand('late', '2026-06-01..2026-06-30', { item: 'exits' });

  it('are done in one visit where their windows allow', () => {
    expect(days(mergeVisits([early, whole, late], capOf(0, 2)))).toEqual([
      ['E1/spot-check', '2026-02-01', ['early']],
      ['E1/spot-check#2', '2026-06-01', ['late', 'whole']],
    ]);
  });

  it('stay apart where they do not', () => {
    const spring = demand('spring', '2026-01-01..2026-05-31', { item: 'exits' });
    expect(mergeVisits([early, spring, late], capOf(0, 2)).visits).toHaveLength(2);
  });

  it('stay apart at two sites', () => {
    const there = { ...late, site: 'S1' };
    expect(days(mergeVisits([early, whole, there], capOf(0, 2)))).toEqual([
      ['E1/spot-check', '2026-02-01', ['early', 'whole']],
      ['E1@S1/spot-check', '2026-06-01', ['late']],
    ]);
  });

  it('leave a spot check behind where no census demand stays, if the cap has one free', () => {
    const census = { kind: 'census' } as const;
    const list = [early, { ...whole, ...census }, { ...late, ...census }];
    const kinds = (spotChecks: number): string[] =>
      mergeVisits(list, capOf(2, spotChecks)).visits.map(
        (visit) => `${visit.kind} ${visit.demands.join(' ')}`,
      );
    expect(kinds(1)).toEqual(['spot-check early', 'census late whole']);
    expect(kinds(0)).toEqual(['census early whole', 'census late']);
  });

  it('leave a census visit a census visit where another census demand stays', () => {
    const census = { kind: 'census' } as const;
    const list = [
      { ...early, ...census },
      { ...whole, ...census },
      { ...late, ...census },
    ];
    expect(days(mergeVisits(list, capOf(2, 0)))).toEqual([
      ['E1/census', '2026-02-01', ['early']],
      ['E1/census#2', '2026-06-01', ['late', 'whole']],
    ]);
  });
});

describe('a for-cause demand', () => {
  const evidence = { cause: 'complaint', reference: '12345-2026-001' } as const;
  const complaint = demand('complaint', '2026-06-10..2026-06-12', { cause: 'for-cause', evidence });

  it('is a visit of its own beside the cap, on which nothing else is done', () => {
    const { visits, outside } = mergeVisits([tax, food, complaint], twoInspections);
    expect(visits.map((visit) => visit.demands)).toEqual([['food', 'tax']]);
    expect(outside).toEqual([
      {
        id: 'E1/for-cause',
        entity: 'E1',
        kind: 'for-cause',
        day: '2026-06-10',
        window: { from: '2026-06-10', to: '2026-06-12' },
        lead: 'complaint',
        partners: [],
        demands: ['complaint'],
        counts: false,
        evidence,
      },
    ]);
  });

  it('may wait over the end of a year, at a site, and is numbered by day', () => {
    const { outside } = mergeVisits(
      [
        {
          ...complaint,
          id: 'second',
          site: 'S1',
          window: { from: '2026-12-20', to: '2027-01-10' },
        },
        { ...complaint, id: 'first', site: 'S1' },
        { ...complaint, id: 'twin', site: 'S1' },
      ],
      twoInspections,
    );
    expect(outside.map((visit) => [visit.id, visit.demands[0]])).toEqual([
      ['E1@S1/for-cause', 'first'],
      ['E1@S1/for-cause#2', 'twin'],
      ['E1@S1/for-cause#3', 'second'],
    ]);
  });

  it.each<[string, Partial<Demand>, string]>([
    ['blank reference', { evidence: { ...evidence, reference: '  ' } }, 'evidence-missing'],
    ['cause off the list', { evidence: { ...evidence, cause: 'case' } }, 'cause-not-listed'],
  ])('is refused with a %s', (_, more, code) => {
    const cap = capOf(1, 1, { exceptions: [{ cause: 'complaint' }] });
    const { outside, refused } = mergeVisits([{ ...complaint, ...more }], cap);
    expect(outside).toEqual([]);
    expect(refused).toMatchObject([
      { demand: 'complaint', issue: { code, path: [0, 'evidence'] } },
    ]);
  });

  it('is refused without evidence', () => {
    const { refused } = mergeVisits(
      [demand('c', '2026-01-01..2026-01-02', { cause: 'for-cause' })],
      twoInspections,
    );
    expect(refused[0]?.issue.code).toBe('evidence-missing');
  });
});

describe('what is wrong with a demand', () => {
  const year = '2026-01-01..2026-12-31';
  it.each<[string, Demand, string, string]>([
    ['bad-id', demand(' a', year), 'id', ' a'],
    ['authority-missing', demand('a', year, { authority: '' }), 'authority', ''],
    ['entity-with-at-sign', demand('a', year, { entity: 'x@y' }), 'entity', 'x@y'],
    ['bad-id', demand('a', year, { entity: '' }), 'entity', ''],
    ['bad-id', demand('a', year, { entity: 'x'.repeat(245) }), 'entity', 'x'.repeat(80)],
    ['bad-id', demand('a', year, { site: '' }), 'site', ''],
    ['bad-demand-weight', demand('a', year, { weight: 0.5 }), 'weight', '0.5'],
    ['bad-demand-weight', demand('a', year, { weight: -1 }), 'weight', '-1'],
    ['bad-demand-weight', demand('a', year, { weight: Number.NaN }), 'weight', 'NaN'],
    ['no-such-day', demand('a', '2026-02-29..2026-03-01'), 'window', '2026-02-29'],
    ['no-such-day', demand('a', '2026-02-01..2026-02-30'), 'window', '2026-02-30'],
    ['window-inverted', demand('a', '2026-02-02..2026-02-01'), 'window', '2026-02-02..2026-02-01'],
  ])('is returned as %s, and the others are planned', (code, bad, field, given) => {
    const { visits, refused } = mergeVisits([fire, bad], twoInspections);
    expect(visits).toHaveLength(1);
    expect(refused).toMatchObject([
      { demand: bad.id, issue: { code, severity: 'error', path: [1, field], params: { given } } },
    ]);
  });

  it.each<[string, unknown, (string | number)[]]>([
    ['wrong-type', null, [1]],
    ['wrong-type', undefined, [1]],
    ['wrong-type', 'a', [1]],
    ['bad-id', {}, [1, 'id']],
    ['bad-id', { ...food, entity: undefined }, [1, 'entity']],
    ['bad-id', { ...food, entity: 7 }, [1, 'entity']],
    ['no-such-day', { ...food, window: undefined }, [1, 'window']],
    ['no-such-day', { ...food, window: null }, [1, 'window']],
    ['no-such-day', { ...food, window: {} }, [1, 'window']],
  ])('is returned as %s where a row of an export is %j', (code, bad, path) => {
    const { visits, refused } = mergeVisits([fire, bad as Demand, tax], twoInspections);
    expect(visits.flatMap(({ demands }) => demands).toSorted()).toEqual(['fire', 'tax']);
    expect(refused).toMatchObject([{ issue: { code, path } }]);
  });

  it('is a repeated id: none of the two is planned, since nobody knows which one is meant', () => {
    const { visits, refused } = mergeVisits([fire, { ...food, id: 'fire' }], twoInspections);
    expect(visits).toEqual([]);
    expect(refused.map((one) => [one.issue.code, one.issue.path])).toEqual([
      ['repeated-demand', [0, 'id']],
      ['repeated-demand', [1, 'id']],
    ]);
  });

  it('is a weight that can no longer be added exactly', () => {
    const weight = Number.MAX_SAFE_INTEGER;
    const { visits, refused } = mergeVisits(
      [
        { ...food, weight: 1 },
        { ...fire, weight },
      ],
      twoInspections,
    );
    expect(visits[0]?.demands).toEqual(['fire']);
    expect(refused[0]?.issue).toMatchObject({ code: 'bad-demand-weight', path: [0, 'weight'] });
  });
});

describe('a caller’s mistake', () => {
  it.each([
    [-1, 1],
    [1, 1.5],
    [Number.NaN, 1],
  ])('is a cap of %s and %s visits', (a, b) => {
    expect(() => mergeVisits([], capOf(a, b))).toThrow(
      expect.objectContaining({ code: 'bad-cap' }),
    );
  });

  it.each([
    ['before its first day', { from: '2026-07-01' }],
    ['after its last day', { to: '2026-02-28' }],
    ['after its sunset', { to: '2026-12-31', sunset: '2026-02-28' }],
  ])('is a cap asked %s', (_, more) => {
    expect(() => mergeVisits([fire], capOf(1, 1, more))).toThrow(
      expect.objectContaining({ code: 'cap-not-in-force' }),
    );
  });

  it('is none on the first and the last day of the cap', () => {
    const cap = capOf(1, 1, { from: '2026-06-30', to: '2026-06-30', sunset: '2026-06-30' });
    expect(mergeVisits([fire], cap).after).toBe(1);
    expect(mergeVisits([fire], capOf(1, 1, { sunset: '2026-03-01' })).after).toBe(1);
  });
});

it('counts once before merging what one authority would do at one site in one window', () => {
  const twin = { ...fire, id: 'twin', item: 'alarm' };
  const list = [fire, twin, { ...twin, id: 't2', site: 'S1' }, { ...twin, id: 't3', entity: 'E2' }];
  expect(mergeVisits(list, capOf(9, 9)).before).toBe(3);
});
