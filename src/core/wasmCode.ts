/** Instructions of a WebAssembly function, as bytes. */
export type Code = readonly number[];

/** The few instructions that hashing in lanes needs (WebAssembly 2.0, §5.4). */
export const wasm = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  /** A constant of 32 bits. */
  i32: (value: number): Code => [0x41, ...signed(value)],
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

/** A module of one function over a memory of one page, exported as `run` and `memory`. */
export function wasmModule(options: {
  /** How many numbers of 32 bits the function takes; they are its first locals. */
  readonly parameters: number;
  /** How many vectors it holds; they are the locals after these. */
  readonly vectors: number;
  readonly body: Code;
}): Uint8Array<ArrayBuffer> {
  const { parameters, vectors, body } = options;
  const [I32, V128, FUNCTION] = [0x7f, 0x7b, 0x60];
  const code = [1, ...unsigned(vectors), V128, ...body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, FUNCTION, parameters, ...new Array<number>(parameters).fill(I32), 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
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
function vector(operation: number): Code {
  return [0xfd, ...unsigned(operation)];
}

/** A number in groups of seven bits, the least first (LEB128). */
function unsigned(value: number): Code {
  const rest = value >>> 7;
  return rest === 0 ? [value] : [(value & 127) | 128, ...unsigned(rest)];
}

function signed(value: number): Code {
  const rest = value >> 6;
  return rest === 0 || rest === -1 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}
