import { bls12_381 } from '@noble/curves/bls12-381.js';
import { schemaIssues } from 'evenhand/core';
import {
  checkDrandBeacon,
  checkEntropyValue,
  type DrandBeacon,
  drandChainHash,
  drandRoundAt,
  drandRoundTime,
  type EntropySpec,
  entropyBits,
  entropySource,
  entropySpecSchema,
  instantOf,
  type LotterySpec,
  lotteryValue,
  QUICKNET,
  secondOf,
} from 'evenhand/ticket';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vector from '../vectors/drand.json' with { type: 'json' };
import { codeOf } from './codeOf.js';

const dice = (count: number, sides = 10): EntropySpec => ({
  kind: 'dice',
  label: 'dice',
  on: '2026-01-15',
  sides,
  count,
});
const lottery: LotterySpec = {
  kind: 'lottery',
  label: 'balls',
  on: '2026-01-15',
  name: { zh: '双色球', en: 'Double Colour Ball' },
  sets: [
    { count: 6, from: 33 },
    { count: 1, from: 16 },
  ],
};
const drand: EntropySpec = { kind: 'drand', label: 'drand', chain: QUICKNET, round: 1000 };
const isFit = (spec: EntropySpec, value: string) => checkEntropyValue(spec, value).length === 0;

describe('an instant', () => {
  it('is read and written exactly, as a clock that counts seconds would', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6e10, max: 2e11 }), (second) => {
        const text = new Date(second * 1000).toISOString().replace('.000Z', 'Z');
        expect(instantOf(second)).toBe(text);
        expect(secondOf(text)).toBe(second);
      }),
    );
  });

  it('may have an offset', () => {
    expect(secondOf('2026-01-16T01:30:00+05:30')).toBe(secondOf('2026-01-15T20:00:00Z'));
    expect(secondOf('2026-01-15T16:30:00-03:30')).toBe(secondOf('2026-01-15T20:00:00Z'));
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-01-15T24:00:00Z',
    '2026-01-15T12:60:00Z',
    '2026-01-15T12:00:60Z',
    '2026-01-15T12:00:00',
    '2026-01-15T12:00Z',
    '2026-01-15T12:00:00.5Z',
    '2026-01-15T12:00:00+15:00',
    '2026-01-15',
    7,
  ])('is not %s', (text) => {
    expect(codeOf(() => secondOf(text as string))).toBe('no-such-instant');
  });
});

describe('a round of drand', () => {
  it('is due when its servers say', () => {
    expect(secondOf(drandRoundTime(QUICKNET, 1000))).toBe(vector.time);
    expect(drandRoundTime(QUICKNET, 1)).toBe(QUICKNET.genesis);
  });

  it('is the first that is not due before an instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 2 }), (n, late) => {
        const due = secondOf(drandRoundTime(QUICKNET, n));
        expect(drandRoundAt(QUICKNET, instantOf(due - late))).toBe(n);
      }),
    );
    expect(drandRoundAt(QUICKNET, '2020-01-01T00:00:00Z')).toBe(1);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 40])('is not number %d', (round) => {
    expect(codeOf(() => drandRoundTime(QUICKNET, round))).toBe('bad-round');
  });

  it('belongs to a chain whose hash follows from what is published of it', () => {
    expect(drandChainHash(QUICKNET)).toBe(QUICKNET.hash);
    expect(drandChainHash({ ...QUICKNET, period: 30 })).not.toBe(QUICKNET.hash);
    expect(drandChainHash({ ...QUICKNET, publicKey: 'x', groupHash: 'y' })).not.toBe(QUICKNET.hash);
  });

  const bls = bls12_381.shortSignatures;
  const fields = (beacon: DrandBeacon, chain = QUICKNET) =>
    checkDrandBeacon(chain, beacon, bls).map(({ path }) => path[0]);

  it('holds with the signature its servers publish', () => {
    expect(fields(vector.beacon)).toEqual([]);
    expect(checkDrandBeacon(QUICKNET, vector.beacon)).toEqual([]);
  });

  it.each([
    ['round', { round: 1001 }, 'signature'],
    ['round', { round: 0 }, 'round'],
    ['randomness', { randomness: 'f'.repeat(64) }, 'randomness'],
    ['signature', { signature: vector.beacon.signature.replace('b4', 'b5') }, 'randomness'],
    ['signature', { signature: 'ab' }, 'signature'],
    ['signature', { signature: 7 as never }, 'signature'],
  ])('does not hold with another %s: %o', (_, change, field) => {
    expect(fields({ ...vector.beacon, ...change })).toEqual([field]);
  });

  it.each([null, undefined, 7, 'beacon', [], {}])('is not %s', (value) => {
    expect(fields(value as never)).toEqual(['round']);
  });

  it('does not hold with another key, with bytes that are no point, or for another round', () => {
    const other = bls.getPublicKey(new Uint8Array(32).fill(7)).toHex();
    expect(fields(vector.beacon, { ...QUICKNET, publicKey: other })).toEqual(['signature']);
    const noPoint = {
      round: 1000,
      signature: '00'.repeat(48),
      randomness: '17b0761f87b081d5cf10757ccc89f12be355c70e2e29df288b65b30710dcbcd1',
    };
    expect(fields(noPoint)).toEqual(['signature']);
    // Without the library the signature itself is not looked at.
    expect(checkDrandBeacon(QUICKNET, { ...vector.beacon, round: 1001 })).toEqual([]);
  });
});

