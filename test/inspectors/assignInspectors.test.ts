import { assignInspectors } from 'evenhand/inspectors';
import { pairTicket, ticket } from 'evenhand/ticket';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lottery, lotteries } from './staffings.js';

const visitKey = '1cc425f897fc0221d7271eab1e15835aa7e7a36c71bc15460ab164b4b4a0e758';
const pairKey = 'd5788a32e2791b54b1095fe9ce3c2d485ec27380ecdcf85ee722e9b967765ede';
const keys = { visitKey, pairKey };

// Worked by hand in docs/inspectors.md.
const byHand: Lottery = {
  ...keys,
  visits: [
    { id: 'A/census', size: 2, eligible: ['JC-000003', 'JC-000004', 'JC-000006'] },
    { id: 'B/census', size: 2, eligible: ['JC-000003', 'JC-000004', 'JC-000006'] },
    { id: 'C/census', size: 2, eligible: ['JC-000002', 'JC-000004', 'JC-000006'] },
  ],
  inspectors: [
    { id: 'JC-000002', lead: true, capacity: 5 },
    { id: 'JC-000003', lead: true, capacity: 5 },
    { id: 'JC-000004', lead: false, capacity: 1 },
    { id: 'JC-000006', lead: false, capacity: 5 },
  ],
};

describe('assignInspectors', () => {
  it('gives the teams of the example worked by hand', () => {
    expect(assignInspectors(byHand)).toEqual({
      status: 'assigned',
      teams: [
        { visit: 'C/census', members: ['JC-000002', 'JC-000004'], leader: 'JC-000002' },
        { visit: 'A/census', members: ['JC-000006', 'JC-000003'], leader: 'JC-000003' },
        { visit: 'B/census', members: ['JC-000006', 'JC-000003'], leader: 'JC-000003' },
      ],
      loads: [
        { inspector: 'JC-000002', load: 1, low: 0, high: 1 },
        { inspector: 'JC-000003', load: 2, low: 1, high: 2 },
        { inspector: 'JC-000004', load: 1, low: 1, high: 1 },
        { inspector: 'JC-000006', load: 2, low: 1, high: 2 },
      ],
    });
  });

  it('assigns nothing where there are no visits, and gives every inspector load 0', () => {
    const { inspectors } = byHand;
    expect(assignInspectors({ ...keys, visits: [], inspectors: inspectors.slice(2) })).toEqual({
      status: 'assigned',
      teams: [],
      loads: [
        { inspector: 'JC-000004', load: 0, low: 0, high: 0 },
        { inspector: 'JC-000006', load: 0, low: 0, high: 0 },
      ],
    });
    expect(assignInspectors({ ...keys, visits: [], inspectors: [] })).toEqual({
      status: 'assigned',
      teams: [],
      loads: [],
    });
  });

  it('gives an inspector of capacity 0 no visit, and names him in a witness', () => {
    const visits = [{ id: 'A', size: 2, eligible: ['a', 'b', 'c'] }];
    const inspectors = [
      { id: 'c', lead: false, capacity: 2 },
      { id: 'b', lead: true, capacity: 0 },
      { id: 'a', lead: true, capacity: 2 },
    ];
    expect(assignInspectors({ ...keys, visits, inspectors })).toMatchObject({
      loads: [
        { inspector: 'a', load: 1, low: 0, high: 1 },
        { inspector: 'b', load: 0, low: 0, high: 0 },
        { inspector: 'c', load: 1, low: 0, high: 1 },
      ],
    });
    expect(assignInspectors({ ...keys, visits, inspectors: inspectors.map(noRoom) })).toEqual({
      status: 'infeasible',
      witness: { inspectors: ['a', 'b', 'c'], needed: 2, capacity: 0, missing: 2 },
    });
  });

  it.each([
    [2, [], 2],
    [2, ['lead'], 1],
    [2, ['other', 'third'], 1],
    [5, ['lead', 'other', 'third'], 2],
    [2_000_000_000, ['lead', 'other'], 1_999_999_998],
  ])('a team of %i cannot be made of %j', (size, eligible, missing) => {
    const inspectors = ['lead', 'other', 'third'].map((id) => ({
      id,
      lead: id === 'lead',
      capacity: 9,
    }));
    const visits = [{ id: 'A', size, eligible }];
    expect(assignInspectors({ ...keys, visits, inspectors })).toEqual({
      status: 'infeasible',
      witness: { inspectors: [], needed: missing, capacity: 0, missing },
    });
  });

  it('gives distinct members with a lead, the first lead leading, and keeps loads in narrow bands', () => {
    const shape = { inspectors: 30, visits: 40, capacity: 20, size: 4, eligible: 6 };
    let assigned = 0;
    fc.assert(
      fc.property(lotteries(shape), (lottery) => {
        const result = assignInspectors(lottery);
        fc.pre(result.status === 'assigned');
        assigned++;
        const byId = new Map(lottery.inspectors.map((inspector) => [inspector.id, inspector]));
        const visits = new Map(lottery.visits.map((visit) => [visit.id, visit]));
        const tickets = result.teams.map(({ visit }) => ticket(lottery.visitKey, visit));
        expect(tickets).toEqual(tickets.toSorted());
        expect(result.teams).toHaveLength(visits.size);
        for (const { visit, members, leader } of result.teams) {
          expect(new Set(members).size).toBe(visits.get(visit)?.size);
          expect(visits.get(visit)?.eligible).toEqual(expect.arrayContaining([...members]));
          expect(leader).toBe(members.find((id) => byId.get(id)?.lead));
          const pairs = members.map((id) => pairTicket(lottery.pairKey, visit, id));
          expect(pairs).toEqual(pairs.toSorted());
        }
        for (const { inspector, load, low, high } of result.loads) {
          expect(load).toBe(
            result.teams.filter(({ members }) => members.includes(inspector)).length,
          );
          expect(low <= load && load <= high && high - low <= 1).toBe(true);
          expect(high).toBeLessThanOrEqual(byId.get(inspector)?.capacity ?? 0);
        }
        expect(result.loads.map((load) => load.inspector)).toHaveLength(byId.size);
      }),
    );
    expect(assigned).toBeGreaterThan(50);
  });

  it('staffs 600 visits by 150 inspectors, each within his band', () => {
    const inspectors = Array.from({ length: 150 }, (_, i) => ({
      id: `officer ${i}`,
      lead: i % 2 === 0,
      capacity: 6 + (i % 7) * 2,
    }));
    const visits = Array.from({ length: 600 }, (_, v) => ({
      id: `firm ${v}`,
      size: 2 + (v % 2),
      eligible: inspectors.filter((_, i) => (i * 37 + v * 11) % 150 < 40).map(({ id }) => id),
    }));
    const result = assignInspectors({ ...keys, visits, inspectors });
    expect(result.status).toBe('assigned');
    if (result.status !== 'assigned') return;
    expect(result.loads.reduce((sum, { load }) => sum + load, 0)).toBe(1500);
    expect(result.loads.every(({ load, low, high }) => low <= load && load <= high)).toBe(true);
    expect(result.loads.some(({ low, high }) => low === high)).toBe(true);
  });

  it('gives inspectors with the same eligibility the same chance', () => {
    const inspectors = ['a', 'b', 'c', 'd'].map((id) => ({ id, lead: true, capacity: 1 }));
    const visits = [{ id: 'A', size: 2, eligible: ['a', 'b', 'c', 'd'] }];
    const drawn = new Map<string, number>();
    const rounds = 2000;
    for (let round = 0; round < rounds; round++) {
      const seed = round.toString(16).padStart(64, '0');
      const result = assignInspectors({ visitKey, pairKey: seed, visits, inspectors });
      for (const { inspector, load } of result.status === 'assigned' ? result.loads : []) {
        drawn.set(inspector, (drawn.get(inspector) ?? 0) + load);
      }
    }
    // Each is drawn with chance 1/2: five standard deviations either side.
    const tolerance = 5 * Math.sqrt(rounds / 4);
    for (const count of drawn.values()) {
      expect(Math.abs(count - rounds / 2)).toBeLessThan(tolerance);
    }
    expect(drawn.size).toBe(4);
  });
});

