import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScheme, schemeAt } from '../../src/scoring/compile.js';
import { evaluate } from '../../src/scoring/evaluate.js';
import { scorerOf } from '../../src/scoring/scorer/scorer.js';
import { asOfs, firms, schemes } from './arbitraries.js';

describe('a scorer', () => {
  it('gives what the readable evaluator gives, issues word for word', () => {
    let scored = 0;
    fc.assert(
      fc.property(
        asOfs.chain((asOf) =>
          fc.tuple(fc.constant(asOf), schemes, fc.array(firms(asOf), { minLength: 1 })),
        ),
        ([asOf, scheme, entities]) => {
          const at = schemeAt(compileScheme(scheme), asOf);
          const score = scorerOf(at);
          for (const entity of entities) {
            const answer = score(entity);
            expect(answer).toEqual(evaluate(at, entity));
            if ('units' in answer) scored++;
          }
        },
      ),
      { numRuns: Number(process.env['FC_RUNS'] ?? 300) },
    );
    expect(scored).toBeGreaterThan(0);
  });

  it('is made once for a scheme on a day', () => {
    const [scheme] = fc.sample(schemes, { numRuns: 1, seed: 7 });
    const at = schemeAt(compileScheme(scheme as NonNullable<typeof scheme>), '2025-12-31');
    expect(scorerOf(at)).toBe(scorerOf(at));
  });
});
