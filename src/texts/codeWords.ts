import type { LocalText } from '../document/document.js';
import type { Lang } from './describe.js';
import { entryKindWords } from './recordWords.js';

/** Levels that documents name by a word, and not by a letter or a number. */
const LEVELS: Readonly<Record<string, LocalText>> = {
  low: { zh: '低', en: 'low' },
  medium: { zh: '中', en: 'medium' },
  high: { zh: '高', en: 'high' },
};

/** Kinds of events that schemes name beside those a record is made of. */
const EVENTS: Readonly<Record<string, LocalText>> = {
  ...entryKindWords,
  'penalty-minor': { zh: '轻微行政处罚', en: 'minor penalty' },
  'penalty-general': { zh: '一般行政处罚', en: 'general penalty' },
  'penalty-serious': { zh: '严重行政处罚', en: 'serious penalty' },
  'finding-minor': { zh: '检查发现轻微问题', en: 'minor finding' },
  'finding-serious': { zh: '检查发现严重问题', en: 'serious finding' },
  'complaint-upheld': { zh: '投诉举报属实', en: 'complaint upheld' },
  'list-abnormal': { zh: '列入经营异常名录', en: 'entry of the list of abnormal operations' },
  'list-dishonest': { zh: '列入严重违法失信名单', en: 'entry of the list of serious dishonesty' },
  'report-late': { zh: '逾期报送年度报告', en: 'annual report late' },
  inspection: { zh: '检查', en: 'inspection' },
};

/**
 * A level as a Chinese reader has it: `low` is `低`. In English, and of a scale that no text knows, it is the
 * document's own word.
 */
export const levelWord = (level: string, lang: Lang): string => wordOf(LEVELS, level, lang);

/** The same in the middle of a Chinese sentence: ` B `, and `“低”`. */
export function levelInZh(level: string): string {
  const word = levelWord(level, 'zh');
  return word === level ? ` ${level} ` : `“${word}”`;
}

/** The kind of an event in the same way: `penalty-general` is `一般行政处罚`. */
export const eventWord = (kind: string, lang: Lang): string => wordOf(EVENTS, kind, lang);

function wordOf(words: Readonly<Record<string, LocalText>>, code: string, lang: Lang): string {
  if (lang === 'en' || !Object.hasOwn(words, code)) return code;
  return (words[code] as LocalText).zh;
}
