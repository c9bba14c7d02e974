import { requireArgument } from '../../core/argument.js';
import { addDays, addMonths, type Day } from '../../core/day.js';
import type { CreditRecord } from '../record/creditRecord.js';
import type { Matter, RecordView } from '../record/matter.js';
import { type RecordQuestion, recordAsOf } from '../record/recordAsOf.js';
import { type Governing, governingOn, minimumEnd } from './governing.js';
import { maximumEnd } from './judgeRepair.js';
import type { Publication } from './publication.js';

/** Why a matter is published on a day, or is not. */
export const PUBLICITY_REASONS = [
  'within-period',
  'no-end',
  'unperformed',
  'period-over',
  'repaired',
  'rule-says-never',
  'no-rule',
  'objected',
  'withdrawn',
  'not-yet',
] as const;
export type PublicityReason = (typeof PUBLICITY_REASONS)[number];

/** Whether a matter is published on a day, until when, and why. */
export interface Publicity {
  readonly matter: string;
  readonly isPublished: boolean;
  readonly reason: PublicityReason;
  /** The document and the rule that govern it that day. */
  readonly document?: string;
  readonly rule?: string;
  readonly cite?: string;
  /** The first day. */
  readonly from?: Day;
  /** The last day of the minimum: no repair has effect before it. */
  readonly minimum?: Day;
  /** The last day, as far as it is known; none while nothing but a deed or a repair ends it. */
  readonly until?: Day;
}

/** From where it is asked what is published. */
export interface PublicationQuestion extends Omit<RecordQuestion, 'on'> {
  readonly publication: readonly Publication[];
}

/**
 * What of a record is published on a day, until when, and why (公示).
 *
 * The documents in force on the day govern. A period's last day is the same day of the month that
 * many months on, clamped to the month's end. On the day of a repair, and on the day a decision is
 * performed after its period was over, the matter is published no more.
 *
 * @param record - of one entity
 * @param day - the day it is about
 * @param question.known - the day whose knowledge is used; `day` where left out
 * @returns every matter that happened by the day, published or not, by day and id
 * @throws `not-in-force` for a day, or a day of a repair, without a document
 * @example
 * ```ts
 * import { emptyRecord, joinEntries, publishedOn } from 'evenhand/credit';
 * import { ndrcRepair2026 } from 'evenhand/schemes';
 *
 * const { record } = joinEntries(emptyRecord('A'), [{
 *   id: 'r1', entity: 'A', jurisdiction: '110000', kind: 'penalty', severity: 'general', basis: [],
 *   on: '2026-05-31', knownOn: '2026-06-01', performedOn: '2026-06-10',
 *   source: { department: 'market', reference: 'No. 1' },
 * }]);
 * const [first] = publishedOn(record, '2026-07-01', { publication: [ndrcRepair2026] });
 * [first?.reason, first?.minimum, first?.until]; // => ['within-period', '2026-08-31', '2027-05-31']
 * ```
 */
export function publishedOn(
  record: CreditRecord,
  day: Day,
  question: PublicationQuestion,
): readonly Publicity[] {
  requireArgument('publishedOn', 'record', record, { entries: 'array' });
  requireArgument('publishedOn', 'question', question, 'object');
  return publicityOf(recordAsOf(record, { ...question, on: day }), question.publication);
}

/** The same of a view of a record, on its day. */
export function publicityOf(
  view: RecordView,
  publication: readonly Publication[],
): readonly Publicity[] {
  requireArgument('publicityOf', 'view', view, { matters: 'array' }, 'recordAsOf(…)');
  requireArgument('publicityOf', 'publication', publication, 'array');
  return view.matters.map((matter) => {
    const governing = governingOn(publication, matter, view.on);
    if (governing === undefined)
      return { matter: matter.id, isPublished: false, reason: 'no-rule' };
    const { document, rule } = governing;
    return {
      matter: matter.id,
      document: `${document.id}@${document.version}`,
      rule: rule.id,
      ...publicity(matter, governing, view.on),
    };
  });
}

type Found = Pick<Publicity, 'isPublished' | 'reason' | 'cite' | 'from' | 'minimum' | 'until'>;

function publicity(matter: Matter, governing: Governing, day: Day): Found {
  const { document, rule } = governing;
  const off = (reason: PublicityReason, cite: string, until?: Day): Found => ({
    isPublished: false,
    reason,
    cite,
    ...(until === undefined ? {} : { until }),
  });
  if (matter.state === 'withdrawn') return off('withdrawn', rule.cite);
  if (rule.publish === 'never') return off('rule-says-never', rule.cite);
  if (rule.publish.ifPublished === true && matter.fields.publishedOn === undefined) {
    return off('rule-says-never', rule.cite);
  }
  if (matter.state === 'objected' && document.objection.suspends !== 'nothing') {
    return off('objected', document.objection.cite);
  }
  const { on, decidedOn = on, publishedOn: from = decidedOn } = matter.fields;
  const minimum = minimumEnd(governing, matter);
  const span = { from, ...(minimum === undefined ? {} : { minimum }) };
  const { repairedOn } = matter;
  if (repairedOn !== undefined && repairedOn <= day) {
    return { ...span, ...off('repaired', document.repairEnds.cite, addDays(repairedOn, -1)) };
  }
  if (day < from) return { ...span, ...off('not-yet', document.counts.cite) };
  const end = shortened(maximumEnd(governing, matter), minimum, matter.shortenedBy);
  if (end === undefined) {
    return { ...span, isPublished: true, reason: 'no-end', cite: rule.cite };
  }
  const stays = document.unperformed.atEnd === 'stays' && asksForDuty(document, matter);
  const performed = matter.deeds['duty-done'];
  if (stays && performed === undefined) {
    if (day <= end) return { ...span, isPublished: true, reason: 'within-period', cite: rule.cite };
    return { ...span, isPublished: true, reason: 'unperformed', cite: document.unperformed.cite };
  }
  const beforeDone = performed === undefined ? end : addDays(performed, -1);
  const until = stays && beforeDone > end ? beforeDone : end;
  return day <= until
    ? { ...span, until, isPublished: true, reason: 'within-period', cite: rule.cite }
    : { ...span, ...off('period-over', rule.cite, until) };
}

const asksForDuty = ({ unperformed }: Publication, { kind }: Matter): boolean =>
  unperformed.kinds.includes(kind);

/** An end earlier by so many months, but never before the minimum is over. */
function shortened(end: Day | undefined, minimum: Day | undefined, months = 0): Day | undefined {
  if (end === undefined || months === 0) return end;
  const earlier = addMonths(end, -months);
  return minimum !== undefined && earlier < minimum ? minimum : earlier;
}
