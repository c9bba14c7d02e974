import { assignInspectors, refillTeams, restaffTeams, type Staffing } from 'evenhand/inspectors';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/sha256.js';
import { lotteries } from './staffings.js';

const small = lotteries({ inspectors: 8, visits: 5, capacity: 5, size: 3, eligible: 9 });
const nextKey = sha256('the next key');
const without = <T extends Staffing>(staffing: T, absent: string): T => ({
  ...staffing,
  visits: staffing.visits.map((visit) => ({
    ...visit,
    eligible: visit.eligible.filter((id) => id !== absent),
  })),
});

describe('restaffTeams', () => {
  it('is refillTeams where somebody is absent and nothing else changed', () => {
    let refilled = 0;
    fc.assert(
      fc.property(small, (lottery) => {
        const drawn = assignInspectors(lottery);
        if (drawn.status === 'infeasible') return;
        const absent = lottery.inspectors[0]?.id as string;
        const again = { ...lottery, pairKey: nextKey, teams: drawn.teams };
        const expected = refillTeams({ ...again, absences: [{ inspector: absent }] });
        const result = restaffTeams(without(again, absent));
        if (expected.status === 'infeasible') {
          expect(result.witness).toEqual(expected.witness);
          return;
        }
        refilled += result.open.length;
        expect(new Set(result.teams)).toEqual(new Set(expected.teams));
        expect(result.loads).toEqual(expected.loads);
      }),
      { numRuns: 300 },
    );
    expect(refilled).toBeGreaterThan(50);
  });

  it('is assignInspectors where there are no teams yet', () => {
    fc.assert(
      fc.property(small, (lottery) => {
        const expected = assignInspectors(lottery);
        const { teams, loads, witness, open } = restaffTeams({ ...lottery, teams: [] });
        expect(open).toHaveLength(lottery.visits.length);
        if (expected.status === 'infeasible') expect(witness).toEqual(expected.witness);
        else {
          expect(loads).toEqual(expected.loads);
          expect(new Set(teams)).toEqual(new Set(expected.teams));
        }
      }),
    );
  });

  it('changes nothing where nothing changed', () => {
    fc.assert(
      fc.property(small, (lottery) => {
        const drawn = assignInspectors(lottery);
        if (drawn.status === 'infeasible') return;
        const { teams, open } = restaffTeams({ ...lottery, pairKey: nextKey, teams: drawn.teams });
        expect(open).toEqual([]);
        expect(new Set(teams)).toEqual(new Set(drawn.teams));
      }),
    );
  });

  const staff = {
    visitKey: sha256('visit'),
    pairKey: nextKey,
    inspectors: [
      { id: 'A', lead: false, capacity: 3 },
      { id: 'B', lead: false, capacity: 3 },
      { id: 'C', lead: true, capacity: 3 },
      { id: 'D', lead: true, capacity: 3 },
    ],
    teams: [{ visit: 'v', members: ['A', 'B', 'C'], leader: 'C' }],
  };
  const restaffed = (size: number, eligible: readonly string[]) =>
    restaffTeams({ ...staff, visits: [{ id: 'v', size, eligible }] });

  it('sends the last accepted home where fewer are needed, but never the only lead', () => {
    const { teams, open } = restaffed(2, ['A', 'B', 'C', 'D']);
    expect(teams).toEqual([{ visit: 'v', members: ['A', 'C'], leader: 'C' }]);
    expect(open).toEqual([]);
  });

  it('draws one more where more are needed, behind those who stay', () => {
    const { teams, open } = restaffed(4, ['A', 'B', 'C', 'D']);
    expect(teams).toEqual([{ visit: 'v', members: ['A', 'B', 'C', 'D'], leader: 'C' }]);
    expect(open).toEqual(['v']);
  });

  it('makes room for a lead where the lead can’t come any more', () => {
    const { teams } = restaffed(2, ['A', 'B', 'D']);
    expect(teams).toEqual([{ visit: 'v', members: ['A', 'D'], leader: 'D' }]);
    expect(restaffed(2, ['A', 'B']).witness).toBeDefined();
    expect(restaffed(2, ['A', 'B']).teams).toEqual([]);
  });

  it('keeps each authority’s persons in their own slots', () => {
    const visits = [
      { id: 'v', size: 1, eligible: ['C', 'D'], partners: [{ size: 1, eligible: ['A', 'B'] }] },
    ];
    const { teams } = restaffTeams({ ...staff, visits });
    expect(teams).toEqual([{ visit: 'v', members: ['A', 'C'], leader: 'C' }]);
    const other = [{ ...(visits[0] as (typeof visits)[0]), eligible: ['D'] }];
    expect(restaffTeams({ ...staff, visits: other }).teams[0]?.members).toEqual(['A', 'D']);
  });
});
