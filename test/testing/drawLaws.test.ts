import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/sha256.js';
import { type DrawInput, drawSample } from '../../src/draw/drawSample.js';
import { quota } from '../../src/draw/quota.js';
import type { StratumSample } from '../../src/draw/sample.js';
import { drawLaws } from '../../src/testing/laws/drawLaws.js';
import { counter, eachIsBroken, faultOf, namesOf } from './breaks.js';

describe('the draw', () => {
  for (const law of drawLaws()) it(law.name, () => fc.assert(law.property));
});

const that = (change: (stratum: StratumSample, input: DrawInput) => Partial<StratumSample>) => () =>
  drawLaws({
    drawSample: (input) => ({
      strata: drawSample(input).strata.map((one) => ({ ...one, ...change(one, input) })),
    }),
  });
const withKeyOf = (text: (input: DrawInput) => unknown) => () =>
  drawLaws({
    drawSample: (input) =>
      drawSample({ ...input, key: sha256(input.key + JSON.stringify(text(input))) }),
  });
const count = counter();

describe('a draw that does wrong', () => {
  eachIsBroken(namesOf(drawLaws()), {
    'draws the same when asked twice': that(() => ({ size: count() })),
    'leaves the frame as it was': that((_, { frame }) => {
      (frame as unknown[]).reverse();
      return {};
    }),
    'draws the same whatever the order of the frame': that((_, { frame }) => ({
      lastIn: [...frame][0]?.id ?? '',
    })),
    'draws exactly the quota of each stratum, or all of it': that(({ selected }) => ({
      selected: selected.slice(1),
    })),
    'draws nobody twice and nobody from outside': that(({ selected }) => ({
      substitutes: selected,
    })),
    'draws the smallest tickets, in their order': that(({ selected }) => ({
      selected: [...selected].reverse(),
    })),
    'draws everybody again, and more, where the quotas are larger': withKeyOf(
      ({ quotas }) => quotas,
    ),
    'draws nobody else once somebody is taken out who was not drawn': withKeyOf(
      ({ frame }) => [...frame].length,
    ),
    'asks for no less by a larger ratio, and never rounds by more than one': () =>
      drawLaws({ quota: (size, ratio, rule) => size - quota(size, ratio, rule) }),
  });
});

it('finds out a draw from elsewhere', () => {
  const laws = that(() => ({ selected: [{ id: 'stranger', ticket: '0' }] }))();
  expect(faultOf(laws, 'draws nobody twice and nobody from outside')).toContain('`stranger`');
});
