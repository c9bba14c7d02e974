import { textParts } from './textParts.js';
import type { FileContent } from './writeContent.js';

/** How JSON is written part by part. */
export interface JsonPartsOptions {
  /** How many arrays and objects deep it is taken apart; what lies deeper is small. */
  readonly depth?: number;
  /** One field a line, each level so many blanks further in; all on one line where left out. */
  readonly indent?: number;
}

/**
 * Plain data as the JSON that `JSON.stringify` writes, and a line end, part by part: no text holds
 * more than half a gigabyte, and a city's plan is longer.
 */
export function jsonParts(
  value: unknown,
  { depth = 4, indent = 0 }: JsonPartsOptions = {},
): FileContent {
  return textParts({
    *[Symbol.iterator]() {
      yield* pieces(value, depth, indent, indent === 0 ? '' : '\n');
      yield '\n';
    },
  });
}

/** So many characters of a list are gathered before they are handed on, level by level. */
const GATHERED = 1 << 13;

/** @param line - the line end and the blanks that a line of this level begins with */
function* pieces(value: unknown, depth: number, indent: number, line: string): Generator<string> {
  if (typeof value !== 'object' || value === null || isSmall(value, depth)) {
    yield small(value, indent, line);
    return;
  }
  const inner = indent === 0 ? '' : line + ' '.repeat(indent);
  if (Symbol.iterator in value) {
    // A list, or columns that make their rows.
    let isEmpty = true;
    let text = '';
    for (const item of value as Iterable<unknown>) {
      text += `${isEmpty ? '[' : ','}${inner}`;
      isEmpty = false;
      if (isSmall(item, depth - 1)) {
        text += small(item, indent, inner);
        if (text.length < GATHERED) continue;
        yield text;
      } else {
        yield text;
        yield* pieces(item, depth - 1, indent, inner);
      }
      text = '';
    }
    yield isEmpty ? '[]' : `${text}${line}]`;
    return;
  }
  const colon = indent === 0 ? ':' : ': ';
  let isFirst = true;
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    yield `${isFirst ? '{' : ','}${inner}${JSON.stringify(key)}${colon}`;
    yield* pieces(item, depth - 1, indent, inner);
    isFirst = false;
  }
  yield isFirst ? '{}' : `${line}}`;
}

/** Whether a value is written at once: it is plain, or holds nothing but plain values, or lies deep. */
function isSmall(value: unknown, depth: number): boolean {
  if (depth === 0 || typeof value !== 'object' || value === null) return true;
  if (Symbol.iterator in value) return false;
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    if (typeof item === 'object' && item !== null) return false;
  }
  return true;
}

function small(value: unknown, indent: number, line: string): string {
  // What JSON has no word for stands as null in a list, and is left out of an object before.
  const text = JSON.stringify(value, null, indent) ?? 'null';
  return line.length > 1 ? text.replaceAll('\n', line) : text;
}
