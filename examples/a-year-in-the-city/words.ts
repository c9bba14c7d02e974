// What the page says, in both languages.
import type { Lang } from 'evenhand/texts';

export type Say = (zh: string, en: string) => string;

export const sayIn =
  (lang: Lang): Say =>
  (zh, en) =>
    lang === 'zh' ? fullWidth(zh) : en;

/** Chinese marks of punctuation, but not within numbers. */
const fullWidth = (zh: string): string =>
  zh
    .replace(/,(?!\d)/g, '，')
    .replace(/;/g, '；')
    .replace(/:(?!\d)/g, '：')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');

/** Warning rules by what they watch. */
export const RULES: Readonly<Record<string, readonly [string, string]>> = {
  complaints: ['九十日三件投诉', '3 complaints in 90 days'],
  'above-peers': ['投诉为同类三倍', 'complaints 3 × peers'],
  'repeated-findings': ['一年两次严重问题', '2 serious findings a year'],
  accident: ['发生事故', 'an accident'],
};

/** A number with one digit after the point, and a real minus sign. */
export const tenths = (n: number): string => {
  const shown = Math.abs(n).toFixed(1);
  return n < 0 && shown !== '0.0' ? `−${shown}` : shown;
};

/** The same with its sign in front. */
export const signed = (n: number): string =>
  n > 0 && tenths(n) !== '0.0' ? `+${tenths(n)}` : tenths(n);

/** Groups of three digits. */
export const grouped = (n: number): string =>
  String(Math.abs(n))
    .replace(/\B(?=(\d{3})+$)/g, ',')
    .replace(/^/, n < 0 ? '−' : '');
