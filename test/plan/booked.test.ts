import { ownDigest } from 'evenhand/core';
import {
  amendPlan,
  type NoticeB,
  noticeA,
  noticeB,
  noticeBMarkdown,
  planNow,
  verifyAmendments,
  verifyDraw,
} from 'evenhand/notice';
import { drawPlan, type Plan, planPreparation, preparePlan } from 'evenhand/plan';
import { twoInspections } from 'evenhand/schemes';
import { admitVisit, emptyLedger, type FixedVisit, fixedFrom, visitsOf } from 'evenhand/visits';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultDigest } from '../../src/notice/noticeB.js';
import { codeOf } from '../ticket/codeOf.js';
import { firms, task, town, townInput } from './town.js';
import { ENTROPY, entropyOf, frameOf } from './year.js';

/** Everybody is drawn for both tasks, whose windows do not meet: two visits a firm, and one is allowed. */
const rows = firms(12, 'low', 'B');
const half = { from: '2026-01-05', to: '2026-05-31' };
const rest = { from: '2026-07-01', to: '2026-11-30' };
const quota = { total: rows.length };
const tasks = [task('early', { quota, window: half }), task('late', { quota, window: rest })];
const input = townInput(rows, tasks);
const [open, done, planned] = rows.map(({ id }) => id) as [string, string, string];

const booked: readonly FixedVisit[] = [
  { id: 'fire:1', entity: open, kind: 'spot-check', day: '2026-03-10', isOpen: true },
  { id: 'fire:2', entity: done, kind: 'spot-check', day: '2026-02-03', isOpen: false },
  { id: 'fire:3', entity: planned, kind: 'census', day: '2026-08-04', isOpen: true },
  { id: 'fire:4', entity: 'a-stranger', kind: 'census', day: '2026-08-04', isOpen: true },
];
const planOf = (more = {}): Plan => drawPlan(preparePlan({ ...input, ...more }), ENTROPY);
const plan = planOf({ booked });
const a = noticeA(plan.prepared);
const b = noticeB(plan);

/** Notice B with some of it other, and all its digests right. */
function other(change: Partial<NoticeB>): NoticeB {
  const changed = { ...b, ...change };
  const told = { ...changed, result: resultDigest(changed) };
  return { ...told, digest: ownDigest({ ...told }) };
}

