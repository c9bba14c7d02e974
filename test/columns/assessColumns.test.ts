import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { assessBy, assessColumns } from '../../src/columns/assessColumns.js';
import { columnsOf } from '../../src/columns/columnBuilder.js';
import { compileColumns } from '../../src/columns/compileColumns.js';
import { explainRow } from '../../src/columns/explainRow.js';
import { passes } from '../../src/columns/passes.js';
import { assessAt } from '../../src/programme/assess.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import type { ProgrammeAt } from '../../src/programme/programme.js';
import { exampleCredit } from '../../src/schemes/exampleCredit.js';
import type { Scheme } from '../../src/scoring/scheme.js';
import { asOfs, firms, schemes } from '../scoring/arbitraries.js';
import { known } from './knownFacts.js';
import { programmeOf } from './programmeOf.js';
import { fused, requireEqual } from './requireEqual.js';

const runs = Number(process.env['FC_RUNS'] ?? 60);

const casesWith = (given?: typeof known) =>
  asOfs.chain((asOf) =>
    fc.record({
      asOf: fc.constant(asOf),
      credit: schemes,
      risk: schemes,
      other: schemes,
      isSplit: fc.boolean(),
      entities: fc.array(firms(asOf, given), { minLength: 1, maxLength: 30 }),
    }),
  );

const programmeIn = ({ asOf, credit, risk, other, isSplit }: Case): ProgrammeAt => {
  const split = [{ when: { field: 'word', eq: 'x' } as const, scheme: other }, { scheme: risk }];
  return programmeOf(credit, isSplit ? split : [{ scheme: risk }], asOf);
};
type Case = { asOf: string; credit: Scheme; risk: Scheme; other: Scheme; isSplit: boolean };

describe('an assessment by columns', () => {
  it('equals the row evaluator where values are missing, wrong or beyond their domain', () => {
    fc.assert(
      fc.property(casesWith(), ({ entities, ...rest }) => {
        const at = programmeIn(rest);
        requireEqual(at, entities, columnsOf(compileColumns(at), entities));
      }),
      { numRuns: runs },
    );
  });

  it('equals the row evaluator where every value is known, with few rows left to it', () => {
    let rows = 0;
    let alone = 0;
    fc.assert(
      fc.property(casesWith(known), ({ entities, ...rest }) => {
        const at = programmeIn(rest);
        const columns = columnsOf(compileColumns(at), entities);
        requireEqual(at, entities, columns);
        rows += entities.length;
        alone +=
          assessColumns(compileColumns(at), columns, { trace: true }).trace?.alone.length ?? 0;
      }),
      { numRuns: runs },
    );
    expect(alone).toBeLessThan(rows / 5);
  });

  it('gives the explanation a single call gives, for each row', () => {
    fc.assert(
      fc.property(casesWith(known), ({ entities, ...rest }) => {
        const at = programmeIn(rest);
        const compiled = compileColumns(at);
        const columns = columnsOf(compiled, entities);
        const assessed = assessColumns(compiled, columns, { trace: true });
        entities.forEach((entity, row) => {
          const single = assessAt(at, entity);
          const answer = explainRow(compiled, columns, assessed, row, { entity });
          expect(answer).toEqual(
            'credit' in single ? { ok: true, value: single } : { ok: false, issues: single },
          );
        });
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  });

  it('answers across blocks as within one', () => {
    const [scheme] = fc.sample(schemes, { numRuns: 1, seed: 7 }) as [Scheme];
    const asOf = '2025-03-31';
    const entities = fc.sample(firms(asOf), { numRuns: 5000, seed: 7 });
    const at = programmeOf(scheme, [{ scheme }], asOf);
    requireEqual(at, entities, columnsOf(compileColumns(at), entities));
  });

  it('gives every entity of the sample city its cell, and leaves none to the row evaluator', () => {
    const { register, programme, asOf } = sampleCity({ entities: 3000 });
    const at = parseProgramme(programme).at(asOf);
    const compiled = compileColumns(at);
    const columns = columnsOf(compiled, register.entities);
    requireEqual(at, register.entities, columns);
    expect(assessColumns(compiled, columns, { trace: true }).trace?.alone).toEqual([]);
    const [inPasses, inOneLoop] = [[passes], [fused]].map((by) =>
      assessBy(by, compiled, columns, {}),
    );
    expect(inOneLoop).toEqual(inPasses);
    expect(columns.exceptions).toBe(undefined);
  });

  it('holds histories so long that sums of events outgrow half a word, and a whole one', () => {
    const { register, programme, asOf } = sampleCity({ entities: 50 });
    const at = parseProgramme(programme).at(asOf);
    const history = (count: number, kind: string) =>
      Array.from({ length: count }, (_, i) => ({ id: `e${i}`, kind, on: asOf, source: 'example' }));
    const kinds = ['penalty-serious', 'commitment-kept', 'finding-serious', 'permit'];
    const entities = register.entities.map((entity, i) => ({
      ...entity,
      events: [...entity.events, ...history(i * i, kinds[i % 4] as string)],
    }));
    requireEqual(at, entities, columnsOf(compileColumns(at), entities));

    const [effect] = at.credit.compiled.terms;
    expect(effect?.kind).toBe('events');
    const large = {
      ...exampleCredit,
      places: 1,
      terms: exampleCredit.terms.map((term) =>
        term.kind === 'events'
          ? { ...term, effects: term.effects.map((one) => ({ ...one, points: '-90000000' })) }
          : term,
      ),
    } as unknown as Scheme;
    const heavy = programmeOf(large, [{ scheme: large }], asOf);
    const columns = columnsOf(compileColumns(heavy), entities);
    requireEqual(heavy, entities, columns);
    const { trace } = assessColumns(compileColumns(heavy), columns, { trace: true });
    expect(trace?.alone.length).toBeGreaterThan(0);
  });
});
