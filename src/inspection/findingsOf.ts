import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import type { Event } from '../register/nouns.js';
import type { EvidenceReference } from './act.js';
import type { Inspection } from './inspection.js';
import type { ResultEvent } from './resultList.js';

/** An item that was not met, with the codes it is reported under. */
export interface Finding {
  /** `visit:item`. */
  readonly id: string;
  readonly visit: string;
  readonly entity: string;
  readonly site?: string;
  readonly on: Day;
  readonly item: string;
  readonly rank: 'general' | 'key';
  readonly authorities: readonly string[];
  /** The legal duties that are not met: those the officer named, else all the item asks. */
  readonly duties: readonly string[];
  readonly codes: readonly string[];
  /** Put right while the officers were there. */
  readonly corrected: boolean;
  readonly evidence: readonly EvidenceReference[];
}

/** What a visit found, item by item; nothing before its results are formed. */
export function findingsOf(inspection: Inspection): Finding[] {
  requireArgument(
    'findingsOf',
    'inspection',
    inspection,
    { opening: 'object', documents: 'object', answers: 'object' },
    'openInspection(…)',
  );
  const { opening, documents, answers, conclusion } = inspection;
  if (conclusion?.formedOn === undefined) return [];
  const { visit, entity, site } = opening;
  const isProblem = (code: string): boolean =>
    documents.results.results.find((one) => one.code === code)?.sort === 'problem';
  return documents.checklist.items.flatMap(({ id, rank, authorities, duties = [] }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer?.outcome !== 'not-met') return [];
    return [
      {
        id: `${visit}:${id}`,
        visit,
        entity,
        ...(site === undefined ? {} : { site }),
        on: answer.on,
        item: id,
        rank,
        authorities,
        duties: answer.duties ?? duties,
        codes: conclusion.results
          .filter(({ code, items }) => isProblem(code) && (items?.includes(id) ?? true))
          .map(({ code }) => code),
        corrected: answer.corrected === true,
        evidence: answer.evidence,
      },
    ];
  });
}

/** Something a visit leaves on the firm's record, and whence it comes. */
export interface InspectionTrace extends ResultEvent {
  /** `visit:code`, or the id of the follow-up that failed. */
  readonly id: string;
  /** The result code, or the follow-up's measure. */
  readonly code: string;
  readonly on: Day;
  /** The day it is formed, which is when anybody may count it. */
  readonly knownOn: Day;
}

/**
 * What the visit leaves behind (结果回流): one trace for each result whose list names an event, and one
 * for each follow-up whose re-check found nothing put right.
 */
export function tracesOf(inspection: Inspection) {
  requireArgument(
    'tracesOf',
    'inspection',
    inspection,
    { opening: 'object', documents: 'object', followUps: 'array' },
    'openInspection(…)',
  );
  const { opening, documents, conclusion, followUps } = inspection;
  if (conclusion?.formedOn === undefined) return [];
  const { results, followUps: measures } = documents.results;
  const { formedOn, on } = conclusion;
  const traces: InspectionTrace[] = conclusion.results.flatMap(({ code }) => {
    const event = results.find((one) => one.code === code)?.event;
    if (event === undefined) return [];
    return [{ id: `${opening.visit}:${code}`, code, on, knownOn: formedOn, ...event }];
  });
  for (const { id, measure, state, since } of followUps) {
    const broken = measures.find(({ code }) => code === measure)?.broken;
    if (state !== 'failed' || broken === undefined) continue;
    traces.push({ id, code: measure, on: since, knownOn: since, ...broken });
  }
  return traces;
}

/**
 * The same as events of the register, as scores and warnings read them.
 *
 * @returns in the order of the results, then of the follow-ups; `values.code` says which it was
 */
export function inspectionEvents(inspection: Inspection): Event[] {
  requireArgument(
    'inspectionEvents',
    'inspection',
    inspection,
    { references: 'object', opening: 'object' },
    'openInspection(…)',
  );
  const { id, version } = inspection.references.results;
  return tracesOf(inspection).map(({ id: trace, kind, severity, code, on, knownOn }) => ({
    id: trace,
    kind,
    on,
    ...(knownOn === on ? {} : { knownOn }),
    values: { code, ...(severity === undefined ? {} : { severity }) },
    source: `${inspection.opening.visit} ${id}@${version}`,
  }));
}
