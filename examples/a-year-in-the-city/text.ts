// The figures of the year as plain text, for whoever checks them.

import { digest } from 'evenhand/core';
import { dueDiligenceText } from 'evenhand/texts';
import { figures, TOLD, type YearData } from './figures.js';
import { measureRows } from './measures.js';
import { displayRows } from './rows.js';
import { signed, tenths } from './words.js';

export function yearText(data: YearData, pages: Readonly<Record<string, string>>): string {
  const { year, cities, margins } = data;
  const told = margins[TOLD];
  const blind = margins[0];
  if (told === undefined || blind === undefined) return '';
  const margin = ({ mean, deviation, least, most, ahead }: typeof told): string =>
    `${signed(mean)} per 100 visits (standard deviation ${tenths(deviation)}, ${signed(least)} to ${signed(most)}, ahead in ${ahead} of ${cities.length} cities)`;
  return [
    `A year in a made-up city of ${year.entities} firms; ${cities.length} more for the comparison`,
    '',
    `hidden faults found beyond uniform inspection, strength 0.5: ${margin(told)}`,
    `the same where the record tells nothing, strength 0: ${margin(blind)}`,
    '',
    ...figures(data, 'en').flatMap(({ title, heads, rows }) => [
      title,
      ...displayRows(heads, rows),
      '',
    ]),
    'Oversight, without quotas',
    ...displayRows(['Measure', 'Value', 'Better'], measureRows(year.oversight, 'en')),
    '',
    ...(year.file === undefined ? [] : [dueDiligenceText(year.file, 'en')]),
    `${year.log.length} entries on record, ${year.levelChanges} levels regraded, ${Object.values(year.refused).reduce((sum, n) => sum + n, 0)} acts refused`,
    ...Object.entries(pages).map(
      ([lang, page]) => `page ${lang}: ${page.length} characters, sha256 ${digest(page)}`,
    ),
  ].join('\n');
}
