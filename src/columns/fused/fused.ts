import type { WasmPlatform } from '../../core/compressMany.js';
import type { ProgrammeAt } from '../../programme/programme.js';
import type { SchemeAt } from '../../scoring/compile.js';
import { BLOCK } from '../block.js';
import type { EntityColumns } from '../entityColumns.js';
import { markEvents } from '../eventDomains.js';
import type { FillBlock, Filler, Filling, ProgrammeColumns } from '../filling.js';
import type { SchemeColumns } from '../schemeColumns.js';
import { type FusedLoop, fusedLoop, MARKED, UNSOUND } from './fusedLoop.js';
import { type Bring, mostEntries, type Numbers } from './room.js';
import { isAlike, type Shape, shapeOf } from './shape.js';

/** Fewer rows are not worth a module of their own. */
const FEW = 4 * BLOCK;

/** Fills blocks with the fused loop of this platform, where there are rows enough. */
export const fused: Filler = (at, columns, filling) =>
  columns.given.size < FEW
    ? undefined
    : fusedOn((globalThis as { WebAssembly?: WasmPlatform }).WebAssembly)(at, columns, filling);

/**
 * Fills blocks with a loop made for the programme. Not where a platform has no WebAssembly or does not
 * let a page compile; nor for what is left to passes: numbers of 64 bits, numbers at other places
 * than their input's, and events that outgrow a memory.
 */
export function fusedOn(platform: WasmPlatform | undefined): Filler {
  return (at, columns, filling) => {
    if (platform === undefined || !isFusable(at, columns)) return undefined;
    const shape = shapeOf(columns, filling);
    try {
      return filler(columns.given, shape, madeFor(at, columns, filling, shape, platform));
    } catch {
      return undefined;
    }
  };
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly run: (rows: number) => number;
}

/** A loop in a memory of its own, which one call at a time works with; it keeps no column. */
interface Made extends Omit<Shape, 'arrays'> {
  readonly platform: WasmPlatform;
  readonly run: Exports['run'];
  readonly bring: Bring;
  readonly marks: Uint8Array;
  /** Where the answers of a block stand, and the places of the columns they go to. */
  readonly answers: readonly { readonly own: Numbers; readonly place: number }[];
  readonly allowed: number;
}

/** The last of each programme: columns like the last ones find it compiled, warm and furnished. */
const lastMade = new WeakMap<ProgrammeAt, Made>();

function madeFor(
  at: ProgrammeAt,
  columns: ProgrammeColumns,
  filling: Filling,
  shape: Shape,
  platform: WasmPlatform,
): Made {
  const last = lastMade.get(at);
  if (last?.platform === platform && isAlike(last, shape)) return last;
  const made = make(fusedLoop(at, columns, filling), shape, platform);
  lastMade.set(at, made);
  return made;
}

function make(
  { module, room, written, faultyAt, allowed }: FusedLoop,
  { form, dictionaries, arrays }: Shape,
  platform: WasmPlatform,
): Made {
  const { exports } = new platform.Instance(new platform.Module(module));
  const { memory, run } = exports as Exports;
  const { buffer } = memory;
  const placeOf = (column: (typeof arrays)[number]): number => arrays.indexOf(column);
  return {
    ...{ form, dictionaries, platform, run, allowed },
    bring: room.furnish(buffer, placeOf),
    marks: new Uint8Array(buffer, faultyAt, BLOCK),
    answers: written.map(({ at, bytes, column }) => {
      const kind = bytes === 1 ? Uint8Array : bytes === 2 ? Uint16Array : Int32Array;
      return { own: new kind(buffer, at, BLOCK), place: placeOf(column) };
    }),
  };
}

function filler(
  { events }: EntityColumns,
  { arrays }: Shape,
  { answers, marks, allowed, bring, run }: Made,
): FillBlock {
  const bringRows = bring(arrays as readonly Numbers[]);
  return (from, rows, faulty) => {
    bringRows(from, rows);
    const found = run(rows);
    for (const { own, place } of answers) {
      arrays[place]?.set(rows === BLOCK ? own : own.subarray(0, rows), from);
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

function isFusable({ credit, risk }: ProgrammeAt, { given, ...own }: ProgrammeColumns): boolean {
  const { events, lists } = given;
  const isWhole = [given, own.credit, ...own.risk].every(({ facts }) =>
    Object.values(facts).every(
      (column) => column.kind !== 'number' || column.values instanceof Int32Array,
    ),
  );
  const entries = [events?.offsets, lists?.offsets].flatMap((one) => one ?? []);
  return (
    isWhole &&
    entries.every((offsets) => mostEntries(offsets) <= MOST_EVENTS) &&
    isDraftable(credit, own.credit) &&
    risk.every((one, i) => isDraftable(one.at, own.risk[i] as SchemeColumns))
  );
}

function isDraftable({ compiled }: SchemeAt, { facts }: SchemeColumns): boolean {
  return [...compiled.inputs.values()].every(({ name, input, places }) => {
    const column = facts[name];
    const isNumber = input.type === 'integer' || input.type === 'decimal';
    return !isNumber || column?.kind !== 'number' || column.places === places;
  });
}
