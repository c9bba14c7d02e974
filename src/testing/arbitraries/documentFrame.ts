import * as fc from 'fast-check';
import type { DocumentBase } from '../../document/document.js';

/** The citation every arbitrary document has; its numbers are made up. */
export const MADE_UP = 'made-up';

/** What every document has, for one that is in force from 2024 at the latest. */
export function documentFrame(
  id: string,
): fc.Arbitrary<Omit<DocumentBase, 'schema' | 'kind' | 'title'>> {
  return fc
    .record({
      from: fc.constantFrom('2020-01-01', '2020-02-29', '2023-12-31'),
      to: fc.constantFrom(undefined, '2031-12-31'),
    })
    .map(({ from, to }) => ({
      id,
      version: '1',
      from,
      ...(to === undefined ? {} : { to }),
      status: 'example',
      citations: [{ id: MADE_UP, title: 'made up to test with', confidence: 'example' }],
      untranslated: [],
    }));
}