describe('the bits of a source', () => {
  it.each([
    [dice(39), 129],
    [dice(38), 126],
    [dice(1, 2), 1],
    [dice(50, 6), 129],
    [lottery, 24],
    [drand, 128],
  ])('of %o are %i', (spec, bits) => {
    expect(entropyBits(spec)).toBe(bits);
  });

  it('are the whole part of log2 of how many values there are', () => {
    for (let from = 1; from <= 12; from++) {
      const ways = new Map<number, number>();
      for (let set = 0; set < 2 ** from; set++) ways.set(ones(set), (ways.get(ones(set)) ?? 0) + 1);
      for (let count = 1; count <= from; count++) {
        const expected = Math.floor(Math.log2(ways.get(count) as number));
        expect(entropyBits({ ...lottery, sets: [{ count, from }] })).toBe(expected);
      }
    }
  });
});

const ones = (set: number): number => set.toString(2).replaceAll('0', '').length;

describe('a value', () => {
  it.each([
    ['dice as rolled', dice(3), '9.0.0', true],
    ['dice that are too few', dice(3), '9.0', false],
    ['dice that are too many', dice(3), '9.0.0.1', false],
    ['a face there is not', dice(3), '9.10.0', false],
    ['faces from 1', dice(2, 6), '1.6', true],
    ['no face 0 on a cube', dice(2, 6), '0.6', false],
    ['no face 7 on a cube', dice(2, 6), '1.7', false],
    ['leading zeros', dice(3), '9.00.1', false],
    ['a blank', dice(3), '9. 0.1', false],
    ['nothing', dice(3), '', false],
    ['balls ascending', lottery, '1.2.3.4.5.33:16', true],
    ['balls as drawn', lottery, '2.1.3.4.5.33:16', false],
    ['a ball twice', lottery, '1.1.3.4.5.33:16', false],
    ['a ball too high', lottery, '1.2.3.4.5.34:16', false],
    ['ball 0', lottery, '0.2.3.4.5.33:16', false],
    ['a set missing', lottery, '1.2.3.4.5.33', false],
    ['a set too many', lottery, '1.2.3.4.5.33:16:1', false],
    ['a set without numbers', lottery, '1.2.3.4.5.33:', false],
    ['randomness', drand, 'ab'.repeat(32), true],
    ['upper-case randomness', drand, 'AB'.repeat(32), false],
  ])('%s', (_, spec, value, fits) => {
    expect(isFit(spec, value)).toBe(fits);
    if (!fits) {
      const [issue] = checkEntropyValue(spec, value);
      expect(issue).toMatchObject({ code: 'bad-entropy-value', params: { given: value } });
    }
  });

  it('that is no text is refused', () => {
    expect(isFit(dice(1), 7 as never)).toBe(false);
  });

  it('of a lottery is the same in whatever order the balls fell', () => {
    const balls = fc.uniqueArray(fc.integer({ min: 1, max: 33 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(balls, fc.integer({ min: 1, max: 16 }), (red, blue) => {
        const value = lotteryValue([red, [blue]]);
        expect(isFit(lottery, value)).toBe(true);
        expect(lotteryValue([red.toReversed(), [blue]])).toBe(value);
      }),
    );
  });
});

describe('a source for notice A', () => {
  it.each([dice(39), lottery, drand])('says in both languages how to get the value: %o', (spec) => {
    const source = entropySource(spec);
    expect(source.spec).toBe(spec);
    expect(source.bits).toBe(entropyBits(spec));
    for (const { zh, en } of [source.instructions, source.fallback]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(zh).not.toMatch(/\p{Script=Han}[,;:()]|[,;:()]\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
    expect(entropySpecSchema.parse(spec)).toEqual(spec);
  });

  it('of drand names chain, round and time, and is there on that day', () => {
    const round = drandRoundAt(QUICKNET, '2026-01-15T12:00:00Z');
    const { available, instructions, fallback } = entropySource({ ...drand, round } as EntropySpec);
    expect(available).toBe('2026-01-15');
    for (const part of [QUICKNET.hash, String(round), '2026-01-15T12:00:00Z']) {
      expect(instructions.en).toContain(part);
      expect(instructions.zh).toContain(part);
    }
    expect(fallback.en).toContain('2026-01-22');
  });

  it.each([
    { ...dice(39), sides: 1 },
    { ...dice(39), count: 0 },
    { ...dice(39), on: '2026-02-30' },
    { ...dice(39), label: 'a b' },
    { ...lottery, sets: [] },
    { ...lottery, sets: [{ count: 7, from: 6 }] },
    { ...drand, round: 0 },
    { ...drand, chain: { ...QUICKNET, publicKey: 'ab' } },
    { ...drand, kind: 'coin' },
  ])('is not made of %o', (spec) => {
    const { error } = entropySpecSchema.safeParse(spec, { reportInput: true });
    const [issue] = schemaIssues(error?.issues ?? []);
    // What was expected stands in signs, so that it can be told in both languages.
    expect(String(issue?.params['expected'])).not.toMatch(/expected|must|than/);
    if ('on' in spec && spec.on === '2026-02-30') expect(issue?.code).toBe('no-such-day');
  });
});
