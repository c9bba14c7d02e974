import type { Period } from '../core/day.js';
import type { Lang } from './describe.js';

/** A period in words: `3 years`, `18 个月`. */
export function periodText(period: Period, lang: Lang): string {
  const [unit, count] = Object.entries(period)[0] as [keyof typeof units, number];
  const { zh, en } = units[unit];
  return lang === 'zh' ? `${count} ${zh}` : `${count} ${count === 1 ? en.slice(0, -1) : en}`;
}

const units = {
  days: { zh: '日', en: 'days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
} as const;
