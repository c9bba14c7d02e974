import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeA } from '../../src/notice/noticeA.js';
import { noticeB } from '../../src/notice/noticeB.js';
import { drawPlan } from '../../src/plan/drawPlan.js';
import type { PlanVisit } from '../../src/plan/plan.js';
import { preparePlan } from '../../src/plan/preparePlan.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { arbitraryYear } from '../../src/testing/arbitraries/planInput.js';
import { arbitraryProgramme } from '../../src/testing/arbitraries/programme.js';
import { FORGERIES } from '../../src/testing/laws/forgeries.js';
import { noticeLaws } from '../../src/testing/laws/noticeLaws.js';
import { counter, eachIsBroken, fewerRuns, namesOf } from './breaks.js';
import { weighedProgramme } from './weighedProgramme.js';

describe('the notices of a year under the example programme', () => {
  for (const law of noticeLaws(exampleProgramme))
    it(law.name, () => fc.assert(law.property, fewerRuns()));
});

describe('the notices of a year whose tasks draw by weight', () => {
  for (const law of noticeLaws(weighedProgramme, { maxEntities: 30, maxTasks: 2 }))
    it(law.name, () => fc.assert(law.property, { numRuns: 5 }));
});

it('has laws that hold under programmes nobody has thought of', () => {
  fc.assert(
    fc.property(arbitraryProgramme(), fc.nat(), (source, seed) => {
      for (const { property } of noticeLaws(source)) fc.assert(property, { seed, numRuns: 2 });
    }),
    { numRuns: 8 },
  );
});

const trusting = () =>
  noticeLaws(exampleProgramme, { verifyDraw: () => ({ ok: true, checks: [], skipped: [] }) });
const suspicious = () =>
  noticeLaws(exampleProgramme, {
    verifyDraw: () => ({ ok: false, checks: [{ check: 'seed', ok: false }], skipped: [] }),
  });
const count = counter();

describe('notices or a verifier that do wrong', () => {
  eachIsBroken(namesOf(noticeLaws(exampleProgramme)), {
    'publishes the same when asked twice': () =>
      noticeLaws(exampleProgramme, {
        noticeB: (plan) => ({ ...noticeB(plan), result: String(count()) }),
      }),
    'leaves the plan as it was': () =>
      noticeLaws(exampleProgramme, {
        noticeB: (plan) => {
          const notice = noticeB(plan);
          (plan.visits as PlanVisit[]).pop();
          return notice;
        },
      }),
    'verifies every draw it publishes': suspicious,
    'verifies notices that went through JSON': suspicious,
    'shows no entity and no secret before the draw': () =>
      noticeLaws(exampleProgramme, {
        noticeA: (prepared) => ({
          ...noticeA(prepared),
          organ: [...prepared.standings][0]?.id ?? prepared.organ,
        }),
      }),
    'rejects a notice A changed since it was published': trusting,
    'rejects a notice B with one value changed': trusting,
    'rejects a forged notice B even with its digests made anew': trusting,
  });
});

it('has an occasion for every forgery', () => {
  const years = [exampleProgramme, weighedProgramme].flatMap((programme) =>
    fc.sample(arbitraryYear(programme, { maxEntities: 24 }), { seed: 1, numRuns: 60 }),
  );
  const notices = years.map(({ input, entropy }) => noticeB(drawPlan(preparePlan(input), entropy)));
  for (const { name, forge } of FORGERIES) {
    const forged = notices.filter((notice) => forge(notice) !== undefined);
    expect([name, forged.length > 0]).toEqual([name, true]);
  }
});
