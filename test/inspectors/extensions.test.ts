import {
  type Amendment,
  assignInspectors,
  checkWitness,
  type OpenVisit,
  refillTeams,
  vacancies,
} from 'evenhand/inspectors';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/sha256.js';
import { allAssignments, drawByDefinition, slots } from './bruteForce.js';
import { type Lottery, lotteries } from './staffings.js';

const tiny = lotteries({ inspectors: 6, visits: 4, capacity: 4, size: 3 });

/** The same where all visits list the same candidates. */
const alike = lotteries({ inspectors: 6, visits: 4, capacity: 4, size: 3, lists: 1 });

/** Deals some candidates of each visit to a partner's slot, as the digest of their ids says. */
function withPartners(lottery: Lottery, saltOf = ({ id }: OpenVisit) => id): Lottery {
  const visits = lottery.visits.map((visit): OpenVisit => {
    const salt = `${lottery.visitKey}${saltOf(visit)}`;
    const dealt = (id: string): boolean => sha256(salt + id) < '8';
    const partner = visit.eligible.filter(dealt);
    if (partner.length === 0) return visit;
    return {
      ...visit,
      size: visit.size - 1,
      eligible: visit.eligible.filter((id) => !dealt(id)),
      partners: [{ size: 1, eligible: partner }],
    };
  });
  return { ...lottery, visits };
}

/** Everybody carries up to three visits. */
function withCarried(lottery: Lottery): Lottery {
  const inspectors = lottery.inspectors.map((inspector) => ({
    ...inspector,
    carried: Number.parseInt(sha256(lottery.visitKey + inspector.id).slice(0, 2), 16) % 4,
  }));
  return { ...lottery, inspectors };
}

