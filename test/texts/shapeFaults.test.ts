import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentIssues } from '../../src/cli/checkDocument.js';
import * as library from '../../src/schemes/index.js';
import { describe as described } from '../../src/texts/describe.js';

type Path = readonly string[];

/** One published document of every kind, and a programme, and everything else with a shape. */
const published = (Object.values(library).flat() as readonly object[]).filter(
  (one) => 'schema' in one,
);

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

function put(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  const next = put((value as Record<string, unknown>)[key], rest, to);
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? next : item));
  return { ...(value as object), [key]: next };
}

/** What is said beside what was given, which stands in backticks. */
const saidOf = (text: string): string => text.replaceAll(/`[^`]*`/g, '');

describe('faults of shape, told in Chinese', () => {
  const wrong = fc.constantFrom<unknown>(
    ...[null, 7.5, -1, '', 'nogood', true, [], {}, [null], { wrong: 1 }, 10 ** 9, '\ud800'],
  );
  const faulty = fc.constantFrom(...published).chain((document) =>
    fc.record({
      document: fc.constant(document),
      path: fc.constantFrom(...placesIn(document).filter(({ length }) => length > 0)),
      to: wrong,
    }),
  );

  it('never speak English, whatever is wrong with whatever kind of document', () => {
    fc.assert(
      fc.property(faulty, ({ document, path, to }) => {
        for (const issue of documentIssues(put(document, path, to))) {
          if (issue.severity !== 'error') continue;
          const said = saidOf(described(issue, 'zh'));
          expect(said).toMatch(/\p{Script=Han}/u);
          expect(said).not.toMatch(
            /invalid|expected|too (?:small|big)|unrecognized|received|must/i,
          );
          // Two words that follow each other are a sentence; names and signs stand alone.
          expect(said).not.toMatch(/\b[a-z]{2,} [a-z]{2,}\b/);
        }
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 150) },
    );
  }, 600_000);
});
