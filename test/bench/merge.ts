import { dayNumber } from '../../src/core/day.js';
import type { Demand } from '../../src/register/nouns.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import { type DemandColumns, mergeColumns } from '../../src/visits/mergeColumns.js';
import { mergeVisits } from '../../src/visits/mergeVisits.js';
import { code18, inTurn, machine, nanoseconds } from './measure.js';

// node test/bench/run.mjs merge [firms] [firms as objects]: 2 million firms × 5 demands in columns,
// beside a loop that reads every column once; and a part of them as objects, beside a loop that reads
// every field once.
const FIRMS = Number(process.argv[2] ?? 2_000_000);
const OBJECTS = Number(process.argv[3] ?? 200_000);
const EACH = 5;

/** Windows as tasks have them: months, quarters, halves, the whole year. */
const WINDOWS = [
  ['01-01', '12-31'],
  ['01-01', '06-30'],
  ['07-01', '12-31'],
  ['03-01', '06-30'],
  ['05-01', '09-30'],
  ['06-01', '12-31'],
  ['04-01', '05-31'],
  ['09-01', '11-30'],
  ['02-01', '02-28'],
  ['12-01', '12-31'],
].map(([from, to]) => ({ from: `2026-${from}`, to: `2026-${to}` }));
const DAYS = WINDOWS.map(({ from, to }) => [dayNumber(from), dayNumber(to)] as const);

const mixed = (i: number): number => Math.imul(i ^ (i >>> 7), 2654435761) >>> 9;

function columns(firms: number): DemandColumns {
  const count = firms * EACH;
  const all = {
    first: Uint32Array.from({ length: firms + 1 }, (_, e) => e * EACH),
    from: new Int32Array(count),
    to: new Int32Array(count),
    census: new Uint8Array(count),
    duty: new Uint8Array(count),
    weight: new Float64Array(count),
    item: new Uint32Array(count),
  };
  for (let i = 0; i < count; i++) {
    const n = mixed(i);
    // Most windows are long; a short one stands here and there.
    const window = n % 40 === 0 ? 8 + (n % 2) : n % 8;
    const [from, to] = DAYS[window] as (typeof DAYS)[number];
    all.from[i] = from;
    all.to[i] = to;
    all.census[i] = i % EACH === 0 ? 1 : 0;
    all.duty[i] = n % 11 === 0 ? 1 : 0;
    all.weight[i] = 1 + (n % 7);
    all.item[i] = i % EACH;
  }
  return all;
}

/** A loop that only reads: every number of every column, firm by firm. */
function readColumns({ first, from, to, census, duty, weight, item }: DemandColumns): number {
  let sum = 0;
  for (let e = 0; e + 1 < first.length; e++) {
    const end = first[e + 1] as number;
    for (let i = first[e] as number; i < end; i++) {
      sum += (from[i] as number) ^ (to[i] as number) ^ (item[i] as number);
      sum += (census[i] as number) + (duty[i] as number) + (weight[i] as number);
    }
  }
  return sum;
}

function rows(start: number, firms: number): Demand[] {
  return Array.from({ length: firms * EACH }, (_, k): Demand => {
    const i = start * EACH + k;
    const n = mixed(i);
    const firm = code18(Math.floor(i / EACH));
    return {
      id: flat(`T${i % EACH}/I${i % EACH}/${firm}`),
      entity: firm,
      authority: `A${n % 40}`,
      item: `I${i % EACH}`,
      kind: i % EACH === 0 ? 'census' : 'spot-check',
      cause: 'draw',
      window: WINDOWS[n % 40 === 0 ? 8 + (n % 2) : n % 8] as Demand['window'],
      weight: 1 + (n % 7),
      duty: n % 11 === 0,
    };
  });
}

/** A text of one piece, as whatever is read from a file is. */
const flat = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');

/** A loop that only reads: every field, and where the next firm begins. */
function readRows(demands: readonly Demand[]): number {
  let [sum, last] = [0, ''];
  for (const { id, entity, authority, item, kind, cause, window, weight, duty } of demands) {
    if (entity !== last) sum++;
    last = entity;
    sum += id.length + authority.length + item.length + kind.length + cause.length + weight;
    sum += window.from.length + window.to.length + (duty ? 1 : 0);
  }
  return sum;
}

console.log(machine());
const all = columns(FIRMS);
const { day, visitOf, planned } = mergeColumns(all, twoInspections);
const deferred = visitOf.reduce((sum, v) => sum + (v < 0 ? 1 : 0), 0);
console.log(
  `${FIRMS} firms × ${EACH} demands in columns: ${day.length} visits, ${deferred} demands deferred, ${planned} firms planned exactly`,
);
const { read = 0, merge = 0 } = inTurn(3, FIRMS, {
  read: () => readColumns(all),
  merge: () => mergeColumns(all, twoInspections),
});
console.log(`  a loop that only reads ${read.toFixed(1)} ns a firm`);
console.log(
  `  mergeColumns           ${merge.toFixed(1)} ns a firm, ${(merge / read).toFixed(1)} ×, ${((merge * FIRMS) / 1e9).toFixed(2)} s`,
);

let [reading, merging] = [0, 0];
const BATCH = Math.min(20_000, OBJECTS);
for (let start = 0; start < OBJECTS; start += BATCH) {
  const demands = rows(start, BATCH);
  reading += nanoseconds(1, () => readRows(demands));
  merging += nanoseconds(1, () => mergeVisits(demands, twoInspections));
}
console.log(`${OBJECTS} firms × ${EACH} demands as objects`);
console.log(`  a loop that only reads ${(reading / OBJECTS).toFixed(0)} ns a firm`);
console.log(
  `  mergeVisits            ${(merging / OBJECTS).toFixed(0)} ns a firm, ${(merging / reading).toFixed(0)} ×`,
);
