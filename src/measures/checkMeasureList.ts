import { requireArgument } from '../core/argument.js';
import { addPeriod, type Period } from '../core/day.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import { bestFirst } from '../document/document.js';
import { scaleIssues } from '../document/scaleIssues.js';
import type { Measure, MeasureList } from './measureList.js';

/**
 * What is wrong with a list of measures whose shape is right.
 *
 * @returns `repeated-name`, `unknown-grade`, `unknown-weight`; `measure-without-ground`;
 * `measure-too-long` for a term longer than the basis allows, or none where the basis has an end;
 * `measure-disproportionate` for a sanction heavier than a ground of it carries, and
 * `proportion-missing` where nothing says how much that is; the warning `measure-uneven` for a
 * sanction that a worse grade is spared; the issues of every document
 * @example
 * ```ts
 * import { checkMeasureList } from 'evenhand/measures';
 * import { exampleMeasures } from 'evenhand/schemes';
 *
 * const longer = exampleMeasures.measures.map((one) => ({ ...one, term: { years: 30 } }));
 * checkMeasureList({ ...exampleMeasures, measures: longer }).some(({ code }) => code === 'measure-too-long'); // => true
 * ```
 */
export function checkMeasureList(list: MeasureList): Issue[] {
  requireArgument(
    'checkMeasureList',
    'list',
    list,
    { measures: 'array', weights: 'array', scale: 'object', proportion: 'array' },
    'parseMeasureList(…)',
  );
  const { measures, weights, scale, from, proportion } = list;
  const issues = [...documentIssues(list), ...scaleIssues(scale, ['scale'])];
  proportion.forEach((line, i) => {
    if ('grade' in line && !scale.levels.includes(line.grade)) {
      const params = { given: line.grade, expected: [...scale.levels] };
      issues.push(errorAt('unknown-grade', ['proportion', i, 'grade'], params));
    }
    if (!weights.includes(line.heaviest)) {
      const params = { given: line.heaviest, expected: [...weights] };
      issues.push(errorAt('unknown-weight', ['proportion', i, 'heaviest'], params));
    }
  });
  measures.forEach((measure, i) => {
    const path = ['measures', i] as const;
    const at = (code: string, field: string, params: Issue['params']): void => {
      issues.push(errorAt(code, [...path, field], params));
    };
    const { id, weight, term, basis } = measure;
    if (measures.findIndex((one) => one.id === id) < i) at('repeated-name', 'id', { given: id });
    if (!weights.includes(weight)) {
      at('unknown-weight', 'weight', { given: weight, expected: [...weights] });
    }
    for (const grade of measure.from.grades ?? []) {
      if (scale.levels.includes(grade)) continue;
      at('unknown-grade', 'from', { given: grade, expected: [...scale.levels] });
    }
    if (groundsOf(measure).length === 0)
      at('measure-without-ground', 'from', { given: id, expected: 'grades, lists' });
    const { atMost } = basis;
    if (atMost !== undefined && isLonger(term, atMost, from)) {
      at('measure-too-long', 'term', {
        given: term === undefined ? '—' : periodText(term),
        measure: id,
        expected: periodText(atMost),
      });
    }
    if (measure.sort === 'incentive') return;
    for (const ground of groundsOf(measure)) {
      const most = heaviestOf(list, ground);
      if (most === undefined) at('proportion-missing', 'from', { given: ground, measure: id });
      else if (weights.indexOf(weight) > weights.indexOf(most)) {
        at('measure-disproportionate', 'weight', {
          given: weight,
          measure: id,
          ground,
          expected: most,
        });
      }
    }
    const order = bestFirst(scale);
    const places = (measure.from.grades ?? []).map((grade) => order.indexOf(grade));
    const spared = order.find((_, place) => place > Math.min(...places) && !places.includes(place));
    if (places.length > 0 && spared !== undefined) {
      issues.push(warningAt('measure-uneven', [...path, 'from'], { given: id, grade: spared }));
    }
  });
  return issues;
}

/** The grounds of a measure by name: grades as they are, lists after `list:`. */
export function groundsOf({ from }: Measure): string[] {
  return [...(from.grades ?? []), ...(from.lists ?? []).map((list) => `list:${list}`)];
}

/** The heaviest weight a ground carries, where the document says. */
export function heaviestOf({ proportion }: MeasureList, ground: string): string | undefined {
  return proportion.find((line) =>
    'grade' in line ? line.grade === ground : `list:${line.list}` === ground,
  )?.heaviest;
}

const isLonger = (term: Period | undefined, atMost: Period, from: string): boolean =>
  term === undefined || addPeriod(from, term) > addPeriod(from, atMost);

export const periodText = (period: Period): string =>
  Object.entries(period)
    .map(([unit, n]) => `${n} ${unit}`)
    .join('');
