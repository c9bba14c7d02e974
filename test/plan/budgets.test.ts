import { noticeA, noticeB, verifyDraw } from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';
import { exampleProgramme, twoInspections } from 'evenhand/schemes';
import type { Cap } from 'evenhand/visits';
import { expect, it } from 'vitest';
import { noticeASchema } from '../../src/notice/noticeSchemas.js';
import { type Forgery, sealed } from '../notice/forger.js';
import { firms, task, townInput } from './town.js';
import { ENTROPY, entropyOf } from './year.js';

const credit = (...levels: string[]) => ({ levels: [{ scale: 'example-credit', levels }] });

/** A budget of visits a year by credit (年度检查总量); nobody of grade D has one. */
const budget: Cap = {
  ...twoInspections,
  eligible: {},
  limits: [
    { id: 'good', unit: { visits: 1 }, eligible: credit('A', 'B') },
    { id: 'fair', unit: { visits: 2 }, eligible: credit('C') },
  ].map(
    (limit) =>
      ({ ...limit, window: 'calendar-year', counts: {}, cite: twoInspections.cite }) as const,
  ),
};

const window = (month: string) => ({ from: `2026-${month}-01`, to: `2026-${month}-28` });
const input = townInput(
  (['B', 'C', 'D'] as const).flatMap((grade) => firms(4, 'low', grade)),
  ['02', '05', '08'].map((month) =>
    task(`in-${month}`, { quota: { ratio: '1', rule: 'at-least' }, window: window(month) }),
  ),
  {
    programme: parseProgramme({
      ...exampleProgramme,
      documents: exampleProgramme.documents.map((one) => (one.kind === 'cap' ? budget : one)),
    }),
  },
);
const prepared = preparePlan(input);
const plan = drawPlan(prepared, ENTROPY);
const visitsOf = (id: string): number => plan.visits.filter(({ entity }) => entity === id).length;

it('plans each firm by the limits that protect it', () => {
  const grades = ['B', 'C', 'D'].map((grade) => visitsOf(`low-${grade}-001`));
  expect(grades).toEqual([1, 2, 3]);
  expect(prepared.standings.map(({ capped }) => capped)).toEqual([
    ...Array.from({ length: 4 }, () => ['good']),
    ...Array.from({ length: 4 }, () => ['fair']),
    ...Array.from({ length: 4 }, () => false),
  ]);
});

it('publishes the numbers there are, not whose they are, and is verified by them', () => {
  const a = noticeA(prepared);
  expect(noticeASchema.parse(JSON.parse(JSON.stringify(a)))).toEqual(a);
  const { visits, others = [] } = a.cap;
  expect([visits, ...others.map((one) => one.visits)].map(({ total }) => total)).toEqual([1, 2]);
  for (let n = 0; n < 5; n++) {
    expect(verifyDraw(a, noticeB(drawPlan(prepared, entropyOf(n)))).ok).toBe(true);
  }
});

/** The checks that do not hold, with every digest as it should be. */
function faults(forgery: Forgery): string[] {
  const { a, b } = sealed(forgery);
  return verifyDraw(a, b).checks.flatMap(({ check, ok }) => (ok ? [] : [check]));
}

it('is not verified where a firm is visited less than its budget allows, or more than any does', () => {
  const honest = { a: noticeA(prepared), b: noticeB(plan) };
  expect(faults(honest)).toEqual([]);
  const own = honest.b.visits.filter(({ entity }) => entity === 'low-C-001');
  const [first] = own;
  const fewer = honest.b.visits.filter((visit) => visit !== first);
  expect(faults({ ...honest, b: { ...honest.b, visits: fewer } })).toContain('visits');
  const deferred = honest.b.deferred.filter(({ entity }) => entity !== 'low-C-001');
  expect(faults({ ...honest, b: { ...honest.b, deferred } })).toContain('visits');
});

it('is not verified under fewer budgets than there are', () => {
  const { cap, ...a } = noticeA(prepared);
  const { others: _, ...first } = cap;
  expect(faults({ a: { ...a, cap: first }, b: noticeB(plan) })).toContain('visits');
});
