import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { type Decimal, isDecimal } from '../../core/decimal.js';
import { mistake } from '../../core/error.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { shownValue } from '../../core/shownValue.js';
import { referenceOf } from '../../document/book.js';
import type { DocumentReference, LocalText } from '../../document/document.js';
import { type Answer, holds } from '../../register/condition.js';
import { inForceOn } from '../inForceOn.js';
import type { ViolationCase } from '../violationCase.js';
import { compareDecimals } from './compareDecimals.js';
import type { Circumstance, DiscretionTable, PenaltyRange } from './discretionTable.js';

/** A circumstance as it was looked at, and whether it moved the case. */
export interface CircumstanceAnswer {
  readonly circumstance: string;
  readonly towards: 'lighter' | 'heavier';
  readonly by: number;
  readonly answer: Answer;
  /** It holds, but those that come first push it aside. */
  readonly setAside?: true;
  readonly asks?: LocalText;
  readonly cite: string;
}

/** The range of the penalty for a case. Where something open could move it there is no range, and it is asked. */
export interface Discretion {
  readonly case: string;
  readonly violation: string;
  readonly state: 'decided' | 'asked';
  /** The band of a decided case. */
  readonly band?: string;
  /** The bands between which an open case lies. */
  readonly between?: readonly [lightest: string, heaviest: string];
  readonly ranges: readonly PenaltyRange[];
  readonly circumstances: readonly CircumstanceAnswer[];
  /** Circumstances that are not known and on which the band hangs. */
  readonly ask: readonly string[];
  readonly asOf: Day;
  readonly cite: string;
  readonly document: DocumentReference;
}

/**
 * The range a penalty must lie in (裁量幅度), by the table alone: same facts, same range.
 *
 * Only the violation, the facts of the case, its record and the day count, never who is asked or when the
 * table is looked at. What is not known is asked where the band hangs on it, and does not matter where
 * every answer gives the same band.
 *
 * @throws `unlisted-violation` for one that is not in the table; `not-in-force`
 * @example
 * ```ts
 * import { penaltyRange } from 'evenhand/inspection';
 * import { exampleDiscretion } from 'evenhand/schemes';
 *
 * const found = { id: '示例案〔2026〕7号', entity: '示例企业00017', violation: 'label-false', on: '2026-03-02',
 *   facts: { voluntary: false, obstructed: false, harm: true }, events: [], evidence: [] };
 * const { band, ranges } = penaltyRange(exampleDiscretion, found, { asOf: '2026-03-10' });
 * [band, ranges[0]?.from, ranges[0]?.to]; // => ['heavier', '7000', '10000']
 * ```
 */
export function penaltyRange(
  table: DiscretionTable,
  one: ViolationCase,
  options: { readonly asOf: Day },
): Discretion {
  requireArgument('penaltyRange', 'table', table, 'object');
  requireArgument('penaltyRange', 'one', one, 'object');
  requireArgument('penaltyRange', 'options', options, 'object');
  const { asOf } = options;
  inForceOn(table, asOf);
  const row = table.violations.find(({ id }) => id === one.violation);
  if (row === undefined) {
    throw mistake('unlisted-violation', `\`${table.id}\` has no violation \`${one.violation}\``, {
      given: one.violation,
      expected: table.violations.map(({ id }) => id),
    });
  }
  const subject = { facts: one.facts, events: one.events, lists: [] };
  const own = table.circumstances.filter(
    ({ id }) => row.circumstances === undefined || row.circumstances.includes(id),
  );
  const answers = own.map((circumstance) => holds(circumstance.when, subject, asOf));
  /** The place of the band if open circumstances of a direction hold, and the others do not. */
  const place = (open: Circumstance['towards'] | 'neither'): number => {
    const held = own.filter(
      ({ towards }, i) => answers[i] === 'yes' || (answers[i] === 'missing' && towards === open),
    );
    const wanted = table.bands.indexOf(table.normal) + movement(table, held);
    return Math.min(table.bands.length - 1, Math.max(0, wanted));
  };
  const [lightest, heaviest] = [place('lighter'), place('heavier')];
  const isDecided = lightest === heaviest;
  const known = own.filter((_, i) => answers[i] === 'yes');
  const hasBoth = { lighter: has(known, 'heavier'), heavier: has(known, 'lighter') };
  const first = table.precedence.rule;
  const band = table.bands[lightest] as string;
  return {
    case: one.id,
    violation: one.violation,
    state: isDecided ? 'decided' : 'asked',
    ...(isDecided
      ? { band }
      : { between: [band, table.bands[heaviest] as string] as [string, string] }),
    ranges: isDecided ? row.ranges.filter((range) => range.band === band) : [],
    circumstances: own.map(({ id, towards, by, asks, cite }, i) => {
      const answer = answers[i] as Answer;
      const isAside = first !== 'offset' && first !== `${towards}-first` && hasBoth[towards];
      return {
        circumstance: id,
        towards,
        by,
        answer,
        ...(answer === 'yes' && isAside ? { setAside: true as const } : {}),
        ...(answer === 'missing' ? { asks } : {}),
        cite,
      };
    }),
    ask: isDecided ? [] : own.flatMap(({ id }, i) => (answers[i] === 'missing' ? [id] : [])),
    asOf,
    cite: row.cite,
    document: referenceOf(table),
  };
}

