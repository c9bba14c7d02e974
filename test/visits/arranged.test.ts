import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/core/day.js';
import type { Demand } from '../../src/register/nouns.js';
import type { FixedVisit } from '../../src/visits/fixedVisit.js';
import { type MergedVisits, mergeUnder } from '../../src/visits/mergeVisits.js';
import type { VisitRules } from '../../src/visits/visitRules.js';
import {
  arrangedWorth,
  bestArrangement,
  beyondOf,
  type Entry,
  type Situation,
  tooNear,
} from './arrangedForce.js';

/** Demands that crowd on some days, some of which are closed, beside visits that are there already. */
function situations(options: {
  from: string;
  days: number;
  demands: number;
  most: number;
  sites?: readonly (string | undefined)[];
  gap?: number;
  fixed?: number;
  closed?: number;
  capped?: boolean;
}): fc.Arbitrary<Situation> {
  const {
    from,
    days,
    demands,
    most,
    sites = [undefined],
    gap = 0,
    fixed = 0,
    closed = 0,
  } = options;
  const place = fc.integer({ min: 0, max: days - 1 });
  const count = fc.integer({ min: 0, max: most });
  const due = fc.record({
    site: fc.constantFrom(...sites),
    authority: fc.constantFrom('fire', 'food', 'tax'),
    item: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('census' as const, 'spot-check' as const),
    ends: fc.tuple(place, place),
    weight: fc.integer({ min: 0, max: 4 }),
    duty: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  });
  const there = fc.record({
    site: fc.constantFrom(...sites),
    kind: fc.constantFrom('census' as const, 'spot-check' as const),
    day: place,
    isOpen: fc.boolean(),
  });
  return fc
    .record({
      dues: fc.array(due, { minLength: 1, maxLength: demands }),
      fixed: fc.array(there, { maxLength: fixed }),
      closed: fc.array(place, { maxLength: closed }),
      counts: fc.tuple(count, count, fc.integer({ min: -2, max: 2 * most })),
      gap: fc.integer({ min: 0, max: gap }),
      dutyFirst: fc.boolean(),
    })
    .map(
      ({ dues, counts: [census, spotChecks, total], ...rest }): Situation => ({
        from,
        days,
        demands: dues.map(
          ({ ends, site, ...row }, i): Demand => ({
            ...row,
            id: `D${i}`,
            entity: 'E1',
            ...(site === undefined ? {} : { site }),
            cause: 'draw',
            window: {
              from: addDays(from, Math.min(...ends)),
              to: addDays(from, Math.max(...ends)),
            },
          }),
        ),
        fixed: rest.fixed.map(
          ({ site, day, ...visit }, i): FixedVisit => ({
            ...visit,
            id: `F${i}`,
            entity: 'E1',
            ...(site === undefined ? {} : { site }),
            day: addDays(from, day),
          }),
        ),
        closed: [...new Set(rest.closed)].map((day) => addDays(from, day)),
        ...(options.capped === false
          ? {}
          : { most: { census, 'spot-check': spotChecks, ...(total < 0 ? {} : { total }) } }),
        gap: rest.gap,
        dutyFirst: rest.dutyFirst,
      }),
    );
}

const NO_RULES = {
  schema: 'evenhand/visit-rules/1',
  kind: 'visit-rules',
  id: 'rules',
  version: '1',
  from: '2020-01-01',
  status: 'example',
  citations: [],
  untranslated: [],
} as const;

function mergedIn({ demands, fixed, closed, most, gap, dutyFirst }: Situation): MergedVisits {
  const rules: VisitRules = {
    ...NO_RULES,
    quiet: closed.map((day, i) => ({ id: `q${i}`, days: { from: day, to: day }, cite: 'x' })),
  };
  const cap = {
    id: 'cap',
    from: '2020-01-01',
    visits: most ?? { census: 0, 'spot-check': 0 },
    ...(gap === 0 ? {} : { gaps: [{ days: gap }] }),
    precedence: dutyFirst ? 'duty-over-cap' : 'cap-over-duty',
    doesNotCount: [],
  } as const;
  return mergeUnder(demands, cap, () => (most === undefined ? undefined : cap), { rules, fixed });
}

