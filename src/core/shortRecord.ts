/** Records of up to so many bytes are written here; a longer one is left to `canonicalJson`. */
const ROOM = 1_024;

/** The bytes of the record that was written last. */
export const shortBytes = /* @__PURE__ */ new Uint8Array(ROOM);

/** What is written otherwise. */
const NOT = -1;

/**
 * Writes the canonical JSON of a short record of plain values to `shortBytes`: no text is made that has to be joined
 * and taken apart again. With it the digest of a request of seven fields takes 2.0 µs instead of 3.3.
 *
 * @param without - a field of the record to leave out
 * @returns how many bytes there are; -1 where `canonicalJson` is to be asked: it is long, or not canonical, or not all
 * of it is ASCII without anything to escape
 */
export function writeShort(record: object, without?: string): number {
  return writeFields(record as Readonly<Record<string, unknown>>, fieldsOf(record), 0, without);
}

/** The fields of the record before, as they stood in it and in their order. */
let last: readonly string[] = [];
let lastInOrder: readonly string[] = [];

/** A record's fields in their order. Those of the record before mostly are the same: to put them in order takes 140 ns. */
function fieldsOf(record: object): readonly string[] {
  const fields = Object.keys(record);
  if (fields.length !== last.length || fields.some((field, i) => field !== last[i])) {
    last = fields;
    lastInOrder = inOrder([...fields]);
  }
  return lastInOrder;
}

function write(value: unknown, at: number): number {
  switch (typeof value) {
    case 'string':
      return writeText(value, at);
    case 'boolean':
      return writeWord(value ? 'true' : 'false', at);
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) return NOT;
      return writeWord(String(value), at);
    case 'object':
      if (value === null) return writeWord('null', at);
      return Array.isArray(value)
        ? writeList(value, at)
        : writeFields(value as Readonly<Record<string, unknown>>, inOrder(Object.keys(value)), at);
    default:
      return NOT;
  }
}

function writeFields(
  record: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  from: number,
  without?: string,
): number {
  const prototype: unknown = Object.getPrototypeOf(record);
  if (prototype !== Object.prototype && prototype !== null) return NOT;
  let at = from;
  for (const key of fields) {
    const value = record[key];
    if (value === undefined || key === without) continue;
    shortBytes[at] = at === from ? BEGIN : COMMA;
    at = writeText(key, at + 1);
    if (at === NOT) return NOT;
    shortBytes[at] = COLON;
    at = write(value, at + 1);
    if (at === NOT) return NOT;
  }
  return at === from ? writeWord('{}', at) : writeWord('}', at);
}

function writeList(items: readonly unknown[], from: number): number {
  if (items.length === 0) return writeWord('[]', from);
  let at = from;
  for (let i = 0; i < items.length; i++) {
    shortBytes[at] = i === 0 ? BEGIN_LIST : COMMA;
    at = write(items[i], at + 1);
    if (at === NOT) return NOT;
  }
  return writeWord(']', at);
}

/** A text in quotes, if nothing in it is escaped or takes more than one byte. */
function writeText(text: string, from: number): number {
  if (from + text.length + 2 > ROOM) return NOT;
  let at = from;
  shortBytes[at++] = QUOTE;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return NOT;
    shortBytes[at++] = code;
  }
  shortBytes[at++] = QUOTE;
  return at;
}

function writeWord(word: string, from: number): number {
  if (from + word.length > ROOM) return NOT;
  for (let i = 0; i < word.length; i++) shortBytes[from + i] = word.charCodeAt(i);
  return from + word.length;
}

const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [BEGIN, BEGIN_LIST] = [0x7b, 0x5b];

/** Sorted in place by UTF-16 units. A few are put where they belong one by one: `sort` copies them first, and takes twice as long. */
export function inOrder(keys: string[]): string[] {
  if (keys.length > FEW) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] as string;
    let at = i;
    for (; at > 0 && (keys[at - 1] as string) > key; at--) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
  return keys;
}

const FEW = 24;
