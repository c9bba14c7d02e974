import * as fc from 'fast-check';
import type { ProgrammeSource } from '../../programme/programme.js';
import { arbitraryCap } from './cap.js';
import { arbitraryMatrix } from './matrix.js';
import { arbitrarySampling } from './sampling.js';
import { arbitraryScale } from './scale.js';
import { arbitraryScheme } from './scheme.js';
import { arbitraryCondition } from './term.js';

/**
 * Valid programmes: a credit scheme, one or two risk schemes, a matrix, rules of the draw, a cap.
 *
 * @example
 * ```ts
 * import { safeParseProgramme } from 'evenhand/programme';
 * import { arbitraryProgramme } from 'evenhand/testing';
 * import * as fc from 'fast-check';
 *
 * fc.sample(arbitraryProgramme(), 20).every((source) => safeParseProgramme(source).ok); // => true
 * ```
 */
export function arbitraryProgramme(): fc.Arbitrary<ProgrammeSource> {
  return fc
    .record({ credit: arbitraryScale('any-credit'), risk: arbitraryScale('any-risk') })
    .chain((scales) =>
      fc.record({
        credit: arbitraryScheme({ id: 'any-credit', scale: scales.credit }),
        risk: arbitraryScheme({ id: 'any-risk', scale: scales.risk }),
        special: fc.option(
          fc.record({
            when: arbitraryCondition(),
            scheme: arbitraryScheme({ id: 'special-risk', scale: scales.risk }),
          }),
          { nil: undefined },
        ),
        matrix: arbitraryMatrix(scales),
        sampling: arbitrarySampling(),
        cap: arbitraryCap(scales),
      }),
    )
    .map(
      ({ credit, risk, special, matrix, sampling, cap }): ProgrammeSource => ({
        schema: 'evenhand/programme/1',
        id: 'any-programme',
        version: '1',
        organ: '测试机关',
        documents: [
          credit,
          risk,
          ...(special === undefined ? [] : [special.scheme]),
          matrix,
          sampling,
          cap,
        ],
        roles: {
          credit: credit.id,
          risk: [
            ...(special === undefined ? [] : [{ when: special.when, scheme: special.scheme.id }]),
            { scheme: risk.id },
          ],
          matrix: matrix.id,
          sampling: sampling.id,
          caps: [cap.id],
        },
      }),
    );
}
