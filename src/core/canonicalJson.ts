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
  return write(value, ['$']);
}

/** Texts that JSON writes as they are: nothing to escape, and no surrogate. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** `path` is where the value stands, for the message: written out only where one is needed. */
function write(value: unknown, path: (string | number)[]): string {
  switch (typeof value) {
    case 'string':
      if (PLAIN.test(value)) return `"${value}"`;
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
      if (Array.isArray(value)) return list(value, path);
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null) {
        throw notCanonical(path, 'an object that is no plain data');
      }
      return fields(value as Readonly<Record<string, unknown>>, path);
    }
    default:
      throw notCanonical(path, typeof value);
  }
}

/** By its length, since a hole is no JSON either. */
function list(items: readonly unknown[], path: (string | number)[]): string {
  let text = '[';
  for (let i = 0; i < items.length; i++) {
    path.push(i);
    text += i === 0 ? write(items[i], path) : `,${write(items[i], path)}`;
    path.pop();
  }
  return `${text}]`;
}

/** Keys in the order of their UTF-16 units, which is how a sort without a question compares. */
function fields(record: Readonly<Record<string, unknown>>, path: (string | number)[]): string {
  let text = '{';
  for (const key of Object.keys(record).sort()) {
    const item = record[key];
    if (item === undefined) continue;
    if (text !== '{') text += ',';
    text += `${write(key, path)}:`;
    path.push(key);
    text += write(item, path);
    path.pop();
  }
  return `${text}}`;
}

function notCanonical(path: readonly (string | number)[], given: string) {
  const [root, ...steps] = path;
  const where = steps.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`),
    String(root),
  );
  return mistake(
    'not-canonical',
    `canonical JSON holds text, booleans, null and safe integers; at \`${where}\` stands ${given} (write a decimal as text)`,
    { given, where },
  );
}
