import { type Growing, growing, makeRoom, writeText, writtenIn } from './growing.js';
import { reasonInShort } from './shortReasons.js';

/** Plain data by field. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Writes an event as it is kept: letter for letter what `JSON.stringify` writes of plain data, but straight into bytes, and
 * without its own entity and number, which stand in columns. A refusal tells first that it is one, by which the database
 * knows it, and its reasons are written in short.
 */
export function writeEvent(out: Growing, event: object): void {
  const fields = event as Fields;
  makeRoom(out, 2);
  out.bytes[out.at++] = BEGIN;
  const from = out.at;
  const isRefusal = fields['type'] === 'refused';
  if (isRefusal) writeText(out, REFUSAL);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined || key === 'entity' || key === 'seq') continue;
    if (isRefusal && key === 'type') continue;
    if (out.at > from) out.bytes[out.at++] = COMMA;
    writeString(out, key);
    out.bytes[out.at++] = COLON;
    if (isRefusal && key === 'because' && Array.isArray(item))
      writeReasons(out, item, fields['visit']);
    else writeValue(out, item);
    makeRoom(out, 2);
  }
  out.bytes[out.at++] = END;
}

/** An event by itself, as it is kept. */
export function eventBytes(event: object): Uint8Array {
  const out = growing(MOST_BYTES);
  writeEvent(out, event);
  return writtenIn(out);
}

function writeReasons(out: Growing, reasons: readonly unknown[], visit: unknown): void {
  makeRoom(out, 2);
  out.bytes[out.at++] = BEGIN_LIST;
  for (let i = 0; i < reasons.length; i++) {
    if (i > 0) out.bytes[out.at++] = COMMA;
    writeValue(out, reasonInShort(reasons[i], visit));
    makeRoom(out, 2);
  }
  out.bytes[out.at++] = END_LIST;
}

function writeValue(out: Growing, given: unknown): void {
  if (typeof given === 'string') writeString(out, given);
  else if (Number.isSafeInteger(given)) writeText(out, `${given as number}`);
  else if (Array.isArray(given)) writeList(out, given);
  else if (isPlain(given)) writeFields(out, given);
  else writeText(out, JSON.stringify(given) ?? 'null');
}

function writeList(out: Growing, given: readonly unknown[]): void {
  makeRoom(out, 2);
  out.bytes[out.at++] = BEGIN_LIST;
  for (let i = 0; i < given.length; i++) {
    if (i > 0) out.bytes[out.at++] = COMMA;
    writeValue(out, given[i]);
    makeRoom(out, 2);
  }
  out.bytes[out.at++] = END_LIST;
}

/** Writes an object; one that can't change, such as the reference to a cap, is put into words once. */
function writeFields(out: Growing, given: Fields): void {
  if (!Object.isFrozen(given)) {
    writeEach(out, given);
    return;
  }
  const known = fixed.get(given);
  if (known !== undefined) {
    makeRoom(out, known.length);
    out.bytes.set(known, out.at);
    out.at += known.length;
    return;
  }
  const from = out.at;
  writeEach(out, given);
  if (Object.values(given).every((item) => typeof item !== 'object')) {
    fixed.set(given, out.bytes.slice(from, out.at));
  }
}

const fixed = new WeakMap<object, Uint8Array>();

function writeEach(out: Growing, given: Fields): void {
  makeRoom(out, 2);
  out.bytes[out.at++] = BEGIN;
  const from = out.at;
  for (const key in given) {
    const item = given[key];
    if (item === undefined) continue;
    if (out.at > from) out.bytes[out.at++] = COMMA;
    writeString(out, key);
    out.bytes[out.at++] = COLON;
    writeValue(out, item);
    makeRoom(out, 2);
  }
  out.bytes[out.at++] = END;
}

/** Writes a text in quotes, with room for a character behind it. */
function writeString(out: Growing, given: string): void {
  makeRoom(out, given.length + 3);
  const { bytes } = out;
  let place = out.at;
  bytes[place++] = QUOTE;
  for (let i = 0; i < given.length; i++) {
    const code = given.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) {
      // Rare in what is mostly ids, days and codes.
      writeText(out, JSON.stringify(given));
      makeRoom(out, 1);
      return;
    }
    bytes[place++] = code;
  }
  bytes[place++] = QUOTE;
  out.at = place;
}

/** Whether it is an object of fields alone. */
function isPlain(given: unknown): given is Fields {
  if (typeof given !== 'object' || given === null) return false;
  const prototype: unknown = Object.getPrototypeOf(given);
  return prototype === Object.prototype || prototype === null;
}

const REFUSAL = '"type":"refused"';
/** The bytes of most events. */
export const MOST_BYTES = 640;
const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [BEGIN, END, BEGIN_LIST, END_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
