import { requireArgument } from '../../core/argument.js';
import { addPeriod, type Day } from '../../core/day.js';
import { EvenhandError } from '../../core/error.js';
import { errorAt } from '../../core/issue.js';
import { referenceOf } from '../../document/book.js';
import type { DocumentReference, LocalText } from '../../document/document.js';
import type { Parsed } from '../../register/parsed.js';
import type { Recognition } from './recognition.js';

/** A grade as its own jurisdiction gave it. */
export interface ForeignGrade {
  readonly jurisdiction: string;
  readonly scale: string;
  readonly level: string;
  /** The day it was given for. */
  readonly asOf: Day;
}

/** What a grade is taken for elsewhere, by which document, and what is lost. */
export interface Recognised {
  readonly scale: string;
  readonly level: string;
  readonly document: DocumentReference;
  readonly cite: string;
  readonly lost: readonly LocalText[];
}

/**
 * What another jurisdiction makes of a grade, by the table in force on a day; there is no way but a
 * table, and equal letters of two scales are not one.
 *
 * @param documents - the conversions an authority has agreed to
 * @param grade - as its own jurisdiction gave it
 * @param to - the jurisdiction and the scale that ask
 * @throws `no-conversion` where no table in force leads there; `no-such-level`; `not-recognised` for
 * a level the table does not take; `grade-of-later-day`; `grade-too-old`
 * @example
 * ```ts
 * import { recognise } from 'evenhand/credit';
 * import { beijingNineToFour } from 'evenhand/schemes';
 *
 * const grade = { jurisdiction: '110000', scale: 'beijing-credit', level: 'B-', asOf: '2026-01-10' };
 * const to = { jurisdiction: '110000', scale: 'beijing-credit-four' };
 * recognise([beijingNineToFour], grade, to, '2026-01-15').level; // => 'B'
 * recognise([beijingNineToFour], grade, { jurisdiction: '120000', scale: 'tianjin' }, '2026-01-15'); // throws 'no-conversion'
 * ```
 */
export function recognise(
  documents: readonly Recognition[],
  grade: ForeignGrade,
  to: { readonly jurisdiction: string; readonly scale: string },
  day: Day,
): Recognised {
  requireArgument('recognise', 'documents', documents, 'array');
  requireArgument('recognise', 'grade', grade, 'object');
  requireArgument('recognise', 'to', to, 'object');
  const found = safeRecognise(documents, grade, to, day);
  if (found.ok) return found.value;
  const [first] = found.issues;
  throw new EvenhandError(
    first?.code ?? 'no-conversion',
    `\`${grade.level}\` of \`${grade.scale}\` is not taken for a grade of \`${to.scale}\` (${first?.code})`,
    found.issues,
  );
}

/** The same with what stands against it returned. */
export function safeRecognise(
  documents: readonly Recognition[],
  grade: ForeignGrade,
  to: { readonly jurisdiction: string; readonly scale: string },
  day: Day,
): Parsed<Recognised> {
  requireArgument('safeRecognise', 'documents', documents, 'array');
  requireArgument('safeRecognise', 'grade', grade, 'object');
  requireArgument('safeRecognise', 'to', to, 'object');
  const { jurisdiction, scale, level, asOf } = grade;
  const refused = (code: string, params: Record<string, string | readonly string[]>) => ({
    ok: false as const,
    issues: [errorAt(code, [], params)],
  });
  const document = documents.find(
    (one) =>
      one.source.jurisdiction === jurisdiction &&
      one.source.scale.id === scale &&
      one.target.jurisdiction === to.jurisdiction &&
      one.target.scale.id === to.scale &&
      isInForce(one, day),
  );
  if (document === undefined) {
    const given = `${jurisdiction} ${scale}`;
    const expected = documents.map(
      (one) =>
        `${one.source.jurisdiction} ${one.source.scale.id} → ${one.target.jurisdiction} ${one.target.scale.id}`,
    );
    return refused('no-conversion', { given, to: `${to.jurisdiction} ${to.scale}`, day, expected });
  }
  const line = document.table.find((one) => one.level === level);
  if (line === undefined) {
    return refused('no-such-level', { given: level, expected: [...document.source.scale.levels] });
  }
  if (line.becomes === null) {
    return refused('not-recognised', { given: level, scale, to: to.scale });
  }
  const { validFor } = document;
  if (asOf > day) return refused('grade-of-later-day', { given: asOf, expected: day });
  const last = validFor === undefined ? day : addPeriod(asOf, validFor.period);
  if (last < day) return refused('grade-too-old', { given: asOf, day, expected: last });
  return {
    ok: true,
    value: {
      scale: document.target.scale.id,
      level: line.becomes,
      document: referenceOf(document),
      cite: line.cite,
      lost: document.lost,
    },
  };
}

const isInForce = ({ from, to }: Recognition, day: Day): boolean =>
  from <= day && (to === undefined || day <= to);
