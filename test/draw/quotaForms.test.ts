import {
  certainUnits,
  chosenRatio,
  cycleQuotas,
  drawSample,
  notYetDrawn,
  partQuota,
  type Sample,
  type ShareBase,
  staffQuota,
  subShare,
  topUp,
} from 'evenhand/draw';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keys } from '../ticket/arbitraries.js';
import { codeOf } from '../ticket/codeOf.js';
import { units } from './frames.js';

const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';

describe('a least share of a part', () => {
  const sizes = { drawn: 101, part: 60, frame: 1001 };
  it.each([
    ['drawn', '8%', 9],
    ['part', '8%', 5],
    ['frame', '8%', 60],
    ['frame', '0', 0],
  ] as const)('of the %s at %s is %d', (of, ratio, expected) =>
    expect(subShare({ ...sizes, ratio, of })).toBe(expected),
  );

  it('is refused without a base, a count or a ratio', () => {
    const good = { ...sizes, ratio: '8%', of: 'part' as ShareBase };
    expect(codeOf(() => subShare({ ...good, of: 'all' as ShareBase }))).toBe('bad-share');
    expect(codeOf(() => subShare({ ...good, frame: -1 }))).toBe('bad-share');
    expect(codeOf(() => subShare({ ...good, ratio: '8' }))).toBe('bad-ratio');
  });
});

describe('a cycle in parts', () => {
  it.each([
    ['25%', 4, 10, [3, 3, 3, 1]],
    ['25%', 4, 8, [2, 2, 2, 2]],
    ['25%', 4, 2, [1, 1, 0, 0]],
    ['10%', 10, 10, Array.from({ length: 10 }, () => 1)],
    ['5%', 4, 100, [5, 5, 5, 5]],
    ['1/3', 3, 10, [4, 4, 2]],
    ['25%', 0, 10, []],
  ] as const)('of %s in %d parts of %d is %j', (ratio, parts, size, expected) =>
    expect(cycleQuotas({ ratio, parts }, size)).toEqual(expected),
  );

  it('covers all exactly where its ratios add up to all', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 12 }), (size, parts) => {
        const sum = (ratio: string) =>
          cycleQuotas({ ratio, parts }, size).reduce((a, b) => a + b, 0);
        expect(sum(`1/${parts}`)).toBe(size);
        expect(sum(`1/${10 * parts}`)).toBeLessThanOrEqual(Math.ceil(size / (10 * parts)) * parts);
      }),
    );
  });

  it('takes newcomers in with its last part', () =>
    expect(partQuota({ ratio: '25%', parts: 4 }, { part: 4, size: 14, drawn: 9 })).toBe(5));

  it('draws nobody twice and everybody once, each part by a key of its own', () => {
    const cycle = { ratio: '25%', parts: 4 };
    fc.assert(
      fc.property(fc.tuple(keys, keys, keys, keys), fc.nat({ max: 40 }), (four, size) => {
        const earlier: Sample[] = [];
        let drawn = 0;
        for (const [i, key] of four.entries()) {
          const frame = notYetDrawn(units(size), earlier);
          const quota = partQuota(cycle, { part: i + 1, size, drawn });
          earlier.push(drawSample({ key, frame, quotas: { s01: quota } }));
          drawn += quota;
        }
        const all = earlier.flatMap(({ strata }) => strata.flatMap((piece) => piece.selected));
        expect(new Set(all.map(({ id }) => id)).size).toBe(size);
        expect(all).toHaveLength(size);
      }),
    );
  });

  it.each([
    [
      { ratio: '25%', parts: -1 },
      { part: 1, size: 1, drawn: 0 },
    ],
    [
      { ratio: '25%', parts: 4 },
      { part: 0, size: 1, drawn: 0 },
    ],
    [
      { ratio: '25%', parts: 4 },
      { part: 5, size: 1, drawn: 0 },
    ],
    [
      { ratio: '25%', parts: 4 },
      { part: 1, size: 1, drawn: 2 },
    ],
    [
      { ratio: '25%', parts: 4 },
      { part: 1, size: 0.5, drawn: 0 },
    ],
  ])('is refused for %j at %j', (cycle, at) =>
    expect(codeOf(() => partQuota(cycle, at))).toBe('bad-cycle'),
  );
});

