import {
  type DrawInput,
  type DrawMethod,
  drawSample,
  type FrameUnit,
  frameRoot,
} from 'evenhand/draw';
import { drawKey } from 'evenhand/ticket';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateHex } from '../../src/core/sha256.js';
import { compareKeyed } from '../../src/draw/drawOrder.js';
import { heldTickets } from '../../src/draw/heldTickets.js';
import { compareTickets } from '../../src/ticket/compareTickets.js';
import { stateT52 } from '../../src/ticket/t52.js';
import { keys } from '../ticket/arbitraries.js';
import { codeOf } from '../ticket/codeOf.js';
import { frames, quotaTables, units } from './frames.js';
import { plainDraw } from './plainDraw.js';

const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const offsets = fc.oneof(fc.constant(0), fc.bigInt({ min: 0n, max: 2n ** 52n - 1n }).map(Number));
const substituteCounts = fc.nat({ max: 6 });

describe('a draw by equal chances', () => {
  it('agrees with a sort of everything', () => {
    fc.assert(
      fc.property(
        keys,
        frames,
        quotaTables,
        offsets,
        substituteCounts,
        (key, frame, quotas, offset, substitutes) => {
          const input = { key, frame, quotas, offset, substitutes };
          expect(drawSample(input)).toStrictEqual(plainDraw(input));
        },
      ),
    );
  });

  it('agrees with it where a long stratum is cut again and again', () => {
    const frame = units(3000);
    for (const [quota, substitutes] of [
      [0, 0],
      [1, 0],
      [40, 3],
      [500, 700],
      [2999, 0],
    ] as const) {
      const input = { key, frame, quotas: { s01: quota }, substitutes };
      expect(drawSample(input)).toStrictEqual(plainDraw(input));
    }
  });

  it('does not depend on the order of the frame, and changes no argument', () => {
    fc.assert(
      fc.property(frames, quotaTables, substituteCounts, (frame, quotas, substitutes) => {
        const input: DrawInput = { key, frame, quotas, substitutes };
        const before = structuredClone(input);
        expect(drawSample({ ...input, frame: frame.toReversed() })).toEqual(drawSample(input));
        expect(input).toEqual(before);
      }),
    );
  });

  it('reads a frame that comes as a stream', () => {
    function* stream() {
      yield* units(100);
    }
    expect(drawSample({ key, frame: stream(), quotas: { s01: 7 } })).toEqual(
      drawSample({ key, frame: units(100), quotas: { s01: 7 } }),
    );
  });

  it('puts the 3 % sample inside the 5 % sample', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const draw = (quota: number) =>
          drawSample({ key, frame: units(200), quotas: { s01: quota } });
        const [three, five] = [draw(6).strata[0]?.selected, draw(10).strata[0]?.selected];
        expect(five?.slice(0, 6)).toEqual(three);
      }),
    );
  });

  it('lets exactly one in where one selected is struck, the first substitute', () => {
    fc.assert(
      fc.property(keys, fc.nat({ max: 9 }), (key, place) => {
        const draw = (frame: FrameUnit[]) =>
          drawSample({ key, frame, quotas: { s01: 10 }, substitutes: 1 }).strata[0];
        const before = draw(units(60));
        const struck = before?.selected[place]?.id;
        const after = draw(units(60).filter(({ id }) => id !== struck));
        const kept = before?.selected.filter(({ id }) => id !== struck) ?? [];
        expect(after?.selected).toEqual([...kept, ...(before?.substitutes ?? [])]);
      }),
    );
  });

  it('lets one entity find out with one hash whether it is drawn', () => {
    const stratum = drawSample({ key, frame: units(100), quotas: { s01: 10 } }).strata[0];
    const everyone = plainDraw({ key, frame: units(100), quotas: { s01: 100 } }).strata[0]
      ?.selected;
    const drawn = everyone?.filter(({ ticket }) => ticket <= (stratum?.lastIn ?? ''));
    expect(drawn).toEqual(stratum?.selected);
    expect(everyone?.[10]?.ticket).toBe(stratum?.firstOut);
  });

  it('ignores weights', () => {
    const weighted = units(30).map((unit, i) => ({ ...unit, weight: i + 1 }));
    const quotas = { s01: 5 };
    expect(drawSample({ key, frame: weighted, quotas })).toEqual(
      drawSample({ key, frame: units(30), quotas }),
    );
  });

  it('spreads two departments apart by an offset of half the range', () => {
    const draw = (offset: number) =>
      drawSample({ key, frame: units(40), quotas: { s01: 8 }, offset });
    const [first, second] = [draw(0), draw(2 ** 51)].map((s) =>
      s.strata[0]?.selected.map(({ id }) => id),
    );
    expect(first?.filter((id) => second?.includes(id))).toEqual([]);
  });
});

