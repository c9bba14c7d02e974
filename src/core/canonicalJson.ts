import { mistake } from './error.js';
import { ColumnRows } from './rows.js';
import { inOrder } from './shortRecord.js';

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
  const pieces: string[] = [];
  canonicalPieces(value, (piece) => pieces.push(piece));
  return pieces.length === 1 ? (pieces[0] as string) : pieces.join('');
}

/** Somebody who takes a text piece by piece; no piece ends within a sign. */
export type TakePiece = (piece: string) => void;

/**
 * `canonicalJson` piece by piece, so that what is as large as a city's notice is never one text. Rows
 * that columns make are written as the list they stand for.
 *
 * @throws `not-canonical`
 */
export function canonicalPieces(value: unknown, take: TakePiece): void {
  const out: Out = { text: '', take };
  write(value, ['$'], out);
  take(out.text);
}

/** What is written and not taken yet. */
interface Out {
  text: string;
  readonly take: TakePiece;
}

/** So many characters are gathered before they are taken. */
const AT_ONCE = 1 << 14;

/** Texts that JSON writes as they are: nothing to escape, and no surrogate. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** `path` is where the value stands, for the message: written out only where one is needed. */
function write(value: unknown, path: (string | number)[], out: Out): void {
  switch (typeof value) {
    case 'string':
      if (PLAIN.test(value)) out.text += `"${value}"`;
      else if (value.isWellFormed()) out.text += JSON.stringify(value);
      else throw notCanonical(path, 'a lone surrogate');
      break;
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
        throw notCanonical(path, `the number ${Object.is(value, -0) ? '-0' : value}`);
      }
      out.text += value;
      break;
    case 'boolean':
      out.text += value ? 'true' : 'false';
      break;
    case 'object': {
      if (value === null) out.text += 'null';
      else if (Array.isArray(value)) list(value, path, out);
      else if (value instanceof ColumnRows) rows(value, path, out);
      else {
        const prototype: unknown = Object.getPrototypeOf(value);
        if (prototype !== Object.prototype && prototype !== null) {
          throw notCanonical(path, 'an object that is no plain data');
        }
        fields(value as Readonly<Record<string, unknown>>, path, out);
      }
      break;
    }
    default:
      throw notCanonical(path, typeof value);
  }
}

/** By its length, since a hole is no JSON either. */
function list(items: readonly unknown[], path: (string | number)[], out: Out): void {
  out.text += '[';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) out.text += ',';
    path.push(i);
    write(items[i], path, out);
    path.pop();
    flush(out);
  }
  out.text += ']';
}

/** A list whose items are there only while they are written. */
function rows(items: Iterable<unknown>, path: (string | number)[], out: Out): void {
  let i = 0;
  for (const item of items) {
    out.text += i === 0 ? '[' : ',';
    path.push(i++);
    write(item, path, out);
    path.pop();
    flush(out);
  }
  out.text += i === 0 ? '[]' : ']';
}

function flush(out: Out): void {
  if (out.text.length < AT_ONCE) return;
  out.take(out.text);
  out.text = '';
}

/** Keys in the order of their UTF-16 units, which is how texts compare. */
function fields(record: Readonly<Record<string, unknown>>, path: (string | number)[], out: Out) {
  let isFirst = true;
  for (const key of inOrder(Object.keys(record))) {
    const item = record[key];
    if (item === undefined) continue;
    out.text += isFirst ? '{' : ',';
    isFirst = false;
    write(key, path, out);
    out.text += ':';
    path.push(key);
    write(item, path, out);
    path.pop();
  }
  out.text += isFirst ? '{}' : '}';
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
