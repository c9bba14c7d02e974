import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/register/nouns.js';
import { exampleCredit } from '../../src/schemes/exampleCredit.js';
import { compileScheme, schemeAt } from '../../src/scoring/compile.js';
import { evaluate, type Score } from '../../src/scoring/evaluate.js';
import { explain } from '../../src/scoring/explain.js';
import { explainerOf } from '../../src/scoring/explainer/explainer.js';
import { daySteps } from '../../src/scoring/scorer/daySteps.js';
import { widened } from '../columns/widened.js';
import { asOfs, firms, schemes } from './arbitraries.js';
import { event, firmWith } from './schemes.js';

const runs = Number(process.env['FC_RUNS'] ?? 200);

describe('an explainer', () => {
  it('gives what the readable account gives, of entities one after the other', () => {
    let explained = 0;
    fc.assert(
      fc.property(
        asOfs.chain((asOf) =>
          fc.tuple(
            fc.constant(asOf),
            fc.oneof(schemes, widened),
            fc.array(firms(asOf), { minLength: 1, maxLength: 12 }),
          ),
        ),
        ([asOf, scheme, entities]) => {
          const at = schemeAt(compileScheme(scheme), asOf);
          const account = explainerOf(at);
          for (const entity of entities) {
            const score = evaluate(at, entity);
            if (!('units' in score)) continue;
            explained++;
            expect(account(entity, score)).toStrictEqual(explain(at, entity, score));
          }
        },
      ),
      { numRuns: runs },
    );
    expect(explained).toBeGreaterThan(runs);
  });

  const at = schemeAt(compileScheme(exampleCredit), '2025-12-31');
  const account = explainerOf(at);
  const accountOf = (events: readonly Event[]) => {
    const firm = firmWith({ events, facts: { taxGrade: 'C' } });
    const score = evaluate(at, firm) as Score;
    return { given: account(firm, score), expected: explain(at, firm, score) };
  };

  it('tells the events of a term by day and id, in whatever order they stand', () => {
    const later = event('penalty-minor', '2025-07-01');
    const events = [
      { ...later, id: 'b' },
      event('list-abnormal', '2024-02-29', { repairedOn: '2025-01-01' }),
      { ...later, id: 'a' },
      event('penalty-serious', '2023-06-30'),
    ];
    const { given, expected } = accountOf(events);
    expect(given).toStrictEqual(expected);
    const dated = given.reasons.filter(({ rule }) => rule === 'penalties');
    expect(dated.map((reason) => reason.event?.id)).toEqual([
      'penalty-serious-2023-06-30',
      'a',
      'b',
    ]);
  });

  it('shares what is said of many, so that nobody can change it for others', () => {
    const [one, other] = [accountOf([]).given, accountOf([]).given];
    expect(one.reasons[0]).toBe(other.reasons[0]);
    expect(Object.isFrozen(one.reasons[0])).toBe(true);
    expect(Object.isFrozen(one.band)).toBe(true);
    expect(one.reasons).not.toBe(other.reasons);
  });

  it('leaves an event on no day to the readable account', () => {
    const { given, expected } = accountOf([event('penalty-minor', '2025-02-30')]);
    expect(given).toStrictEqual(expected);
  });

  it('is made once for a scheme on a day', () => {
    expect(explainerOf(at)).toBe(explainerOf(at));
  });
});

describe('the step of a day', () => {
  const plain = (turns: readonly string[], day: string): number => {
    const isReal = new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
    return isReal ? turns.filter((turn) => turn <= day).length : -1;
  };

  it('is how many turns are not later, for days near and far, again and again', () => {
    const digits = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    const day = fc
      .tuple(
        fc.oneof(
          fc.constantFrom('2024', '2025', '2026'),
          digits.filter((year) => year !== '0000'),
        ),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 4 }), fc.array(day), (some, days) => {
        const turns = [...new Set(some)].sort();
        const stepOf = daySteps(turns);
        for (const one of [...days, ...days, ...turns]) expect(stepOf(one)).toBe(plain(turns, one));
      }),
    );
  });

  it.each([
    '2025-02-29',
    '2025-00-10',
    '2025-13-01',
    '2025-04-00',
    '2025-04-32',
    '2025-4-03',
    '',
    '2025/04/03',
    '２025-04-03',
    '2025-04-3x',
    '0000-01-01',
  ])('is none for `%s`', (text) => {
    const stepOf = daySteps(['2025-01-01', '2025-12-31']);
    expect([stepOf(text), stepOf(text)]).toEqual([-1, -1]);
  });
});
