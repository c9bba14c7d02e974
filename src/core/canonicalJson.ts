import { mistake } from './error.js';

/** Plain data that survives `JSON.parse(JSON.stringify(…))`. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * RFC 8785 JSON of plain data: keys by UTF-16 units, no blanks, one way to write each value.
 *
 * Numbers must be safe integers, since a decimal's text would depend on who wrote it: decimals are
 * strings here. Keys whose value is `undefined` are left out.
 *
 * @throws `not-canonical` for a fraction, an unsafe integer, -0, NaN, a lone surrogate, or anything
 * that is no plain data; the message names the path
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

function write(value: unknown, path: string): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw notCanonical(path, 'a lone surrogate');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
        throw notCanonical(path, `the number ${Object.is(value, -0) ? '-0' : value}`);
      }
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) {
        // Array.from visits holes too, and a hole is no JSON.
        return `[${Array.from(value, (item, i) => write(item, `${path}[${i}]`)).join(',')}]`;
      }
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null) {
        throw notCanonical(path, 'an object that is no plain data');
      }
      const entries = Object.entries(value).filter(([, item]) => item !== undefined);
      entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      const fields = entries.map(
        ([key, item]) => `${write(key, path)}:${write(item, `${path}.${key}`)}`,
      );
      return `{${fields.join(',')}}`;
    }
    default:
      throw notCanonical(path, typeof value);
  }
}

function notCanonical(path: string, given: string) {
  return mistake(
    'not-canonical',
    `canonical JSON holds text, booleans, null and safe integers; at \`${path}\` stands ${given} (write a decimal as text)`,
    { given, where: path },
  );
}
