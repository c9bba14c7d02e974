import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import type { Publication } from '../credit/publication/publication.js';
import { publicityOf } from '../credit/publication/publishedOn.js';
import type { RecordView } from '../credit/record/matter.js';
import type { Assessment } from './assess.js';

/** What an outsider is told of an entity's credit: listed field by field, never what is left over. */
export interface PublicAnswer {
  readonly entity: string;
  readonly asOf: Day;
  readonly grade: string;
  readonly score?: string;
  readonly reasons: readonly PublicReason[];
  /** How many more reasons moved the score, by facts or by matters that are not public on the day. */
  readonly withheld: number;
  readonly documents: readonly { readonly id: string; readonly version: string }[];
}

/** A reason an outsider may see: which way it goes and by which article, with points where shown. */
export interface PublicReason {
  readonly rule: string;
  readonly event: { readonly id: string; readonly kind: string; readonly on: Day };
  readonly goes: 'up' | 'down';
  readonly points?: string;
  readonly article?: string;
}

/**
 * The credit grade with its reasons for somebody outside: events that are published on the day, the
 * points only where the document on publication shows them, and nothing of the risk rating, whose
 * level is internal.
 *
 * @param receipt - the assessment by the same record and day
 * @param view - the record the assessment read
 * @param publication - the documents that say what is public; the first in force says whether points are
 * @example
 * ```ts
 * import { emptyRecord, joinEntries, projectRecord } from 'evenhand/credit';
 * import { assess, parseProgramme, publicAnswer } from 'evenhand/programme';
 * import { examplePublication, exampleProgramme, exampleRecordRules } from 'evenhand/schemes';
 *
 * const { record } = joinEntries(emptyRecord('A'), [{
 *   id: 'p', entity: 'A', jurisdiction: '110000', kind: 'penalty', severity: 'general', basis: [],
 *   on: '2025-09-30', knownOn: '2025-10-01', source: { department: 'market', reference: 'No. 1' },
 * }]);
 * const publication = [examplePublication];
 * const { view, ...rest } = projectRecord(record, { asOf: '2026-01-15', rules: exampleRecordRules, publication });
 * const receipt = assess(parseProgramme(exampleProgramme), { id: 'A', facts: { industry: '6210' }, ...rest }, { asOf: '2026-01-15' });
 * const { grade, score, reasons } = publicAnswer(receipt, view, publication);
 * [grade, score, reasons[0]?.goes, reasons[0]?.points]; // => ['B', undefined, 'down', undefined]
 * ```
 */
export function publicAnswer(
  receipt: Pick<Assessment, 'entity' | 'asOf' | 'credit' | 'documents'>,
  view: RecordView,
  publication: readonly Publication[],
): PublicAnswer {
  requireArgument('publicAnswer', 'receipt', receipt, { documents: 'array' }, 'assess(…)');
  requireArgument('publicAnswer', 'view', view, { matters: 'array' }, 'recordAsOf(…)');
  const { entity, asOf, credit, documents } = receipt;
  const shown = new Set(
    publicityOf(view, publication).flatMap(({ matter, isPublished }) =>
      isPublished ? [matter] : [],
    ),
  );
  const first = publication.find(
    ({ from, to }) => from <= asOf && (to === undefined || asOf <= to),
  );
  const showsPoints = first?.outsiders.points === 'shown';
  const reasons = credit.reasons.filter(({ points }) => Number(points) !== 0);
  const open = reasons.flatMap(({ rule, event, points, article }): PublicReason[] => {
    if (event === undefined || !shown.has(event.id)) return [];
    return [
      {
        rule,
        event: { id: event.id, kind: event.kind, on: event.on },
        goes: points.startsWith('-') ? 'down' : 'up',
        ...(showsPoints ? { points } : {}),
        ...(article === undefined ? {} : { article }),
      },
    ];
  });
  return {
    entity,
    asOf,
    grade: credit.grade,
    ...(showsPoints ? { score: credit.score } : {}),
    reasons: open,
    withheld: reasons.length - open.length,
    documents: documents.flatMap(({ role, id, version }) =>
      role === 'credit' ? [{ id, version }] : [],
    ),
  };
}
