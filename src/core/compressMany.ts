import { compress, K } from './sha256Block.js';
import { LANES_DATA, lanesModule } from './sha256Lanes.js';

/** What compresses four blocks at a time, over words of a memory of its own. */
export interface Lanes {
  readonly words: Int32Array;
  readonly run: (to: number, from: number, step: number, rows: number, end: number) => void;
}

/** What a platform offers as `WebAssembly`, as far as it is needed here. */
export interface WasmPlatform {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

/** Rows in the memory of the lanes at a time: its 64 KB hold twice as many. */
const ROOM = 256;
const FROM = LANES_DATA;
const TO = FROM + 32 * ROOM;
const ROWS = TO + 32 * ROOM;

/** Fewer rows are not worth the call, nor is the module worth compiling for them. */
export const FEW = 32;

/**
 * The states after one block each, for many messages: what `compress` gives for every row, at about
 * two fifths of its cost (135 ns against 330), since four messages go through the rounds together.
 *
 * Where a platform has no WebAssembly, no vectors, or does not let a page compile, `compress` itself
 * does the work, with the same answer.
 *
 * @param to - takes the new states, eight words each; may be `from`
 * @param from - the one state before every block, or the states before each
 * @param rows - the blocks, 16 words each
 * @param count - how many rows there are
 */
export function compressMany(
  to: Int32Array,
  from: Int32Array,
  rows: Int32Array,
  count: number,
): void {
  const lanes = count < FEW ? undefined : ownLanes();
  if (lanes === undefined) compressEach(to, from, rows, count);
  else compressInLanes(lanes, to, from, rows, count);
}

/** `compressMany`, one row after the other. */
export function compressEach(
  to: Int32Array,
  from: Int32Array,
  rows: Int32Array,
  count: number,
): void {
  const state = new Int32Array(8);
  for (let row = 0; row < count; row++) {
    state.set(from.length > 8 ? from.subarray(8 * row, 8 * row + 8) : from);
    compress(state, state, rows, 16 * row);
    to.set(state, 8 * row);
  }
}

/** `compressMany`, four rows at a time. */
export function compressInLanes(
  { words, run }: Lanes,
  to: Int32Array,
  from: Int32Array,
  rows: Int32Array,
  count: number,
): void {
  const step = from.length > 8 ? 8 : 0;
  for (let row = 0; row < count; row += ROOM) {
    const end = Math.min(count, row + ROOM);
    words.set(step === 0 ? from : from.subarray(8 * row, 8 * end), FROM / 4);
    words.set(rows.subarray(16 * row, 16 * end), ROWS / 4);
    run(TO, FROM, 4 * step, ROWS, ROWS + 64 * (end - row));
    to.set(words.subarray(TO / 4, TO / 4 + 8 * (end - row)), 8 * row);
  }
}

let own: { readonly lanes: Lanes | undefined } | undefined;

/** The lanes of this platform, compiled when they are first asked for (12 ms). */
function ownLanes(): Lanes | undefined {
  own ??= { lanes: newLanes(ownPlatform()) };
  return own.lanes;
}

/** What the platform this runs on offers, if anything. */
export function ownPlatform(): WasmPlatform | undefined {
  return (globalThis as { WebAssembly?: WasmPlatform }).WebAssembly;
}

/**
 * Lanes for a platform; none where it has no WebAssembly, refuses the module, or computes what
 * `compress` does not: on hardware whose words begin with their greatest byte, arrays and
 * WebAssembly do not mean the same words.
 */
export function newLanes(platform: WasmPlatform | undefined): Lanes | undefined {
  const lanes = compiled<Lanes>(platform, lanesModule);
  return lanes !== undefined && isRight(lanes) ? lanes : undefined;
}

/** The one function of a module, over a memory that holds the round constants; none where it can't be. */
export function compiled<T extends { readonly words: Int32Array; readonly run: unknown }>(
  platform: WasmPlatform | undefined,
  module: () => Uint8Array<ArrayBuffer>,
): T | undefined {
  if (platform === undefined) return undefined;
  try {
    const { memory, run } = new platform.Instance(new platform.Module(module())).exports as {
      readonly memory: { readonly buffer: ArrayBuffer };
      readonly run: T['run'];
    };
    const words = new Int32Array(memory.buffer);
    words.set(K);
    return { words, run } as T;
  } catch {
    return undefined;
  }
}

/** Whether lanes agree with `compress` on rows that differ in every word. */
function isRight(lanes: Lanes): boolean {
  const count = 4;
  const rows = Int32Array.from({ length: 16 * count }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  const from = Int32Array.from({ length: 8 * count }, (_, i) => Math.imul(i + 1, 0x85ebca6b));
  const [given, expected] = [new Int32Array(8 * count), new Int32Array(8 * count)];
  compressInLanes(lanes, given, from, rows, count);
  compressEach(expected, from, rows, count);
  return given.every((word, i) => word === expected[i]);
}
