import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { digest } from '../core/digest.js';
import { sortedBy } from '../core/order.js';
import { type Publicity, publicityOf } from '../credit/publication/publishedOn.js';
import type { CreditRecord } from '../credit/record/creditRecord.js';
import { projectRecord } from '../credit/record/projectEvents.js';
import { type CreditRating, scoreCredit } from '../credit/scoreCredit.js';
import type { OnRecord } from './possibleRepairs.js';
import type { Programme } from './programme.js';
import { requireProgramme } from './requireProgramme.js';

/** A score with its grade, as far as two answers are compared. */
export interface Graded {
  readonly score: string;
  readonly grade: string;
}

/** What changed between two records of one entity, on one day, everywhere at once. */
export interface RecordEffects {
  readonly before: Graded;
  readonly after: Graded;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** Matters whose publication changed. */
  readonly publication: readonly {
    readonly matter: string;
    readonly before?: Publicity;
    readonly after?: Publicity;
  }[];
  /** Matters that changed at all. */
  readonly matters: readonly string[];
  /** Every department that reported one of them, and every one that reads the record: all are told. */
  readonly tell: readonly string[];
}

/**
 * What further reports do to an entity on a day: score, grade, lists and publication, and which
 * departments are to be told, so that a repair or a correction works in all of them at once.
 *
 * @param of - the record as it was, with its documents
 * @param after - the record with the reports added
 * @param options.readers - departments that use the record without having reported the matter
 * @throws `not-assessable`, `not-in-force`
 * @example
 * ```ts
 * import { emptyRecord, joinEntries } from 'evenhand/credit';
 * import { parseProgramme, recordEffects } from 'evenhand/programme';
 * import { examplePublication, exampleProgramme, exampleRecordRules } from 'evenhand/schemes';
 *
 * const base = { entity: 'A', jurisdiction: '110000', basis: [], source: { department: 'market', reference: 'No. 1' } };
 * const fine = { ...base, id: 'p', kind: 'penalty', severity: 'general', on: '2025-09-30', knownOn: '2025-10-01' };
 * const wrong = { ...base, id: 'w', kind: 'withdrawal', refers: 'p', on: '2026-01-10', knownOn: '2026-01-10' };
 * const { record } = joinEntries(emptyRecord('A'), [fine]);
 * const of = { entity: { id: 'A', facts: {} }, record, rules: exampleRecordRules, publication: [examplePublication] };
 * const { before, after, tell } = recordEffects(
 *   parseProgramme(exampleProgramme), of, joinEntries(record, [wrong]).record, { asOf: '2026-01-15', readers: ['tax'] },
 * );
 * [before.grade, after.grade, tell]; // => ['B', 'A', ['market', 'tax']]
 * ```
 */
export function recordEffects(
  programme: Programme,
  of: OnRecord,
  after: CreditRecord,
  options: { readonly asOf: Day; readonly known?: Day; readonly readers?: readonly string[] },
): RecordEffects {
  requireProgramme(programme);
  requireArgument('recordEffects', 'of', of, {
    entity: 'object',
    record: 'object',
    publication: 'array',
  });
  requireArgument('recordEffects', 'options', options, { asOf: 'string' });
  const { asOf, known = asOf, readers = [] } = options;
  const sideOf = (record: CreditRecord) => {
    const projected = projectRecord(record, { ...of, asOf, known });
    const rating = ratingOf(programme, of, projected, asOf);
    const publicity = publicityOf(projected.view, of.publication);
    return {
      graded: { score: rating.score, grade: rating.grade },
      lists: projected.lists,
      matters: new Map(projected.view.matters.map((matter) => [matter.id, matter])),
      publicity: new Map(publicity.map((one) => [one.matter, one])),
    };
  };
  const [a, b] = [sideOf(of.record), sideOf(after)];
  const ids = sortedBy(new Set([...a.matters.keys(), ...b.matters.keys()]), (id) => id);
  const isChanged = (x: unknown, y: unknown): boolean => digest(x ?? null) !== digest(y ?? null);
  const matters = ids.filter((id) => isChanged(a.matters.get(id), b.matters.get(id)));
  const departments = matters.flatMap((id) =>
    [a, b].flatMap((side) =>
      (side.matters.get(id)?.reports ?? []).map(({ department }) => department),
    ),
  );
  return {
    before: a.graded,
    after: b.graded,
    entered: b.lists.filter((list) => !a.lists.includes(list)),
    left: a.lists.filter((list) => !b.lists.includes(list)),
    publication: ids.flatMap((matter) => {
      const [before, now] = [a.publicity.get(matter), b.publicity.get(matter)];
      if (!isChanged(before, now)) return [];
      return [
        {
          matter,
          ...(before === undefined ? {} : { before }),
          ...(now === undefined ? {} : { after: now }),
        },
      ];
    }),
    matters,
    tell: matters.length === 0 ? [] : sortedBy(new Set([...departments, ...readers]), (one) => one),
  };
}

/** An answer that was given: for which day, by the knowledge of which day. */
export interface GivenAnswer {
  readonly asOf: Day;
  readonly known: Day;
}

/** An answer as it was given, and as it should have been by what is known now. */
export interface ReopenedAnswer extends GivenAnswer {
  readonly given: Graded;
  readonly corrected: Graded;
  readonly isChanged: boolean;
}

/**
 * Answers given once, computed again from zero by what is known now: whatever followed from an error
 * is found. The answer as it was given comes out of the same record, by the knowledge of its day.
 *
 * @throws `not-assessable`, `not-in-force`
 */
export function reopenedAnswers(
  programme: Programme,
  of: OnRecord,
  answers: readonly GivenAnswer[],
  now: { readonly known: Day },
): readonly ReopenedAnswer[] {
  requireProgramme(programme);
  requireArgument('reopenedAnswers', 'of', of, {
    entity: 'object',
    record: 'object',
    publication: 'array',
  });
  requireArgument('reopenedAnswers', 'answers', answers, 'array');
  requireArgument('reopenedAnswers', 'now', now, { known: 'string' });
  const graded = (asOf: Day, known: Day): Graded => {
    const { score, grade } = ratingOf(
      programme,
      of,
      projectRecord(of.record, { ...of, asOf, known }),
      asOf,
    );
    return { score, grade };
  };
  return answers.map(({ asOf, known }) => {
    const [given, corrected] = [graded(asOf, known), graded(asOf, now.known)];
    const isChanged = given.score !== corrected.score || given.grade !== corrected.grade;
    return { asOf, known, given, corrected, isChanged };
  });
}

function ratingOf(
  programme: Programme,
  { entity }: OnRecord,
  { events, lists }: Pick<ReturnType<typeof projectRecord>, 'events' | 'lists'>,
  asOf: Day,
): CreditRating {
  const { compiled } = programme.at(asOf).credit;
  return scoreCredit(compiled, { ...entity, events, lists }, { asOf });
}
