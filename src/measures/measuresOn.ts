import { requireArgument } from '../core/argument.js';
import { addPeriod, type Day } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import { groundsOf, heaviestOf } from './checkMeasureList.js';
import type { Measure, MeasureList } from './measureList.js';

/** What an entity stands on: its grade on the list's scale, and the lists, each since a day. */
export interface MeasureGrounds {
  readonly scale: string;
  readonly grade: string;
  /** The first day of the grade, from which terms count. */
  readonly since: Day;
  readonly lists: readonly { readonly list: string; readonly since: Day; readonly until?: Day }[];
}

/** A measure that applies to an entity on a day. */
export interface AppliedMeasure {
  readonly measure: string;
  readonly sort: 'incentive' | 'sanction';
  readonly owner: string;
  readonly partners: readonly string[];
  /** Every ground it follows from; it counts once. */
  readonly grounds: readonly string[];
  readonly from: Day;
  /** Its last day, where the term or the list has one. */
  readonly until?: Day;
  readonly touches: string;
  /** The measure that already does what this one would, so that it adds nothing. */
  readonly coveredBy?: string;
  /** The sanction because of which this incentive is not given. */
  readonly barredBy?: string;
  readonly cite: string;
}

/**
 * The measures of the list that apply to an entity on a day, each once, however many grounds it has.
 *
 * Of sanctions that touch the same, by whichever departments, the heaviest counts, then the one that
 * lasts longer, then the first of the document; the others say what covers them. An incentive that
 * touches what a sanction does is not given.
 *
 * @throws nothing; a grade of another scale is no ground here
 * @example
 * ```ts
 * import { measuresOn } from 'evenhand/measures';
 * import { exampleMeasures } from 'evenhand/schemes';
 *
 * const grounds = { scale: 'example-credit', grade: 'A', since: '2026-01-01', lists: [] };
 * measuresOn(exampleMeasures, grounds, '2026-01-15').map(({ measure }) => measure); // => ['fast-track', 'fewer-checks']
 * ```
 */
export function measuresOn(
  list: MeasureList,
  grounds: MeasureGrounds,
  asOf: Day,
): AppliedMeasure[] {
  requireArgument('measuresOn', 'list', list, { measures: 'array' });
  requireArgument('measuresOn', 'grounds', grounds, 'object');
  const found = list.measures.flatMap((measure): AppliedMeasure[] => {
    const spans = spansOf(list, measure, grounds, asOf);
    const [first] = spans;
    if (first === undefined) return [];
    const from = spans.reduce((day, span) => (span.from < day ? span.from : day), first.from);
    const ends = spans.map(({ until }) => until);
    const until = ends.includes(undefined) ? undefined : (ends as Day[]).sort().at(-1);
    return [
      {
        measure: measure.id,
        sort: measure.sort,
        owner: measure.owner,
        partners: measure.partners,
        grounds: spans.map(({ ground }) => ground),
        from,
        ...(until === undefined ? {} : { until }),
        touches: measure.touches,
        cite: measure.basis.cite,
      },
    ];
  });
  const weigh = (one: AppliedMeasure): number =>
    list.weights.indexOf(list.measures.find(({ id }) => id === one.measure)?.weight ?? '');
  return found.map((one) => {
    const rivals = found.filter((other) => other !== one && other.touches === one.touches);
    const sanction = rivals.find(({ sort }) => sort === 'sanction');
    if (one.sort === 'incentive') {
      return sanction === undefined ? one : { ...one, barredBy: sanction.measure };
    }
    const above = rivals.find(
      (other) => other.sort === 'sanction' && comesFirst(other, one, weigh, found),
    );
    return above === undefined ? one : { ...one, coveredBy: above.measure };
  });
}

/** What a department means to do to an entity. */
export interface ProposedMeasure {
  readonly measure: string;
  readonly department: string;
  readonly from: Day;
  readonly until?: Day;
  /** Heavier or lighter than the list has it, if it is to be. */
  readonly weight?: string;
}

