import { writeUtf8 } from '../../core/utf8.js';

/** Plain data by field. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Events as UTF-8, a line each: letter for letter what `JSON.stringify` writes of plain data, but written straight into
 * bytes. Made into texts that are cut, joined and sent, a refusal takes 5.3 µs instead of 3.5, and leaves 3 KB more of
 * garbage behind.
 *
 * An event's own entity and number are left out: they stand in columns.
 *
 * @param events - how many there will be, so that there is room for most of them
 */
export function eventLines(events: number) {
  let bytes = new Uint8Array(MOST * events);
  let at = 0;
  /** Makes sure that so many bytes more have room. */
  const room = (more: number): void => {
    if (at + more <= bytes.length) return;
    const larger = new Uint8Array(2 * (at + more));
    larger.set(bytes);
    bytes = larger;
  };
  const put = (byte: number): void => {
    bytes[at++] = byte;
  };
  const raw = (json: string): void => {
    room(3 * json.length);
    at = writeUtf8(json, bytes, at);
  };
  const text = (given: string): void => {
    room(given.length + 3);
    const target = bytes;
    let place = at;
    target[place++] = QUOTE;
    for (let i = 0; i < given.length; i++) {
      const code = given.charCodeAt(i);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) {
        // Rare in what is mostly ids, days and codes.
        raw(JSON.stringify(given));
        return;
      }
      target[place++] = code;
    }
    target[place++] = QUOTE;
    at = place;
  };
  const value = (given: unknown): void => {
    if (typeof given === 'string') text(given);
    else if (Number.isSafeInteger(given)) raw(`${given as number}`);
    else if (Array.isArray(given)) {
      room(2);
      put(BEGIN_LIST);
      for (let i = 0; i < given.length; i++) {
        if (i > 0) put(COMMA);
        value(given[i]);
        room(2);
      }
      put(END_LIST);
    } else if (isPlain(given)) fields(given, NOTHING);
    else raw(JSON.stringify(given) ?? 'null');
  };
  const fields = (given: Fields, left: readonly string[]): void => {
    room(2);
    put(BEGIN);
    const from = at;
    for (const key in given) {
      const item = given[key];
      if (item === undefined || left.includes(key)) continue;
      if (at > from) put(COMMA);
      text(key);
      put(COLON);
      value(item);
      room(2);
    }
    put(END);
  };
  return {
    /** Writes an event behind those that are there. JSON has no line break of its own. */
    add(event: object): void {
      if (at > 0) {
        room(1);
        put(LINE);
      }
      fields(event as Fields, IN_COLUMNS);
    },
    /** What is written. */
    bytes: (): Uint8Array => bytes.subarray(0, at),
  };
}

/** Whether it is an object of fields alone. */
function isPlain(given: unknown): given is Fields {
  if (typeof given !== 'object' || given === null) return false;
  const prototype: unknown = Object.getPrototypeOf(given);
  return prototype === Object.prototype || prototype === null;
}

/** The bytes of most events. */
const MOST = 768;
const IN_COLUMNS: readonly string[] = ['entity', 'seq'];
const NOTHING: readonly string[] = [];
const [QUOTE, COMMA, COLON, BACKSLASH, LINE] = [0x22, 0x2c, 0x3a, 0x5c, 0x0a];
const [BEGIN, END, BEGIN_LIST, END_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
