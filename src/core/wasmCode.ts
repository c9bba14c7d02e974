/** Instructions of a WebAssembly function, as bytes. */
export type Code = readonly number[];

/** What a local of a function holds: a word of 32 bits, or a vector of 128. */
export type LocalType = 'word' | 'vector';

/** The instructions that are used here (WebAssembly 2.0, §5.4). */
export const wasm = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  /** Sets a local and leaves what it was set to. */
  tee: (local: number): Code => [0x22, ...unsigned(local)],

  /** A constant of 32 bits. */
  i32: (value: number): Code => [0x41, ...signed(value | 0)],
  isZero32: [0x45],
  isEqual32: [0x46],
  isLessSigned32: [0x48],
  isLess32: [0x49],
  isGreaterSigned32: [0x4a],
  isGreater32: [0x4b],
  isAtMost32: [0x4d],
  isAtLeastSigned32: [0x4e],
  isAtLeast32: [0x4f],
  add32: [0x6a],
  subtract32: [0x6b],
  multiply32: [0x6c],
  and32: [0x71],
  or32: [0x72],
  xor32: [0x73],
  shiftLeft32: [0x74],
  shiftRightSigned32: [0x75],
  shiftRight32: [0x76],
  /** The first of two where the third is not 0, else the second. */
  select32: [0x1b],
  load32: (offset: number): Code => [0x28, 2, ...unsigned(offset)],
  load8: (offset: number): Code => [0x2d, 0, ...unsigned(offset)],
  load16: (offset: number): Code => [0x2f, 1, ...unsigned(offset)],
  store32: (offset: number): Code => [0x36, 2, ...unsigned(offset)],
  store8: (offset: number): Code => [0x3a, 0, ...unsigned(offset)],
  store16: (offset: number): Code => [0x3b, 1, ...unsigned(offset)],

  /** Runs the body, again as long as it leaves a condition that holds. */
  loop: (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0, 0x0b],
  /** Runs the body; `leave` inside it goes to its end. */
  block: (body: Code): Code => [0x02, 0x40, ...body, 0x0b],
  /** Runs the body where the condition before it holds. */
  when: (body: Code): Code => [0x04, 0x40, ...body, 0x0b],
  /** Goes to the end of the block that is so many blocks out. */
  leave: (depth: number): Code => [0x0c, ...unsigned(depth)],

  /** Four words from memory, at an address on the stack and `offset` bytes. */
  load: (offset: number): Code => [...vector(0), 2, ...unsigned(offset)],
  /** One word from memory, in all four lanes. */
  loadSplat: (offset: number): Code => [...vector(9), 2, ...unsigned(offset)],
  store: (offset: number): Code => [...vector(11), 2, ...unsigned(offset)],
  zero: [...vector(12), ...new Array<number>(16).fill(0)],
  /** Four words out of the eight of two vectors. */
  shuffle: (words: readonly number[]): Code => [
    ...vector(13),
    ...words.flatMap((word) => [4 * word, 4 * word + 1, 4 * word + 2, 4 * word + 3]),
  ],
  /** One of eight halves of words, with its sign. */
  half: (lane: number): Code => [...vector(24), lane],
  /** One of four words. */
  lane: (lane: number): Code => [...vector(27), lane],
  and: [...vector(78)],
  or: [...vector(80)],
  xor: [...vector(81)],
  /** Bits of the first where the third has ones, else of the second. */
  select: [...vector(82)],
  addHalves: [...vector(142)],
  subtractHalves: [...vector(145)],
  shiftLeft: [...vector(171)],
  shiftRight: [...vector(173)],
  add: [...vector(174)],
  subtract: [...vector(177)],
};

const WORD = 0x7f;
const VECTOR = 0x7b;
const FUNCTION = 0x60;

/** A module of one function over a memory, exported as `run` and `memory`. */
export function wasmModule(options: {
  /** How many numbers of 32 bits the function takes; they are its first locals. */
  readonly parameters: number;
  /** What the locals after these hold. */
  readonly locals: readonly LocalType[];
  /** Whether the body leaves a word, which the function gives back. */
  readonly hasResult?: boolean;
  /** Pages of memory, of 65,536 bytes each. */
  readonly pages: number;
  readonly body: Code;
}): Uint8Array<ArrayBuffer> {
  const { parameters, locals, hasResult = false, pages, body } = options;
  const takes = new Array<number>(parameters).fill(WORD);
  const runs = runsOf(locals);
  const code = [
    ...unsigned(runs.length),
    ...runs.flatMap(({ type, count }) => [
      ...[...unsigned(count), type === 'word' ? WORD : VECTOR],
    ]),
    ...[...body, 0x0b],
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, FUNCTION, parameters, ...takes, ...(hasResult ? [1, WORD] : [0])]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [2, ...name('memory'), 2, 0, ...name('run'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

/** Locals of one kind in a row. */
function runsOf(locals: readonly LocalType[]): { readonly type: LocalType; count: number }[] {
  const runs: { readonly type: LocalType; count: number }[] = [];
  for (const type of locals) {
    const last = runs.at(-1);
    if (last?.type === type) last.count++;
    else runs.push({ type, count: 1 });
  }
  return runs;
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

/** The same with a sign: the last group's second bit from the left says it. */
function signed(value: number): Code {
  const rest = value >> 6;
  return rest === 0 || rest === -1 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}
