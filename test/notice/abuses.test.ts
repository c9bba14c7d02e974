import { checkDrawRegister, drawRegister, noticeA, noticeB, verifyDraw } from 'evenhand/notice';
import { drawPlan, movesBetween, preparePlan } from 'evenhand/plan';
import { describe, expect, it } from 'vitest';
import { firm, firms, task, townInput } from '../plan/town.js';
import { ENTROPY, entropyOf } from '../plan/year.js';
import { honest, prepared, republished } from './forger.js';

/** The abuses that double-random/1 §4 names, each with what shows it. */
describe('an abuse is seen:', () => {
  const purpose = 'annual plan';
  const codesOf = (...entries: Parameters<typeof drawRegister>[1][number][]) =>
    checkDrawRegister(drawRegister('the organ', entries)).map(({ code }) => code);
  const announced = (drawId: string) =>
    ({ drawId, state: 'announced', purpose, noticeA: honest.a.digest }) as const;
  const drawn = (drawId: string) =>
    ({ drawId, state: 'drawn', purpose, noticeB: honest.b.digest }) as const;

  it('a draw repeated until it is liked: sequential draw ids, one for a purpose', () => {
    const twice = [announced('X-1'), drawn('X-1'), announced('X-2'), drawn('X-2')];
    expect(codesOf(...twice)).toEqual(['second-draw']);
    expect(codesOf(announced('X-1'), drawn('X-1'), drawn('X-1'))).toEqual(['entry-out-of-turn']);
    // And never under the first number: other entropy is not that of the source.
    const other = noticeB(drawPlan(prepared, entropyOf(7)));
    const { checks } = verifyDraw(honest.a, other, { entropy: ENTROPY });
    expect(checks.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(['entropy']);
  });

  it('a draw abandoned after it was seen: a gap, or an abandonment without its reason', () => {
    const third = { ...announced('X-3'), purpose: 'another one' };
    expect(codesOf(announced('X-1'), drawn('X-1'), third)).toEqual(['draw-gap']);
    const dropped = { drawId: 'X-1', state: 'abandoned', purpose } as const;
    expect(codesOf(announced('X-1'), dropped)).toEqual(['abandoned-unexplained']);
    const told = { ...dropped, explanation: 'the lottery was not held' };
    expect(codesOf(announced('X-1'), told, announced('X-2'))).toEqual(['drawn-again']);
    expect(codesOf(announced('X-1'), drawn('X-1'), told, announced('X-2'))).toEqual([
      'second-draw',
    ]);
  });

  it('a friend moved to a stratum of low ratio before notice A: moves are counted', () => {
    const others = firms(9, 'medium', 'B');
    const planOf = (grade: 'A' | 'D') =>
      preparePlan(townInput([...others, firm('friend', 'medium', grade)], [task('one')]));
    expect(movesBetween(planOf('D'), planOf('A'))).toMatchObject([
      { isLighter: true, ids: ['friend'] },
    ]);
  });

  it('and after notice A: the frame has another root', () => {
    const frame = prepared.tasks.flatMap(({ task: { id }, frame: rows }) =>
      rows.map((row) => ({ task: id, ...row })),
    );
    const [first, ...rest] = frame;
    const other = frame.find(
      ({ task: id, stratum }) => id === first?.task && stratum !== first.stratum,
    );
    if (first === undefined || other === undefined) throw new Error('one stratum alone');
    const moved = [{ ...first, stratum: other.stratum }, ...rest];
    const { checks } = verifyDraw(honest.a, honest.b, { frame: moved });
    expect(checks.filter(({ ok }) => !ok)).toMatchObject([
      { check: 'frame', field: `frame[${first.task}].root` },
    ]);
  });

  it('a visit hidden as a complaint: it was not committed to, and its evidence is published', () => {
    const visits = honest.b.visits.map((visit) =>
      visit.kind === 'spot-check' && visit.counts
        ? {
            ...visit,
            ...{ kind: 'for-cause' as const, counts: false },
            evidence: { cause: 'complaint' as const, reference: 'x' },
          }
        : visit,
    );
    const { checks } = verifyDraw(honest.a, { ...honest.b, visits });
    expect(checks.find(({ check }) => check === 'visits')?.ok).toBe(false);
    const causes = honest.b.visits.filter(({ kind }) => kind === 'for-cause');
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.every(({ evidence }) => evidence !== undefined)).toBe(true);
  });

  it('the entropy chosen afterwards: its source stands in notice A, whose digest was noted', () => {
    const { a, b } = republished((notice) => {
      notice.sources = [{ label: 'demo.2026-01-20', bits: 256 }];
    });
    const value = 'chosen'.repeat(10);
    const late = { ...b, entropy: [{ label: 'demo.2026-01-20', value }] };
    const failing = (options: Parameters<typeof verifyDraw>[2]) =>
      verifyDraw(a, late, options).checks.flatMap(({ ok, check }) => (ok ? [] : [check]));
    expect(failing({ digestOfA: honest.a.digest })).toContain('notice-a');
    const { checks } = verifyDraw(honest.a, { ...late, noticeA: honest.a.digest });
    expect(checks.find(({ check }) => check === 'entropy')?.field).toMatch(/^B\.entropy\.labels/);
  });

  it('an honest draw shows none of it', () => {
    expect(codesOf(announced('X-1'), drawn('X-1'))).toEqual([]);
    expect(verifyDraw(noticeA(prepared), honest.b, { digestOfA: honest.a.digest }).ok).toBe(true);
  });
});
