import { describe, expect, it } from 'vitest';
import { between, chance, oneOf, timesOver, weighted } from '../../src/city/choice.js';

/** A stream that gives the listed numbers in turn. */
function stream(...numbers: number[]): () => number {
  const left = [...numbers];
  return () => left.shift() ?? 0;
}
const almostOne = 1 - 2 ** -53;

describe('choices', () => {
  it('reaches both ends of a range and nothing beyond', () => {
    expect(between(stream(0), 3, 5)).toBe(3);
    expect(between(stream(almostOne), 3, 5)).toBe(5);
    expect(between(stream(0.5), 7, 7)).toBe(7);
  });

  it('takes each item for its part of the stream', () => {
    expect(oneOf(stream(0), ['a', 'b'])).toBe('a');
    expect(oneOf(stream(0.5), ['a', 'b'])).toBe('b');
    expect(oneOf(stream(almostOne), ['a', 'b'])).toBe('b');
  });

  it('weighs items, and never takes one of weight 0', () => {
    const weights: [string, number][] = [
      ['none', 0],
      ['one', 1],
      ['three', 3],
      ['never', 0],
    ];
    const at = (number: number) => weighted(stream(number), weights, ([, weight]) => weight)[0];
    expect([0, 0.24, 0.25, 0.9, almostOne].map(at)).toEqual([
      'one',
      'one',
      'three',
      'three',
      'three',
    ]);
  });

  it('takes the last item where rounding leaves none', () => {
    expect(weighted(stream(1), ['a', 'b'], () => 1)).toBe('b');
  });

  it('takes a share of cases', () => {
    expect(chance(stream(0.19), 0.2)).toBe(true);
    expect(chance(stream(0.2), 0.2)).toBe(false);
    expect(chance(stream(0), 0)).toBe(false);
  });

  it('counts until the chance fails, at most six times', () => {
    expect(timesOver(stream(0.9), 0.5)).toBe(0);
    expect(timesOver(stream(0.1, 0.1, 0.9), 0.5)).toBe(2);
    expect(timesOver(stream(0, 0, 0, 0, 0, 0, 0, 0), 0.5)).toBe(6);
  });
});
