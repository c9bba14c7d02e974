import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { CompiledTerm } from '../../scoring/compile.js';
import type { CompiledBins } from '../../scoring/constructs/bins.js';
import type { CompiledConditional } from '../../scoring/constructs/conditional.js';
import type { CompiledLookup } from '../../scoring/constructs/lookup.js';
import type { CompiledNumber } from '../../scoring/constructs/number.js';
import { codedAnswers, MISSING, NO, YES } from '../answers.js';
import { type PlacedTerm, pointsByPlace, tableOf } from '../places.js';
import { lookupPlaces, missingOf } from '../terms.js';
import { codeIndex } from './codeIndex.js';
import { conditionCode } from './conditionCode.js';
import { type Draft, kept, MARK, markWhere } from './draft.js';
import { numberCode } from './numberCode.js';
import { edgesReached, heldIn, isBetween, word } from './word.js';

/** What a term is drafted with beside the loop. */
export interface TermDraft {
  readonly draft: Draft;
  /** The most points one term may give a row here. */
  readonly most: number;
  /** Where the places that rows meet are written, two bytes a row; undefined where they are not. */
  readonly bins: number | undefined;
}

/** The points of a term that is no events, as code. */
export function termCode(term: Exclude<CompiledTerm, { kind: 'events' }>, given: TermDraft): Code {
  switch (term.kind) {
    case 'bins':
      return binsCode(term, given);
    case 'lookup':
      return lookupCode(term, given);
    case 'conditional':
      return conditionalCode(term, given);
    case 'number':
      return pointsOfNumber(term, given);
  }
}

function binsCode(term: CompiledBins, given: TermDraft): Code {
  const { draft } = given;
  const number = numberCode(term.input, draft);
  const missing = term.points.length;
  const places = [...term.points.keys(), missing];
  if (number === undefined) return byPlace(term, word.constant(missing), places, given);
  const edges = number.edgesOf(term.edges.slice(1));
  const place = edgesReached(number.local, edges);
  const index =
    number.there === undefined ? place : word.chosen(place, word.constant(missing), number.there);
  return [...number.read, ...byPlace(term, index, places, given)];
}

function lookupCode(term: CompiledLookup, given: TermDraft): Code {
  const coded = lookupPlaces(term, given.draft);
  if (coded === undefined) {
    return byPlace(term, word.constant(0), [missingOf(term)], given);
  }
  const places = [...coded.places, coded.beyond, coded.absent];
  return byPlace(term, codeIndex(coded, given.draft), places, given);
}

function conditionalCode(term: CompiledConditional, given: TermDraft): Code {
  const { draft } = given;
  const coded = codedAnswers(term.when, draft);
  if (coded !== undefined) {
    const places = [...coded.places, coded.beyond, coded.absent];
    return byPlace(term, codeIndex(coded, draft), places, given);
  }
  const { code, isTruth } = conditionCode(term.when, draft);
  return byPlace(term, code, isTruth ? [NO, YES] : [NO, MISSING, YES], given);
}

/**
 * Points out of a table of pairs: the points at an index, and beside them the place that stands there
 * with a mark where it has no points.
 */
function byPlace(
  term: PlacedTerm,
  index: Code,
  places: readonly number[],
  { draft, most, bins }: TermDraft,
): Code {
  const known = pointsByPlace(term).length;
  const { points, marks } = tableOf(term, places, most);
  const table = new Int32Array(places.length * 2);
  places.forEach((place, i) => {
    table[2 * i] = points[i] as number;
    table[2 * i + 1] = (place < known ? place : known) | (marks[i] === 1 ? MARK : 0);
  });
  const at = draft.room.table(table);
  const { local, keep } = kept(draft, word.shiftedLeft(index, 3));
  const beside = [...word.of(local), ...wasm.load32(at + 4)];
  const mark = marks.includes(1)
    ? [...word.either(word.of(draft.faulty), beside), ...wasm.set(draft.faulty)]
    : [];
  const store =
    bins === undefined
      ? []
      : [...word.shiftedLeft(word.of(draft.row), 1), ...beside, ...wasm.store16(bins)];
  return [...keep, ...mark, ...store, ...word.of(local), ...wasm.load32(at)];
}

/** A number as points: so many that a word might not hold them are for the row evaluator. */
function pointsOfNumber(
  { input, factor, missing }: CompiledNumber,
  { draft, most }: TermDraft,
): Code {
  const number = numberCode(input, draft);
  const isOpen = missing === undefined || Math.abs(missing) > most;
  const instead = word.constant(isOpen ? 0 : missing);
  const markMissing = (there: Code): Code => (isOpen ? markWhere(draft, word.isNot(there)) : []);
  if (number === undefined) return [...markMissing(word.constant(0)), ...instead];
  const { there } = number;
  const room = factor === 0 ? Infinity : Math.floor(most / Math.abs(factor));
  const isFar = word.isNot(isBetween(number.local, -room, room));
  const points = word.times(heldIn(number.local, -room, room), word.constant(factor));
  const read = [...number.read, ...number.count];
  if (there === undefined) return [...read, ...markWhere(draft, isFar), ...points];
  return [
    ...read,
    ...markMissing(there),
    ...markWhere(draft, word.both(isFar, there)),
    ...word.chosen(points, instead, there),
  ];
}
