import { ownDigest } from 'evenhand/core';
import {
  checkDrawRegister,
  type DrawEntry,
  type DrawRegister,
  drawRegister,
  parseDrawRegister,
  withDraw,
} from 'evenhand/notice';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherDigest } from './forger.js';

const a = otherDigest('a');
const announced = (drawId: string, purpose = `purpose of ${drawId}`): DrawEntry => ({
  drawId,
  state: 'announced',
  purpose,
  noticeA: a,
});
const drawn = (drawId: string, purpose = `purpose of ${drawId}`): DrawEntry => ({
  drawId,
  state: 'drawn',
  purpose,
  noticeA: a,
  noticeB: otherDigest('b'),
});
const abandoned = (drawId: string, explanation = 'the server failed'): DrawEntry => ({
  drawId,
  state: 'abandoned',
  purpose: `purpose of ${drawId}`,
  explanation,
});
const year = [
  ...[announced('EX-001'), drawn('EX-001'), announced('EX-002'), drawn('EX-002')],
  ...[announced('EX-003'), abandoned('EX-003'), announced('EX-004')],
];
const register = drawRegister('example', year);
const found = (entries: readonly DrawEntry[]) =>
  checkDrawRegister(drawRegister('example', entries)).map(({ code, severity, params }) => [
    code,
    severity,
    params['given'],
  ]);

describe('a register of draws', () => {
  it('of an orderly year has nothing to explain, also after a journey as text', () => {
    expect(checkDrawRegister(register)).toEqual([]);
    expect(checkDrawRegister(parseDrawRegister(JSON.parse(JSON.stringify(register))))).toEqual([]);
    expect(checkDrawRegister(drawRegister('example', []))).toEqual([]);
  });

  it('is the same whether made at once or entry by entry, and adding changes no entry', () => {
    let grown = drawRegister('example', []);
    for (const entry of year) {
      const before = JSON.stringify(grown);
      const next = withDraw(grown, entry);
      expect(JSON.stringify(grown)).toBe(before);
      expect(next.entries.slice(0, -1)).toEqual(grown.entries);
      grown = next;
    }
    expect(grown).toEqual(register);
  });

  it('counts every year and organ by itself', () => {
    expect(found([announced('A-2026-001'), drawn('A-2026-001'), announced('A-2027-001')])).toEqual(
      [],
    );
  });
});

