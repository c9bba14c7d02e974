import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { ownDigest } from '../../src/core/digest.js';
import { amendPlan } from '../../src/notice/amend/amendPlan.js';
import { verifyAmendments } from '../../src/notice/amend/verifyAmendments.js';
import { checkProof } from '../../src/notice/proof/checkProof.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { protocolLaws } from '../../src/testing/laws/protocolLaws.js';
import { eachIsBroken, fewerRuns, namesOf } from './breaks.js';
import { weighedProgramme } from './weighedProgramme.js';

describe('proofs and amendments of a year under the example programme', () => {
  for (const law of protocolLaws(exampleProgramme))
    it(law.name, () => fc.assert(law.property, fewerRuns()));
});

describe('proofs and amendments of a year whose tasks draw by weight', () => {
  for (const law of protocolLaws(weighedProgramme, { maxEntities: 30, maxTasks: 2 }))
    it(law.name, () => fc.assert(law.property, { numRuns: 5 }));
});

describe('proofs and amendments that do wrong', () => {
  const trusting = () =>
    protocolLaws(exampleProgramme, {
      checkProof: () => ({ ok: true, inFrame: true, drawn: true }),
      verifyAmendments: () => ({ ok: true }),
    });
  eachIsBroken(namesOf(protocolLaws(exampleProgramme)), {
    'proves what the draw did to everybody in a frame': () =>
      protocolLaws(exampleProgramme, {
        checkProof: (a, b, proof) => ({ ...checkProof(a, b, proof), drawn: false }),
      }),
    'accepts no proof with one value changed': trusting,
    'verifies the amendments it makes': () =>
      protocolLaws(exampleProgramme, {
        amendPlan: (input, act) => {
          const { digest: _, ...rest } = { ...amendPlan(input, act), purpose: 'pair:9' };
          return { ...rest, digest: ownDigest(rest) };
        },
      }),
    'accepts no amendment with one value changed': trusting,
    'lets in nobody but the next substitute': () =>
      protocolLaws(exampleProgramme, {
        verifyAmendments: (a, b, list) =>
          list.some(
            ({ substitution, additions: [first] = [] }) =>
              substitution?.id?.endsWith('x') || first?.added[0]?.id.endsWith('x'),
          )
            ? { ok: true }
            : verifyAmendments(a, b, list),
      }),
  });
});
