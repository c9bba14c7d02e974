import { addPeriod, type Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import type { FactEntry, FactFields } from '../record/entry.js';
import type { Matter } from '../record/matter.js';
import type { Publication, PublicationCase, PublicationRule } from './publication.js';

/** What is asked of a matter to find its rule. */
export type Publishable = Pick<Matter, 'kind' | 'jurisdiction' | 'decidedBy'> & {
  readonly fields: FactFields;
};

/** The document and the rule of it that govern a matter on a day. */
export interface Governing {
  readonly document: Publication;
  readonly rule: PublicationRule;
}

/**
 * The rule that governs a matter on a day: of the documents in force whose scope it lies in, the
 * first given that has a rule for it.
 *
 * @throws `not-in-force` where no document is in force on the day
 */
export function governingOn(
  documents: readonly Publication[],
  matter: Publishable,
  day: Day,
): Governing | undefined {
  const inForce = documents.filter(
    ({ from, to }) => from <= day && (to === undefined || day <= to),
  );
  if (inForce.length === 0) {
    const days = documents.map(({ id, from, to }) => `${id} ${from}..${to ?? ''}`);
    throw mistake(
      'not-in-force',
      `no document on publication is in force on \`${day}\` (known: ${days.join(', ')})`,
      { given: day, document: documents.map(({ id }) => id), expected: days },
    );
  }
  for (const document of inForce) {
    const { jurisdictions, departments } = document.scope ?? {};
    if (jurisdictions?.includes(matter.jurisdiction) === false) continue;
    if (departments?.includes(matter.decidedBy) === false) continue;
    const rule = document.rules.find(({ when }) => fits(when, matter));
    if (rule !== undefined) return { document, rule };
  }
  return undefined;
}

function fits(when: PublicationCase, { kind, fields }: Pick<FactEntry, 'kind'> & Publishable) {
  const among = (list: readonly string[] | undefined, value: string | undefined): boolean =>
    list === undefined || (value !== undefined && list.includes(value));
  return (
    when.kinds.includes(kind) &&
    among(when.severities, fields.severity) &&
    among(when.fields, fields.field) &&
    among(when.lists, fields.list) &&
    sanctionsFit(when.sanctions, fields.sanctions ?? [])
  );
}

function sanctionsFit(asked: PublicationCase['sanctions'], given: readonly string[]): boolean {
  if (asked === undefined) return true;
  if ('any' in asked) return given.some((one) => asked.any.includes(one));
  return given.length > 0 && given.every((one) => asked.only.includes(one));
}

/** The day periods count from. */
export function countedFrom({ counts }: Publication, { fields }: Publishable): Day {
  const { on, decidedOn = on, publishedOn = decidedOn } = fields;
  return counts.from === 'published' ? publishedOn : decidedOn;
}

/** The last day of the minimum, where there is one. */
export function minimumEnd({ document, rule }: Governing, matter: Publishable): Day | undefined {
  const min = rule.publish === 'never' ? undefined : rule.publish.min;
  return min === undefined ? undefined : addPeriod(countedFrom(document, matter), min);
}