describe('a mistake of the caller', () => {
  const visit = { id: 'A', size: 2, eligible: ['JC-000003', 'JC-000006'] };
  const mistakes: [string, string, Partial<Lottery>][] = [
    ['bad-team-size', 'a size of 1', { visits: [{ ...visit, size: 1 }] }],
    ['bad-team-size', 'a size of 2.5', { visits: [{ ...visit, size: 2.5 }] }],
    ['bad-team-size', 'a size that is no number', { visits: [{ ...visit, size: Number.NaN }] }],
    ['repeated-visit', 'a visit listed twice', { visits: [visit, visit] }],
    [
      'repeated-inspector',
      'an inspector listed twice',
      { inspectors: [...byHand.inspectors, { id: 'JC-000003', lead: false, capacity: 1 }] },
    ],
    [
      'repeated-candidate',
      'a candidate listed twice',
      { visits: [{ ...visit, eligible: ['JC-000003', 'JC-000006', 'JC-000003'] }] },
    ],
    [
      'unknown-candidate',
      'a candidate who is no inspector',
      { visits: [{ ...visit, eligible: ['JC-000003', 'JC-000009'] }] },
    ],
    ...[-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY].map(
      (capacity): [string, string, Partial<Lottery>] => [
        'bad-capacity',
        `a capacity of ${capacity}`,
        { visits: [], inspectors: [{ id: 'JC-000003', lead: true, capacity }] },
      ],
    ),
    [
      'bad-carried',
      'carried visits below 0',
      { visits: [], inspectors: [{ id: 'JC-1', lead: true, capacity: 1, carried: -1 }] },
    ],
    [
      'bad-team-size',
      'a partner who sends nobody',
      { visits: [{ ...visit, partners: [{ size: 0, eligible: [] }] }] },
    ],
    [
      'bad-team-size',
      'an empty list of partners',
      { visits: [{ ...visit, size: 1, partners: [] }] },
    ],
    ['bad-id', 'an empty visit id', { visits: [{ ...visit, id: '' }] }],
    [
      'bad-id',
      'an inspector id with a space',
      { inspectors: [{ id: 'JC-000003 ', lead: true, capacity: 1 }] },
    ],
    ['bad-key', 'a visit key that is no digest', { visits: [], visitKey: 'K' }],
    ['bad-key', 'a pair key in capitals', { visits: [], pairKey: pairKey.toUpperCase() }],
  ];

  it.each(mistakes)('throws %s for %s', (code, _, change) => {
    const call = () => assignInspectors({ ...byHand, ...change });
    expect(call).toThrow(expect.objectContaining({ name: 'EvenhandError', code }));
  });
});

const noRoom = <T>(inspector: T): T => ({ ...inspector, capacity: 0 });
