import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import type { Publication } from '../../credit/publication/publication.js';
import { type Publicity, publishedOn } from '../../credit/publication/publishedOn.js';
import { type CreditRecord, emptyRecord, joinEntries } from '../../credit/record/creditRecord.js';
import { recordAsOf } from '../../credit/record/recordAsOf.js';
import { arbitraryDay } from '../arbitraries/day.js';
import { arbitraryReports } from '../arbitraries/record.js';
import { firstFinding, type Law, law } from './law.js';

/** How a platform publishes records: this library's way, or one that claims to be equal. */
export interface PublicationPlatform {
  readonly published?: (record: CreditRecord, day: Day, known: Day) => readonly Publicity[];
}

/**
 * What must hold of publication by a document: nothing is published past its last day or before it
 * happened, a repair ends it on its day, and no repair has effect within the minimum.
 *
 * @param publication - documents of which one is in force on every day from 2023 to 2028
 * @param platform - what is tried; this library's own where left out
 */
export function publicationLaws(
  publication: readonly Publication[],
  platform: PublicationPlatform = {},
): Law[] {
  requireArgument('publicationLaws', 'publication', publication, 'array');
  requireArgument('publicationLaws', 'platform', platform, 'object');
  const { published = (record, day, known) => publishedOn(record, day, { publication, known }) } =
    platform;
  const cases = fc.record({
    record: arbitraryReports().map((some) => joinEntries(emptyRecord('A'), some).record),
    day: arbitraryDay({ from: '2023-06-01', to: '2027-12-31' }),
  });
  const known = '2028-12-31';
  const each = (
    name: string,
    check: (one: Publicity, record: CreditRecord, day: Day) => string | undefined,
  ) =>
    law(name, cases, ({ record, day }) =>
      firstFinding(published(record, day, known), (one) => check(one, record, day)),
    );
  return [
    each(
      'publishes nothing past its last day, nor hides it before',
      ({ matter, until, isPublished }, _, day) =>
        until === undefined || isPublished === day <= until
          ? undefined
          : `\`${matter}\` on \`${day}\`, with \`${until}\` as its last day`,
    ),
    each('publishes nothing before its first day', ({ matter, from, isPublished }, _, day) =>
      isPublished && from !== undefined && day < from
        ? `\`${matter}\` on \`${day}\`, before \`${from}\``
        : undefined,
    ),
    each('says by which rule it publishes', ({ matter, isPublished, rule, cite }) =>
      isPublished && (rule === undefined || cite === undefined)
        ? `\`${matter}\` is published by no rule`
        : undefined,
    ),
    each(
      'publishes no matter from the day of its repair on',
      ({ matter, isPublished }, record, day) => {
        const { matters } = recordAsOf(record, { on: day, known, publication });
        const repairedOn = matters.find(({ id }) => id === matter)?.repairedOn;
        return isPublished && repairedOn !== undefined
          ? `\`${matter}\` was repaired on \`${repairedOn}\``
          : undefined;
      },
    ),
    each('repairs nothing within its minimum', ({ matter, minimum }, record, day) => {
      const { matters } = recordAsOf(record, { on: day, known, publication });
      const repairedOn = matters.find(({ id }) => id === matter)?.repairedOn;
      return repairedOn !== undefined && minimum !== undefined && repairedOn < minimum
        ? `\`${matter}\` was repaired on \`${repairedOn}\`, before \`${minimum}\``
        : undefined;
    }),
  ];
}
