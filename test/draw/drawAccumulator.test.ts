import { type DrawState, drawAccumulator, drawSample, type FrameUnit } from 'evenhand/draw';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byKey } from '../../src/draw/byKey.js';
import { hasEqualKeys } from '../../src/draw/equalKeys.js';
import { lowerLimits, lowerLimitsNearly } from '../../src/draw/lowerLimits.js';
import { smallestFirst } from '../../src/draw/smallestFirst.js';
import { ids, keys } from '../ticket/arbitraries.js';
import { codeOf } from '../ticket/codeOf.js';
import { frames, quotaTables, units } from './frames.js';
import { plainDraw } from './plainDraw.js';

const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const offsets = fc.constantFrom(0, 1, 2 ** 51, 2 ** 52 - 1);
const shards = fc.array(fc.nat({ max: 3 }), { minLength: 40, maxLength: 40 });

describe('a draw under way', () => {
  it('comes to the same sample and state for any sharding, through JSON, in any order of merging', () => {
    fc.assert(
      fc.property(
        keys,
        frames,
        quotaTables,
        offsets,
        fc.nat({ max: 4 }),
        shards,
        (key, frame, quotas, offset, substitutes, shardOf) => {
          const rules = { key, quotas, offset, substitutes };
          const whole = drawAccumulator(rules);
          for (const unit of frame) whole.add(unit);
          const parts = [0, 1, 2, 3].map(() => drawAccumulator(rules));
          for (const [i, unit] of frame.entries()) parts[shardOf[i] as number]?.add(unit);
          const resumed = drawAccumulator(rules);
          for (const part of parts.toReversed()) {
            resumed.merge(JSON.parse(JSON.stringify(part.state())) as DrawState);
          }
          expect(JSON.stringify(resumed.state())).toBe(JSON.stringify(whole.state()));
          expect(resumed.done()).toStrictEqual(plainDraw({ ...rules, frame }));
        },
      ),
    );
  });

  it('holds no more than it can list, however long the stratum', () => {
    const draw = drawAccumulator({ key, quotas: { s01: 5 }, substitutes: 2 });
    for (const unit of units(5000)) draw.add(unit);
    const [stratum] = draw.state().strata;
    expect(stratum).toMatchObject({ size: 5000, quota: 5 });
    expect(stratum?.held).toHaveLength(7);
  });

  it('draws from a long stratum, with short and long ids, as the plain draw does', () => {
    const frame = units(1000).map(({ id, stratum }, i) => ({
      id: i % 7 === 0 ? id.padEnd(60, '业') : id,
      stratum,
    }));
    const given = { key, frame, quotas: { s01: 40 }, offset: 2 ** 51, substitutes: 9 };
    expect(drawSample(given)).toStrictEqual(plainDraw(given));
  });

  it('goes on after it told its sample, and after a unit it refused', () => {
    const draw = drawAccumulator({ key, quotas: { s01: 2 } });
    for (const unit of units(3)) draw.add(unit);
    draw.done();
    expect(codeOf(() => draw.add({ id: ' ', stratum: 's01' }))).toBe('bad-id');
    expect(codeOf(() => draw.add({ id: 'X', stratum: 's01', weight: 0 }))).toBe('bad-weight');
    expect(codeOf(() => draw.add({ id: 'X', stratum: 's02' }))).toBe('no-quota');
    for (const unit of units(9).slice(3)) draw.add(unit);
    expect(draw.done()).toEqual(drawSample({ key, frame: units(9), quotas: { s01: 2 } }));
  });

  it('takes a whole frame as it takes each unit, and refuses the same unit in the same words', () => {
    const unit = fc.oneof(
      { weight: 60, arbitrary: fc.record({ id: ids, stratum: fc.constantFrom('s01', 's02') }) },
      {
        weight: 1,
        arbitrary: fc.record({
          id: fc.constantFrom(' ', '', 'A', '业'.repeat(40), 'A\u0000'),
          stratum: fc.constantFrom('s01', 's03', 's04'),
          weight: fc.constantFrom(undefined, 1, 0, 2.5),
        }),
      },
    ) as fc.Arbitrary<FrameUnit>;
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 200, size: 'max' }), fc.boolean(), (list, breaks) => {
        function* frame() {
          yield* list;
          if (breaks) throw new Error('the frame breaks off');
        }
        const rules = { key, quotas: { s01: 3, s02: 50 } };
        const [one, whole] = [drawAccumulator(rules), drawAccumulator(rules)];
        const expected = thrownBy(() => {
          for (const unit of frame()) one.add(unit);
        });
        expect(thrownBy(() => whole.addAll(frame()))).toEqual(expected);
        expect(whole.state()).toEqual(one.state());
        outcomes.add(String((expected as { code?: unknown } | undefined)?.code));
      }),
    );
    expect([...outcomes].sort()).toEqual(['bad-id', 'bad-weight', 'no-quota', 'undefined']);
  });

  const rules = { key, quotas: { s01: 2 } };
  const stateOf = (frame: readonly FrameUnit[]): DrawState => {
    const draw = drawAccumulator(rules);
    for (const unit of frame) draw.add(unit);
    return draw.state();
  };
  const good = stateOf(units(9));
  const stratum = good.strata[0] as DrawState['strata'][number];
  it.each<[string, string, unknown]>([
    ['of another key', 'state-mismatch', { ...good, key: key.replace('1', '2') }],
    ['of another offset', 'state-mismatch', { ...good, offset: 1 }],
    ['of other substitutes', 'state-mismatch', { ...good, substitutes: 1 }],
    ['of another method', 'state-mismatch', { ...good, method: 'double-random/2' }],
    ['of another quota', 'state-mismatch', { ...good, strata: [{ ...stratum, quota: 3 }] }],
    ['of other strata', 'state-mismatch', { ...good, strata: [] }],
    ['without strata', 'state-mismatch', { ...good, strata: undefined }],
    ['without a list of ids', 'state-mismatch', { ...good, strata: [{ ...stratum, held: 'E1' }] }],
    ['that is nothing', 'state-mismatch', undefined],
    ['that holds too few', 'bad-state', { ...good, strata: [{ ...stratum, held: ['E1'] }] }],
    ['of a size that is none', 'bad-state', { ...good, strata: [{ ...stratum, size: -1 }] }],
    ['with a bad id', 'bad-id', { ...good, strata: [{ ...stratum, held: ['E1', 'E2', ' '] }] }],
    ['with a repeat', 'repeated-id', { ...good, strata: [{ ...stratum, held: ['A', 'A', 'B'] }] }],
  ])('refuses a state %s: %s, and stays as it was', (_, code, state) => {
    const draw = drawAccumulator(rules);
    expect(codeOf(() => draw.merge(state as DrawState))).toBe(code);
    expect(draw.state().strata[0]?.size).toBe(0);
  });

  it('refuses one who stands in two shards, where he is listed', () => {
    const draw = drawAccumulator(rules);
    draw.merge(good);
    draw.merge(good);
    expect(codeOf(() => draw.done())).toBe('repeated-id');
  });
});

