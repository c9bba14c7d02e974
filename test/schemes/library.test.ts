import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as schemes from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';

interface Shipped {
  readonly id: string;
  readonly kind?: string;
  readonly status: string;
  readonly citations: readonly { readonly id: string; readonly confidence: string }[];
  readonly untranslated: readonly string[];
}
const root = join(import.meta.dirname, '../..');
const published = (Object.entries(schemes) as unknown as [string, Shipped][]).filter(
  // The pilot's cap and calendars are told on pages of their own.
  ([name, { kind = '' }]) =>
    !name.startsWith('example') &&
    name !== 'twoInspections' &&
    ['scheme', 'schedule', 'cap'].includes(kind),
);
const page = readFileSync(join(root, 'docs/schemes.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));
const rowOf = (name: string): string | undefined => rows.find((row) => row.includes(`\`${name}\``));
const tests = readdirSync(join(root, 'test/schemes'))
  .filter((file) => file.endsWith('.test.ts') && file !== 'library.test.ts')
  .map((file) => readFileSync(join(root, 'test/schemes', file), 'utf8'))
  .join('\n');

/** Every number of a document points at its citation; these are the ones it points at. */
function cited(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) cited(one, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (key === 'cite' && typeof one === 'string') found.add(one);
      else cited(one, found);
    }
  }
  return found;
}

describe('the library of schemes', () => {
  it('is not empty', () => expect(published.length).toBeGreaterThan(60));

  it.each(published)('%s is in the list, by its full name', (name) => {
    expect(rowOf(name)).toBeDefined();
  });

  it.each(published)(
    '%s is no law in force, cites what it says and tells what it leaves out',
    (_, one) => {
      expect(one.status).not.toBe('in-force');
      const known = new Map(one.citations.map(({ id, confidence }) => [id, confidence]));
      const used = [...cited({ ...one, citations: [] })];
      expect(one.citations.length).toBeGreaterThan(0);
      expect(used.filter((id) => !known.has(id))).toEqual([]);
      expect(one.untranslated.length).toBeGreaterThan(0);
    },
  );

  it('the list never calls verified what a document only recalls', () => {
    const wrong = published.flatMap(([name, { citations }]) => {
      const row = rowOf(name)?.toLowerCase();
      if (row === undefined) return [];
      const sure = row.split(' | ')[4] ?? '';
      // A row speaks of several documents: it must admit the least sure of each.
      return ['recalled', 'example'].flatMap((how) => {
        const has = citations.some(({ confidence }) => confidence === how);
        const words =
          how === 'recalled' ? /recalled|remembered|guess|inferred/ : /example|borrowed/;
        return has && !words.test(sure) ? [`${name}: ${how}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  it.each(published)('%s is tested by its name', (name) => {
    expect(new RegExp(`\\b${name}\\b`).test(tests)).toBe(true);
  });
});
