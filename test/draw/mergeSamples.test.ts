import {
  drawSample,
  type FrameUnit,
  mergeSamples,
  type Sample,
  type StratumSample,
  shiftedKey,
  spreadOffset,
} from 'evenhand/draw';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../ticket/codeOf.js';
import { frames, quotaTables, units } from './frames.js';

const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';

describe('samples of shards merged', () => {
  it('are the sample of the whole, for any sharding, order and grouping', () => {
    const rules = fc.record({
      quotas: quotaTables,
      substitutes: fc.nat({ max: 4 }),
      offset: fc.bigInt({ min: 0n, max: 2n ** 52n - 1n }).map(Number),
    });
    const cut = fc.array(fc.nat({ max: 4 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(frames, rules, cut, (frame, rule, shardOf) => {
        const shards = [0, 1, 2, 3, 4].map((shard) => frame.filter((_, i) => shardOf[i] === shard));
        const parts = shards.map((shard) => drawSample({ key, frame: shard, ...rule }));
        const whole = drawSample({ key, frame, ...rule });
        expect(mergeSamples(parts, rule)).toStrictEqual(whole);
        const left = mergeSamples(parts.slice(0, 2), rule);
        const right = mergeSamples(parts.slice(2).toReversed(), rule);
        expect(mergeSamples([right, left], rule)).toStrictEqual(whole);
        expect(mergeSamples(JSON.parse(JSON.stringify(parts)) as Sample[], rule)).toStrictEqual(
          whole,
        );
      }),
    );
  });

  it('of no parts are strata of size 0', () =>
    expect(mergeSamples([], { quotas: { s01: 2 } })).toEqual(
      drawSample({ key, frame: [], quotas: { s01: 2 } }),
    ));

  it('may come from parts that list more substitutes than asked', () => {
    const quotas = { s01: 2 };
    const draw = (frame: FrameUnit[], substitutes: number) =>
      drawSample({ key, frame, quotas, substitutes });
    const parts = [draw(units(9).slice(0, 5), 2), draw(units(9).slice(5), 4)];
    expect(mergeSamples(parts, { quotas, substitutes: 1 })).toEqual(draw(units(9), 1));
  });
});

describe('a merge is refused', () => {
  const quotas = { s01: 2, s02: 1 };
  const frame = [...units(8), { id: 'X', stratum: 's02' }, { id: 'Y', stratum: 's02' }];
  const part = drawSample({ key, frame, quotas, substitutes: 1 });
  const merge = (parts: Sample[], rule: object = {}) =>
    codeOf(() => mergeSamples(parts, { quotas, substitutes: 1, ...rule }));
  const changed = (change: (s01: StratumSample) => object): Sample => ({
    strata: part.strata.map((s) =>
      s.stratum === 's01' ? ({ ...s, ...change(s) } as StratumSample) : s,
    ),
  });

  it('not at all for this part', () => expect(merge([part])).toBeUndefined());

  it('where a part was drawn by weights, all equal or not, written out or not', () => {
    const weights = { key, quotas, substitutes: 1, method: 'pareto' } as const;
    const equal = drawSample({ ...weights, frame });
    const heavy = drawSample({
      ...weights,
      frame: [...frame, { id: 'Z', stratum: 's01', weight: 99 }],
    });
    expect(merge([equal])).toBe('weighted-part');
    expect(merge([JSON.parse(JSON.stringify(heavy)) as Sample])).toBe('weighted-part');
  });

  it('where a written weighted part shows by its order', () => {
    const frame = units(60).map((unit, i) => ({ ...unit, weight: 1 + (i % 9) }));
    const options = { quotas: { s01: 6 }, substitutes: 3 };
    const weighted = drawSample({ key, frame, ...options, method: 'pareto' });
    expect(weighted.strata[0]?.takeAll).toEqual([]);
    const written = JSON.parse(JSON.stringify(weighted)) as Sample;
    expect(codeOf(() => mergeSamples([written], options))).toBe('part-out-of-order');
  });

  it('where an id is in two parts, in one stratum or in two', () => {
    expect(merge([part, part])).toBe('repeated-id');
    const moved = drawSample({
      key,
      frame: [{ id: part.strata[0]?.selected[0]?.id as string, stratum: 's02' }],
      quotas,
      substitutes: 1,
    });
    expect(merge([part, moved])).toBe('repeated-id');
  });

  it('where an id is listed by two parts but cut from the whole', () => {
    const last = part.strata[0]?.substitutes[0]?.id as string;
    const inside = part.strata[0]?.selected ?? [];
    const shard = (ids: string[]) =>
      drawSample({
        key,
        frame: ids.map((id) => ({ id, stratum: 's01' })),
        quotas,
        substitutes: 1,
      });
    const [a, b] = inside.map(({ id }) => id) as [string, string];
    expect(merge([shard([a, last]), shard([b, last])])).toBe('repeated-id');
    expect(
      codeOf(() => mergeSamples([shard([a, b, last]), shard([last])], { quotas, substitutes: 0 })),
    ).toBe('repeated-id');
  });

  it('where a part has other strata or other quotas', () => {
    expect(merge([part], { quotas: { s01: 2 } })).toBe('part-mismatch');
    expect(merge([part], { quotas: { ...quotas, s03: 0 } })).toBe('part-mismatch');
    expect(merge([part], { quotas: { ...quotas, s01: 3 } })).toBe('part-mismatch');
    expect(merge([{ strata: [...part.strata, part.strata[0] as StratumSample] }])).toBe(
      'repeated-stratum',
    );
  });

  it('where a part lists too few, or tells no first ticket out', () => {
    expect(merge([part], { substitutes: 2 })).toBe('part-incomplete');
    expect(merge([changed(() => ({ substitutes: [] }))])).toBe('part-incomplete');
    expect(merge([changed(() => ({ size: 2 }))])).toBe('part-incomplete');
    expect(merge([changed(() => ({ size: -1 }))])).toBe('part-incomplete');
    expect(merge([changed(({ selected }) => ({ selected: selected.slice(1) }))])).toBe(
      'part-incomplete',
    );
    const silent = changed(() => ({ firstOut: undefined }));
    expect(merge([JSON.parse(JSON.stringify(silent)) as Sample])).toBe('part-incomplete');
  });

  it('where a part is out of draw order, by another offset, by hand, or with a ticket that is none', () => {
    const [a, b] = part.strata[0]?.selected ?? [];
    const between = Math.ceil(
      (shiftedKey(a?.ticket ?? '', 0) + shiftedKey(b?.ticket ?? '', 0)) / 2,
    );
    expect(merge([part], { offset: between })).toBe('part-out-of-order');
    expect(merge([changed(({ selected }) => ({ selected: selected.toReversed() }))])).toBe(
      'part-out-of-order',
    );
    expect(merge([changed(() => ({ firstOut: '0'.repeat(64) }))])).toBe('part-out-of-order');
    expect(merge([changed(() => ({ firstOut: 'next' }))])).toBe('part-out-of-order');
    expect(merge([changed(({ selected }) => ({ selected: [selected[0], selected[0]] }))])).toBe(
      'repeated-id',
    );
  });

  it('where the options are bad', () => {
    expect(merge([], { quotas: { s01: -1 } })).toBe('bad-quota');
    expect(merge([], { substitutes: 0.5 })).toBe('bad-substitutes');
    expect(merge([], { offset: 2 ** 52 })).toBe('bad-offset');
  });
});

describe('an offset', () => {
  it('is floor(j * 2^52 / J)', () => {
    expect([0, 1, 2].map((j) => spreadOffset(j, 3))).toEqual([
      0, 1501199875790165, 3002399751580330,
    ]);
    expect(spreadOffset(0, 1)).toBe(0);
  });

  it('turns the order round the circle of 2^52', () => {
    const ticket = `${'0'.repeat(12)}a${'f'.repeat(51)}`;
    expect(shiftedKey(ticket, 0)).toBe(10);
    expect(shiftedKey(ticket, 10)).toBe(0);
    expect(shiftedKey(ticket, 11)).toBe(2 ** 52 - 1);
  });

  it.each([
    [1, 1],
    [-1, 2],
    [0, 0],
    [0.5, 2],
    [0, 1.5],
  ])('is refused for department %d of %d', (index, departments) =>
    expect(codeOf(() => spreadOffset(index, departments))).toBe('bad-offset'),
  );
});