describe('a plan that starts from a ledger', () => {
  it('joins what is booked and still to come, and counts what is over', () => {
    const at = (entity: string) => ({
      visits: plan.visits.filter((visit) => visit.entity === entity).map(({ kind }) => kind),
      joined: plan.joined?.flatMap(({ visit, demands }) =>
        booked.some(({ id, entity: of }) => id === visit && of === entity) ? demands : [],
      ),
      deferred: plan.deferred
        .filter((one) => one.entity === entity)
        .map(({ reason, fixed }) => [reason, fixed]),
    });
    const early = (entity: string) => [`early/goods/${entity}`];
    expect(at(open)).toEqual({
      visits: [],
      joined: early(open),
      deferred: [['cap-reached', ['fire:1']]],
    });
    expect(at(done)).toEqual({
      ...{ visits: [], joined: [] },
      deferred: [
        ['cap-reached', ['fire:2']],
        ['cap-reached', ['fire:2']],
      ],
    });
    // A census visit does what a spot check asks for, and takes no place of one.
    expect(at(planned)).toMatchObject({
      ...{ visits: ['spot-check'], joined: [`late/goods/${planned}`], deferred: [] },
    });
  });

  it('is the plan without one where the ledger is empty', () => {
    const { prepared: _, joined, booked: none, ...same } = planOf({ booked: [] });
    const { prepared: __, ...without } = planOf();
    expect([same, joined, none]).toEqual([without, [], []]);
    expect(noticeA(planOf().prepared)).not.toHaveProperty('booked');
  });

  it('is found whole by whoever verifies it, and shows nothing of those who are not due', () => {
    expect(verifyDraw(a, b, { frame: frameOf(plan.prepared) })).toMatchObject({ ok: true });
    expect(a.booked).toHaveLength(4);
    expect(b.booked?.map(({ entity }) => entity)).toEqual([open, done, planned]);
    expect(JSON.stringify([a, b])).not.toContain('a-stranger');
  });

  it('tells on the page what is done on booked visits', () => {
    expect(noticeBMarkdown(b, 'en')).toContain(`| fire:1 | ${open} | early | goods |`);
    expect(noticeBMarkdown(noticeB(planOf()), 'en')).not.toContain('booked before');
  });

  it.each<[string, Partial<NoticeB>, string]>([
    ['a day', { booked: b.booked?.map((one) => ({ ...one, visits: [] })) ?? [] }, 'B.booked'],
    [
      'a visit left out',
      {
        booked: b.booked?.map((one, i) =>
          i === 0 ? { ...one, visits: one.visits.map((v) => ({ ...v, day: '2026-03-11' })) } : one,
        ) as NonNullable<NoticeB['booked']>,
      },
      'B.booked[0]',
    ],
    ['an entity left out', { booked: b.booked?.slice(1) ?? [] }, 'B.'],
    ['an entity twice', { booked: [...(b.booked ?? []), ...(b.booked ?? [])] }, 'B.booked[3]'],
    ['what is joined', { joined: b.joined?.slice(1) ?? [] }, 'B.joined'],
    ['no word of it', { joined: [] }, 'B.joined'],
  ])('finds a forged notice: %s', (_, change, field) => {
    const found = verifyDraw(a, other(change)).checks.find(({ ok }) => !ok);
    expect(found?.field).toContain(field);
  });

  it('keeps visits before the cut-off day as they were, in any order', () => {
    const early = [{ ...booked[0], day: '2025-12-30' } as FixedVisit];
    expect(planOf({ booked: early }).prepared.booked).toMatchObject([{ isOpen: false }]);
    const turned = planPreparation({ ...input, booked: booked.toReversed() });
    for (const one of rows) turned.add(one);
    expect(noticeA(turned.done())).toEqual(a);
  });

  it('refuses visits it can’t start from', () => {
    const bad = (change: Partial<FixedVisit>) =>
      codeOf(() => planOf({ booked: [...booked, { ...booked[0], ...change } as FixedVisit] }));
    expect(bad({ id: 'fire:5' })).toBeUndefined();
    expect(bad({})).toBe('bad-plan-input');
    expect(bad({ id: 'fire:5', day: '2026-02-30' })).toBe('bad-plan-input');
    expect(bad({ id: 'fire\u0001' })).toBe('bad-plan-input');
  });

  it('opens in an amendment what its substitute had booked', () => {
    const some = townInput(rows, [
      task('few', { quota: { total: 3 }, window: half }),
      task('late', { quota: { total: 2 }, window: rest }),
    ]);
    const everybody = rows.map(
      ({ id }, i): FixedVisit => ({
        ...{ id: `fire:${i}`, entity: id, kind: 'spot-check', day: '2026-04-07', isOpen: true },
      }),
    );
    const prepared = preparePlan({ ...some, booked: everybody });
    const before = noticeB(drawPlan(prepared, ENTROPY));
    const [drawn] = before.samples[0]?.strata.flatMap(({ selected }) => selected) ?? [];
    const act = {
      ...({ kind: 'strike', task: 'few', entity: drawn?.id as string, reason: 'closed' } as const),
    };
    const amendment = amendPlan({ prepared, noticeB: before, amendments: [] }, act);
    const fresh = amendment.substitution?.id;
    expect(amendment.joined?.map(({ entity }) => entity)).toContain(fresh);
    const first = noticeA(prepared);
    expect(verifyAmendments(first, before, [amendment])).toEqual({ ok: true });
    const now = planNow(before, [amendment]);
    expect(now.joined?.map(({ entity }) => entity)).not.toContain(drawn?.id);
    const hidden = { ...amendment, booked: [] };
    const forged = { ...hidden, digest: ownDigest({ ...hidden }) };
    const known = before.booked?.some(({ entity }) => entity === fresh);
    expect(verifyAmendments(first, before, [forged]).ok).toBe(known);
  });
});

const anyVisit = fc.record({
  entity: fc.constantFrom(...(town.register.entities.map(({ id }) => id) as [string])),
  kind: fc.constantFrom('census' as const, 'spot-check' as const),
  month: fc.integer({ min: 1, max: 12 }),
  isOpen: fc.boolean(),
});

type AnyVisit = typeof anyVisit extends fc.Arbitrary<infer T> ? T : never;

/** What a plan adds to a ledger, asked of that ledger visit by visit. */
function admitted(visits: readonly AnyVisit[], n: number): void {
  let ledger = emptyLedger;
  visits.forEach(({ entity, kind, month, isOpen }, i) => {
    const day = `2026-${String(month).padStart(2, '0')}-15`;
    const request = { id: `v:${i}`, entity, kind, day, lead: 'fire', join: false } as const;
    const asked = { ...request, at: '2025-12-01', ...(isOpen ? {} : { until: '2026-12-31' }) };
    ({ ledger } = admitVisit(ledger, asked, twoInspections));
  });
  const prepared = preparePlan({ ...town, booked: fixedFrom(visitsOf(ledger)) });
  const drawn = drawPlan(prepared, entropyOf(n));
  expect(verifyDraw(noticeA(prepared), noticeB(drawn)).ok).toBe(true);
  const capped = new Set(prepared.standings.flatMap(({ id, capped: is }) => (is ? [id] : [])));
  for (const { id, entity, kind, day, lead, counts, beyondCap } of drawn.visits) {
    if (!counts || beyondCap === true || !capped.has(entity)) continue;
    const request = { id: `plan:${id}`, entity, kind, day, lead, join: false } as const;
    const { ledger: after, decision } = admitVisit(
      ledger,
      { ...request, at: '2025-12-31' },
      twoInspections,
    );
    expect(decision.status).toBe('admitted');
    ledger = after;
  }
}

it('adds only what the ledger it started from admits', () => {
  fc.assert(fc.property(fc.array(anyVisit, { maxLength: 25 }), fc.nat({ max: 1000 }), admitted), {
    numRuns: 25,
  });
});
