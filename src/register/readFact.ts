import { isDay } from '../core/day.js';
import { decimalText, isDecimal, placesOf, scaled } from '../core/decimal.js';
import { errorAt, type Issue } from '../core/issue.js';
import { shownValue } from '../core/shownValue.js';
import type { RegisterCode } from './codes.js';
import type { Fact } from './nouns.js';
import { BOOLEAN_WORDINGS } from './wordings.js';

/** The types a column of facts can have. */
export const FACT_TYPES = ['integer', 'decimal', 'category', 'boolean', 'day'] as const;
export type FactType = (typeof FACT_TYPES)[number];

/**
 * The fact a cell states: a value, nothing where the cell is empty (missing is never zero), or what
 * is wrong with it.
 *
 * A decimal becomes its shortest text (`'2.50'` is `'2.5'`), so no double is ever stored.
 */
export function readFact(
  cell: unknown,
  type: FactType,
  path: Issue['path'],
): { readonly value?: Fact; readonly issue?: Issue } {
  if (isEmpty(cell)) return {};
  const value = READERS[type](cell);
  if (value !== undefined) return { value };
  const { code, expected } = FAULTS[type];
  return { issue: errorAt(code, path, { given: shownValue(cell).slice(0, 80), expected }) };
}

/** Whether a cell holds nothing. */
export function isEmpty(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** The truth a cell states, in the words of either language. */
export function readBoolean(cell: unknown): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  const word = String(cell);
  return Object.hasOwn(BOOLEAN_WORDINGS, word) ? BOOLEAN_WORDINGS[word] : undefined;
}

const READERS: Readonly<Record<FactType, (cell: unknown) => Fact | undefined>> = {
  integer: (cell) => {
    const text = decimalOf(cell);
    return text === undefined || placesOf(text) > 0 ? undefined : Number(text);
  },
  decimal: decimalOf,
  category: (cell) => {
    if (typeof cell === 'string') return cell;
    return Number.isSafeInteger(cell) ? String(cell) : undefined;
  },
  boolean: readBoolean,
  day: (cell) => (isDay(cell) ? cell : undefined),
};

type Fault = {
  readonly code: RegisterCode | 'not-a-decimal' | 'not-one-of' | 'no-such-day' | 'wrong-type';
  readonly expected: string | readonly string[];
};

const FAULTS: Readonly<Record<FactType, Fault>> = {
  integer: { code: 'not-an-integer', expected: '12' },
  decimal: { code: 'not-a-decimal', expected: '-2.5' },
  category: { code: 'wrong-type', expected: 'text' },
  boolean: { code: 'not-one-of', expected: ['true', 'false', '是', '否', '1', '0'] },
  day: { code: 'no-such-day', expected: 'YYYY-MM-DD' },
};

/** The shortest text of a decimal that fits exactly into a safe integer at its own places. */
function decimalOf(cell: unknown): string | undefined {
  const text = typeof cell === 'number' ? String(cell) : cell;
  if (typeof text !== 'string' || !isDecimal(text)) return undefined;
  const places = placesOf(text);
  if (text.replace(/\D/g, '').length > 15) return undefined;
  return decimalText(scaled(text, places), places);
}
