import type { Staffing } from 'evenhand/inspectors';
import * as fc from 'fast-check';
import { sha256 } from '../../src/core/sha256.js';

/** What `assignInspectors` takes. */
export type Lottery = Staffing & { readonly visitKey: string; readonly pairKey: string };

/** Random staffings; ids are such that their order is neither that of numbers nor of the list. */
export function lotteries(shape: {
  inspectors: number;
  visits: number;
  capacity: number;
  size: number;
  /** Of ten inspectors, how many are eligible; 7 unless told. */
  eligible?: number;
  /** How many lists of candidates visits have among them, each its own unless told. */
  lists?: number;
}): fc.Arbitrary<Lottery> {
  const list = fc.array(fc.integer({ min: 0, max: 9 }), {
    minLength: shape.inspectors,
    maxLength: shape.inspectors,
  });
  return fc
    .record({
      seed: fc.nat(),
      inspectors: fc.array(fc.record({ lead: fc.boolean(), capacity: fc.nat(shape.capacity) }), {
        minLength: 2,
        maxLength: shape.inspectors,
      }),
      visits: fc.array(
        fc.record({
          size: fc.integer({ min: 2, max: shape.size }),
          eligible: list,
          like: shape.lists === undefined ? fc.constant(0) : fc.nat(shape.lists - 1),
        }),
        { maxLength: shape.visits },
      ),
    })
    .map(({ seed, inspectors, visits }) => {
      const lists = visits.slice(0, shape.lists).map(({ eligible }) => eligible);
      const listOf = ({ eligible, like }: (typeof visits)[number]) =>
        shape.lists === undefined ? eligible : (lists[like % lists.length] as number[]);
      return { seed, inspectors, visits: visits.map((one) => ({ ...one, eligible: listOf(one) })) };
    })
    .map(({ seed, inspectors, visits }) => ({
      visitKey: sha256(`visit ${seed}`),
      pairKey: sha256(`pair ${seed}`),
      inspectors: inspectors.map((inspector, i) => ({ id: inspectorId(i), ...inspector })),
      visits: visits.map(({ size, eligible }, v) => ({
        id: `企业${(v * 7) % 100}/census`,
        size,
        eligible: inspectors.flatMap((_, i) =>
          (eligible[i] as number) < (shape.eligible ?? 7) ? [inspectorId(i)] : [],
        ),
      })),
    }));
}

/** A staffing of 70 inspectors, of whom each visit lists a few out of two thirds. */
export function manyInspectors(seed: number): Lottery {
  const digits = Array.from({ length: 10 }, (_, n) => sha256(`many ${seed} ${n}`)).join('');
  let at = 0;
  const random = (below: number): number => Number.parseInt(digits.slice(at++, at + 2), 16) % below;
  const inspectors = Array.from({ length: 70 }, (_, i) => ({
    id: inspectorId(i),
    lead: random(3) > 0,
    capacity: random(4) === 0 ? 0 : 1 + random(2),
  }));
  return {
    visitKey: sha256(`visit ${seed}`),
    pairKey: sha256(`pair ${seed}`),
    inspectors,
    visits: Array.from({ length: 16 }, (_, v) => ({
      id: `企业${(v * 7) % 100}/census`,
      size: 2 + (v % 2),
      eligible: [...new Set(Array.from({ length: 8 }, () => inspectorId(random(45))))],
    })),
  };
}

/** The same staffing with its lists turned round. */
export function reversed(lottery: Lottery): Lottery {
  return {
    ...lottery,
    inspectors: lottery.inspectors.toReversed(),
    visits: lottery.visits
      .map((visit) => ({ ...visit, eligible: visit.eligible.toReversed() }))
      .toReversed(),
  };
}

const inspectorId = (i: number): string => `员${(i * 7) % 10}${i >= 10 ? i : ''}`;
