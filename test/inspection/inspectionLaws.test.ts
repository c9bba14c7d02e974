import { type InspectionAct, openInspection, recordInspection } from 'evenhand/inspection';
import { exampleResults } from 'evenhand/schemes';
import { arbitraryInspectionActs, inspectionLaws } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayTake } from './plainVisit.js';
import { documents as given, opening } from './visit.js';

const followUps = exampleResults.followUps.map((one) =>
  one.code === 'correct' ? { ...one, term: { days: 4 } } : one,
);
const documents = { ...given, results: { ...exampleResults, followUps } };
const opened = openInspection(opening, documents);
if (!opened.ok) throw new Error();
const { inspection } = opened;

describe('the laws of a visit', () => {
  for (const { name, property } of inspectionLaws({ opening, documents })) {
    it(name, () => fc.assert(property as fc.IProperty<unknown>));
  }

  it.each([
    [
      'refuses by name, and changes nothing by it',
      (answer: ReturnType<typeof recordInspection>) =>
        answer.taken ? answer : { ...answer, issues: [] },
    ],
    [
      'is made anew by its own acts, and survives JSON',
      (answer: ReturnType<typeof recordInspection>) => ({
        ...answer,
        inspection: { ...answer.inspection, acts: answer.inspection.acts.slice(1) },
      }),
    ],
  ])('are broken by a platform of which it is not true that it %s', (name, spoil) => {
    const laws = inspectionLaws(
      { opening, documents },
      {
        record: (before, act) => spoil(recordInspection(before, act)),
      },
    );
    const broken = laws.filter(({ property }) => fc.check(property).failed);
    expect(broken.map((one) => one.name)).toContain(name);
  });

  it('are broken by a platform that starts visits for whoever comes', () => {
    const laws = inspectionLaws(
      { opening, documents },
      {
        record: (before, act) =>
          act.act === 'answer' && before.state === 'started'
            ? {
                inspection: { ...before, acts: [...before.acts, act] },
                taken: true,
                issues: [],
              }
            : recordInspection(before, act),
      },
    );
    expect(laws.filter(({ property }) => fc.check(property).failed)).not.toEqual([]);
  });
});

describe('a second opinion', () => {
  const acts = arbitraryInspectionActs({ opening, documents });

  it('takes the same acts, told from scratch out of the whole history', () => {
    let deep = 0;
    fc.assert(
      fc.property(acts, (all) => {
        let now = inspection;
        const history: InspectionAct[] = [];
        for (const one of all) {
          const expected = mayTake(opening, documents, history, one);
          const answer = recordInspection(now, one);
          const why = answer.issues.map(({ code }) => code).join();
          expect([one.id, one.act, answer.taken, why]).toEqual([one.id, one.act, expected, why]);
          if (answer.taken && !history.some(({ id }) => id === one.id)) history.push(one);
          now = answer.inspection;
        }
        if (now.state === 'closed') deep++;
      }),
      { numRuns: 600 },
    );
    // The cases reach the end often enough for the claim to mean something.
    expect(deep).toBeGreaterThan(20);
  });
});
