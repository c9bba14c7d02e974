import { canonicalJson } from '../../core/canonicalJson.js';
import {
  FACT_FIELDS,
  type FactEntry,
  type FactField,
  type FactFields,
  type StepEntry,
} from './entry.js';
import type { Conflict } from './matter.js';

/** The reports of one matter made one, with the trace of each field. */
export interface Gathered {
  readonly decidedBy: string;
  readonly fields: FactFields;
  readonly from: Readonly<Partial<Record<FactField, string>>>;
  readonly conflicts: readonly Conflict[];
}

/** What identifies a matter: reports of one jurisdiction, kind and number of the decision are one. */
export function matterId({ jurisdiction, kind, source }: FactEntry): string {
  return `${jurisdiction}/${kind}/${source.reference}`;
}

/**
 * One matter out of its reports and corrections, whatever their order.
 *
 * A correction stands above every report, a later one above an earlier. Among reports that of the
 * department that decided comes first, then those of the departments named, then the one known last.
 *
 * @param reports - at least one, in the order of the record
 * @param corrections - in the order of the record
 */
export function gatherMatter(
  reports: readonly FactEntry[],
  corrections: readonly StepEntry[],
  departments: readonly string[],
): Gathered {
  const placeOf = ({ source }: FactEntry): number => {
    const place = departments.indexOf(source.department);
    return place < 0 ? departments.length : place;
  };
  const decidedBy = deciderOf(reports, placeOf);
  const isOther = ({ source }: FactEntry): number => Number(source.department !== decidedBy);
  // Sorting is stable, so that among equals the one known last comes first.
  const ranked = [...reports]
    .reverse()
    .sort((a, b) => isOther(a) - isOther(b) || placeOf(a) - placeOf(b));
  const fields: Partial<Record<FactField, unknown>> = {};
  const from: Partial<Record<FactField, string>> = {};
  const conflicts: Conflict[] = [];
  for (const report of ranked) {
    for (const field of FACT_FIELDS) {
      const said = saidOf(report, field);
      if (said === undefined) continue;
      const standing = fields[field];
      if (standing === undefined) {
        fields[field] = said;
        from[field] = report.id;
      } else if (canonicalJson(standing) !== canonicalJson(said)) {
        conflicts.push(conflict(field, report, said, from[field] as string));
      }
    }
  }
  for (const correction of corrections) {
    for (const field of correction.strike ?? []) {
      delete fields[field];
      from[field] = correction.id;
    }
    for (const field of FACT_FIELDS) {
      const said = correction.set?.[field];
      if (said === undefined) continue;
      fields[field] = said;
      from[field] = correction.id;
    }
  }
  fields.basis ??= [];
  return { decidedBy, fields: fields as unknown as FactFields, from, conflicts };
}

/** A report without a basis says nothing about it. */
function saidOf(report: FactEntry, field: FactField): unknown {
  return field === 'basis' && report.basis.length === 0 ? undefined : report[field];
}

/** Who decided: as the first report that says so, else who reported first. */
function deciderOf(reports: readonly FactEntry[], placeOf: (one: FactEntry) => number): string {
  const ranked = [...reports].sort((a, b) => placeOf(a) - placeOf(b));
  const said = ranked.find(({ decidedBy }) => decidedBy !== undefined)?.decidedBy;
  return said ?? (ranked[0] as FactEntry).source.department;
}

function conflict(field: FactField, entry: FactEntry, said: unknown, against: string): Conflict {
  return {
    field,
    entry: entry.id,
    department: entry.source.department,
    said: typeof said === 'string' ? said : canonicalJson(said),
    against,
  };
}