/**
 * Why a measure that a department means to take is refused; empty where it may be taken.
 *
 * @returns `measure-unlisted`; `measure-not-owner` for a department that neither owns it nor joins
 * in; `measure-without-ground`; `measure-too-long`, with the last day there may be;
 * `measure-disproportionate`; `measure-doubled` where another one already touches the same
 * @example
 * ```ts
 * import { measureRefusals } from 'evenhand/measures';
 * import { exampleMeasures } from 'evenhand/schemes';
 *
 * const grounds = { scale: 'example-credit', grade: 'D', since: '2026-01-01', lists: [] };
 * const close = { measure: 'close-the-shop', department: 'market', from: '2026-01-15' };
 * measureRefusals(exampleMeasures, grounds, close)[0]?.code; // => 'measure-unlisted'
 * ```
 */
export function measureRefusals(
  list: MeasureList,
  grounds: MeasureGrounds,
  proposed: ProposedMeasure,
): Issue[] {
  requireArgument(
    'measureRefusals',
    'list',
    list,
    { measures: 'array', weights: 'array' },
    'parseMeasureList(…)',
  );
  requireArgument('measureRefusals', 'grounds', grounds, 'object');
  requireArgument('measureRefusals', 'proposed', proposed, 'object');
  const { measure: given, department, from, until, weight } = proposed;
  const measure = list.measures.find(({ id }) => id === given);
  if (measure === undefined) {
    const expected = list.measures.map(({ id }) => id);
    return [errorAt('measure-unlisted', ['measure'], { given, expected })];
  }
  const issues: Issue[] = [];
  const departments = [measure.owner, ...measure.partners];
  if (!departments.includes(department)) {
    const params = { given: department, measure: given, expected: departments };
    issues.push(errorAt('measure-not-owner', ['department'], params));
  }
  const applied = measuresOn(list, grounds, from);
  const own = applied.find((one) => one.measure === given);
  if (own === undefined) {
    issues.push(
      errorAt('measure-without-ground', ['measure'], { given, expected: groundsOf(measure) }),
    );
    return issues;
  }
  const last = own.until;
  if (last !== undefined && (until === undefined || until > last)) {
    const params = { given: until ?? '—', measure: given, expected: last };
    issues.push(errorAt('measure-too-long', ['until'], params));
  }
  if (weight !== undefined && measure.sort === 'sanction') {
    const place = (name: string): number => list.weights.indexOf(name);
    const most = own.grounds
      .flatMap((ground) => heaviestOf(list, ground) ?? [])
      .sort((a, b) => place(a) - place(b))
      .at(-1);
    if (place(weight) < 0 || most === undefined || place(weight) > place(most)) {
      const params = { given: weight, measure: given, ground: own.grounds, expected: most ?? '—' };
      issues.push(errorAt('measure-disproportionate', ['weight'], params));
    }
  }
  const by = own.coveredBy ?? own.barredBy;
  if (by !== undefined) issues.push(errorAt('measure-doubled', ['measure'], { given, by }));
  return issues;
}

interface Span {
  readonly ground: string;
  readonly from: Day;
  readonly until?: Day;
}

/** The grounds a measure has on a day, each with the days it lasts. */
function spansOf(
  { scale }: MeasureList,
  measure: Measure,
  grounds: MeasureGrounds,
  asOf: Day,
): Span[] {
  const spans: Span[] = [];
  const { grades = [], lists = [] } = measure.from;
  const take = (ground: string, from: Day, end?: Day): void => {
    const termEnd = measure.term === undefined ? undefined : addPeriod(from, measure.term);
    const until = termEnd === undefined || (end !== undefined && end < termEnd) ? end : termEnd;
    if (from > asOf || (until !== undefined && until < asOf)) return;
    spans.push({ ground, from, ...(until === undefined ? {} : { until }) });
  };
  if (grounds.scale === scale.id && grades.includes(grounds.grade))
    take(grounds.grade, grounds.since);
  for (const { list, since, until } of grounds.lists) {
    if (lists.includes(list)) take(`list:${list}`, since, until);
  }
  return spans;
}

function comesFirst(
  a: AppliedMeasure,
  b: AppliedMeasure,
  weigh: (one: AppliedMeasure) => number,
  order: readonly AppliedMeasure[],
): boolean {
  if (weigh(a) !== weigh(b)) return weigh(a) > weigh(b);
  const [x, y] = [a.until ?? '9999-12-31', b.until ?? '9999-12-31'];
  return x === y ? order.indexOf(a) < order.indexOf(b) : x > y;
}
