import { ownDigest } from 'evenhand/core';
import {
  amendPlan,
  type NoticeB,
  noticeA,
  noticeB,
  type PlanAct,
  type PlanAmendment,
  planNow,
  verifyAmendments,
} from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import type { Task } from 'evenhand/register';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitTopUp, type ToppedStratum } from '../../src/notice/amend/splitTopUp.js';
import { firms, task, townInput } from '../plan/town.js';
import { ENTROPY, frameOf } from '../plan/year.js';
import { codeOf } from '../ticket/codeOf.js';

type Least = { readonly ratio: string; readonly of: 'drawn' | 'part' | 'frame' };
type Share = { readonly p: number; readonly q: number; readonly of: Least['of'] };

/** The least that the part has to get of a total, by counting up. */
function dueOf(total: number, strata: readonly ToppedStratum[], share: Share | undefined): number {
  if (share === undefined) return 0;
  const inside = strata.filter(({ part }) => part);
  const units = (list: readonly ToppedStratum[]) => list.reduce((n, { size }) => n + size, 0);
  const base = { drawn: total, part: units(inside), frame: units(strata) }[share.of];
  let least = 0;
  while (least * share.q < base * share.p) least++;
  const has = inside.reduce((n, { drawn, left }) => n + drawn + left, 0);
  return Math.min(least, total, units(inside), has);
}

/**
 * One unit after another to the stratum that is furthest behind; once as many are left as the part
 * still lacks, only its strata are asked. Undefined where the total can't be placed so.
 */
function oneByOne(total: number, strata: readonly ToppedStratum[], share: Share | undefined) {
  const got = strata.map(({ drawn }) => drawn);
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const due = dueOf(total, strata, share);
  const start = sum(got);
  if (total <= start) return undefined;
  for (let left = total - start; left > 0; left--) {
    const lacks = due - sum(got.filter((_, i) => strata[i]?.part === true));
    if (lacks > left) return undefined;
    let best = -1;
    strata.forEach(({ weight, drawn, left: room, part, code }, i) => {
      const own = got[i] as number;
      if (weight === 0 || own >= drawn + room || (lacks === left && !part)) return;
      const before = strata[best];
      if (before === undefined) {
        best = i;
        return;
      }
      const other = got[best] as number;
      const ahead =
        weight * (2 * other + 1) - before.weight * (2 * own + 1) ||
        weight - before.weight ||
        (code < before.code ? 1 : -1);
      if (ahead > 0) best = i;
    });
    if (best < 0) return undefined;
    got[best] = (got[best] as number) + 1;
  }
  return new Map(strata.map(({ code }, i) => [code, got[i] as number]));
}

const stratum = fc
  .record({
    weight: fc.nat(6),
    part: fc.boolean(),
    drawn: fc.nat(4),
    left: fc.nat(9),
    gone: fc.nat(2),
  })
  .map(({ gone, ...one }) => ({ ...one, size: one.drawn + one.left + gone }));
const strataOf = fc
  .array(stratum, { minLength: 2, maxLength: 5 })
  .map((list) => list.map((one, i): ToppedStratum => ({ code: `s${i}`, ...one })));
const shareOf = fc.option(
  fc
    .record({
      q: fc.integer({ min: 1, max: 9 }),
      p: fc.nat(9),
      of: fc.constantFrom('drawn', 'part', 'frame'),
    })
    .filter(({ p, q }) => p <= q),
  { nil: undefined },
);

describe('how a top-up splits its total', () => {
  it('is unit after unit, with places kept for the part, whatever the total', () => {
    let refused = 0;
    let raised = 0;
    fc.assert(
      fc.property(strataOf, shareOf, fc.integer({ min: -1, max: 12 }), (strata, share, more) => {
        const total = strata.reduce((sum, { drawn }) => sum + drawn, more);
        const least = share && { ratio: `${share.p}/${share.q}`, of: share.of };
        const found = splitTopUp(total, strata, least);
        const expected = oneByOne(total, strata, share);
        const all = Array.from({ length: 62 }, (_, i) => i);
        const totals = all.filter((sum) => oneByOne(sum, strata, share) !== undefined);
        if ('most' in found) {
          refused++;
          expect(expected).toBeUndefined();
          if (totals.length === 0) expect(found.least).toBeGreaterThan(found.most);
          else expect([found.least, found.most]).toEqual([totals[0], totals.at(-1)]);
          return;
        }
        expect(found).toEqual(expected);
        const free = oneByOne(total, strata, undefined);
        if (strata.some(({ code }) => free?.get(code) !== found.get(code))) raised++;
      }),
      { numRuns: 600 },
    );
    expect(refused).toBeGreaterThan(40);
    expect(raised).toBeGreaterThan(20);
  });

  it('never takes away what a smaller total gave', () => {
    fc.assert(
      fc.property(strataOf, shareOf, fc.integer({ min: 1, max: 12 }), (strata, share, more) => {
        const total = strata.reduce((sum, { drawn }) => sum + drawn, more);
        const least = share && { ratio: `${share.p}/${share.q}`, of: share.of };
        const [small, large] = [total, total + 1].map((sum) => splitTopUp(sum, strata, least));
        if (small === undefined || large === undefined) return;
        if ('most' in small || 'most' in large) return;
        for (const [code, quota] of small) expect(large.get(code)).toBeGreaterThanOrEqual(quota);
      }),
      { numRuns: 300 },
    );
  });
});