/** A penalty somebody proposes: which sort, and how much of it. */
export interface ProposedPenalty {
  readonly penalty: string;
  readonly amount: Decimal;
}

/**
 * Why a proposed penalty is refused; empty where it lies in its range.
 *
 * @returns `penalty-outside-range` with the range; `penalty-not-foreseen` for a sort the band does not have;
 * `penalty-twice`; `not-a-decimal`; `penalty-missing` for no penalty at all; `circumstances-open` where the range
 * is not known yet, with what is asked
 * @example
 * ```ts
 * import { penaltyRefusals } from 'evenhand/inspection';
 * import { exampleDiscretion } from 'evenhand/schemes';
 *
 * const found = { id: '示例案〔2026〕7号', entity: '示例企业00017', violation: 'label-false', on: '2026-03-02',
 *   facts: { voluntary: false, obstructed: false, harm: true }, events: [], evidence: [] };
 * const refusals = (amount: string) =>
 *   penaltyRefusals(exampleDiscretion, found, [{ penalty: 'fine', amount }], { asOf: '2026-03-10' });
 * refusals('7000'); // => []
 * refusals('6999.99').map(({ code, params }) => [code, params['expected']]); // => [['penalty-outside-range', '7000..10000']]
 * ```
 */
export function penaltyRefusals(
  table: DiscretionTable,
  one: ViolationCase,
  proposed: readonly ProposedPenalty[],
  options: { readonly asOf: Day },
): Issue[] {
  requireArgument('penaltyRefusals', 'table', table, 'object', 'parseDiscretionTable(…)');
  requireArgument('penaltyRefusals', 'one', one, 'object');
  requireArgument('penaltyRefusals', 'proposed', proposed, 'array');
  requireArgument('penaltyRefusals', 'options', options, 'object');
  const { asOf } = options;
  const { state, band = '', ranges, ask, circumstances } = penaltyRange(table, one, { asOf });
  if (state === 'asked') {
    return [errorAt('circumstances-open', [], { given: circumstances.length, expected: ask })];
  }
  if (proposed.length === 0) {
    const expected = ranges.map(({ penalty }) => penalty);
    return [errorAt('penalty-missing', [], { given: 0, band, expected })];
  }
  return proposed.flatMap(({ penalty, amount }, i): Issue[] => {
    if (proposed.findIndex((other) => other.penalty === penalty) < i) {
      return [errorAt('penalty-twice', [i, 'penalty'], { given: penalty })];
    }
    const range = ranges.find((other) => other.penalty === penalty);
    if (range === undefined) {
      const expected = ranges.map((other) => other.penalty);
      return [errorAt('penalty-not-foreseen', [i, 'penalty'], { given: penalty, band, expected })];
    }
    if (!isDecimal(amount)) {
      return [
        errorAt('not-a-decimal', [i, 'amount'], { given: shownValue(amount), expected: '-2.5' }),
      ];
    }
    const { from, to } = range;
    const isInside = compareDecimals(from, amount) <= 0 && compareDecimals(amount, to) <= 0;
    if (isInside) return [];
    const params = { given: String(amount), penalty, band, expected: `${from}..${to}` };
    return [errorAt('penalty-outside-range', [i, 'amount'], params)];
  });
}

const has = (list: readonly Circumstance[], towards: Circumstance['towards']): boolean =>
  list.some((one) => one.towards === towards);

/** How many bands the circumstances that hold move a case, heavier ones up. */
function movement({ precedence }: DiscretionTable, held: readonly Circumstance[]): number {
  const sum = (towards: Circumstance['towards']): number =>
    held.reduce((so, one) => so + (one.towards === towards ? one.by : 0), 0);
  const [lighter, heavier] = [sum('lighter'), sum('heavier')];
  switch (precedence.rule) {
    case 'offset':
      return heavier - lighter;
    case 'heavier-first':
      return heavier > 0 ? heavier : -lighter;
    case 'lighter-first':
      return lighter > 0 ? -lighter : heavier;
  }
}