const entriesOf = ({ visits }: Pick<MergedVisits, 'visits'>): Entry[] =>
  visits.map(({ site, day, kind }) => ({ site, day, kind: kind as Entry['kind'] }));

/** Compares with the brute force, and checks what is said of visits beyond the cap. */
function agree(arbitrary: fc.Arbitrary<Situation>, anchored: boolean, share = 0): void {
  let cases = 0;
  let deferring = 0;
  fc.assert(
    fc.property(arbitrary, (situation) => {
      const merged = mergedIn(situation);
      cases++;
      if (merged.deferred.some(({ reason }) => reason !== 'no-open-day')) deferring++;
      const ids = new Set([...merged.visits, ...merged.joined].flatMap(({ demands }) => demands));
      const done = situation.demands.filter(({ id }) => ids.has(id));
      expect(arrangedWorth(situation, done, entriesOf(merged))).toEqual(
        bestArrangement(situation, anchored),
      );
      expect(ids.size + merged.deferred.length).toBe(situation.demands.length);

      const lawful = merged.visits.filter(({ beyondCap }) => beyondCap !== true);
      expect(beyondOf(entriesOf({ visits: lawful }), situation)).toBe(0);
      for (const { because = [], beyondCap } of merged.visits) {
        if (beyondCap) expect(because).not.toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
  expect(deferring).toBeGreaterThanOrEqual(cases * share);
}

describe('as good a year as trying every day, kind and place finds', () => {
  const base = { from: '2026-03-02', days: 6, demands: 7, most: 1 };
  it('on open days alone', () => {
    agree(situations({ ...base, closed: 3 }), false, 1 / 5);
  });

  it('beside visits that are there already, joined or done', () => {
    agree(situations({ ...base, most: 2, fixed: 3 }), true, 1 / 5);
  });

  it('for a firm the cap does not protect, beside visits that can be joined', () => {
    agree(situations({ ...base, fixed: 3, closed: 2, capped: false }), true);
  });

  it('with time between visits', () => {
    agree(situations({ ...base, most: 3, gap: 4 }), true, 1 / 5);
  });

  it('with time between visits, under caps as small as the pilot’s', () => {
    agree(situations({ ...base, gap: 4, closed: 1 }), false, 1 / 5);
  });

  it('with time between the visits of two sites', () => {
    agree(
      situations({ ...base, days: 3, demands: 6, most: 2, gap: 2, sites: [undefined, 'S1'] }),
      true,
      1 / 5,
    );
  });

  it('over the new year, each visit in the cap of its own year', () => {
    agree(situations({ ...base, from: '2026-12-29' }), true, 1 / 5);
  });

  it('at two sites over the new year', () => {
    agree(
      situations({ ...base, from: '2026-12-31', days: 3, most: 1, sites: ['S1', 'S2'] }),
      true,
      1 / 5,
    );
  });

  it('with all of it at once', () => {
    agree(situations({ ...base, from: '2026-12-29', gap: 3, fixed: 2, closed: 2 }), true, 1 / 5);
  });
});

it('moves inside its window without coming too near to another visit', () => {
  fc.assert(
    fc.property(
      situations({ from: '2026-12-28', days: 8, demands: 6, most: 3, gap: 3, fixed: 1, closed: 2 }),
      fc.infiniteStream(fc.nat(99)),
      (situation, stream) => {
        const merged = mergedIn(situation);
        const all = (entries: readonly Entry[]): Entry[] =>
          [
            ...situation.fixed.map(
              (one): Entry => ({ ...one, site: one.site, kind: 'census', fixed: 'open' }),
            ),
            ...entries,
          ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
        const moved = merged.visits.map((visit): Entry => {
          const days: string[] = [];
          for (let day = visit.window.from; day <= visit.window.to; day = addDays(day, 1)) {
            if (!situation.closed.includes(day)) days.push(day);
          }
          expect(days).toContain(visit.day);
          expect(visit.window.from.slice(0, 4)).toBe(visit.window.to.slice(0, 4));
          const at = (stream.next().value as number) % days.length;
          return { site: visit.site, kind: visit.kind as Entry['kind'], day: days[at] as string };
        });
        const before = tooNear(all(entriesOf(merged)), situation.gap);
        expect(tooNear(all(moved), situation.gap)).toBeLessThanOrEqual(before);
      },
    ),
  );
});
