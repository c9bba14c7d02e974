import type { Scheme } from 'evenhand/scoring';

/** The least a scheme is: one constant term, two levels. Tests say only what matters to them. */
export function schemeWith(more: Partial<Scheme>): Scheme {
  return {
    schema: 'evenhand/scheme/1',
    kind: 'scheme',
    id: 'test',
    version: '1',
    from: '2020-01-01',
    status: 'draft',
    citations: [{ id: 'law', title: 'Law', article: '§ 1', confidence: 'verified' }],
    untranslated: [],
    scale: { id: 'test', levels: ['A', 'B'], worse: 'last' },
    places: 0,
    direction: 'more-is-better',
    inputs: {},
    terms: [always('0')],
    bands: [
      { level: 'B', cite: 'law' },
      { from: '0', level: 'A', cite: 'law' },
    ],
    ...more,
  };
}

/** The same with gates, or the text of a value, in the place of bands. */
export function gated(more: Partial<Scheme>): Scheme {
  const { bands: _, ...scheme } = schemeWith(more);
  return scheme;
}

/** A term that gives its points to everybody. */
export function always(points: string | number, id = 'always'): Scheme['terms'][number] {
  return { kind: 'conditional', id, when: { all: [] }, points, missing: 'refuse', cite: 'law' };
}

/** An entity with nothing on it, but what is given. */
export function firmWith<T extends object>(more: T) {
  return { id: 'firm', facts: {}, lists: [], events: [], ...more };
}

/** An event of a kind on a day. */
export function event(kind: string, on: string, more: object = {}) {
  return { id: `${kind}-${on}`, kind, on, source: 'test', ...more };
}
