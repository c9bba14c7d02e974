import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { bestFirst, type Scale } from '../../document/document.js';
import { QUOTA_RULES } from '../../draw/quota.js';
import { CONTENTS, type Matrix, type Measures } from '../../matrix/matrix.js';
import { METHODS } from '../../register/nouns.js';
import { documentFrame, MADE_UP } from './documentFrame.js';
import { arbitraryScale } from './scale.js';

/** What of an arbitrary matrix is fixed. */
export interface MatrixOptions {
  readonly id?: string;
  readonly risk?: Scale;
  readonly credit?: Scale;
}

/**
 * Valid matrices of risk and credit, every cell there; a worse cell is drawn no less and stands in
 * no better tier, and only the worst may be covered in full.
 */
export function arbitraryMatrix(options: MatrixOptions = {}): fc.Arbitrary<Matrix> {
  requireArgument('arbitraryMatrix', 'options', options, 'object');
  const { id = 'any-matrix' } = options;
  const scale = (given: Scale | undefined, name: string): fc.Arbitrary<Scale> =>
    given === undefined ? arbitraryScale(name) : fc.constant(given);
  return fc
    .record({
      frame: documentFrame(id),
      risk: scale(options.risk, 'any-risk'),
      credit: scale(options.credit, 'any-credit'),
      tiers: arbitraryScale('any-tiers'),
      key: fc.boolean(),
    })
    .chain(({ frame, risk, credit, tiers, key }) => {
      const cells = risk.levels.length * credit.levels.length;
      return fc
        .record({
          byRisk: steps(risk),
          byCredit: steps(credit),
          rest: fc.array(rest, { minLength: cells, maxLength: cells }),
        })
        .map(({ byRisk, byCredit, rest: others }): Matrix => {
          const levels = bestFirst(risk);
          const grades = bestFirst(credit);
          const best = bestFirst(tiers);
          const isWorst = (i: number, j: number): boolean =>
            i === levels.length - 1 && j === grades.length - 1;
          const cell = (i: number, j: number): Measures => ({
            tier: best[Math.min(best.length - 1, i + j)] as string,
            ratio: `${Math.min(1000, (byRisk[i] as number) + (byCredit[j] as number))}‰`,
            key: key && isWorst(i, j),
            cite: MADE_UP,
            ...(others[i * grades.length + j] as Rest),
          });
          return {
            schema: 'evenhand/matrix/1',
            kind: 'matrix',
            ...frame,
            risk,
            credit,
            tiers,
            cells: table(levels, (_, i) => table(grades, (__, j) => cell(i, j))),
          };
        });
    });
}

type Rest = Omit<Measures, 'tier' | 'ratio' | 'key' | 'cite'>;

const rest: fc.Arbitrary<Rest> = fc
  .record(
    {
      rule: fc.constantFrom(...QUOTA_RULES),
      frequency: fc.record({ visits: fc.nat(2), months: fc.constantFrom(6, 12, 36) }),
      window: fc.constant({ fromMonth: 3, toMonth: 11 }),
      method: fc.constantFrom('on-site', 'on-site', ...METHODS),
      content: fc.constantFrom(...CONTENTS),
    },
    { requiredKeys: ['rule', 'frequency', 'method', 'content'] },
  )
  .map((found) => found as Rest);

/** Shares in thousandths that do not fall, one for each level from the best to the worst. */
function steps(scale: Scale): fc.Arbitrary<number[]> {
  const size = scale.levels.length;
  return fc
    .array(fc.nat(500), { minLength: size, maxLength: size })
    .map((list) => [...list].sort((a, b) => a - b));
}

function table<T>(
  names: readonly string[],
  value: (name: string, place: number) => T,
): Record<string, T> {
  return Object.fromEntries(names.map((name, i) => [name, value(name, i)]));
}
