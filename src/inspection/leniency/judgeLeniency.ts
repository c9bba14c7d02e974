import { deadlineOn } from '../../calendar/deadline.js';
import type { WorkingCalendar } from '../../calendar/workingCalendar.js';
import { requireArgument } from '../../core/argument.js';
import { addPeriod, type Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { referenceOf } from '../../document/book.js';
import type { DocumentReference, LocalText } from '../../document/document.js';
import { type Answer, holds, isEffective } from '../../register/condition.js';
import { inForceOn } from '../inForceOn.js';
import type { ViolationCase } from '../violationCase.js';
import type {
  LeniencyCondition,
  LeniencyGround,
  LeniencyList,
  LenientViolation,
} from './leniencyList.js';

/** One condition as it was checked: the answer, what it rests on, and what is asked where it is open. */
export interface CheckedCondition {
  readonly condition: string;
  readonly answer: Answer;
  /** References of evidence, or ids of the events that speak against it. */
  readonly evidence: readonly string[];
  /** The last day to correct, where that was asked. */
  readonly due?: Day;
  readonly asks?: LocalText;
  readonly cite: string;
}

/**
 * What a leniency list says of a violation. `granted` and `may` name their ground; `asked` is no grant:
 * something is not known, and it is said what; `refused` means that every ground fails; `unlisted` that
 * the list says nothing of it.
 */
export interface LeniencyDecision {
  readonly case: string;
  readonly violation: string;
  readonly outcome: 'granted' | 'may' | 'asked' | 'refused' | 'unlisted';
  readonly ground?: string;
  readonly checked: readonly CheckedCondition[];
  /** Conditions that are not known and could still lead to a (better) ground. */
  readonly ask: readonly string[];
  readonly asOf: Day;
  readonly cite?: string;
  readonly document: DocumentReference;
}

/**
 * Whether a violation goes unpunished by a list (免罚), with each condition that was checked.
 *
 * What is not known is never granted but asked. A condition that somebody showed and somebody else
 * refuted is not known either. Of the grounds that hold one that must comes before one that may.
 *
 * @param list - a checked document in force on `asOf`
 * @param options.working - for times to correct in working days
 * @throws `not-in-force` for a list that is not in force on the day; `case-later` for a violation after the day;
 * what `deadlineOn` throws
 * @example
 * ```ts
 * import { judgeLeniency } from 'evenhand/inspection';
 * import { exampleLeniency } from 'evenhand/schemes';
 *
 * const found = { id: '示例案〔2026〕7号', entity: '示例企业00017', violation: 'price-not-shown', on: '2026-03-02', facts: {},
 *   events: [], evidence: [] };
 * const open = judgeLeniency(exampleLeniency, found, { asOf: '2026-03-06' });
 * [open.outcome, open.ask]; // => ['asked', ['no-harm', 'corrected', 'no-fault']]
 *
 * const photo = { condition: 'corrected', holds: true, reference: '示例照片-5' };
 * const report = { condition: 'no-harm', holds: true, reference: '示例笔录-2' };
 * const shown = { ...found, facts: { harm: false }, correctedOn: '2026-03-05', evidence: [photo, report] };
 * judgeLeniency(exampleLeniency, shown, { asOf: '2026-03-06' }).outcome; // => 'granted'
 * ```
 */
export function judgeLeniency(
  list: LeniencyList,
  one: ViolationCase,
  options: { readonly asOf: Day; readonly working?: WorkingCalendar },
): LeniencyDecision {
  requireArgument('judgeLeniency', 'list', list, 'object');
  requireArgument('judgeLeniency', 'one', one, 'object');
  requireArgument('judgeLeniency', 'options', options, 'object');
  const { asOf, working } = options;
  inForceOn(list, asOf);
  if (one.on > asOf) {
    throw mistake('case-later', `the violation is of \`${one.on}\`, after \`${asOf}\``, {
      given: one.on,
      expected: asOf,
    });
  }
  const base = { case: one.id, violation: one.violation, asOf, document: referenceOf(list) };
  const listed = list.violations.find(({ id }) => id === one.violation);
  const own = listed ?? list.others;
  if (own === undefined) return { ...base, outcome: 'unlisted', checked: [], ask: [] };
  const grounds = list.grounds
    .filter(({ id }) => own.grounds.includes(id))
    .sort((a, b) => (a.effect === b.effect ? 0 : a.effect === 'must' ? -1 : 1));
  const asked = new Set(grounds.flatMap(({ all }) => all));
  const checked = list.conditions
    .filter(({ id }) => asked.has(id))
    .map((condition) => checkCondition(condition, one, listed, asOf, working));
  const answers = new Map(checked.map(({ condition, answer }) => [condition, answer]));
  const met = grounds.find((ground) => answerOf(ground, answers) === 'yes');
  // Grounds that could still hold, and would be better than the one that does.
  const open = grounds.filter(
    (ground) =>
      answerOf(ground, answers) === 'missing' &&
      (met === undefined || (met.effect === 'may' && ground.effect === 'must')),
  );
  const ask = checked.flatMap(({ condition, answer }) =>
    answer === 'missing' && open.some(({ all }) => all.includes(condition)) ? [condition] : [],
  );
  if (met !== undefined) {
    const outcome = met.effect === 'must' ? 'granted' : 'may';
    return { ...base, outcome, ground: met.id, checked, ask, cite: met.cite };
  }
  return { ...base, outcome: ask.length > 0 ? 'asked' : 'refused', checked, ask, cite: own.cite };
}

function answerOf({ all }: LeniencyGround, answers: ReadonlyMap<string, Answer>): Answer {
  const own = all.map((id) => answers.get(id) as Answer);
  return own.includes('no') ? 'no' : own.includes('missing') ? 'missing' : 'yes';
}

function checkCondition(
  { id, shown, asks, cite }: LeniencyCondition,
  one: ViolationCase,
  listed: LenientViolation | undefined,
  asOf: Day,
  working: WorkingCalendar | undefined,
): CheckedCondition {
  const result = (
    answer: Answer,
    evidence: readonly string[],
    more: { readonly due?: Day } = {},
  ): CheckedCondition => ({
    condition: id,
    answer,
    evidence,
    ...more,
    ...(answer === 'missing' ? { asks } : {}),
    cite,
  });
  if (shown.by === 'record') {
    const since = shown.within === undefined ? undefined : addPeriod(one.on, shown.within, -1);
    const earlier = one.events.filter(
      (event) =>
        shown.kinds.includes(event.kind) &&
        isEffective(event, asOf) &&
        event.on < one.on &&
        (since === undefined || event.on >= since) &&
        (shown.same !== true || event.values?.['violation'] === one.violation),
    );
    return result(
      earlier.length === 0 ? 'yes' : 'no',
      earlier.map((event) => event.id),
    );
  }
  const own = one.evidence.filter(({ condition }) => condition === id);
  const references = own.map(({ reference }) => reference);
  const isDisputed = own.some((proof) => proof.holds) && own.some((proof) => !proof.holds);
  const isRefuted = own.some((proof) => !proof.holds);
  if (isDisputed) return result('missing', references);
  if (isRefuted) return result('no', references);
  if (shown.by === 'correction') {
    const { correctWithin } = listed ?? {};
    const from = one.orderedOn ?? one.on;
    const due = correctWithin === undefined ? undefined : deadlineOn(from, correctWithin, working);
    const more = due === undefined ? {} : { due };
    const { correctedOn } = one;
    if (correctedOn === undefined || correctedOn > asOf) {
      return result(due !== undefined && asOf > due ? 'no' : 'missing', references, more);
    }
    if (due !== undefined && correctedOn > due) return result('no', references, more);
    return result(references.length > 0 ? 'yes' : 'missing', references, more);
  }
  if (shown.by === 'fact') {
    const subject = { facts: one.facts, events: one.events, lists: [] };
    const answer = holds(shown.when, subject, asOf);
    return result(answer === 'yes' && references.length === 0 ? 'missing' : answer, references);
  }
  return result(references.length > 0 ? 'yes' : 'missing', references);
}
