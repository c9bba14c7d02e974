import type { Scheme } from '../../../src/scoring/scheme.js';

/** A scheme to hang one thing on. */
export const base = {
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 's',
  version: '1',
  from: '2026-01-01',
  status: 'example',
  untranslated: [],
  places: 0,
  direction: 'more-is-worse',
  citations: [{ id: 'doc', title: 'Example', confidence: 'example' }],
  scale: { id: 's', levels: ['low', 'mid', 'high'], worse: 'last' },
} as const satisfies Partial<Scheme>;

/** Three questions of 0, 5, 10 points or so, as FSA's are; totals between some edges are not to be had. */
export function questions(edges: readonly [number, number], points: readonly number[][]): Scheme {
  return {
    ...base,
    inputs: Object.fromEntries(
      points.map((values, i) => [
        `q${i}`,
        { type: 'integer' as const, values: [...new Set(values)] },
      ]),
    ),
    terms: points.map((_, i) => ({
      ...{
        kind: 'number' as const,
        id: `q${i}`,
        input: `q${i}`,
        missing: 'refuse' as const,
        cite: 'doc',
      },
    })),
    bands: [
      { level: 'low', cite: 'doc' },
      { from: edges[0], level: 'mid', cite: 'doc' },
      { from: edges[1], level: 'high', cite: 'doc' },
    ],
  };
}