describe('the lottery with partners and carried loads, against its definition', () => {
  it.each([
    ['partners', tiny, (lottery: Lottery) => withPartners(lottery)],
    ['carried loads', tiny, withCarried],
    ['both', tiny, (lottery: Lottery) => withCarried(withPartners(lottery))],
    ['partners, all visits alike', alike, (lottery: Lottery) => withPartners(lottery, () => '')],
  ])('prints the same teams, loads and bands with %s', (_, plainOnes, widen) => {
    const count = { assigned: 0, infeasible: 0, rejected: 0 };
    fc.assert(
      fc.property(plainOnes, (plain) => {
        const lottery = widen(plain);
        const result = assignInspectors(lottery);
        const assignments = allAssignments(lottery);
        expect(result.status).toBe(assignments.length > 0 ? 'assigned' : 'infeasible');
        count[result.status]++;
        if (result.status === 'infeasible') {
          expect(checkWitness(lottery, result.witness)).toBe(true);
          return;
        }
        const { result: expected, rejected } = drawByDefinition(lottery, assignments);
        count.rejected += rejected;
        expect(result).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
    expect(count.assigned).toBeGreaterThan(250);
    expect(count.infeasible).toBeGreaterThan(250);
    expect(count.rejected).toBeGreaterThan(100);
  });

  it('lets whoever carries less take more, and bands count this round alone', () => {
    const eligible = ['JC-1', 'JC-2', 'JC-3'];
    const result = assignInspectors({
      visitKey: '0'.repeat(64),
      pairKey: '1'.repeat(64),
      visits: ['A', 'B'].map((id) => ({ id, size: 2, eligible })),
      inspectors: eligible.map((id, n) => ({
        id,
        lead: true,
        capacity: 9,
        carried: n === 0 ? 5 : 0,
      })),
    });
    expect(result).toMatchObject({
      loads: [
        { inspector: 'JC-1', load: 0, low: 0, high: 0 },
        { inspector: 'JC-2', load: 2, low: 1, high: 2 },
        { inspector: 'JC-3', load: 2, low: 1, high: 2 },
      ],
    });
  });
});

describe('refillTeams, against the definition of an amendment', () => {
  /** The draw of a lottery, and some who drop out of all visits, or of the first. */
  function amendments(lottery: Lottery): (Amendment & Lottery) | undefined {
    const result = assignInspectors(lottery);
    if (result.status === 'infeasible' || result.teams.length === 0) return undefined;
    const first = result.teams[0] as { visit: string };
    const absences = lottery.inspectors.flatMap(({ id }) => {
      const chance = sha256(`${id}${lottery.pairKey}`);
      if (chance < '4') return [{ inspector: id }];
      return chance < '6' ? [{ inspector: id, visits: [first.visit] }] : [];
    });
    return { ...lottery, pairKey: sha256(lottery.pairKey), teams: result.teams, absences };
  }

  it.each([
    ['one authority', (lottery: Lottery) => lottery],
    ['partners', (lottery: Lottery) => withPartners(lottery)],
  ])(
    'fills exactly the vacant places, by the lottery over what capacity is left: %s',
    (_, widen) => {
      const count = { assigned: 0, infeasible: 0, refilled: 0, rejected: 0 };
      fc.assert(
        fc.property(
          lotteries({ inspectors: 6, visits: 4, capacity: 6, size: 3, eligible: 9 }),
          (plain) => {
            const input = amendments(widen(plain));
            fc.pre(input !== undefined);
            const isGone = (id: string, visit: string): boolean =>
              input.absences.some(
                ({ inspector, visits }) => inspector === id && (visits?.includes(visit) ?? true),
              );
            const stays = new Map(
              input.teams.map(({ visit, members }) => [
                visit,
                members.filter((id) => !isGone(id, visit)),
              ]),
            );
            const isLead = (id: string) => input.inspectors.some((i) => i.id === id && i.lead);
            const left = {
              ...input,
              inspectors: input.inspectors.map(({ id, lead, capacity }) => {
                const held = [...stays.values()].filter((members) => members.includes(id)).length;
                return { id, lead, capacity: capacity - held };
              }),
              visits: input.visits.flatMap((visit): OpenVisit[] => {
                const members = stays.get(visit.id) ?? [];
                const parts = slots(visit).map(({ size, eligible }) => ({
                  size: size - eligible.filter((id) => members.includes(id)).length,
                  eligible: eligible.filter((id) => !members.includes(id) && !isGone(id, visit.id)),
                }));
                const [own = { size: 0, eligible: [] }, ...partners] = parts;
                const hasLead = visit.eligible.some((id) => members.includes(id) && isLead(id));
                return parts.every(({ size }) => size === 0)
                  ? []
                  : [{ id: visit.id, ...own, partners, hasLead }];
              }),
            };
            const result = refillTeams(input);
            const assignments = allAssignments(left);
            expect(result.status).toBe(assignments.length > 0 ? 'assigned' : 'infeasible');
            count[result.status]++;
            if (result.status === 'infeasible') {
              expect(checkWitness(vacancies(input), result.witness)).toBe(true);
              return;
            }
            const { result: drawn, rejected } = drawByDefinition(left, assignments);
            if (drawn.status === 'infeasible') throw new Error('assignments were listed');
            count.rejected += rejected;
            count.refilled += drawn.teams.length;
            const teams = input.teams.map((team) => {
              const coming = drawn.teams.find(({ visit }) => visit === team.visit);
              if (coming === undefined) return team;
              const members = [...(stays.get(team.visit) ?? []), ...coming.members];
              const visit = input.visits.find(({ id }) => id === team.visit);
              const leader = members.find((id) => isLead(id) && visit?.eligible.includes(id));
              return { visit: team.visit, members, leader };
            });
            expect(result).toEqual({ status: 'assigned', teams, loads: drawn.loads });
          },
        ),
        { numRuns: 600 },
      );
      expect(count.assigned).toBeGreaterThan(100);
      expect(count.infeasible).toBeGreaterThan(40);
      expect(count.refilled).toBeGreaterThan(60);
      expect(count.rejected).toBeGreaterThan(5);
    },
  );

  const published: Amendment & { visitKey: string; pairKey: string } = {
    visitKey: '0'.repeat(64),
    pairKey: '1'.repeat(64),
    visits: [{ id: 'A', size: 2, eligible: ['JC-1', 'JC-2', 'JC-3'] }],
    inspectors: ['JC-1', 'JC-2', 'JC-3', 'JC-4'].map((id) => ({
      id,
      lead: id < 'JC-3',
      capacity: 1,
    })),
    teams: [{ visit: 'A', members: ['JC-1', 'JC-3'], leader: 'JC-1' }],
    absences: [],
  };

  it('changes nothing where nobody is absent, and lets the next lead lead', () => {
    expect(refillTeams(published)).toMatchObject({ teams: published.teams });
    expect(refillTeams({ ...published, absences: [{ inspector: 'JC-1' }] })).toMatchObject({
      teams: [{ visit: 'A', members: ['JC-3', 'JC-2'], leader: 'JC-2' }],
    });
  });

  const team = { visit: 'A', members: ['JC-1', 'JC-3'], leader: 'JC-1' };
  it.each([
    ['unknown-inspector', 'an absent stranger', { absences: [{ inspector: 'JC-9' }] }],
    [
      'unknown-visit',
      'an unknown visit missed',
      { absences: [{ inspector: 'JC-1', visits: ['B'] }] },
    ],
    ['unknown-visit', 'the team of an unknown visit', { teams: [{ ...team, visit: 'B' }] }],
    ['bad-team', 'a visit without a team', { teams: [] }],
    ['bad-team', 'two teams of a visit', { teams: [team, team] }],
    ['bad-team', 'a team too small', { teams: [{ ...team, members: ['JC-1'] }] }],
    ['bad-team', 'a member twice', { teams: [{ ...team, members: ['JC-1', 'JC-1'] }] }],
    [
      'bad-team',
      'a member who was no candidate',
      { teams: [{ ...team, members: ['JC-1', 'JC-4'] }] },
    ],
    [
      'bad-team',
      'a team without a lead',
      {
        visits: [{ id: 'A', size: 2, eligible: ['JC-3', 'JC-4'] }],
        teams: [{ ...team, members: ['JC-3', 'JC-4'] }],
      },
    ],
  ])('throws %s for %s', (code, _, change) => {
    expect(() => refillTeams({ ...published, ...change })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
