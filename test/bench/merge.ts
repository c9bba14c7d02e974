import { addDays, dayNumber } from '../../src/core/day.js';
import type { Demand } from '../../src/register/nouns.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import { mergeVisits } from '../../src/visits/mergeVisits.js';
import { code18, machine, nanoseconds } from './measure.js';

const FIRMS = Number(process.argv[2] ?? 2_000_000);
const EACH = 5;
const BATCH = 50_000;

/** Windows as tasks have them: quarters, half years, single months, the whole year. */
const WINDOWS = [
  ['01-01', '12-31'],
  ['01-01', '06-30'],
  ['07-01', '12-31'],
  ['03-01', '06-30'],
  ['05-01', '09-30'],
  ['06-01', '12-31'],
  ['04-01', '05-31'],
  ['09-01', '11-30'],
].map(([from, to]) => ({ from: `2026-${from}`, to: `2026-${to}` }));

function batch(start: number): Demand[] {
  return Array.from({ length: BATCH * EACH }, (_, i): Demand => {
    const firm = start + Math.floor(i / EACH);
    const mixed = Math.imul(firm * EACH + (i % EACH), 2654435761) >>> 8;
    return {
      id: `T${i % EACH}/I/${code18(firm)}`,
      entity: code18(firm),
      authority: `A${mixed % 40}`,
      item: `I${mixed % 90}`,
      kind: i % EACH === 0 ? 'census' : 'spot-check',
      cause: 'draw',
      window: WINDOWS[mixed % WINDOWS.length] as Demand['window'],
      weight: 1 + (mixed % 7),
      duty: mixed % 11 === 0,
    };
  });
}

/** A loop that only reads: every field, and where the next firm begins. */
function readOnly(demands: readonly Demand[]): number {
  let sum = 0;
  let last = '';
  for (const { id, entity, authority, item, kind, cause, window, weight, duty } of demands) {
    if (entity !== last) sum++;
    last = entity;
    sum += id.length + authority.length + item.length + kind.length + cause.length + weight;
    sum += window.from.length + window.to.length + (duty ? 1 : 0);
  }
  return sum;
}

console.log(machine());
let [read, merge, visits, deferred, firms] = [0, 0, 0, 0, 0];
for (let start = 0; start < FIRMS; start += BATCH) {
  const demands = batch(start);
  read += nanoseconds(1, () => readOnly(demands));
  merge += nanoseconds(1, () => {
    const merged = mergeVisits(demands, twoInspections);
    visits += merged.after;
    deferred += merged.deferred.length;
  });
  firms += BATCH;
}
console.log(`${firms} firms × ${EACH} demands: ${visits} visits, ${deferred} deferred`);
console.log(`read   ${(read / firms).toFixed(0)} ns a firm, ${(read / 1e9).toFixed(2)} s`);
console.log(
  `merge  ${(merge / firms).toFixed(0)} ns a firm, ${(merge / 1e9).toFixed(2)} s, ${(merge / read).toFixed(1)} ×`,
);
void addDays;
void dayNumber;
