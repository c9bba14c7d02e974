import { createHash } from 'node:crypto';
import { type FrameUnit, frameAccumulator, frameRoot } from 'evenhand/draw';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../ticket/codeOf.js';
import { units, weightedFrames } from './frames.js';

const hash = (...parts: Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 9162 §2.1.1 as it is written there: split at the largest power of two below n. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return hash();
  if (leaves.length === 1) return hash(Buffer.from([0]), leaves[0] as Buffer);
  let k = 1;
  while (2 * k < leaves.length) k *= 2;
  return hash(Buffer.from([1]), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

const sorted = (frame: readonly FrameUnit[]): FrameUnit[] =>
  frame.toSorted((a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)));

describe('the root of a frame', () => {
  it('is the Merkle tree hash of RFC 9162 over its sorted leaves', () => {
    fc.assert(
      fc.property(weightedFrames, (frame) => {
        const leaves = sorted(frame).map(({ id, stratum, weight = 1 }) =>
          Buffer.from(`${id}\x1f${stratum}\x1f${weight}`),
        );
        expect(frameRoot(frame)).toBe(treeHash(leaves).toString('hex'));
      }),
    );
  });

  it.each([0, 1, 2, 3, 4, 5, 7, 8, 9, 63, 64, 65])('of %d units too', (count) => {
    const leaves = sorted(units(count)).map(({ id }) => Buffer.from(`${id}\x1fs01\x1f1`));
    expect(frameRoot(units(count))).toBe(treeHash(leaves).toString('hex'));
  });

  it('of nothing is SHA-256 of nothing', () =>
    expect(frameRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'));

  it('is the same in any order, and from a sorted stream', () => {
    fc.assert(
      fc.property(weightedFrames, (frame) => {
        const root = frameRoot(frame);
        expect(frameRoot(frame.toReversed())).toBe(root);
        expect(frameRoot(sorted(frame).values(), { sorted: true })).toBe(root);
      }),
    );
  });

  it('of thousands in no order is that of the same in order', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => {
      const n = (Math.imul(i + 1, 2_654_435_761) >>> 0) % 1_000_003;
      return { id: `${i % 7 === 0 ? '企业' : '9111'}${n}`, stratum: `s${n % 9}` };
    });
    const root = frameAccumulator();
    for (const unit of many) root.add(unit);
    expect(root.done()).toBe(frameRoot(sorted(many), { sorted: true }));
    root.add(many[4_321] as FrameUnit);
    expect(codeOf(() => root.done())).toBe('repeated-id');
  });

  it('names the id that stands twice, whatever its script', () => {
    const twice = { id: '示例企业𠮷00017', stratum: 's' };
    try {
      frameRoot([twice, ...units(3), { ...twice, stratum: 't' }]);
    } catch (error) {
      expect(String(error)).toContain('`示例企业𠮷00017`');
    }
    expect.assertions(1);
  });

  it('takes a missing weight as 1', () =>
    expect(frameRoot([{ id: 'A', stratum: 's', weight: 1 }])).toBe(
      frameRoot([{ id: 'A', stratum: 's' }]),
    ));

  it('changes with the id, the stratum and the weight', () => {
    const roots = [
      frameRoot([{ id: 'A', stratum: 's' }]),
      frameRoot([{ id: 'B', stratum: 's' }]),
      frameRoot([{ id: 'A', stratum: 't' }]),
      frameRoot([{ id: 'A', stratum: 's', weight: 2 }]),
    ];
    expect(new Set(roots).size).toBe(4);
  });

  it('is refused for a repeated id, wherever it stands', () => {
    const frame = [...units(5), { id: 'E0', stratum: 's02' }];
    expect(codeOf(() => frameRoot(frame))).toBe('repeated-id');
    expect(codeOf(() => frameRoot(sorted(frame), { sorted: true }))).toBe('repeated-id');
  });

  it('is refused for a frame that is said to be sorted and is not, by bytes', () => {
    const descending = units(2).toReversed();
    expect(codeOf(() => frameRoot(descending, { sorted: true }))).toBe('not-ascending');
    const byUnits = ['𠮷', '\uffee'].map((id) => ({ id, stratum: 's' }));
    expect((byUnits[0]?.id ?? '') < (byUnits[1]?.id ?? '')).toBe(true);
    expect(codeOf(() => frameRoot(byUnits, { sorted: true }))).toBe('not-ascending');
  });

  it.each([0, -1, 1.5, 2 ** 20 + 1, Number.NaN, '3', null])(
    'is refused for the weight %j',
    (weight) => {
      const unit = { id: 'A', stratum: 's', weight: weight as number };
      expect(codeOf(() => frameRoot([unit]))).toBe('bad-weight');
    },
  );

  it('is refused for a bad id or a bad stratum code', () => {
    expect(codeOf(() => frameRoot([{ id: ' A', stratum: 's' }]))).toBe('bad-id');
    expect(codeOf(() => frameRoot([{ id: 'A', stratum: '__proto__' }]))).toBe('bad-name');
  });
});