describe('shows', () => {
  it('a draw repeated until it was liked', () => {
    const plan = 'annual plan';
    const again = [announced('EX-001', plan), drawn('EX-001', plan), announced('EX-002', plan)];
    expect(found(again)).toEqual([['second-draw', 'error', 'EX-002']]);
    const hidden = [
      announced('EX-001', plan),
      drawn('EX-001', plan),
      announced('EX-002', 'Annual  plan '),
    ];
    expect(found(hidden)).toEqual([['second-draw', 'error', 'EX-002']]);
    // To call a draw abandoned after it was drawn explains nothing.
    const undone = [...again.slice(0, 2), abandoned('EX-001'), announced('EX-002', plan)];
    expect(found(undone)).toEqual([['second-draw', 'error', 'EX-002']]);
  });

  it('a draw made again after one was abandoned, even with an explanation', () => {
    const plan = 'annual plan';
    const again = [announced('EX-001', plan), abandoned('EX-001'), announced('EX-002', plan)];
    expect(found(again)).toEqual([['drawn-again', 'warning', 'EX-002']]);
    const silent = [announced('EX-001', plan), abandoned('EX-001', ' '), announced('EX-002', plan)];
    expect(found(silent)).toEqual([
      ['abandoned-unexplained', 'error', 'EX-001'],
      ['second-draw', 'error', 'EX-002'],
    ]);
  });

  it('an abandoned draw that nobody explained, and one nobody speaks of', () => {
    expect(found([announced('EX-001'), abandoned('EX-001', '')])).toEqual([
      ['abandoned-unexplained', 'error', 'EX-001'],
    ]);
    expect(found([announced('EX-001'), announced('EX-002')])).toEqual([
      ['draw-left-open', 'warning', 'EX-001'],
    ]);
  });

  it('a gap, until it is explained', () => {
    const gap = [announced('EX-002'), drawn('EX-002'), announced('EX-004')];
    expect(found(gap)).toEqual([
      ['draw-gap', 'error', 'EX-001'],
      ['draw-gap', 'error', 'EX-003'],
    ]);
    expect(found([...gap, abandoned('EX-001'), abandoned('EX-003')])).toEqual([]);
  });

  it('a gap of a billion without naming each', () => {
    expect(found([announced('EX-999999999')])).toHaveLength(1000);
  });

  it('an id in which no gap could be seen', () => {
    expect(found([announced('EX-A')])).toEqual([['draw-without-number', 'error', 'EX-A']]);
  });

  it.each([
    ['a draw nobody announced', [drawn('EX-001')]],
    ['a draw announced twice', [announced('EX-001'), announced('EX-001')]],
    ['a draw drawn twice', [announced('EX-001'), drawn('EX-001'), drawn('EX-001')]],
    [
      'a draw drawn after it was abandoned',
      [announced('EX-001'), abandoned('EX-001'), drawn('EX-001')],
    ],
    ['a draw abandoned twice', [announced('EX-001'), abandoned('EX-001'), abandoned('EX-001')]],
    ['an announcement without notice A', [{ ...abandoned('EX-001'), state: 'announced' as const }]],
    [
      'a draw without notice B',
      [announced('EX-001'), { ...announced('EX-001'), state: 'drawn' as const }],
    ],
    [
      'a draw with another notice A',
      [announced('EX-001'), { ...drawn('EX-001'), noticeA: otherDigest('x') }],
    ],
    ['a draw for another purpose', [announced('EX-001'), drawn('EX-001', 'something else')]],
  ])('%s', (_, entries) => {
    expect(found(entries).map(([code]) => code)).toContain('entry-out-of-turn');
  });

  it('any past entry that was changed, dropped or put in between', () => {
    const places = fc.nat(register.entries.length - 1);
    fc.assert(
      fc.property(places, fc.constantFrom('change', 'drop', 'repeat'), (at, how) => {
        const entries = register.entries.flatMap((entry, i) => {
          if (i !== at) return [entry];
          if (how === 'drop') return [];
          return how === 'repeat' ? [entry, entry] : [{ ...entry, purpose: 'another' }];
        });
        const last = register.entries.at(-1)?.digest as string;
        const issues = checkDrawRegister({ ...register, entries }, { lastKnown: last });
        expect(issues.map(({ code }) => code)).toContain('register-changed');
      }),
    );
  });

  it('a past that was written anew as a whole, to whoever noted one digest of it', () => {
    const rewritten = drawRegister('example', [announced('EX-001', 'other'), ...year.slice(1)]);
    const lastKnown = register.entries[2]?.digest as string;
    const codes = (one: DrawRegister) =>
      checkDrawRegister(one, { lastKnown }).map(({ code }) => code);
    expect(codes(register)).toEqual([]);
    expect(codes(rewritten)).toContain('register-changed');
  });

  it('the register of another organ under this one’s name', () => {
    const [issue] = checkDrawRegister({ ...register, organ: 'another' });
    expect(issue).toMatchObject({ code: 'register-changed', path: ['entries', 0, 'previous'] });
  });

  it('entries numbered anew', () => {
    const [first] = register.entries as [(typeof register.entries)[number]];
    const { digest: _, ...rest } = { ...first, number: 5 };
    const forged = { ...register, entries: [{ ...rest, digest: ownDigest(rest) }] };
    expect(checkDrawRegister(forged)[0]?.path).toEqual(['entries', 0, 'number']);
  });

  it('what is no register, without being thrown at', () => {
    expect(checkDrawRegister({} as never).length).toBeGreaterThan(0);
    expect(checkDrawRegister(null as never).length).toBeGreaterThan(0);
  });
});
