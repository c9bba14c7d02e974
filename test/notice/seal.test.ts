import { ownDigest } from 'evenhand/core';
import { checkSeal, type SealedB, sealNotice } from 'evenhand/notice';
import { describe, expect, it } from 'vitest';
import { edited, honest, otherDigest } from './forger.js';

const { b } = honest;
const seal = sealNotice(b);
const resealed = (change: Partial<SealedB>): SealedB => {
  const { digest: _, ...rest } = { ...seal, ...change };
  return { ...rest, digest: ownDigest(rest) };
};

describe('a sealed notice B', () => {
  it('is opened by its own notice B, and by it after a journey as text', () => {
    expect(checkSeal(seal, b, { digestOfSeal: seal.digest })).toEqual({ ok: true });
    expect(checkSeal(JSON.parse(JSON.stringify(seal)), JSON.parse(JSON.stringify(b))).ok).toBe(
      true,
    );
  });

  it('shows no entity, no inspector and no seed', () => {
    const text = JSON.stringify(seal);
    for (const { entity, members = [] } of b.visits) {
      for (const id of [entity, ...members]) expect(text).not.toContain(`"${id}"`);
    }
    expect(text).not.toContain(b.seed);
    expect(Object.keys(seal)).toHaveLength(8);
  });

  it('is opened by no other notice B, even one with its digests made anew', () => {
    const other = edited((open) => {
      const visit = open.visits[0];
      if (visit !== undefined) visit.day = '2026-07-01';
    });
    expect(checkSeal(seal, other.b).field).toBe('B.digest');
    expect(checkSeal(seal, { ...b, seed: otherDigest('x') }).field).toBe('B.digest');
    expect(checkSeal(seal, { ...b, digest: otherDigest('x') }).field).toBe('B.digest');
  });

  it('is not exchanged for another after the draw was seen', () => {
    const other = edited((open) => {
      open.desk.pop();
    });
    const exchanged = sealNotice(other.b);
    expect(checkSeal(exchanged, other.b).ok).toBe(true);
    expect(checkSeal(exchanged, other.b, { digestOfSeal: seal.digest })).toMatchObject({
      ok: false,
      field: 'seal.digest',
      expected: seal.digest,
    });
    expect(checkSeal({ ...seal, digest: otherDigest('x') }, b).field).toBe('seal.digest');
  });

  it.each([
    ['result', otherDigest('x')],
    ['noticeA', otherDigest('x')],
    ['drawId', 'EX-2026-002'],
    ['mode', 'authoritative'],
  ] as const)('says of notice B only what stands there: %s', (field, given) => {
    const change = { [field]: given === b.mode ? 'simulation' : given };
    expect(checkSeal(resealed(change), b).field).toBe(`B.${field}`);
  });

  it('is refused, not thrown at, where it is none', () => {
    expect(checkSeal({} as never, b).field).toContain('seal.');
    expect(checkSeal(seal, null as never).field).toBe('B');
  });
});
