import type { OversightReport } from '../../oversight/oversightTypes.js';
import { type Cell, csvText } from '../files/csvText.js';
import { json } from '../preparedFiles.js';

/** A report of oversight as files for machines: whole as JSON, and its parts as tables. */
export function oversightFiles(report: OversightReport, bom: boolean): Record<string, string> {
  const { coverage, hits, decisions, publication, overrides, measures } = report;
  const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
    csvText([header, ...rows], { bom });
  return {
    'report.json': json(report),
    'measures.csv': csv(
      ['measure', 'better', 'part', 'of'],
      measures.map(({ id, better, part, of }) => [id, better, part, of]),
    ),
    'certain.csv': csv(
      ['task', 'reason', 'entities', 'due', 'done', 'overdue', 'open', 'deferred', 'missed'],
      coverage.certain.map(
        ({ task, reason, entities, due, done, overdue, open, deferred, missed }) => [
          ...[task, reason, entities, due, done, overdue, open, deferred, missed.join(' ')],
        ],
      ),
    ),
    'strata.csv': csv(
      ['task', 'stratum', 'size', 'drawn', 'promised', 'visited', 'hits', 'low', 'high'],
      coverage.strata.map(
        ({ task, stratum, size, drawn, promised, visited, hits: found, interval }) => [
          ...[task, stratum, size, drawn, promised, visited, found, interval.low, interval.high],
        ],
      ),
    ),
    'hits.csv': csv(
      ['way', 'visits', 'hits', 'low', 'high'],
      hits.ways.map(({ way, visits, hits: found, interval }) => [
        ...[way, visits, found, interval.low, interval.high],
      ]),
    ),
    'decisions.csv': csv(
      ['authority', 'decided', 'pending', 'upheld', 'changed', 'overturned'],
      decisions.map(({ authority, decided, pending, upheld, changed, overturned }) => [
        ...[authority, decided, pending, upheld, changed, overturned],
      ]),
    ),
    'late.csv': csv(
      ['visit', 'lead', 'by', 'publishedOn', 'workingDaysLate'],
      publication.late.map(({ visit, lead, by, publishedOn, workingDaysLate }) => [
        ...[visit, lead, by, publishedOn, workingDaysLate],
      ]),
    ),
    'officers.csv': csv(
      ['officer', 'proposals', 'overridden', 'withoutReason', 'limits', 'low', 'high'],
      overrides.officers.map(
        ({ officer, proposals, overridden, withoutReason, limits, interval }) => [
          ...[officer, proposals, overridden, withoutReason, limits, interval.low, interval.high],
        ],
      ),
    ),
  };
}
