import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCredit } from '../../src/schemes/exampleCredit.js';
import { checkScheme } from '../../src/scoring/check.js';
import { evaluate } from '../../src/scoring/evaluate.js';
import { explain } from '../../src/scoring/explain.js';
import type { Rating } from '../../src/scoring/rating.js';
import type { Scheme } from '../../src/scoring/scheme.js';
import { arbitraryScheme } from '../../src/testing/arbitraries/scheme.js';
import { badKinds, schemeLaws } from '../../src/testing/laws/schemeLaws.js';
import { eachIsBroken, faultOf, namesOf } from './breaks.js';

it('holds for schemes nobody has thought of', () => {
  fc.assert(
    fc.property(arbitraryScheme(), fc.nat(), (scheme, seed) => {
      expect(checkScheme(scheme)).toEqual([]);
      for (const { name, property } of schemeLaws(scheme)) {
        const { failed, errorInstance } = fc.check(property, { seed, numRuns: 10 });
        expect({ name, failed, errorInstance }).toEqual({
          name,
          failed: false,
          errorInstance: null,
        });
      }
    }),
    { numRuns: 60 },
  );
});

it('knows a kind of event as bad by its points alone', () => {
  expect(badKinds(exampleCredit)).toEqual([
    'penalty-minor',
    'penalty-general',
    'penalty-serious',
    'report-late',
    'list-abnormal',
    'list-dishonest',
    'commitment-broken',
  ]);
  const lookups = exampleCredit.terms.filter(({ kind }) => kind === 'lookup');
  const eventless: Scheme = { ...exampleCredit, terms: lookups };
  expect(badKinds(eventless)).toEqual([]);
  expect(namesOf(schemeLaws(eventless)).filter((name) => name.includes('event'))).toEqual([]);
});

/** A rating as it should be, with something changed. */
const that = (change: (rating: Rating) => Partial<Rating>) => () =>
  schemeLaws(exampleCredit, {
    rate: (at, entity) => {
      const score = evaluate(at, entity);
      if (!('units' in score)) return score;
      const rating = explain(at, entity, score);
      return { ...rating, ...change(rating) };
    },
  });
const withTerm = (id: string, change: object) => () =>
  schemeLaws({
    ...exampleCredit,
    terms: exampleCredit.terms.map((term) => (term.id === id ? { ...term, ...change } : term)),
  });

describe('a scheme or a rating that does wrong', () => {
  eachIsBroken(namesOf(schemeLaws(exampleCredit)), {
    'adds its reasons up to the score': that(({ reasons }) => ({ reasons: reasons.slice(1) })),
    'cites a text for every reason, band and override': that(({ band }) => ({
      band: { ...band, article: 'made up' },
    })),
    'stands each score in the band it reaches': that(({ band }) => ({
      band: { ...band, level: 'B' },
    })),
    'keeps each score between the ends of the total': that(() => ({ score: '101' })),
    'gives a better score no worse a band': () =>
      schemeLaws({
        ...exampleCredit,
        bands: exampleCredit.bands.map((band) => ({
          ...band,
          level: { A: 'A', B: 'C', C: 'B', D: 'D' }[band.level],
        })),
      }),
    'never betters an entity for one bad event more': () =>
      schemeLaws({
        ...exampleCredit,
        overrides: [
          {
            id: 'indulgent',
            when: { events: { kinds: ['penalty-serious'], atLeast: 1 } },
            effect: { step: 'better', by: 2 },
            reason: { zh: '宽', en: 'indulgent' },
            cite: 'example',
          },
        ],
      }),
    'never worsens an entity for the repair of a bad event': withTerm('penalties', {
      effects: [{ event: 'penalty-minor', points: '-3', repaired: '-40' }],
    }),
    'lets a bad event weigh no more as it grows older': withTerm('penalties', {
      decay: [
        { after: { years: 1 }, share: '1/4' },
        { after: { years: 2 }, share: '1' },
      ],
    }),
  });
});

it('also sees a score that gets better by a bad event, not only a level', () => {
  const laws = schemeLaws(exampleCredit, {
    rate: (at, entity) => {
      const score = evaluate(at, entity);
      if (!('units' in score)) return score;
      return { ...explain(at, entity, score), score: String(entity.events.length) };
    },
  });
  const name = 'never betters an entity for one bad event more';
  expect(faultOf(laws, name)).toContain('the score goes from');
});
