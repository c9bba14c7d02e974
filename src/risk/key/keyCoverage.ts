import { requireArgument } from '../../core/argument.js';
import { addDays, addMonths, type Day, type DayRange } from '../../core/day.js';
import { digest } from '../../core/digest.js';
import { mistake } from '../../core/error.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { compareBytes, sortedBy } from '../../core/order.js';
import { referenceOf } from '../../document/book.js';
import type { DocumentReference } from '../../document/document.js';
import type { Demand } from '../../register/nouns.js';
import type { KeyItem, KeyRules } from './keyRules.js';

/** An object on the list, from a day to another, both inside; still on it where `until` is left out. */
export interface KeyObject {
  readonly entity: string;
  readonly since: Day;
  readonly until?: Day;
}

/** An item that a visit checked. */
export interface CoveredItem {
  readonly entity: string;
  readonly item: string;
  readonly on: Day;
  readonly visit: string;
}

/** Why an object need not be covered in some days: one of the document's reasons, with its reference. */
export interface KeyExcuse extends DayRange {
  readonly entity: string;
  readonly reason: string;
  readonly reference: string;
}

/** One thing that is due: an item of an object in one period. */
export interface CoverageLine {
  readonly entity: string;
  readonly authority: string;
  readonly item: string;
  /** The days of the period on which the object was on the list. */
  readonly window: DayRange;
  readonly state: 'covered' | 'excused' | 'due' | 'missing';
  /** The first visit that covered it. */
  readonly visit?: string;
  readonly on?: Day;
  /** Of one that is missing: no visit at all in the period, or none while it was on the list. */
  readonly why?: 'no-visit' | 'not-while-listed';
  readonly excuse?: { readonly reason: string; readonly reference: string };
  readonly cite: string;
}

/** The proof that key supervision covers everybody, line by line. */
export interface CoverageReport {
  readonly schema: 'evenhand/key-coverage/1';
  readonly list: string;
  readonly range: DayRange;
  readonly asOf: Day;
  readonly document: DocumentReference;
  readonly input: string;
  readonly objects: number;
  readonly lines: readonly CoverageLine[];
  readonly counts: Readonly<Record<CoverageLine['state'], number>>;
  /** Nothing is missing. */
  readonly isFull: boolean;
  readonly issues: readonly Issue[];
}

/** What a coverage report is made of. */
export interface KeyInput {
  readonly objects: readonly KeyObject[];
  readonly done: readonly CoveredItem[];
  readonly excuses?: readonly KeyExcuse[];
}

/**
 * What key supervision asks for in a span: an item of every listed object in every period, as demands of
 * cause `list` that are a legal duty, so that they are visited for certain and no cap drops them in silence.
 *
 * @param range - periods that begin in it; both ends inside
 */
export function keyDemands(
  rules: KeyRules,
  objects: readonly KeyObject[],
  range: DayRange,
): Demand[] {
  requireArgument('keyDemands', 'rules', rules, 'object', 'parseKeyRules(…)');
  requireArgument('keyDemands', 'objects', objects, 'array');
  requireArgument('keyDemands', 'range', range, 'object');
  return dueIn(rules, objects, range).map(({ entity, authority, item, window }) => ({
    id: `${entity}/${item}/${window.from}`,
    entity,
    authority,
    item,
    kind: 'census',
    cause: 'list',
    window,
    weight: 1,
    duty: true,
  }));
}

/**
 * The report of full coverage (重点监管全覆盖): which listed object was covered by which visit in which period,
 * which is due, which is excused by what, and which is missing and why.
 *
 * @param range - periods that begin in it; both ends inside
 * @param options.asOf - visits after it are not known yet, and a period that ends later is due
 * @returns `unknown-excuse` for a reason the document does not have: it excuses nothing
 * @throws `span-inverted` for a span that ends before it begins
 * @example
 * ```ts
 * import { keyCoverage } from 'evenhand/risk';
 * import { exampleKeySupervision } from 'evenhand/schemes';
 *
 * const objects = [{ entity: '示例企业00017', since: '2026-01-01' }];
 * const done = [{ entity: '示例企业00017', item: 'fire-crowd', on: '2026-05-06', visit: 'v1' }];
 * const year = { from: '2026-01-01', to: '2026-12-31' };
 * const report = keyCoverage(exampleKeySupervision, { objects, done }, year, { asOf: '2026-12-30' });
 * report.lines.map(({ item, window, state }) => [item, window.from, state].join(' ')); // => ['emergency-production 2026-01-01 due', 'fire-crowd 2026-01-01 covered', 'fire-crowd 2026-07-01 due']
 * ```
 */
