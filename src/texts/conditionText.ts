import type { Condition, EventAggregate, FieldCondition } from '../register/condition.js';
import { eventWord } from './codeWords.js';
import type { Lang } from './describe.js';
import { periodText } from './periodText.js';

/** A condition in words, as it stands in the document. */
export function conditionText(condition: Condition, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  if ('all' in condition) return joined(condition.all, say('且', 'and'), lang);
  if ('any' in condition) return joined(condition.any, say('或', 'or'), lang);
  if ('not' in condition) {
    const text = conditionText(condition.not, lang);
    return say(`非（${text}）`, `not (${text})`);
  }
  if ('events' in condition) return eventsText(condition.events, lang);
  return fieldText(condition, lang);
}

function joined(conditions: readonly Condition[], word: string, lang: Lang): string {
  const texts = conditions.map((one) => {
    const text = conditionText(one, lang);
    return conditions.length > 1 && ('all' in one || 'any' in one)
      ? lang === 'zh'
        ? `（${text}）`
        : `(${text})`
      : text;
  });
  const text = texts.join(` ${word} `);
  return lang === 'zh' ? withoutGaps(text) : text;
}

function fieldText(condition: FieldCondition, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { field } = condition;
  if ('eq' in condition) return `${field} = ${condition.eq}`;
  if ('gt' in condition) return `${field} > ${condition.gt}`;
  if ('gte' in condition) return `${field} >= ${condition.gte}`;
  if ('lt' in condition) return `${field} < ${condition.lt}`;
  if ('lte' in condition) return `${field} <= ${condition.lte}`;
  if ('between' in condition) {
    const [from, to] = condition.between;
    return say(`${field} 为 ${from} 至 ${to}`, `${field} from ${from} to ${to}`);
  }
  if ('in' in condition) {
    const list = condition.in.join(say('、', ', '));
    return say(`${field} 为 ${list} 之一`, `${field} one of ${list}`);
  }
  if ('under' in condition) {
    const list = condition.under.join(say('、', ', '));
    return say(`${field} 属于 ${list}`, `${field} under ${list}`);
  }
  return condition.exists
    ? say(`已知 ${field}`, `${field} is known`)
    : say(`未知 ${field}`, `${field} is not known`);
}

function eventsText(events: EventAggregate, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { kinds, within, unrepaired = false, atLeast, atMost } = events;
  const least = atLeast ?? (atMost === undefined ? 1 : undefined);
  const number = [
    ...(least === undefined ? [] : [say(`至少 ${least} 次`, `at least ${least}`)]),
    ...(atMost === undefined ? [] : [say(`至多 ${atMost} 次`, `at most ${atMost}`)]),
  ].join(say('、', ', '));
  const open = unrepaired ? say('未修复的', 'unrepaired ') : '';
  const length =
    within === undefined
      ? ''
      : say(`${periodText(within, lang)}内`, ` within ${periodText(within, lang)}`);
  const names = kinds.map((kind) => eventWord(kind, lang)).join(say('、', ', '));
  return say(
    withoutGaps(`${length}${open} ${names} ${number}`).trim(),
    `${number} ${open}${names}${length}`,
  );
}

/** Blanks stand between Chinese and other signs, and neither inside of Chinese nor beside its brackets. */
const withoutGaps = (text: string): string =>
  text.replaceAll(/(?<=[\p{Script=Han}）]) (?=[\p{Script=Han}（])|(?<=）) | (?=（)/gu, '');
