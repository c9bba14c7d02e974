import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { Condition } from '../../register/condition.js';
import { type Span, scoreLine } from '../../scoring/spans.js';
import { answerTo, codedAnswers, lineOf, MISSING, NO, spansOn, YES } from '../answers.js';
import { countAsked } from '../eventQuestions.js';
import { codeIndex } from './codeIndex.js';
import { columnValue, type Draft, kept, thereOf } from './draft.js';
import { isBetween, word } from './word.js';

/** What a condition leaves: a truth where no fact of it can be missing, else an answer of three. */
export interface AnswerCode {
  readonly code: Code;
  readonly isTruth: boolean;
}

/** A draft in which the score stands in a local already. */
export interface Scored {
  readonly units: number;
  readonly places: number;
}

const truth = (code: Code): AnswerCode => ({ code, isTruth: true });
const answer = (code: Code): AnswerCode => ({ code, isTruth: false });

/** A condition of one row, as code: what `answersOf` finds for the rows of a block. */
export function conditionCode(condition: Condition, draft: Draft, score?: Scored): AnswerCode {
  const partsOf = (parts: readonly Condition[]): AnswerCode[] =>
    parts.map((part) => conditionCode(part, draft, score));
  if ('all' in condition) return joined(partsOf(condition.all), true, draft);
  if ('any' in condition) return joined(partsOf(condition.any), false, draft);
  if ('not' in condition) {
    const { code, isTruth } = conditionCode(condition.not, draft, score);
    return isTruth ? truth(word.isNot(code)) : answer(word.minus(word.constant(YES), code));
  }
  if ('events' in condition) {
    const { atLeast = 0, atMost = Infinity } = condition.events;
    const count = draft.events.lane(countAsked(condition.events, draft.asOf));
    return truth(inSpans(count, [{ low: atLeast, high: atMost }], draft));
  }
  if (condition.field === 'list') return truth(draft.lists.holds(condition));
  if (condition.field === 'total' && score !== undefined) {
    const spans = spansOn(condition, scoreLine(score.places), draft);
    return truth(inSpans(word.of(score.units), spans, draft));
  }
  const column = draft.columns.facts[condition.field];
  const absent = answerTo(condition, undefined, draft.asOf);
  if (column === undefined) return ofAnswer(absent);
  const coded = codedAnswers(condition, draft);
  if (coded !== undefined) {
    const table = draft.room.table(Uint8Array.from([...coded.places, coded.beyond, coded.absent]));
    const code = [...codeIndex(coded, draft), ...wasm.load8(table)];
    const isTruth =
      [...coded.places, coded.beyond].every((one) => one !== MISSING) && coded.valid === undefined;
    return isTruth ? truth(word.shiftedRight(code, 1)) : answer(code);
  }
  if (column.kind === 'code' || column.kind === 'boolean') throw new Error(column.kind);
  const line = lineOf(condition.field, column, draft.columns);
  const value = columnValue(draft, column.values as Int32Array);
  const met = inSpans(value, spansOn(condition, line, draft), draft);
  const there = thereOf(draft, column.valid);
  if (there === undefined) return truth(met);
  return answer(word.chosen(word.shiftedLeft(met, 1), word.constant(absent), there));
}

/** Whether a condition is answered yes. */
export function isYes({ code, isTruth }: AnswerCode): Code {
  return isTruth ? code : word.isEqual(code, word.constant(YES));
}

/** Whether a fact that a condition hangs on is missing; undefined where none can be. */
export function isMissing({ code, isTruth }: AnswerCode): Code | undefined {
  return isTruth ? undefined : word.isEqual(code, word.constant(MISSING));
}

const ofAnswer = (one: number): AnswerCode =>
  one === MISSING ? answer(word.constant(one)) : truth(word.constant(one === YES ? 1 : 0));

function inSpans(value: Code, spans: readonly Span[], draft: Draft): Code {
  const { local, keep } = kept(draft, value);
  const inside = spans.map(({ low, high }) => isBetween(local, low, high));
  return [...keep, ...inside.reduce(word.either, word.constant(0))];
}

/** The least of some answers, or the greatest; of truths alone it is a truth. */
function joined(parts: readonly AnswerCode[], isAll: boolean, draft: Draft): AnswerCode {
  if (parts.every(({ isTruth }) => isTruth)) {
    const codes = parts.map(({ code }) => code);
    const join = isAll ? word.both : word.either;
    return truth(codes.reduce(join, word.constant(isAll ? 1 : 0)));
  }
  const best = draft.locals.word();
  const one = draft.locals.word();
  const take = parts.flatMap(({ code, isTruth }) => {
    const isNearer = isAll
      ? word.isBelow(word.of(one), word.of(best))
      : word.isAbove(word.of(one), word.of(best));
    return [
      ...[...(isTruth ? word.shiftedLeft(code, 1) : code), ...wasm.set(one)],
      ...[...word.chosen(word.of(one), word.of(best), isNearer), ...wasm.set(best)],
    ];
  });
  const start = word.constant(isAll ? YES : NO);
  return answer([...start, ...wasm.set(best), ...take, ...word.of(best)]);
}
