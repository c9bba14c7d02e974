import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/programme/analysis/analyze.js';
import { diffDocuments } from '../../../src/programme/analysis/diffDocuments.js';
import type { Finding } from '../../../src/programme/analysis/finding.js';
import type { ProgrammeDocument } from '../../../src/programme/programme.js';
import * as library from '../../../src/schemes/index.js';
import { KNOWN } from './knownWarnings.js';
import { mutantsOf } from './mutations.js';

// Documents whose warnings are known one by one; the others of the library wait for theirs.
const documents = Object.values(library as Record<string, unknown>)
  .flat()
  .filter((one): one is ProgrammeDocument => 'kind' in (one as object))
  .filter(({ citations, id }) => Array.isArray(citations) && Object.hasOwn(KNOWN, id));
const keyOf = ({ code, path, params }: Finding) => JSON.stringify([code, path, params]);

describe('the analysis of the library', () => {
  it.each(documents.map((one) => [one.id, one] as const))(
    'finds nothing in %s beyond what is known',
    (id, document) => {
      const found = analyze(document);
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
      const codes = [...new Set(found.map(({ code }) => code))].sort();
      expect(codes).toEqual(KNOWN[id]);
    },
  );

  it('sees every seeded fault, or the diff does: another policy, not a faulty one', {
    timeout: 120_000,
  }, () => {
    const rows = new Map<string, [seen: number, explained: number, all: number]>();
    const unexplained: string[] = [];
    for (const document of documents) {
      const before = new Set(analyze(document, { limit: 2_000 }).map(keyOf));
      for (const { operator, document: mutant } of sample(mutantsOf(document))) {
        const row = rows.get(operator) ?? [0, 0, 0];
        rows.set(operator, row);
        row[2]++;
        if (analyze(mutant, { limit: 2_000 }).some((one) => !before.has(keyOf(one)))) row[0]++;
        else if (diffDocuments(document, mutant, { limit: 2_000 }).changes.length > 0) row[1]++;
        else unexplained.push(`${document.id}: ${operator}`);
      }
    }
    const lines = [...rows].map(
      ([operator, [seen, lawful, all]]) =>
        `${operator}: ${seen} of ${all} found, ${lawful} another lawful policy that diff shows`,
    );
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(unexplained).toEqual([]);
    for (const operator of ALWAYS_SEEN) {
      const [seen, , all] = rows.get(operator) ?? [0, 0, 0];
      expect([operator, seen]).toEqual([operator, all]);
    }
    for (const operator of rows.keys())
      expect(ALWAYS_SEEN.has(operator) || LAWFUL.has(operator)).toBe(true);
  });
});

/** Faults that are always seen. */
const ALWAYS_SEEN: ReadonlySet<string> = new Set([
  ...[
    'cut a citation',
    'move the end before the beginning',
    'drop an input',
    'set a share to zero',
    'drop a cell',
  ],
]);

/** Faults that may make another policy that is just as lawful, which only its author can tell. */
const LAWFUL: ReadonlySet<string> = new Set([
  ...['shift an edge by 1', 'shift an edge far', 'raise a cap by 1', 'raise a cap far'],
  ...['drop one of bands', 'drop one of bins', 'swap two of bands', 'swap two of bins'],
  ...['turn the sign of points', 'drop an entry', 'drop a term'],
]);

/** At most so many faults of an operator in a document, evenly spread. */
function sample<T extends { readonly operator: string }>(mutants: readonly T[]): T[] {
  const operators = [...new Set(mutants.map(({ operator }) => operator))];
  return operators.flatMap((operator) => {
    const own = mutants.filter((one) => one.operator === operator);
    const step = Math.ceil(own.length / 4);
    return own.filter((_, i) => i % step === 0);
  });
}
