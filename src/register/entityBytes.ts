import { canonicalJson } from '../core/canonicalJson.js';
import { isEvenhandError } from '../core/error.js';
import { compareBytes } from '../core/order.js';
import { writeUtf8 } from '../core/utf8.js';
import type { Event, Fact } from './nouns.js';

/** What is written of an entity. */
interface Input {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly events: readonly Event[];
  readonly lists: readonly string[];
}

/**
 * The bytes of the canonical JSON of `plainEntity`, written without it and without a text: a register's
 * digests take a third of the time.
 *
 * @returns the bytes, which stay until the next call; undefined for an entity of which something is out of
 * the ordinary, such as a field that none has, or events in another order than by day and id: `plainEntity`
 * and `digest` then say what it is
 */
export function entityBytes(entity: Input): Uint8Array | undefined {
  end = 0;
  let isFirst = true;
  for (const key of entityKeys(entity)) {
    const value = (entity as unknown as Readonly<Record<string, unknown>>)[key];
    if (value === undefined) continue;
    put(isFirst ? '{"' : ',"');
    put(key);
    put('":');
    isFirst = false;
    if (!putField(key, value)) return undefined;
  }
  put('}');
  return bytes.subarray(0, end);
}

/** What was written, and room for more. */
let bytes = /* @__PURE__ */ new Uint8Array(1 << 12);
let end = 0;

/** Makes room for so many characters. */
function reserve(characters: number): void {
  if (end + 3 * characters + 2 <= bytes.length) return;
  const more = new Uint8Array(2 * bytes.length + 3 * characters);
  more.set(bytes);
  bytes = more;
}

/** Puts signs of ASCII as they are. */
function put(text: string): void {
  const { length } = text;
  reserve(length);
  const [to, from] = [bytes, end];
  for (let i = 0; i < length; i++) to[from + i] = text.charCodeAt(i);
  end = from + length;
}

/** Puts what is JSON already. */
function putWritten(json: string): void {
  reserve(json.length);
  end = writeUtf8(json, bytes, end);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Puts a text as JSON writes it; false where it has half a sign. */
function putText(text: string): boolean {
  const { length } = text;
  reserve(length);
  const to = bytes;
  let at = end;
  to[at++] = QUOTE;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (unit < 0x20 || unit === QUOTE || unit === BACKSLASH) return putOdd(text);
      to[at++] = unit;
    } else if (unit < 0x800) {
      to[at++] = 0xc0 | (unit >> 6);
      to[at++] = 0x80 | (unit & 63);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      to[at++] = 0xe0 | (unit >> 12);
      to[at++] = 0x80 | ((unit >> 6) & 63);
      to[at++] = 0x80 | (unit & 63);
    } else return putOdd(text);
  }
  to[at++] = QUOTE;
  end = at;
  return true;
}

/** A text with a sign that is escaped, or beyond the basic plane. */
function putOdd(text: string): boolean {
  if (!text.isWellFormed()) return false;
  putWritten(JSON.stringify(text));
  return true;
}

function putField(key: string, value: unknown): boolean {
  switch (key) {
    case 'facts':
      return putFacts(value as Input['facts'], factKeys);
    case 'events':
      return putEvents(value as Input['events']);
    case 'lists':
      return putLists(value as Input['lists']);
    case 'district':
    case 'id':
    case 'name':
    case 'since':
    case 'state':
      return typeof value === 'string' && putText(value);
    case 'lastVisits':
      return putFacts(value as Readonly<Record<string, string>>, visitKeys);
    case 'sites':
      return putPlain(value);
    default:
      return false;
  }
}

function putPlain(value: unknown): boolean {
  try {
    putWritten(canonicalJson(value));
    return true;
  } catch (error) {
    if (isEvenhandError(error)) return false;
    throw error;
  }
}

function putFacts(
  facts: Readonly<Record<string, Fact>>,
  keysOf: (record: object) => readonly string[],
): boolean {
  const names = keysOf(facts);
  put('{');
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (i > 0) put(',');
    if (!putText(name)) return false;
    put(':');
    if (!putFact(facts[name])) return false;
  }
  put('}');
  return true;
}

function putFact(fact: Fact | undefined): boolean {
  switch (typeof fact) {
    case 'string':
      return putText(fact);
    case 'boolean':
      put(fact ? 'true' : 'false');
      return true;
    case 'number': {
      const plain = plainNumber(fact);
      if (typeof plain === 'string') return putText(plain);
      put(String(plain));
      return true;
    }
    default:
      return false;
  }
}

/** A number of an entity as canonical JSON can hold it. */
export function plainNumber(value: number): number | string {
  if (value === 0) return 0;
  return Number.isSafeInteger(value) ? value : String(value);
}

function putLists(lists: readonly string[]): boolean {
  put('[');
  for (let i = 0; i < lists.length; i++) {
    const list = lists[i] as string;
    if (i > 0 && compareBytes(lists[i - 1] as string, list) > 0) return false;
    if (i > 0) put(',');
    if (!putText(list)) return false;
  }
  put(']');
  return true;
}

/** Days are of ten signs, so that events by day and id are events by both texts joined. */
const DAY = 10;

function putEvents(events: readonly Event[]): boolean {
  put('[');
  for (let i = 0; i < events.length; i++) {
    const event = events[i] as Event;
    const before = events[i - 1];
    if (event.on.length !== DAY || (before !== undefined && !isInOrder(before, event)))
      return false;
    if (i > 0) put(',');
    if (!putEvent(event)) return false;
  }
  put(']');
  return true;
}

const isInOrder = (a: Event, b: Event): boolean =>
  a.on === b.on ? compareBytes(a.id, b.id) <= 0 : compareBytes(a.on, b.on) < 0;

/** The fields of an event in the order of their names, but for its values. */
const FIELDS = ['id', 'kind', 'knownOn', 'on', 'repairedOn', 'source', 'until'] as const;
const HEADS = /* @__PURE__ */ FIELDS.map((field) => ({
  field,
  first: `{"${field}":`,
  later: `,"${field}":`,
}));

function putEvent(event: Event): boolean {
  let count = 0;
  for (const { field, first, later } of HEADS) {
    const value = event[field];
    if (value === undefined) continue;
    put(count === 0 ? first : later);
    if (typeof value !== 'string' || !putText(value)) return false;
    count++;
  }
  if (event.values !== undefined) {
    put(',"values":');
    if (!putFacts(event.values, valueKeys)) return false;
    count++;
  }
  put('}');
  for (const name in event) if (event[name as keyof Event] !== undefined) count--;
  return count === 0;
}

/** The names of a record's fields in order: those of the last one, where it had the same. */
function orderedKeys(): (record: object) => readonly string[] {
  let given: readonly string[] = [];
  let sorted: readonly string[] = [];
  return (record) => {
    const keys = Object.keys(record);
    if (keys.length !== given.length || keys.some((key, i) => key !== given[i])) {
      given = keys;
      sorted = keys.slice().sort();
    }
    return sorted;
  };
}

const entityKeys = /* @__PURE__ */ orderedKeys();
const factKeys = /* @__PURE__ */ orderedKeys();
const visitKeys = /* @__PURE__ */ orderedKeys();
const valueKeys = /* @__PURE__ */ orderedKeys();
