import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Demand } from '../../src/register/nouns.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import { arbitraryCap } from '../../src/testing/arbitraries/cap.js';
import { arbitraryScale } from '../../src/testing/arbitraries/scale.js';
import { visitLaws } from '../../src/testing/laws/visitLaws.js';
import type { Cap } from '../../src/visits/cap.js';
import { type MergedVisits, mergeVisits } from '../../src/visits/mergeVisits.js';
import type { PlannedVisit } from '../../src/visits/visit.js';
import { counter, eachIsBroken, faultOf, namesOf } from './breaks.js';

describe('joint visits under the example cap', () => {
  for (const law of visitLaws(twoInspections)) it(law.name, () => fc.assert(law.property));
});

it('holds for caps nobody has thought of', () => {
  const caps = fc
    .record({ credit: arbitraryScale('any-credit'), risk: arbitraryScale('any-risk') })
    .chain(arbitraryCap);
  fc.assert(
    fc.property(caps, fc.nat(), (cap, seed) => {
      for (const { property } of visitLaws(cap)) {
        expect(fc.check(property, { seed, numRuns: 5 }).errorInstance).toBe(null);
      }
    }),
    { numRuns: 40 },
  );
});

it('holds on the few days a cap may be in force', () => {
  const short = { ...twoInspections, to: '2021-08-22', sunset: '2021-08-21' };
  for (const { property } of visitLaws(short)) fc.assert(property, { numRuns: 20 });
});

it('lets a duty be deferred only where the cap goes first', () => {
  const strict: Cap = { ...twoInspections, precedence: ['for-cause', 'cap', 'duty'] };
  expect(namesOf(visitLaws(strict))).not.toContain('never defers a legal duty');
});

const that =
  (change: (merged: MergedVisits, demands: readonly Demand[]) => Partial<MergedVisits>) => () =>
    visitLaws(twoInspections, {
      mergeVisits: (demands, ...rest) => {
        const merged = mergeVisits(demands, ...rest);
        return { ...merged, ...change(merged, demands) };
      },
    });
const eachVisit = (change: Partial<PlannedVisit>) =>
  that(({ visits }) => ({ visits: visits.map((visit) => ({ ...visit, ...change })) }));
const under = (change: Partial<Cap>) => () =>
  visitLaws(twoInspections, {
    mergeVisits: (demands, cap, options) => mergeVisits(demands, { ...cap, ...change }, options),
  });
const count = counter();

describe('a merge that does wrong', () => {
  eachIsBroken(namesOf(visitLaws(twoInspections)), {
    'merges the same when asked twice': that(() => ({ before: 100 + count() })),
    'leaves the demands as they were': that((_, demands) => {
      (demands as Demand[]).reverse();
      return {};
    }),
    'merges the same whatever the order of the demands': that(({ before }, demands) => ({
      before: before + (demands[0]?.weight ?? 0),
    })),
    'stands every demand in one visit, or defers it, or refuses it': that(({ visits }) => ({
      visits: visits.slice(1),
    })),
    'never passes the cap but for marked legal duties': under({
      limits: twoInspections.limits.map((limit) => ({ ...limit, unit: { visits: 9 } })),
    }),
    'visits inside the windows of all it does, at its place': eachVisit({ day: '2020-02-29' }),
    'never plans more visits than each authority on its own': that(({ before }) => ({
      after: before + 1,
    })),
    'names every visit once': eachVisit({ id: 'one/census' }),
    'defers nothing of an entity the cap does not protect': () =>
      visitLaws(twoInspections, { mergeVisits: (demands, cap) => mergeVisits(demands, cap) }),
    'never defers a legal duty': under({ precedence: ['for-cause', 'cap', 'duty'] }),
  });
});

describe('visits that do wrong in other ways', () => {
  const cap = 'never passes the cap but for marked legal duties';
  const windows = 'visits inside the windows of all it does, at its place';
  it.each([
    [cap, eachVisit({ counts: false })(), 'does not count'],
    [cap, eachVisit({ kind: 'for-cause', counts: true })(), 'or has no evidence'],
    [cap, eachVisit({ beyondCap: true, because: [] })(), 'without a legal duty'],
    [windows, eachVisit({ site: 'elsewhere' })(), 'is elsewhere than'],
    [windows, eachVisit({ demands: ['unheard-of'] })(), 'which nobody demands'],
  ])('are found out: %s', (name, laws, message) => {
    expect(faultOf(laws, name)).toContain(message);
  });
});