export function keyCoverage(
  rules: KeyRules,
  input: KeyInput,
  range: DayRange,
  options: { readonly asOf: Day },
): CoverageReport {
  requireArgument('keyCoverage', 'rules', rules, { excuses: 'array' }, 'parseKeyRules(…)');
  requireArgument('keyCoverage', 'input', input, { objects: 'array', done: 'array' });
  requireArgument('keyCoverage', 'range', range, 'object');
  requireArgument('keyCoverage', 'options', options, 'object');
  const { asOf } = options;
  const { objects, done, excuses = [] } = input;
  const reasons = rules.excuses.map(({ id }) => id);
  const issues = excuses.flatMap(({ reason }, i) =>
    reasons.includes(reason)
      ? []
      : [errorAt('unknown-excuse', ['excuses', i], { given: reason, expected: reasons })],
  );
  const known = sortedBy(
    done.filter(({ on }) => on <= asOf),
    ({ on, visit }) => `${on} ${visit}`,
  );
  const byItem = new Map<string, CoveredItem[]>();
  for (const one of known) {
    const key = JSON.stringify([one.entity, one.item]);
    const list = byItem.get(key);
    if (list === undefined) byItem.set(key, [one]);
    else list.push(one);
  }
  const counts = { covered: 0, excused: 0, due: 0, missing: 0 };
  const lines = dueIn(rules, objects, range).map((due): CoverageLine => {
    const { period, ...line } = due;
    const own = byItem.get(JSON.stringify([due.entity, due.item])) ?? [];
    const inside = ({ on }: CoveredItem, { from, to }: DayRange): boolean => from <= on && on <= to;
    const cover = own.find((one) => inside(one, due.window));
    const excuse = excuses.find(
      ({ entity, reason, from, to }) =>
        entity === due.entity &&
        reasons.includes(reason) &&
        // A day left on which it could have been covered is no excuse.
        from <= due.window.from &&
        to >= due.window.to,
    );
    const end = (state: CoverageLine['state'], more: Partial<CoverageLine> = {}): CoverageLine => {
      counts[state]++;
      return { ...line, state, ...more };
    };
    if (cover !== undefined) return end('covered', { visit: cover.visit, on: cover.on });
    if (excuse !== undefined) {
      const { reason, reference } = excuse;
      return end('excused', { excuse: { reason, reference } });
    }
    if (asOf <= due.window.to) return end('due');
    const why = own.some((one) => inside(one, period)) ? 'not-while-listed' : 'no-visit';
    return end('missing', { why });
  });
  return {
    schema: 'evenhand/key-coverage/1',
    list: rules.list,
    range,
    asOf,
    document: referenceOf(rules),
    input: digest({ objects, done, excuses }),
    objects: new Set(lines.map(({ entity }) => entity)).size,
    lines,
    counts,
    isFull: counts.missing === 0,
    issues,
  };
}

/**
 * Listed objects that stand in the frame of a draw: key supervision is outside the lottery.
 *
 * @param frame - the ids that can be drawn, of draws over the list's items
 * @returns `key-in-lottery`, one each
 */
export function lotteryIssues(
  objects: readonly KeyObject[],
  frame: Iterable<string>,
  day: Day,
): Issue[] {
  requireArgument('lotteryIssues', 'objects', objects, ['object']);
  requireArgument('lotteryIssues', 'frame', frame, 'iterable');
  const ids = new Set(frame);
  const listed = objects.filter(
    ({ entity, since, until }) =>
      ids.has(entity) && since <= day && (until === undefined || day <= until),
  );
  return sortedBy(new Set(listed.map(({ entity }) => entity)), (entity) => entity).map((given) =>
    errorAt('key-in-lottery', [given], { given, day }),
  );
}

interface Due extends Pick<CoverageLine, 'entity' | 'authority' | 'item' | 'window' | 'cite'> {
  readonly period: DayRange;
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** Everything due: object by object, item by item, period by period. */
function dueIn(rules: KeyRules, objects: readonly KeyObject[], range: DayRange): Due[] {
  if (range.to < range.from) {
    throw mistake('span-inverted', `\`${range.to}\` is before \`${range.from}\``, {
      given: range.to,
      expected: range.from,
    });
  }
  const ordered = [...objects].sort(
    (a, b) => compareBytes(a.entity, b.entity) || compareBytes(a.since, b.since),
  );
  const items = sortedBy(rules.cover, ({ authority, item }) => `${authority}\u001f${item}`);
  return ordered.flatMap(({ entity, since, until }) =>
    items.flatMap(({ authority, item, every, cite }) =>
      periodsIn(every, range).flatMap((period): Due[] => {
        const from = since > period.from ? since : period.from;
        const to = until !== undefined && until < period.to ? until : period.to;
        if (to < from) return [];
        return [{ entity, authority, item, window: { from, to }, cite, period }];
      }),
    ),
  );
}

/** The periods of the calendar that begin in a span. */
function periodsIn(every: KeyItem['every'], { from, to }: DayRange): DayRange[] {
  const months = MONTHS[every];
  const periods: DayRange[] = [];
  for (let first = `${from.slice(0, 4)}-01-01`; first <= to; first = addMonths(first, months)) {
    if (first >= from) periods.push({ from: first, to: addDays(addMonths(first, months), -1) });
  }
  return periods;
}
