// How an assessment by columns grows with the rows: time an entity, and what is resident beside the
// columns and the answers. The reference is a loop that only reads every column once.
import { assessColumns } from '../../src/columns/assessColumns.js';
import { compileColumns } from '../../src/columns/compileColumns.js';
import type { EntityColumns } from '../../src/columns/entityColumns.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { cityColumns } from './cityColumns.js';
import { machine, median, nanoseconds } from './measure.js';

const most = Number(process.argv[2] ?? 20_000_000);
const asOf = '2025-12-31';
const compiled = compileColumns(parseProgramme(exampleProgramme).at(asOf));
const MB = 2 ** 20;

/** Everything in a value that lies in typed arrays, each once. */
function arraysIn(value: unknown, found = new Set<ArrayBufferView>()): Set<ArrayBufferView> {
  if (ArrayBuffer.isView(value)) found.add(value);
  else if (typeof value === 'object' && value !== null && !(value instanceof Map)) {
    for (const one of Object.values(value)) arraysIn(one, found);
  }
  return found;
}

const bytesIn = (value: unknown): number =>
  [...arraysIn(value)].reduce((sum, { byteLength }) => sum + byteLength, 0);

/** A loop over every number of every column, which is the least that an assessment has to do. */
function readAll(columns: EntityColumns): number {
  let sum = 0;
  for (const array of arraysIn(columns)) {
    const numbers = array as Uint8Array;
    for (let i = 0; i < numbers.length; i++) sum = (sum + (numbers[i] as number)) | 0;
  }
  return sum;
}

/** The columns so many times over, as one. */
function repeated(columns: EntityColumns, times: number): EntityColumns {
  const { size, facts, lists, events } = columns;
  const tiled = <T extends Uint8Array | Int32Array>(array: T): T => {
    const out = new (array.constructor as new (length: number) => T)(array.length * times);
    for (let i = 0; i < times; i++) out.set(array, i * array.length);
    return out;
  };
  const shifted = (offsets: Uint32Array): Uint32Array => {
    const out = new Uint32Array(size * times + 1);
    const entries = offsets[size] as number;
    for (let i = 0; i < times; i++) {
      for (let row = 0; row <= size; row++) {
        out[i * size + row] = i * entries + (offsets[row] as number);
      }
    }
    return out;
  };
  const known = new Map<ArrayBufferView, ArrayBufferView>();
  const all = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) {
      const found = known.get(value);
      const out =
        found ?? (value instanceof Uint32Array ? shifted(value) : tiled(value as Uint8Array));
      known.set(value, out);
      return out;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, all(one)]));
  };
  return { ...(all({ facts, lists, events }) as EntityColumns), size: size * times };
}

/** Made one by one up to 2 million; beyond, those several times over. */
function columnsFor(size: number): EntityColumns {
  const made = Math.min(size, 2_000_000);
  const columns = cityColumns(made, asOf);
  return size === made ? columns : repeated(columns, size / made);
}

function resident(): number {
  for (let i = 0; i < 3; i++) global.gc?.();
  return process.memoryUsage().rss;
}

console.log(`${machine()}; about three events an entity; medians, nanoseconds of processor time`);
console.log(
  ['entities', 'reads', 'columns', 'ratio', 'in MB', 'out MB', 'beside MB']
    .map((name) => name.padStart(10))
    .join(' '),
);
// Everything that is compiled on the way is compiled before the first figure.
const small = cityColumns(20_000, asOf);
for (let i = 0; i < 60; i++) {
  assessColumns(compiled, small);
  readAll(small);
}
let first: number | undefined;
for (let size = 20_000; size <= most; size *= 10) {
  const columns = columnsFor(size);
  const rounds = Math.max(3, Math.min(61, Math.round(4_000_000 / size)));
  const times: { readonly read: number; readonly assess: number }[] = [];
  const before = resident();
  for (let round = 0; round <= rounds; round++) {
    const read = nanoseconds(size, () => readAll(columns));
    const assess = nanoseconds(size, () => assessColumns(compiled, columns));
    if (round > 0) times.push({ read, assess });
  }
  const answer = assessColumns(compiled, columns);
  const peak = process.memoryUsage().rss;
  const [given, made] = [bytesIn(columns), bytesIn(answer)];
  const read = median(times.map((one) => one.read));
  const assess = median(times.map((one) => one.assess));
  first ??= assess;
  const figures = [
    String(size),
    read.toFixed(1),
    assess.toFixed(1),
    (assess / read).toFixed(2),
    (given / MB).toFixed(0),
    (made / MB).toFixed(0),
    ((peak - before - made) / MB).toFixed(0),
  ];
  console.log(figures.map((figure) => figure.padStart(10)).join(' '));
  console.log(
    `${' '.repeat(10)} ${(assess / first).toFixed(2)} × an entity of the smallest, ${answer.issues.length} rows without an answer`,
  );
}
