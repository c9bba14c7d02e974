import {
  type Assignment,
  assignInspectors,
  checkWitness,
  joinAssignments,
  type Rung,
  relaxVisits,
  type Staffing,
} from 'evenhand/inspectors';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/sha256.js';
import { allAssignments, bytes, mostSeats } from './bruteForce.js';
import { type Lottery, lotteries } from './staffings.js';

const tight = lotteries({ inspectors: 5, visits: 4, capacity: 4, size: 2, eligible: 4 });

/** Two soft rules, each of which keeps some inspectors from some visits. */
function ladderFor({ visits, inspectors, pairKey }: Lottery): Rung[] {
  return ['twice running', 'own street'].map((rule) => ({
    rule,
    allows: visits.map(({ id }) => ({
      visit: id,
      inspectors: inspectors.map((i) => i.id).filter((i) => sha256(pairKey + rule + id + i) < '5'),
    })),
  }));
}

/** The visits with whole rungs of the ladder let in everywhere. */
function relaxedEverywhere(staffing: Staffing, rungs: readonly Rung[]): Staffing {
  const visits = staffing.visits.map((visit) => {
    const allowed = rungs.flatMap(({ allows }) =>
      allows.filter((entry) => entry.visit === visit.id).flatMap(({ inspectors }) => inspectors),
    );
    return { ...visit, eligible: [...new Set([...visit.eligible, ...allowed])] };
  });
  return { ...staffing, visits };
}

const isFeasible = (staffing: Staffing): boolean => allAssignments(staffing).length > 0;

describe('relaxVisits', () => {
  it('relaxes only where it must: no rung while a lower one could do, and all of them at the end', () => {
    const count = { unchanged: 0, relaxed: 0, short: 0, visitsSpared: 0 };
    fc.assert(
      fc.property(tight, (lottery) => {
        const ladder = ladderFor(lottery);
        const { visits, relaxations, witness } = relaxVisits(lottery, ladder);
        const relaxed = { ...lottery, visits };

        expect(isFeasible(relaxed)).toBe(witness === undefined);
        expect(isFeasible(relaxedEverywhere(lottery, ladder))).toBe(witness === undefined);
        if (witness !== undefined) {
          count.short++;
          expect(checkWitness(relaxed, witness)).toBe(true);
        }
        ladder.forEach(({ rule }, n) => {
          if (!relaxations.some((used) => used.rule === rule)) return;
          expect(isFeasible(relaxedEverywhere(lottery, ladder.slice(0, n)))).toBe(false);
        });
        if (isFeasible(lottery)) {
          count.unchanged++;
          expect({ visits, relaxations }).toEqual({ visits: lottery.visits, relaxations: [] });
        } else if (witness === undefined) {
          count.relaxed++;
          if (new Set(relaxations.map(({ visit }) => visit)).size < visits.length) {
            count.visitsSpared++;
          }
        }
        // What is recorded is all that has changed.
        const replayed = lottery.visits.map((visit) => ({
          ...visit,
          eligible: visit.eligible.concat(
            relaxations.filter((r) => r.visit === visit.id).flatMap((r) => r.inspectors),
          ),
        }));
        expect(visits).toEqual(replayed);
      }),
      { numRuns: 600 },
    );
    for (const cases of Object.values(count)) expect(cases).toBeGreaterThan(40);
  });

  it('relaxes the same in any order of visits, and never misses more seats than before', () => {
    fc.assert(
      fc.property(tight, (lottery) => {
        const ladder = ladderFor(lottery);
        const one = relaxVisits(lottery, ladder);
        const other = relaxVisits(
          { ...lottery, visits: lottery.visits.toReversed() },
          ladder.map((rung) => ({ ...rung, allows: rung.allows.toReversed() })),
        );
        const sorted = (texts: readonly object[]) =>
          texts.map((t) => JSON.stringify(t)).sort(bytes);
        expect(sorted(other.relaxations)).toEqual(sorted(one.relaxations));
        expect(mostSeats({ ...lottery, visits: one.visits })).toBeGreaterThanOrEqual(
          mostSeats(lottery),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('refuses a rung for a visit that is not there', () => {
    const ladder = [{ rule: 'r', allows: [{ visit: 'B', inspectors: [] }] }];
    expect(() => relaxVisits({ visits: [], inspectors: [] }, ladder)).toThrow(
      expect.objectContaining({ code: 'unknown-visit' }),
    );
  });
});

describe('joinAssignments', () => {
  const inDistrict = (lottery: Lottery, district: string, keys: Lottery): Lottery => ({
    visitKey: keys.visitKey,
    pairKey: keys.pairKey,
    inspectors: lottery.inspectors.map((i) => ({ ...i, id: `${district}${i.id}` })),
    visits: lottery.visits.map((visit) => ({
      ...visit,
      id: `${district}${visit.id}`,
      eligible: visit.eligible.map((id) => `${district}${id}`),
    })),
  });

  it('gives for districts drawn apart what one draw of them all gives', () => {
    const count = { assigned: 0, infeasible: 0 };
    const wide = lotteries({ inspectors: 8, visits: 6, capacity: 6, size: 3, eligible: 9 });
    fc.assert(
      fc.property(fc.tuple(wide, wide, wide), (lotteries) => {
        const parts = lotteries.map((lottery, d) => inDistrict(lottery, `${d}`, lotteries[0]));
        const whole = {
          visitKey: lotteries[0].visitKey,
          pairKey: lotteries[0].pairKey,
          inspectors: parts.flatMap(({ inspectors }) => inspectors),
          visits: parts.flatMap(({ visits }) => visits),
        };
        const joined = joinAssignments(whole.visitKey, parts.map(assignInspectors));
        count[joined.status]++;
        expect(joined).toEqual(assignInspectors(whole));
      }),
      { numRuns: 400 },
    );
    expect(count.assigned).toBeGreaterThan(40);
    expect(count.infeasible).toBeGreaterThan(40);
  });

  it('refuses an inspector or a visit in two parts', () => {
    const part = (visit: string, inspector: string): Assignment => ({
      status: 'assigned',
      teams: [{ visit, members: [], leader: inspector }],
      loads: [{ inspector, load: 0, low: 0, high: 0 }],
    });
    const join =
      (...parts: Assignment[]) =>
      () =>
        joinAssignments('0'.repeat(64), parts);
    expect(join(part('A', 'JC-1'), part('B', 'JC-1'))).toThrow(
      expect.objectContaining({ code: 'repeated-inspector' }),
    );
    expect(join(part('A', 'JC-1'), part('A', 'JC-2'))).toThrow(
      expect.objectContaining({ code: 'repeated-visit' }),
    );
  });
});
