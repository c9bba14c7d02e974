import { requireArgument } from '../../core/argument.js';
import { mistake } from '../../core/error.js';
import type { DocumentBase } from '../../document/document.js';
import type { ProgrammeDocument } from '../programme.js';
import { allOf, type Change, type Direction } from './change.js';
import type { Comparison } from './comparison.js';
import { diffCalendars, diffVisitRules } from './diffArrangements.js';
import { diffCaps, diffMatrices, diffSamplings } from './diffRules.js';
import { diffSchedules } from './diffSchedule.js';
import { diffSchemes } from './diffScheme.js';
import { changeAt, paired } from './fieldChanges.js';

/** What changed between two documents, and which way it goes for those inspected. */
export interface DocumentDiff {
  readonly changes: readonly Change[];
  /** All changes together, decided over everybody where that can be tried. */
  readonly direction: Direction;
  readonly counterexample?: Comparison['counterexample'];
  readonly against?: Comparison['against'];
}

/**
 * What changed between two versions of a document, each change with its place and its direction.
 *
 * A change of points is decided over every combination of what its term reads, one of bands over
 * every total there can be, and the whole by the answers to everybody. Where that is more than
 * `limit` combinations the direction is `undecided`; `mixed` comes with an entity for either way.
 *
 * @param before - a document without errors
 * @param after - a document of the same kind without errors
 * @param options.limit - the most combinations tried; 100 000 where left out
 * @throws `wrong-kind` for documents of two kinds
 *
 * @example
 * ```ts
 * import { diffDocuments } from 'evenhand/programme';
 * import { exampleRisk } from 'evenhand/schemes';
 *
 * const bands = exampleRisk.bands.map((band) => (band.from === '45' ? { ...band, from: '40' } : band));
 * const { changes, direction } = diffDocuments(exampleRisk, { ...exampleRisk, bands });
 * [direction, changes[0]?.path]; // => ['stricter', ['bands']]
 * ```
 */
export function diffDocuments(
  before: ProgrammeDocument,
  after: ProgrammeDocument,
  options: { readonly limit?: number } = {},
): DocumentDiff {
  requireArgument('diffDocuments', 'before', before, { kind: 'string' });
  requireArgument('diffDocuments', 'after', after, { kind: 'string' });
  requireArgument('diffDocuments', 'options', options, 'object');
  const { limit = 100_000 } = options;
  if (before.kind !== after.kind) {
    throw mistake('wrong-kind', `a ${after.kind} cannot be compared with a ${before.kind}`, {
      given: after.kind,
      expected: before.kind,
    });
  }
  const frame = frameChanges(before, after);
  if (before.kind === 'scheme' && after.kind === 'scheme') {
    const { changes, overall } = diffSchemes(before, after, limit);
    return { changes: [...changes, ...frame], ...overall };
  }
  const changes = rulesOf(before, after);
  return { changes: [...changes, ...frame], direction: allOf(changes.map((one) => one.direction)) };
}

function rulesOf(before: ProgrammeDocument, after: ProgrammeDocument): Change[] {
  if (before.kind === 'matrix' && after.kind === 'matrix') return diffMatrices(before, after);
  if (before.kind === 'cap' && after.kind === 'cap') return diffCaps(before, after);
  if (before.kind === 'schedule' && after.kind === 'schedule') return diffSchedules(before, after);
  if (before.kind === 'sampling' && after.kind === 'sampling') return diffSamplings(before, after);
  if (before.kind === 'calendar' && after.kind === 'calendar') return diffCalendars(before, after);
  if (before.kind === 'visit-rules' && after.kind === 'visit-rules') {
    return diffVisitRules(before, after);
  }
  return [];
}

/** Names, days, state and sources: what a document says about itself. */
function frameChanges(a: DocumentBase, b: DocumentBase): Change[] {
  const fields = [
    ...(['id', 'version', 'title', 'from', 'to', 'status', 'transition', 'untranslated'] as const),
  ];
  return [
    ...fields.map((field) => changeAt([field], a[field], b[field], 'neutral')),
    ...paired(a.citations, b.citations, ({ id }) => id).map(({ a: x, b: y, place }) =>
      changeAt(['citations', place], x, y, 'neutral'),
    ),
  ].filter((one) => one !== undefined);
}
