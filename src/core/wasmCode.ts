/** Instructions of a WebAssembly function, as bytes. */
export type Code = readonly number[];

/** What a local of a function holds: a word of 32 bits, or a vector of 128. */
export const WORD = 0x7f;
export const VECTOR = 0x7b;

/** The few instructions that hashing in lanes needs (WebAssembly 2.0, §5.4); `wasmWords` has more. */
export const wasm = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  /** A constant of 32 bits. */
  i32: (value: number): Code => [0x41, ...signed(value | 0)],
  add32: [0x6a],
  multiply32: [0x6c],
  isLess32: [0x49],
  /** Runs the body, again as long as it leaves a condition that holds. */
  loop: (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0, 0x0b],
  /** Four words from memory, at an address on the stack and `offset` bytes. */
  load: (offset: number): Code => [...vector(0), 2, ...unsigned(offset)],
  /** One word from memory, in all four lanes. */
  loadSplat: (offset: number): Code => [...vector(9), 2, ...unsigned(offset)],
  store: (offset: number): Code => [...vector(11), 2, ...unsigned(offset)],
  /** Four words out of the eight of two vectors. */
  shuffle: (words: readonly number[]): Code => [
    ...vector(13),
    ...words.flatMap((word) => [4 * word, 4 * word + 1, 4 * word + 2, 4 * word + 3]),
  ],
  and: [...vector(78)],
  or: [...vector(80)],
  xor: [...vector(81)],
  /** Bits of the first where the third has ones, else of the second. */
  select: [...vector(82)],
  shiftLeft: [...vector(171)],
  shiftRight: [...vector(173)],
  add: [...vector(174)],
};

const FUNCTION = 0x60;

/** A module of one function over a memory, exported as `run` and `memory`. */
export function wasmModule(options: {
  /** How many numbers of 32 bits the function takes; they are its first locals. */
  readonly parameters: number;
  /** What the locals after these hold, `WORD` or `VECTOR` each. */
  readonly locals: readonly number[];
  /** Whether the body leaves a word, which the function gives back. */
  readonly hasResult?: boolean;
  /** Pages of memory, of 65,536 bytes each. */
  readonly pages: number;
  readonly body: Code;
}): Uint8Array<ArrayBuffer> {
  const { parameters, locals, hasResult = false, pages, body } = options;
  const takes = new Array<number>(parameters).fill(WORD);
  const kinds = locals.flatMap((kind) => [1, kind]);
  const code = [...unsigned(locals.length), ...kinds, ...body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, FUNCTION, parameters, ...takes, ...(hasResult ? [1, WORD] : [0])]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [2, ...name('memory'), 2, 0, ...name('run'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): Code {
  return [text.length, ...Array.from(text, (character) => character.charCodeAt(0))];
}

/** An instruction over vectors of 128 bits. */
export function vector(operation: number): Code {
  return [0xfd, ...unsigned(operation)];
}

/** A number in groups of seven bits, the least first (LEB128). */
export function unsigned(value: number): Code {
  const rest = value >>> 7;
  return rest === 0 ? [value] : [(value & 127) | 128, ...unsigned(rest)];
}

/** The same with a sign: the last group's second bit from the left says it. */
function signed(value: number): Code {
  const rest = value >> 6;
  return rest === 0 || rest === -1 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}
