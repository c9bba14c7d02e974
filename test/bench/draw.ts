import { drawAccumulator, type FrameUnit } from 'evenhand/draw';
import { keyedBatch } from '../../src/ticket/keyedBatch.js';
import { stateT52 } from '../../src/ticket/t52.js';
import { code18, machine, median } from './measure.js';

// A draw from 20 million streamed ids in 400 strata, beside a loop that only hashes the same
// stream, several ids together as a draw does. The two take the stream in turn, piece by piece, so
// that what else runs on the machine, and how fast it lets one loop run, falls on both alike.
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const count = Number(process.argv[2] ?? 20_000_000);
const share = Number(process.argv[3] ?? 0.01);
const piece = 100_000;
const strata = Array.from({ length: 400 }, (_, i) => `s${String(i).padStart(3, '0')}`);
const quotas = Object.fromEntries(strata.map((code) => [code, Math.ceil((count / 400) * share)]));

function* stream(from: number, to: number): Generator<FrameUnit> {
  for (let i = from; i < to; i++) {
    yield { id: code18(i), stratum: strata[(i * 7) % 400] as string };
  }
}

/** Seconds of processor time a piece of work takes. */
function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

let sink = 0;
const batch = keyedBatch<undefined>(key, 'a unit', (_, __, tickets, many) => {
  for (let i = 0; i < many; i++) sink += stateT52(tickets, 8 * i);
});
const draw = drawAccumulator({ key, quotas });
let peak = 0;
let [hashed, drawn] = [0, 0];
const parts: number[] = [];
for (let from = -5 * piece; from < count; from += piece) {
  const [begin, end] = [Math.abs(from), Math.min(count, Math.abs(from) + piece)];
  const hash = seconds(() => {
    for (const { id } of stream(begin, end)) batch.add(id, undefined);
  });
  // The first pieces only warm up: their units go to a draw that nobody asks.
  const into = from < 0 ? drawAccumulator({ key, quotas }) : draw;
  const whole = seconds(() => into.addAll(stream(begin, end)));
  if (from < 0) continue;
  hashed += hash;
  drawn += whole;
  parts.push(1 - hash / whole);
  peak = Math.max(peak, process.memoryUsage.rss());
}
let listed = 0;
const listing = seconds(() => {
  for (const { selected } of draw.done().strata) listed += selected.length;
});
peak = Math.max(peak, process.memoryUsage.rss());
drawn += listing;

const ns = (time: number): string => `${((time / count) * 1e9).toFixed(0)} ns an id`;
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
console.log(`${count} ids in 400 strata, ${listed} drawn; ${machine()}; sum ${sink % 10}`);
console.log(`stream and hash only   ${ns(hashed)}`);
console.log(`the draw               ${ns(drawn)}, ${drawn.toFixed(1)} s; listing ${ns(listing)}`);
console.log(`selection's part       ${percent(1 - hashed / drawn)}  (wanted: under 10)`);
console.log(
  `  of a piece of ${piece}, without listing: ${percent(median(parts))}, the median of ${parts.length}`,
);
console.log(`resident at most       ${(peak / 1e6).toFixed(0)} MB  (wanted: under 300)`);
