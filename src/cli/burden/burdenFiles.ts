import type { BurdenReport } from '../../oversight/burden.js';
import { type Cell, csvText } from '../files/csvText.js';
import { json } from '../preparedFiles.js';

/** A burden report as files for machines: whole as JSON, and its parts as tables. */
export function burdenFiles(report: BurdenReport, bom: boolean): Record<string, string> {
  const { authorities, atCap, byFirm, floorsMissed = [], leakage, months } = report;
  const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
    csvText([header, ...rows], { bom });
  return {
    'report.json': json(report),
    'firms.csv': csv(
      [
        'entity',
        'visitsBefore',
        'visitsAfter',
        'daysBefore',
        'daysAfter',
        'outside',
        'refused',
        'atCap',
        'beyond',
      ],
      byFirm.map(({ entity, before, after, outside, refused, atCap: full, beyond }) => [
        ...[entity, before.visits, after.visits, before.days, after.days, outside.visits, refused],
        ...[full.join(' '), beyond.join(' ')],
      ]),
    ),
    'authorities.csv': csv(
      ['authority', 'requests', 'joined', 'outside', 'overridden', 'refused'],
      authorities.map(({ authority, requests, joined, outside, overridden, refused }) => [
        ...[authority, requests, joined, outside, overridden, refused],
      ]),
    ),
    'leakage.csv': csv(
      ['cause', 'authority', 'visits'],
      leakage.map(({ cause, authority, visits }) => [cause, authority, visits]),
    ),
    'months.csv': csv(
      ['month', 'census', 'spotChecks', 'forCause', 'outside'],
      months.map(({ month, visits, outside }) => [
        ...[month, visits.census, visits['spot-check'], visits['for-cause'], outside],
      ]),
    ),
    'limits.csv': csv(
      ['limit', 'firmsAtCap'],
      atCap.map(({ limit, firms }) => [limit, firms]),
    ),
    'floors.csv': csv(
      ['demand', 'entity', 'authority', 'item', 'to'],
      floorsMissed.map(({ demand, entity, authority, item, to }) => [
        ...[demand, entity, authority, item, to],
      ]),
    ),
  };
}
