import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import type { Entity, Event } from '../../register/nouns.js';
import { governingOn } from '../publication/governing.js';
import type { Publication } from '../publication/publication.js';
import type { CreditRecord } from './creditRecord.js';
import { listsOf } from './listsOf.js';
import type { Matter, RecordView } from './matter.js';
import { type RecordQuestion, recordAsOf } from './recordAsOf.js';
import type { RecordRules } from './recordRules.js';

/** From where a record is projected, and for which scheme and jurisdictions. */
export interface ProjectQuestion extends Omit<RecordQuestion, 'on'> {
  readonly asOf: Day;
  readonly rules: RecordRules;
  /** The credit scheme: matters kept for another one are left out. */
  readonly scheme?: string;
  /** Whose records count; all where left out. */
  readonly jurisdictions?: readonly string[];
}

/** What scoring reads of a record: `Entity` has both. */
export interface Projected extends Pick<Entity, 'events'> {
  readonly lists: string[];
  readonly view: RecordView;
}

/**
 * The flat events that scoring reads, and the lists, out of a record: nothing else goes into a grade.
 *
 * A matter has the kind of event it names itself, or that of the first line of the rules that fits;
 * others are not scored. What was withdrawn is left out, and what is objected to where the document
 * that governs it says so. `knownOn` is left out where it is the day itself, and where it lies after
 * `asOf`, which is the case with later knowledge alone.
 *
 * @throws `not-in-force`, see `recordAsOf`
 * @example
 * ```ts
 * import { emptyRecord, joinEntries, projectRecord } from 'evenhand/credit';
 * import { exampleRecordRules } from 'evenhand/schemes';
 *
 * const { record } = joinEntries(emptyRecord('A'), [{
 *   id: 'r1', entity: 'A', jurisdiction: '110000', kind: 'penalty', severity: 'general', basis: [],
 *   on: '2026-01-31', knownOn: '2026-02-03', source: { department: 'market', reference: 'No. 1' },
 * }]);
 * const { events } = projectRecord(record, { asOf: '2026-03-01', rules: exampleRecordRules });
 * events[0]; // => { id: '110000/penalty/No. 1', kind: 'penalty-general', on: '2026-01-31', knownOn: '2026-02-03', source: 'market' }
 * ```
 */
export function projectRecord(record: CreditRecord, question: ProjectQuestion): Projected {
  requireArgument('projectRecord', 'record', record, { entries: 'array' });
  requireArgument('projectRecord', 'question', question, { asOf: 'string' });
  const { asOf, rules, scheme, jurisdictions, publication } = question;
  const view = recordAsOf(record, { ...question, on: asOf });
  const counted = view.matters.filter(
    (matter) =>
      matter.state !== 'withdrawn' &&
      (scheme === undefined || matter.scheme === undefined || matter.scheme === scheme) &&
      jurisdictions?.includes(matter.jurisdiction) !== false &&
      !isSuspended(matter, publication, asOf),
  );
  const lists = listsOf(counted, asOf).map(({ list }) => list);
  return {
    view,
    lists: [...new Set(lists)],
    events: counted.flatMap((matter) => {
      const kind = eventKind(rules, matter);
      return kind === undefined ? [] : [eventOf(matter, kind, asOf)];
    }),
  };
}

/** The events alone. */
export function projectEvents(record: CreditRecord, question: ProjectQuestion): readonly Event[] {
  return projectRecord(record, question).events;
}

/** The kind of event a matter is for scoring, if it is one. */
export function eventKind(rules: RecordRules, { kind, fields }: Matter): string | undefined {
  if (fields.event !== undefined) return fields.event;
  return rules.events.find(
    (line) =>
      line.kind === kind &&
      (line.severity === undefined || line.severity === fields.severity) &&
      (line.list === undefined || line.list === fields.list),
  )?.event;
}

function isSuspended(
  matter: Matter,
  publication: readonly Publication[] | undefined,
  asOf: Day,
): boolean {
  if (matter.state !== 'objected' || publication === undefined) return false;
  const governing = governingOn(publication, matter, asOf);
  return governing?.document.objection.suspends === 'publication-and-score';
}

function eventOf(matter: Matter, kind: string, asOf: Day): Event {
  const { id, knownOn, fields, repairedOn, decidedBy } = matter;
  const { on, until, values } = fields;
  return {
    id,
    kind,
    on,
    ...(knownOn > on && knownOn <= asOf ? { knownOn } : {}),
    ...(until === undefined ? {} : { until }),
    ...(repairedOn === undefined ? {} : { repairedOn }),
    ...(values === undefined ? {} : { values }),
    source: decidedBy,
  };
}
