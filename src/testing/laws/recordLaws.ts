import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { canonicalJson } from '../../core/canonicalJson.js';
import { addDays, type Day } from '../../core/day.js';
import type { Publication } from '../../credit/publication/publication.js';
import { type CreditRecord, emptyRecord, joinEntries } from '../../credit/record/creditRecord.js';
import type { RecordEntry } from '../../credit/record/entry.js';
import { type Projected, projectRecord } from '../../credit/record/projectEvents.js';
import type { RecordRules } from '../../credit/record/recordRules.js';
import { arbitraryDay } from '../arbitraries/day.js';
import { arbitraryReports } from '../arbitraries/record.js';
import { changes, differs, type Law, law, throughJson } from './law.js';

/** How a platform keeps records: this library's way, or one that claims to be equal. */
export interface RecordPlatform {
  readonly join?: (record: CreditRecord, reports: readonly RecordEntry[]) => CreditRecord;
  readonly project?: (
    record: CreditRecord,
    asOf: Day,
    known: Day,
  ) => Pick<Projected, 'events' | 'lists'>;
}

/**
 * What must hold for the keeping of credit records: any order of arrival gives the same record, an
 * answer can be given again by the knowledge of its day, and nothing that was reported is lost.
 *
 * @param documents - the rules of the record, and what governs repairs
 * @param platform - what is tried; this library's own where left out
 */
export function recordLaws(
  documents: { readonly rules: RecordRules; readonly publication?: readonly Publication[] },
  platform: RecordPlatform = {},
): Law[] {
  requireArgument('recordLaws', 'documents', documents, 'object');
  requireArgument('recordLaws', 'platform', platform, 'object');
  const {
    join = (record, reports) => joinEntries(record, reports).record,
    project = (record, asOf, known) => projectRecord(record, { ...documents, asOf, known }),
  } = platform;
  const reports = arbitraryReports();
  const day = arbitraryDay({ from: '2023-06-01', to: '2027-12-31' });
  const whole = (some: readonly RecordEntry[]): CreditRecord => join(emptyRecord('A'), some);
  return [
    law(
      'gives the same record for any order of arrival',
      reports.chain((some) =>
        fc.tuple(
          fc.constant(some),
          fc.shuffledSubarray(some, { minLength: some.length }),
          fc.nat({ max: some.length }),
        ),
      ),
      ([some, turned, cut]) => {
        const inTwo = join(whole(turned.slice(cut)), [
          ...turned.slice(0, cut),
          ...turned.slice(cut),
        ]);
        return differs(whole(some), inTwo);
      },
    ),
    law('loses no report', reports, (some) => {
      const kept = new Set(whole(some).entries.map((entry) => canonicalJson(entry)));
      const lost = some.find((entry) => !kept.has(canonicalJson(entry)));
      return lost === undefined ? undefined : `report \`${lost.id}\` is not on the record`;
    }),
    law(
      'gives an answer again by the knowledge of its day, whatever came later',
      fc.tuple(reports, reports, day, day),
      ([before, after, asOf, known]) => {
        const late = after.map((entry, i) => ({
          ...entry,
          id: `${entry.id}-late-${i}`,
          knownOn: addDays(known > entry.knownOn ? known : entry.knownOn, 1),
        }));
        const record = whole(before);
        const then = project(record, asOf, known);
        const now = project(join(record, late), asOf, known);
        return differs([then.events, then.lists], [now.events, now.lists]);
      },
    ),
    law('counts nothing that had not happened', fc.tuple(reports, day), ([some, asOf]) => {
      const { events } = project(whole(some), asOf, '2030-01-01');
      const early = events.find(({ on }) => on > asOf);
      return early === undefined
        ? undefined
        : `\`${early.id}\` of \`${early.on}\` counts on \`${asOf}\``;
    }),
    law('changes no record it is given, and survives JSON', reports, (some) => {
      const record = whole(some);
      return (
        changes(record, (given) => project(join(given, some), '2026-01-15', '2026-01-15')) ??
        differs(record, throughJson(record))
      );
    }),
  ];
}