describe('a quota by staff', () => {
  it.each([
    [8, '1:5', 40],
    [0, '1:5', 0],
    [3, '2:5', 8],
  ] as const)('of %d inspectors at %s is %d', (inspectors, ratio, expected) =>
    expect(staffQuota(inspectors, ratio)).toBe(expected),
  );
  it.each(['1', '0:5', '1:0', '1 : 5', '1:5:6', `1:${'9'.repeat(20)}`])('refuses %s', (ratio) =>
    expect(codeOf(() => staffQuota(8, ratio))).toBe('bad-staff-ratio'),
  );
  it('refuses half an inspector', () =>
    expect(codeOf(() => staffQuota(0.5, '1:5'))).toBe('bad-staff-ratio'));
});

describe('a ratio left open', () => {
  const range = { from: '5%', to: '20%' };
  it.each(['5%', '0.2', '1/10'])('may be chosen as %s, and keeps who chose', (ratio) =>
    expect(chosenRatio(range, { ratio, by: '县局' })).toEqual({ range, ratio, by: '县局' }),
  );
  it.each<[string, Parameters<typeof chosenRatio>]>([
    ['ratio-not-chosen', [range]],
    ['ratio-not-chosen', [range, { ratio: '10%', by: ' ' }]],
    ['ratio-outside-range', [range, { ratio: '4.9%', by: 'x' }]],
    ['ratio-outside-range', [range, { ratio: '20.1%', by: 'x' }]],
    [
      'ratio-outside-range',
      [
        { from: '5%', to: '5%' },
        { ratio: '6%', by: 'x' },
      ],
    ],
    [
      'bad-range',
      [
        { from: '20%', to: '5%' },
        { ratio: '6%', by: 'x' },
      ],
    ],
    ['bad-ratio', [{ from: '5', to: '20%' }]],
  ])('is refused: %s, %j', (code, given) => expect(codeOf(() => chosenRatio(...given))).toBe(code));
  it('needs no choice where the ends are equal', () =>
    expect(chosenRatio({ from: '5%', to: '0.05' })).toMatchObject({ ratio: '5%', by: 'rule' }));
});

describe('units visited for certain', () => {
  const reason = 'list: key-supervision';
  it('stand apart by id, and are not drawn', () => {
    const parted = certainUnits(units(4), [
      { id: 'E3', reason },
      { id: 'E1', reason },
    ]);
    expect(parted.certain.map(({ id }) => id)).toEqual(['E1', 'E3']);
    expect(parted.frame.map(({ id }) => id)).toEqual(['E0', 'E2']);
  });
  it.each([
    ['bad-certainty', [{ id: 'E9', reason }]],
    ['bad-certainty', [{ id: 'E1', reason: ' ' }]],
    ['repeated-id', ['E1', 'E1'].map((id) => ({ id, reason }))],
  ])('are refused: %s, %j', (code, certain) =>
    expect(codeOf(() => certainUnits(units(4), certain))).toBe(code),
  );
});

describe('a top-up', () => {
  const draw = (quota: number, with_ = key) =>
    drawSample({ key: with_, frame: units(30), quotas: { s01: quota } });
  it('adds the next in order and takes nobody away', () => {
    const added = topUp(draw(4), draw(7))['s01'];
    expect([...(draw(4).strata[0]?.selected ?? []), ...(added ?? [])]).toEqual(
      draw(7).strata[0]?.selected,
    );
  });
  it('adds a stratum that was not there', () =>
    expect(topUp({ strata: [] }, draw(2))['s01']).toHaveLength(2));
  it.each([
    ['another key', draw(7, key.replace('1', '2'))],
    ['a smaller quota', draw(3)],
    ['a stratum that is gone', { strata: [] }],
  ])('is refused for %s', (_, after) =>
    expect(codeOf(() => topUp(draw(4), after))).toBe('not-nested'),
  );
});
