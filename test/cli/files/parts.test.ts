import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, csvParts, csvText } from '../../../src/cli/files/csvText.js';
import { jsonParts } from '../../../src/cli/files/jsonParts.js';
import type { FileContent } from '../../../src/cli/files/writeContent.js';

/** The parts of a content, in the order in which they are written. */
async function partsOf(content: FileContent): Promise<string[]> {
  const parts: string[] = [];
  if (typeof content !== 'function') throw new Error('written at once');
  await content(async (part) => void parts.push(String(part)));
  return parts;
}

describe('a file that is written part by part', () => {
  it('holds the JSON that is written at once, however deep it is taken apart', async () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.record({ list: fc.array(fc.jsonValue()), none: fc.constant(undefined) }),
      fc.array(fc.option(fc.jsonValue(), { nil: undefined })),
    );
    await fc.assert(
      fc.asyncProperty(value, fc.nat(6), fc.nat(3), async (given, depth, indent) => {
        const parts = await partsOf(jsonParts(given, { depth, indent }));
        expect(parts.join('')).toBe(`${JSON.stringify(given, null, indent)}\n`);
      }),
      { numRuns: 200 },
    );
  });

  it('is written in several parts where it is long', async () => {
    const frame = Array.from({ length: 30_000 }, (_, i) => ({ id: `id-${i}`, stratum: 's01' }));
    const given = { tasks: [{ frame }] };
    const parts = await partsOf(jsonParts(given));
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join('')).toBe(`${JSON.stringify(given)}\n`);
  });

  it('holds the table that is written at once', async () => {
    const rows: Cell[][] = Array.from({ length: 20_001 }, (_, i) => [`=${i}`, i, i % 2 === 0]);
    for (const bom of [false, true]) {
      for (const some of [rows, rows.slice(0, 20_000), rows.slice(0, 1), []]) {
        const parts = await partsOf(csvParts(some, { bom }));
        expect(parts.join('')).toBe(csvText(some, { bom }));
      }
    }
  });
});
