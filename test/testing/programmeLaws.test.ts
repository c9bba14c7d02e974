import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assessment, safeAssess } from '../../src/programme/assess.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import type { Event } from '../../src/register/nouns.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { arbitraryProgramme } from '../../src/testing/arbitraries/programme.js';
import { type AssessmentPlatform, programmeLaws } from '../../src/testing/laws/programmeLaws.js';
import { counter, eachIsBroken, namesOf } from './breaks.js';

const example = parseProgramme(exampleProgramme);

describe('the example programme', () => {
  for (const law of programmeLaws(exampleProgramme, { worseIsDrawnMore: true })) {
    it(law.name, () => fc.assert(law.property));
  }
});

it('has laws that hold for programmes nobody has thought of', () => {
  fc.assert(
    fc.property(arbitraryProgramme(), fc.nat(), (source, seed) => {
      for (const { name, property } of programmeLaws(source, { worseIsDrawnMore: true })) {
        const { failed, errorInstance } = fc.check(property, { seed, numRuns: 4 });
        expect({ name, failed, errorInstance }).toEqual({
          name,
          failed: false,
          errorInstance: null,
        });
      }
    }),
    { numRuns: 15 },
  );
});

it('names each law once', () => {
  const names = namesOf(programmeLaws(exampleProgramme, { worseIsDrawnMore: true }));
  expect(new Set(names).size).toBe(names.length);
});

type Assess = NonNullable<AssessmentPlatform['assess']>;

/** A platform that answers as this library does, and then changes the answer. */
const that =
  (change: (receipt: Assessment, ...given: Parameters<Assess>) => Partial<Assessment>) => () =>
    programmeLaws(example, {
      assess: (...given) => {
        const answer = safeAssess(...given);
        if (!answer.ok) return answer;
        return { ok: true, value: { ...answer.value, ...change(answer.value, ...given) } };
      },
    });
const verifies = (verify: NonNullable<AssessmentPlatform['verify']>) => () =>
  programmeLaws(example, { verify });
const count = counter();
const refused = { ok: false, field: 'score', expected: '1', found: '2' } as const;

describe('a platform that does wrong', () => {
  const own = namesOf(programmeLaws(example)).filter((name) => !name.includes('@'));
  eachIsBroken(own, {
    'gives the same receipt when asked twice': that(() => ({ engine: String(count()) })),
    'leaves the entity as it was': that((_, __, { events }) => {
      (events as Event[]).push({ id: 'new', kind: 'award', on: '2025-01-01', source: 'x' });
      return {};
    }),
    'gives the same answer whatever the order of events and lists': that((_, __, { events }) => ({
      engine: events[0]?.id ?? '',
    })),
    'gives the same answer whatever the order of its documents': that((_, { source }) => ({
      engine: source.documents[0]?.id ?? '',
    })),
    'answers every entity whose facts are complete': () =>
      programmeLaws(example, { assess: () => ({ ok: false, issues: [] }) }),
    'asks nothing of facts and events no document reads': that((_, __, { facts }) => ({
      engine: String(Object.keys(facts).length),
    })),
    'knows nothing of what is not known yet': that((_, __, { events }) => ({
      engine: String(events.length),
    })),
    'adds the reasons up to the score': that(({ credit }) => ({
      credit: { ...credit, start: '99' },
    })),
    'explains and cites every number that binds': that(({ risk }) => ({
      risk: { ...risk, reasons: risk.reasons.map((one) => ({ ...one, cite: 'nowhere' })) },
    })),
    'takes the measures of the cell of level and grade': that(({ measures }) => ({
      measures: { ...measures, ratio: '7%' },
    })),
    'names every document by the digest of what is in force': that(({ documents }) => ({
      documents: documents.map((one) => ({ ...one, digest: '0' })),
    })),
    'verifies its own receipts': verifies(() => refused),
    'verifies receipts that went through JSON': verifies((programme) =>
      programme === example ? { ok: true } : refused,
    ),
    'rejects a receipt with one value changed': verifies(() => ({ ok: true })),
  });
});
