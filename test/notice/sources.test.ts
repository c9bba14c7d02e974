import { noticeA, noticeB, verifyDraw } from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { type EntropySpec, entropySource, QUICKNET } from 'evenhand/ticket';
import { describe, expect, it } from 'vitest';
import { town } from '../plan/town.js';
import { codeOf } from '../ticket/codeOf.js';
import { copy, sealed } from './forger.js';

const dice: EntropySpec = {
  kind: 'dice',
  label: 'dice',
  on: '2026-01-15',
  sides: 10,
  count: 20,
};
const drand: EntropySpec = { kind: 'drand', label: 'drand', chain: QUICKNET, round: 25_200_000 };
const sources = [dice, drand].map(entropySource);
const prepared = preparePlan({ ...town, sources });
const entropy = [
  { label: 'dice', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9.4.4.7.1' },
  { label: 'drand', value: 'ab'.repeat(32) },
];
const honest = { a: noticeA(prepared), b: noticeB(drawPlan(prepared, entropy)) };

describe('sources that say what their values look like', () => {
  it('stand in notice A with all that is needed to get and to check them', () => {
    expect(honest.a.sources).toEqual(sources);
    expect(verifyDraw(honest.a, honest.b, { digestOfA: honest.a.digest, entropy }).ok).toBe(true);
  });

  it('stop a draw with a value of another form', () => {
    const short = [{ label: 'dice', value: '4.1.9' }, entropy[1] as (typeof entropy)[0]];
    expect(codeOf(() => drawPlan(prepared, short))).toBe('bad-entropy-value');
  });

  it('show a verifier a value of another form', () => {
    const b = copy(honest.b);
    if (b.entropy[0]) b.entropy[0].value = '4.1.9';
    const { a, b: forged } = sealed({ a: honest.a, b: b as typeof honest.b });
    const check = verifyDraw(a, forged).checks.find((one) => one.check === 'entropy');
    expect(check).toMatchObject({ ok: false, field: 'B.entropy[0].value', found: '4.1.9' });
  });

  it('show a verifier more bits claimed than they have', () => {
    const a = copy(honest.a);
    if (a.sources[0]) a.sources[0].bits = 500;
    const forged = sealed({ a: a as typeof honest.a, b: honest.b });
    const check = verifyDraw(forged.a, forged.b).checks.find((one) => one.check === 'entropy');
    expect(check).toMatchObject({ ok: false, field: 'A.sources[0].bits', expected: '66' });
  });

  it('show a verifier a chain of drand under another key than its hash says', () => {
    const a = copy(honest.a);
    const spec = a.sources[1]?.spec;
    if (spec?.kind === 'drand') spec.chain.publicKey = 'ab'.repeat(96);
    const forged = sealed({ a: a as typeof honest.a, b: honest.b });
    const check = verifyDraw(forged.a, forged.b).checks.find((one) => one.check === 'entropy');
    expect(check).toMatchObject({ field: 'A.sources[1].spec.chain.hash', found: QUICKNET.hash });
  });

  it.each([
    ['label', { label: 'other' }],
    ['bits', { bits: 500 }],
    ['available', { available: '2026-03-01' }],
  ])('are refused with another %s than their own', (field, change) => {
    const [first, ...rest] = sources;
    const changed = [{ ...(first as (typeof sources)[0]), ...change }, ...rest];
    let issues: readonly { code: string; path: readonly unknown[] }[] = [];
    try {
      preparePlan({ ...town, sources: changed });
    } catch (error) {
      issues = (error as { issues: typeof issues }).issues;
    }
    expect(issues).toMatchObject([{ code: 'source-differs', path: ['sources', 0, field] }]);
  });

  it('are refused where they are there before the cut-off, or too few', () => {
    const early = entropySource({ ...drand, round: 1 });
    expect(codeOf(() => preparePlan({ ...town, sources: [early] }))).toBe('bad-plan-input');
    expect(codeOf(() => preparePlan({ ...town, sources: sources.slice(0, 1) }))).toBe(
      'bad-plan-input',
    );
  });
});
