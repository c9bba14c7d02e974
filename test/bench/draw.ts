import { drawSample, type FrameUnit } from 'evenhand/draw';
import { keyedBatch } from '../../src/ticket/keyedBatch.js';
import { stateT52 } from '../../src/ticket/t52.js';
import { code18, machine, nanoseconds } from './measure.js';

// A draw from 20 million streamed ids in 400 strata, beside a loop that only hashes the same
// stream, several ids together as a draw does.
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const count = Number(process.argv[2] ?? 20_000_000);
const share = Number(process.argv[3] ?? 0.01);
const strata = Array.from({ length: 400 }, (_, i) => `s${String(i).padStart(3, '0')}`);
const quotas = Object.fromEntries(strata.map((code) => [code, Math.ceil((count / 400) * share)]));

function* stream(): Generator<FrameUnit> {
  for (let i = 0; i < count; i++) {
    yield { id: code18(i), stratum: strata[(i * 7) % 400] as string };
  }
}

let peak = 0;
let seen = 0;
function* watched(): Generator<FrameUnit> {
  for (const unit of stream()) {
    if (++seen % 1_000_000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
    yield unit;
  }
}

let sink = 0;
let drawn = 0;
const hashed = () => {
  const batch = keyedBatch<undefined>(key, 'a unit', (_, __, tickets, at) => {
    sink += stateT52(tickets, at);
  });
  for (const { id } of watched()) batch.add(id, undefined);
  batch.flush();
};
const draw = () => {
  for (const { selected } of drawSample({ key, frame: watched(), quotas }).strata)
    drawn += selected.length;
  peak = Math.max(peak, process.memoryUsage.rss());
};
const rounds = [0, 1, 2].map(() => ({
  hash: nanoseconds(count, hashed),
  draw: nanoseconds(count, draw),
}));
const middle = rounds.toSorted(
  (a, b) => a.draw / a.hash - b.draw / b.hash,
)[1] as (typeof rounds)[0];

console.log(`${count} ids in 400 strata, ${drawn / 3} drawn; ${machine()}; sum ${sink % 10}`);
console.log(`stream and hash only   ${middle.hash.toFixed(0)} ns an id`);
console.log(
  `the draw               ${middle.draw.toFixed(0)} ns an id, ${((middle.draw * count) / 1e9).toFixed(1)} s`,
);
console.log(
  `selection's part       ${((1 - middle.hash / middle.draw) * 100).toFixed(1)} %  (wanted: under 10)`,
);
console.log(`resident at most       ${(peak / 1e6).toFixed(0)} MB  (wanted: under 300)`);
