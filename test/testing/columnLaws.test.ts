import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessColumns } from '../../src/columns/assessColumns.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { columnLaws } from '../../src/testing/laws/columnLaws.js';
import { eachIsBroken, namesOf } from './breaks.js';

it('holds for the example programme', () => {
  for (const { property } of columnLaws(exampleProgramme)) fc.assert(property, { numRuns: 30 });
});

describe('an assessment by columns that does wrong', () => {
  eachIsBroken(namesOf(columnLaws(exampleProgramme)), {
    'gives each entity the answer it has alone': () =>
      columnLaws(exampleProgramme, {
        assessColumns: (compiled, columns) => {
          const answer = assessColumns(compiled, columns);
          const [units = 0] = answer.credit.units;
          answer.credit.units[0] = units + 1;
          return answer;
        },
      }),
  });
});

it('gives laws that have names', () =>
  expect(namesOf(columnLaws(exampleProgramme))).toHaveLength(1));
