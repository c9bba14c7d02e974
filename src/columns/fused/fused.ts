import type { WasmPlatform } from '../../core/compressMany.js';
import type { ProgrammeAt } from '../../programme/programme.js';
import type { SchemeAt } from '../../scoring/compile.js';
import { BLOCK } from '../block.js';
import type { EntityColumns } from '../entityColumns.js';
import { markEvents } from '../eventDomains.js';
import type { FillBlock, Filler } from '../filling.js';
import { fusedLoop, MARKED, UNSOUND } from './fusedLoop.js';
import { mostEntries } from './room.js';

/** Fewer rows are not worth a module of their own. */
const FEW = 4 * BLOCK;

/** Fills blocks with the fused loop of this platform, where there are rows enough. */
export const fused: Filler = (at, columns, filling) =>
  columns.size < FEW
    ? undefined
    : fusedOn((globalThis as { WebAssembly?: WasmPlatform }).WebAssembly)(at, columns, filling);

/**
 * Fills blocks with a loop made for the programme. Not where a platform has no WebAssembly or does not
 * let a page compile; nor for what is left to passes: numbers of 64 bits, numbers at other places
 * than their input's, more than 32 overrides, and events that outgrow a memory.
 */
export function fusedOn(platform: WasmPlatform | undefined): Filler {
  return (at, columns, filling) => {
    if (platform === undefined || !isFusable(at, columns)) return undefined;
    const loop = fusedLoop(at, columns, filling);
    try {
      const instance = new platform.Instance(new platform.Module(loop.module));
      return filler(columns, loop, instance.exports as Exports);
    } catch {
      return undefined;
    }
  };
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly run: (rows: number) => number;
}

function filler(
  columns: EntityColumns,
  { room, written, faultyAt, allowed }: ReturnType<typeof fusedLoop>,
  { memory: { buffer }, run }: Exports,
): FillBlock {
  const bring = room.furnish(buffer);
  const marks = new Uint8Array(buffer, faultyAt, BLOCK);
  const answers = written.map(({ at, bytes, column }) => {
    const kind = bytes === 1 ? Uint8Array : bytes === 2 ? Uint16Array : Int32Array;
    return { own: new kind(buffer, at, BLOCK), column };
  });
  const { events } = columns;
  return (from, rows, faulty) => {
    bring(from, rows);
    const found = run(rows);
    for (const { own, column } of answers) {
      column.set(rows === BLOCK ? own : own.subarray(0, rows), from);
    }
    faulty.set(marks);
    let isMarked = (found & MARKED) !== 0;
    if (events === undefined) return isMarked;
    if ((found & UNSOUND) !== 0) {
      markEvents(events, faulty, from, rows);
      isMarked = true;
    }
    const { offsets } = events;
    if ((offsets[from + rows] as number) - (offsets[from] as number) <= allowed) return isMarked;
    for (let i = 0; i < rows; i++) {
      const count = (offsets[from + i + 1] as number) - (offsets[from + i] as number);
      if (count > allowed) faulty[i] = 1;
    }
    return true;
  };
}

/** So many events of a block are held in a memory; more have never been one firm's. */
const MOST_EVENTS = 2 ** 22;

function isFusable({ credit, risk }: ProgrammeAt, columns: EntityColumns): boolean {
  const { facts, events, lists } = columns;
  const isWhole = Object.values(facts).every(
    (column) => column.kind !== 'number' || column.values instanceof Int32Array,
  );
  const entries = [events?.offsets, lists?.offsets].flatMap((one) => one ?? []);
  return (
    isWhole &&
    entries.every((offsets) => mostEntries(offsets) <= MOST_EVENTS) &&
    [credit, ...risk.map((one) => one.at)].every((scheme) => isDraftable(scheme, columns))
  );
}

function isDraftable({ compiled }: SchemeAt, { facts }: EntityColumns): boolean {
  if (compiled.overrides.length > 32) return false;
  return [...compiled.inputs.values()].every(({ name, input, places }) => {
    const column = facts[name];
    const isNumber = input.type === 'integer' || input.type === 'decimal';
    return !isNumber || column?.kind !== 'number' || column.places === places;
  });
}