it('selects the smallest keys as a sort does, ties included', () => {
  const numbers = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(numbers, fc.nat(), (list, place) => {
      const count = (place % list.length) + 1;
      const keys = Float64Array.from(list);
      const sorted = list.toSorted((a, b) => a - b);
      expect(smallestFirst(keys, list.length, count)).toBe(sorted[count - 1]);
      expect([...keys.subarray(0, count)].sort((a, b) => a - b)).toEqual(sorted.slice(0, count));
    }),
  );
});

describe('keys of 52 bits', () => {
  // Near one another, so that they differ in their lowest bits alone, at both ends of what there is.
  const near = fc
    .nat({ max: 40 })
    .chain((low) => fc.constantFrom(low, 2 ** 40 + low, 2 ** 52 - 1 - low));
  const lists = fc.array(near, { maxLength: 60 });

  it('stand in order as a sort by comparison has them, ties settled by what is asked', () => {
    fc.assert(
      fc.property(lists, fc.boolean(), (list, backwards) => {
        const tied = (a: number, b: number) => (backwards ? b - a : a - b);
        const expected = list
          .map((_, place) => place)
          .sort((a, b) => (list[a] as number) - (list[b] as number) || tied(a, b));
        expect(Array.from(byKey(Float64Array.from(list), tied))).toEqual(expected);
      }),
    );
  });

  it('are found equal where a set of them is smaller', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const set = new Set(list);
        expect(hasEqualKeys(Float64Array.from(list))).toBe(set.size < list.length);
        expect(hasEqualKeys(Float64Array.from(set))).toBe(false);
      }),
    );
  });
});

describe('limits', () => {
  const free = () => new Float64Array(3).fill(Number.POSITIVE_INFINITY);
  const heldOf = (rows: readonly { place: number; key: number }[]) => ({
    places: Int32Array.from(rows, ({ place }) => place),
    keys: Float64Array.from(rows, ({ key }) => key),
    count: rows.length,
  });

  it('are never lowered below the last key needed, wherever keys lie', () => {
    const row = fc.record({
      place: fc.nat({ max: 2 }),
      key: fc.oneof(
        fc.nat({ max: 99 }),
        fc.maxSafeNat().map((key) => key % 2 ** 52),
      ),
    });
    const needs = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), needs, (rows, needed) => {
        const [near, exact] = [free(), free()];
        lowerLimitsNearly(near, needed, heldOf(rows));
        lowerLimits(exact, needed, heldOf(rows));
        expect(
          [0, 1, 2].every((place) => (near[place] as number) >= (exact[place] as number)),
        ).toBe(true);
        // What is thrown away now is not missed later.
        const kept = rows.filter(({ place, key }) => key <= (near[place] as number));
        lowerLimits(near, needed, heldOf(kept));
        expect(near).toEqual(exact);
      }),
    );
  });

  it('are about as low as they can be where keys lie evenly, and as low where they do not', () => {
    const even = Array.from({ length: 2000 }, (_, i) => ({
      place: 0,
      key: ((i * 7919) % 2000) * 2 ** 41,
    }));
    const dense = Array.from({ length: 2000 }, (_, i) => ({ place: 1, key: 1999 - i }));
    const high = Array.from({ length: 2000 }, (_, i) => ({ place: 2, key: 2 ** 52 - 1 - i }));
    const limits = free();
    lowerLimitsNearly(limits, [50, 50, 50], heldOf([...even, ...dense, ...high]));
    const within = even.filter(({ key }) => key <= (limits[0] as number)).length;
    expect(within).toBeGreaterThanOrEqual(50);
    expect(within).toBeLessThan(100);
    expect([...limits.subarray(1)]).toEqual([49, 2 ** 52 - 1951]);
  });
});

/** What an action throws, with all it says. */
function thrownBy(action: () => unknown): unknown {
  try {
    action();
    return undefined;
  } catch (error) {
    return { ...(error as object), message: (error as Error).message };
  }
}
