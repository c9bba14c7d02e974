import type { CompiledBins } from '../scoring/constructs/bins.js';
import type { CompiledConditional } from '../scoring/constructs/conditional.js';
import type { CompiledLookup } from '../scoring/constructs/lookup.js';

/** A term whose points hang on one place among few. */
export type PlacedTerm = CompiledBins | CompiledLookup | CompiledConditional;

/** The points of each place, undefined for one without an answer. */
export function pointsByPlace(term: PlacedTerm): readonly (number | undefined)[] {
  switch (term.kind) {
    case 'bins':
      return [...term.points, term.missing];
    case 'lookup':
      return [...term.table.values(), term.otherwise, term.missing, undefined];
    case 'conditional':
      return [term.otherwise, term.missing, term.points];
  }
}

/** What each place of a term gives: points, and a mark where it has none or too many. */
export function tableOf(term: PlacedTerm, places: readonly number[], most: number) {
  const given = pointsByPlace(term);
  const isOpen = (place: number): boolean => Math.abs(given[place] ?? Infinity) > most;
  return {
    points: Int32Array.from(places, (place) => (isOpen(place) ? 0 : (given[place] as number))),
    marks: Uint8Array.from(places, (place) => (isOpen(place) ? 1 : 0)),
  };
}
