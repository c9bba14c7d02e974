import { requireArgument } from '../core/argument.js';
import type { Issue, IssueParam } from '../core/issue.js';
import { textsOf } from './catalogue.js';
import { comparisonText } from './comparisonText.js';
import { identifierFaultText } from './identifierFaultText.js';
import { typeText } from './typeText.js';

/** A language of the texts. */
export type Lang = 'zh' | 'en';

/**
 * An issue as one line that a person can act on: where it is, what was given, what was expected, what
 * to do.
 *
 * The line begins with file, row and field where the issue names them. A code that no catalogue has
 * is shown with its parameters.
 *
 * @param issue - as any part of the library returns it, or one of an error's `issues`
 * @param lang - `zh` or `en`
 * @example
 * ```ts
 * import { describe } from 'evenhand/texts';
 *
 * describe(
 *   {
 *     code: 'unknown-district', severity: 'error', path: ['district'],
 *     file: 'entities.csv', row: 17, params: { given: '110999' },
 *   },
 *   'en',
 * ); // => 'entities.csv row 17, field district: there is no district `110999`; check the code, or add it to the known districts'
 * ```
 */
export function describe(issue: Issue, lang: Lang): string {
  requireArgument('describe', 'issue', issue, { code: 'string', path: 'array' });
  const place = placeOf(issue, lang);
  const text = textOf(issue, lang);
  return place === '' ? text : `${place}${lang === 'zh' ? '：' : ': '}${text}`;
}

/** A path as people write it: `documents[2].cells.low.A`. */
export function pathText(path: Issue['path']): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

function placeOf({ file, row, path }: Issue, lang: Lang): string {
  const field = pathText(path);
  // In a JSON list a row is an entry, wherever its lines are.
  const isList = /\.json(?:\.gz)?$/.test(file ?? '');
  if (lang === 'zh') {
    const place = row === undefined ? undefined : `第 ${row} ${isList ? '项' : '行'}`;
    const parts = [file, place, field && `字段 ${field}`];
    return parts.filter(Boolean).join(' ');
  }
  const place = row === undefined ? undefined : `${isList ? 'entry' : 'row'} ${row}`;
  const line = [file, place].filter(Boolean).join(' ');
  return [line, field && `field ${field}`].filter(Boolean).join(', ');
}

function textOf({ code, params }: Issue, lang: Lang): string {
  const texts = textsOf(code);
  const fitting = texts
    .filter((one) => names(one.en).every((name) => Object.hasOwn(params, name)))
    .sort((a, b) => names(b.en).length - names(a.en).length);
  const template = (fitting[0] ?? texts[0])?.[lang];
  if (template !== undefined) {
    return template.replaceAll(/(`?)\{(\w+)\}/g, (whole, quote: string, name: string) => {
      if (!Object.hasOwn(params, name)) return whole;
      const text = valueText(code, name, params[name] as IssueParam, lang);
      return `${quote}${text === '' && quote === '' ? '–' : text}`;
    });
  }
  const known = Object.entries(params).map(([name, value]) => `${name} \`${shown(value)}\``);
  return known.length === 0 ? code : `${code} (${known.join(', ')})`;
}

/**
 * A value as a sentence has it: no day is `none`, what is expected is told in words where it is a comparison,
 * and in Chinese the type of a field is a Chinese word.
 */
function valueText(code: string, name: string, value: IssueParam, lang: Lang): string {
  const text = shown(value);
  if (name === 'free' && text === '-') return lang === 'zh' ? '无' : 'none';
  if (lang === 'zh' && name === 'fault') return identifierFaultText(text);
  if (lang === 'zh' && TYPED.has(code)) return typeText(text);
  return name === 'expected' && typeof value === 'string' ? comparisonText(text, lang) : text;
}

const TYPED: ReadonlySet<string> = new Set(['wrong-type', 'missing-field', 'bad-argument']);

/** The parameters a text asks for. */
export function names(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}

const shown = (value: IssueParam): string =>
  typeof value === 'object' ? value.join(', ') : String(value);