describe('the edges of a draw', () => {
  it('n = 0 selects nobody, lists substitutes, and names the first out alone', () => {
    const [stratum] = drawSample({
      key,
      frame: units(5),
      quotas: { s01: 0 },
      substitutes: 2,
    }).strata;
    expect(stratum).toMatchObject({ size: 5, quota: 0, selected: [] });
    expect(stratum).not.toHaveProperty('lastIn');
    expect(stratum?.firstOut).toBe(stratum?.substitutes[0]?.ticket);
    expect(stratum?.substitutes).toHaveLength(2);
  });

  it.each([5, 6, Number.MAX_SAFE_INTEGER])(
    'n = %d of 5 takes all and repeats what was asked',
    (n) => {
      const [stratum] = drawSample({
        key,
        frame: units(5),
        quotas: { s01: n },
        substitutes: 2,
      }).strata;
      expect(stratum).toMatchObject({ size: 5, quota: n, takeAll: [], substitutes: [] });
      expect(stratum?.selected).toHaveLength(5);
      expect(stratum).not.toHaveProperty('firstOut');
    },
  );

  it('lists a quota without units as a stratum of size 0, strata by the bytes of their codes', () => {
    const quotas = { b: 1, s01: 1, B: 2, constructor: 0, 10: 1, 9: 1 };
    const { strata } = drawSample({ key, frame: units(2), quotas });
    expect(strata.map(({ stratum }) => stratum)).toEqual([
      '10',
      '9',
      'B',
      'b',
      'constructor',
      's01',
    ]);
    expect(strata[2]).toStrictEqual({
      stratum: 'B',
      size: 0,
      quota: 2,
      takeAll: [],
      selected: [],
      substitutes: [],
    });
  });

  it('of an empty frame without quotas is empty', () =>
    expect(drawSample({ key, frame: [], quotas: {} })).toStrictEqual({ strata: [] }));

  it('loses nobody where a long stratum ties at 52 bits, in whatever order it comes', () => {
    // The last word of the state counts down, then a tie of all 256 bits is left to the ids.
    const state = (last: number) => Int32Array.of(7, 0x12345_000, 0, 0, 0, 0, 0, last);
    const ticketOf = (id: string) => stateHex(state(Number(/^E(\d+)$/.exec(id)?.[1] ?? 0)));
    const held = heldTickets([3, 1], (a, b) =>
      compareTickets({ id: a, ticket: ticketOf(a) }, { id: b, ticket: ticketOf(b) }),
    );
    const key = stateT52(state(0));
    for (let last = 2999; last >= 1; last--) {
      if (key <= (held.limits[0] as number)) held.add(0, key, `E${last}`);
      if (key - last <= (held.limits[1] as number)) held.add(1, key - last, `F${last}`);
    }
    for (const id of ['𠮷', 'b', '\uffee']) held.add(0, key, id);
    const { ids, order } = held.listed();
    expect(order.map((places) => Array.from(places, (at) => ids[at]))).toEqual([
      ['b', '\uffee', '𠮷'],
      ['F2999'],
    ]);
    expect(held.limits[1]).toBe(key - 2999);
  });

  it('breaks a tie at 52 bits by the ticket and then by the bytes of the id', () => {
    const tied = (id: string, last: string) => ({ key: 1, id, ticket: last.repeat(64) });
    const order = [tied('𠮷', '0'), tied('a', '1'), tied('\uffee', '0')].sort(compareKeyed);
    expect(order.map(({ id }) => id)).toEqual(['\uffee', '𠮷', 'a']);
    expect(compareKeyed({ ...tied('z', 'f'), key: 0 }, tied('a', '0'))).toBeLessThan(0);
  });
});