const where = { field: 'district', eq: '110108' } as const;
const entities = [
  ...firms(30, 'low', 'B', (i) => (i < 6 ? { district: '110108' } : {})),
  ...firms(10, 'medium', 'B', (i) => (i < 4 ? { district: '110108' } : {})),
];
const reason = 'a summer of complaints';
const topUpTo = (total: number): PlanAct => ({ kind: 'top-up', task: 'one', total, reason });

function drawnBy(quota: Task['quota'], of = entities) {
  const prepared = preparePlan(townInput(of, [task('one', { quota })]));
  const [a, b] = [noticeA(prepared), noticeB(drawPlan(prepared, ENTROPY))];
  const district = new Map(of.map((one) => [one.id, one.district]));
  const idsOf = (notice: Pick<NoticeB, 'samples'>) =>
    notice.samples[0]?.strata.flatMap(({ selected }) => selected.map(({ id }) => id)) ?? [];
  return {
    ...{ prepared, a, b, frame: frameOf(prepared), idsOf },
    inPart: (notice: Pick<NoticeB, 'samples'>) =>
      idsOf(notice).filter((id) => district.get(id) === '110108').length,
  };
}

describe('a top-up of a task whose part has a least share', () => {
  it.each([
    ['drawn', '1/2'],
    ['drawn', '80%'],
    ['part', '50%'],
    ['frame', '1/5'],
  ] as const)('keeps it over all that is drawn: of %s, %s', (of, ratio) => {
    const quota = { total: 12, least: { where, ratio, of } } as const;
    const year = drawnBy(quota);
    const { prepared, a, b, frame } = year;
    for (const total of [13, 14, 17, 20, 25]) {
      const one = amendPlan({ prepared, noticeB: b, amendments: [] }, topUpTo(total));
      const now = planNow(b, [one]);
      const share = { drawn: total, part: 10, frame: 40 }[of];
      const { p, q } = {
        '1/2': { p: 1, q: 2 },
        '80%': { p: 4, q: 5 },
        '50%': { p: 1, q: 2 },
        '1/5': { p: 1, q: 5 },
      }[ratio];
      const due = Math.min(10, total, Math.ceil((share * p) / q));
      expect(year.idsOf(now)).toHaveLength(total);
      expect(year.idsOf(now)).toEqual(expect.arrayContaining(year.idsOf(b)));
      expect(year.inPart(now)).toBeGreaterThanOrEqual(due);
      expect(verifyAmendments(a, b, [one], { frame })).toEqual({ ok: true });
      const next = amendPlan({ prepared, noticeB: b, amendments: [one] }, topUpTo(total + 1));
      expect(year.inPart(planNow(b, [one, next]))).toBeGreaterThanOrEqual(year.inPart(now));
      expect(verifyAmendments(a, b, [one, next], { frame })).toEqual({ ok: true });
    }
  });

  it('is found out where it gives the part less', () => {
    const year = drawnBy({ total: 6, least: { where, ratio: '80%', of: 'drawn' } });
    const free = drawnBy({ total: 6 });
    const { prepared, a, b, frame } = year;
    const honest = amendPlan({ prepared, noticeB: b, amendments: [] }, topUpTo(10));
    // What the rule without the share gives: the same amendment, a unit of the part exchanged for one of the rest.
    const parts = new Set(
      a.tasks[0]?.strata.flatMap(({ code, part }) => (part === true ? [code] : [])),
    );
    const additions = honest.additions?.map((one) =>
      parts.has(one.stratum)
        ? { ...one, quota: one.quota - 1, added: one.added.slice(0, -1) }
        : one,
    );
    const forged = { ...honest, additions } as PlanAmendment;
    const list = [{ ...forged, digest: ownDigest({ ...forged }) }];
    expect(parts.size).toBeGreaterThan(0);
    expect(verifyAmendments(a, b, list).field).toMatch(/^amendments\[0\]\.additions/);
    expect(verifyAmendments(a, b, list, { frame }).ok).toBe(false);
    expect(free.a.tasks[0]?.strata.some(({ part }) => part === true)).toBe(false);
  });

  it('counts whom a task draws now, where somebody struck left nobody behind him', () => {
    const year = drawnBy({ total: 30 }, firms(30, 'low', 'B'));
    const { prepared, b } = year;
    const entity = year.idsOf(b)[0] as string;
    const strike = amendPlan(
      { prepared, noticeB: b, amendments: [] },
      { kind: 'strike', task: 'one', entity, reason },
    );
    const code = codeOf(() =>
      amendPlan({ prepared, noticeB: b, amendments: [strike] }, topUpTo(30)),
    );
    expect(code).toBe('top-up-exhausted');
  });
});
