import type { ProgrammeDocument } from '../../../src/programme/programme.js';

/** One seeded fault. */
export interface Mutant {
  readonly operator: string;
  readonly document: ProgrammeDocument;
}

type Loose = Record<string, unknown>;

/** Seeds every fault the operators know into a document, one at a time. */
export function mutantsOf(document: ProgrammeDocument): Mutant[] {
  const mutants: Mutant[] = [];
  const seed = (operator: string, change: (copy: Loose) => void): void => {
    const copy = structuredClone(document) as unknown as Loose;
    change(copy);
    mutants.push({ operator, document: copy as unknown as ProgrammeDocument });
  };
  walk(document, [], (path, value) => {
    const key = path.at(-1);
    if (key === 'cite') seed('cut a citation', (copy) => set(copy, path, 'nowhere'));
    if (Array.isArray(value) && (key === 'bands' || key === 'bins')) {
      value.forEach((_, i) => {
        seed(`drop one of ${key}`, (copy) => set(copy, path, value.toSpliced(i, 1)));
      });
      if (value.length > 2)
        seed(`swap two of ${key}`, (copy) =>
          set(copy, path, [value[0], value[2], value[1], ...value.slice(3)]),
        );
    }
    if ((key === 'from' || key === 'above') && path.length > 1 && typeof value !== 'object') {
      seed('shift an edge by 1', (copy) => set(copy, path, String(Number(value) + 1)));
      seed('shift an edge far', (copy) => set(copy, path, String(Number(value) + 100_000_000)));
    }
    if (key === 'max' && typeof value === 'string') {
      seed('raise a cap by 1', (copy) => set(copy, path, String(Number(value) + 1)));
      seed('raise a cap far', (copy) => set(copy, path, String(Number(value) + 100_000)));
    }
    if (key === 'points' && path.length > 3 && typeof value === 'string') {
      seed('turn the sign of points', (copy) => set(copy, path, String(-Number(value) || 7)));
    }
    if (key === 'table' && path[0] === 'terms') {
      for (const entry of Object.keys(value as object)) {
        seed('drop an entry', (copy) => set(copy, [...path, entry], undefined));
      }
    }
    if (key === 'ratio') {
      seed('set a share to zero', (copy) => set(copy, path, '0%'));
      seed('drop a cell', (copy) => set(copy, path.slice(0, -1), undefined));
    }
  });
  seed('move the end before the beginning', (copy) => set(copy, ['to'], '1999-01-01'));
  if (document.kind === 'scheme') {
    for (const name of Object.keys(document.inputs)) {
      seed('drop an input', (copy) => set(copy, ['inputs', name], undefined));
    }
    document.terms.forEach((_, i) => {
      seed('drop a term', (copy) => set(copy, ['terms'], document.terms.toSpliced(i, 1)));
    });
  }
  return mutants;
}

function walk(
  value: unknown,
  path: string[],
  visit: (path: string[], value: unknown) => void,
): void {
  if (path.length > 0) visit(path, value);
  if (typeof value !== 'object' || value === null || path.at(-1) === 'citations') return;
  for (const [key, item] of Object.entries(value)) walk(item, [...path, key], visit);
}

function set(copy: Loose, path: readonly string[], value: unknown): void {
  const last = path.at(-1) as string;
  const place = path.slice(0, -1).reduce<Loose>((at, key) => at[key] as Loose, copy);
  if (value === undefined) delete place[last];
  else place[last] = value;
}