describe('a draw is refused', () => {
  const good = { key, frame: units(3), quotas: { s01: 1 } };
  const twice: FrameUnit[] = [...units(3), { id: 'E0', stratum: 's01' }];
  const across: FrameUnit[] = [...units(3), { id: 'E0', stratum: 's02' }];

  it.each<[string, string, object]>([
    ['for a bad key', 'bad-key', { key: 'K' }],
    ['for a bad id', 'bad-id', { frame: [{ id: 'e\u0301', stratum: 's01' }] }],
    ['for a stratum without a quota', 'no-quota', { quotas: { s02: 1 } }],
    [
      'for a stratum named like a property of objects',
      'no-quota',
      { frame: [{ id: 'A', stratum: 'constructor' }] },
    ],
    ['for a bad stratum code', 'bad-name', { quotas: { s01: 1, s_2: 1 } }],
    ['for a negative quota', 'bad-quota', { quotas: { s01: -1 } }],
    ['for a quota of -0', 'bad-quota', { quotas: { s01: -0 } }],
    ['for a fraction as quota', 'bad-quota', { quotas: { s01: 0.5 } }],
    ['for a weight of 0', 'bad-weight', { frame: [{ id: 'A', stratum: 's01', weight: 0 }] }],
    ['for another method', 'bad-method', { method: 'systematic' as DrawMethod }],
    ['for a negative offset', 'bad-offset', { offset: -1 }],
    ['for an offset of 2^52', 'bad-offset', { offset: 2 ** 52 }],
    ['for a fraction as offset', 'bad-offset', { offset: 0.5 }],
    ['for a negative count of substitutes', 'bad-substitutes', { substitutes: -1 }],
    ['for an offset with weights', 'offset-with-weights', { method: 'pareto', offset: 1 }],
    ['where one is selected twice', 'repeated-id', { frame: twice, quotas: { s01: 4 } }],
    ['where one is in two strata', 'repeated-id', { frame: across, quotas: { s01: 3, s02: 1 } }],
    [
      'where one is taken for certain twice',
      'repeated-id',
      { frame: twice, quotas: { s01: 4 }, method: 'pareto' },
    ],
  ])('%s: %s', (_, code, change) =>
    expect(codeOf(() => drawSample({ ...good, ...change } as DrawInput))).toBe(code),
  );

  it('where one would be both the last in and the first out', () => {
    const first = drawSample(good).strata[0]?.selected[0]?.id as string;
    const frame = [...units(3), { id: first, stratum: 's01' }];
    expect(codeOf(() => drawSample({ ...good, frame }))).toBe('repeated-id');
  });

  it('but trusts a frame beyond what it lists, which frameRoot does not', () => {
    const order = plainDraw({ ...good, quotas: { s01: 3 } }).strata[0]?.selected ?? [];
    const frame = [...units(3), { id: order[2]?.id as string, stratum: 's01' }];
    expect(drawSample({ ...good, frame }).strata[0]?.selected).toEqual(order.slice(0, 1));
    expect(codeOf(() => frameRoot(frame))).toBe('repeated-id');
  });
});

describe('the chance of a draw', () => {
  const size = 1000;
  const quota = 300;
  const rounds = 400;
  const tail = 100;
  const register = units(size);

  const counts = (): number[] => {
    const drawn = new Map(register.map(({ id }) => [id, 0]));
    for (let round = 0; round < rounds; round++) {
      const seed = round.toString(16).padStart(64, '0');
      const input = { key: drawKey(seed, 'select:all'), frame: register, quotas: { s01: quota } };
      for (const { id } of drawSample(input).strata[0]?.selected ?? []) {
        drawn.set(id, (drawn.get(id) as number) + 1);
      }
    }
    return [...drawn.values()];
  };

  it('is n / N for everybody, and for the tail of the register as for its head', () => {
    const perUnit = counts();
    const p = quota / size;
    // Six standard deviations: one false alarm in 500 million for each normal count.
    const each = 6 * Math.sqrt(rounds * p * (1 - p));
    for (const count of perUnit) expect(Math.abs(count - rounds * p)).toBeLessThan(each);
    // A sum over `tail` units of one draw is hypergeometric; rounds are independent.
    const spread = Math.sqrt((rounds * tail * p * (1 - p) * (size - tail)) / (size - 1));
    const sum = (list: number[]) => list.reduce((all, count) => all + count, 0);
    for (const group of [perUnit.slice(0, tail), perUnit.slice(-tail)]) {
      expect(Math.abs(sum(group) - rounds * tail * p)).toBeLessThan(6 * spread);
    }
    // Chi-square of the counts, corrected for drawing without replacement: N - 1 degrees.
    const chi = sum(perUnit.map((count) => (count - rounds * p) ** 2)) / (rounds * p * (1 - p));
    const standard = (chi * ((size - 1) / size) - (size - 1)) / Math.sqrt(2 * (size - 1));
    expect(Math.abs(standard)).toBeLessThan(6);
  });

  it('is not that of a draw by skips, which never reaches the tail', () => {
    const step = Math.floor(size / quota);
    const drawn = new Set<number>();
    for (let start = 0; start < step; start++) {
      for (let i = 0; i < quota; i++) drawn.add(start + i * step);
    }
    expect(Math.max(...drawn)).toBe(size - tail - 1);
  });
});
