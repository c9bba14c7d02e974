import { requireArgument } from '../../core/argument.js';
import { errorAt, type Issue, warningAt } from '../../core/issue.js';
import { documentIssues } from '../../document/citations.js';
import { compareDecimals } from './compareDecimals.js';
import type { DiscretionTable } from './discretionTable.js';

/**
 * What is wrong with a discretion table whose shape is right.
 *
 * @returns `repeated-name`; `unknown-band`, `unknown-penalty`, `unknown-circumstance`; `range-missing` for a band of a
 * violation without any penalty; `range-twice`; `range-turned` for one whose least is more than its most; the
 * warning `range-uneven` for a heavier band with a lower end; the issues of every document
 * @example
 * ```ts
 * import { checkDiscretionTable } from 'evenhand/inspection';
 * import { exampleDiscretion } from 'evenhand/schemes';
 *
 * checkDiscretionTable(exampleDiscretion); // => []
 * ```
 */
export function checkDiscretionTable(table: DiscretionTable): Issue[] {
  requireArgument(
    'checkDiscretionTable',
    'table',
    table,
    { bands: 'array', penalties: 'array', circumstances: 'array', violations: 'array' },
    'parseDiscretionTable(…)',
  );
  const issues = documentIssues(table);
  const { bands } = table;
  const penalties = table.penalties.map(({ id }) => id);
  const circumstances = table.circumstances.map(({ id }) => id);
  const violations = table.violations.map(({ id }) => id);
  for (const [field, names] of Object.entries({ penalties, circumstances, violations })) {
    names.forEach((given, i) => {
      if (names.indexOf(given) < i)
        issues.push(errorAt('repeated-name', [field, i, 'id'], { given }));
    });
  }
  bands.forEach((given, i) => {
    if (bands.indexOf(given) < i) issues.push(errorAt('repeated-name', ['bands', i], { given }));
  });
  if (!bands.includes(table.normal)) {
    issues.push(errorAt('unknown-band', ['normal'], { given: table.normal, expected: bands }));
  }
  table.violations.forEach((row, i) => {
    const path = ['violations', i] as const;
    for (const given of row.circumstances ?? []) {
      if (circumstances.includes(given)) continue;
      const params = { given, expected: circumstances };
      issues.push(errorAt('unknown-circumstance', [...path, 'circumstances'], params));
    }
    row.ranges.forEach((range, j) => {
      const at = [...path, 'ranges', j] as const;
      const { band, penalty, from, to } = range;
      if (!bands.includes(band)) {
        issues.push(errorAt('unknown-band', [...at, 'band'], { given: band, expected: bands }));
      }
      if (!penalties.includes(penalty)) {
        const params = { given: penalty, expected: penalties };
        issues.push(errorAt('unknown-penalty', [...at, 'penalty'], params));
      }
      if (compareDecimals(from, to) > 0) {
        const params = { given: String(from), expected: String(to) };
        issues.push(errorAt('range-turned', [...at, 'from'], params));
      }
      const first = row.ranges.findIndex((one) => one.band === band && one.penalty === penalty);
      if (first < j) issues.push(errorAt('range-twice', at, { given: penalty, band }));
      const heavier = row.ranges.find(
        (one) =>
          one.penalty === penalty &&
          bands.includes(band) &&
          bands.indexOf(one.band) > bands.indexOf(band) &&
          (compareDecimals(one.from, from) < 0 || compareDecimals(one.to, to) < 0),
      );
      if (heavier !== undefined) {
        issues.push(warningAt('range-uneven', at, { given: band, band: heavier.band, penalty }));
      }
    });
    for (const band of bands) {
      if (row.ranges.some((range) => range.band === band)) continue;
      issues.push(errorAt('range-missing', [...path, 'ranges'], { given: row.id, band }));
    }
  });
  return issues;
}
