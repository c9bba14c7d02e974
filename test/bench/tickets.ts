import { hash } from 'node:crypto';
import { t52Column, t52Hasher, ticketHasher } from 'evenhand/ticket';
import { compressMany } from '../../src/core/compressMany.js';
import { initialState } from '../../src/core/sha256.js';
import { compress } from '../../src/core/sha256Block.js';
import { code18, inTurn, machine } from './measure.js';

// Tickets of 2 million ids beside bare loops of our compressions over ready blocks and beside the
// platform's hash.
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const count = Number(process.argv[2] ?? 2_000_000);
const ids = Array.from({ length: count }, (_, i) => code18(i));
const chinese = Array.from({ length: count }, (_, i) => `示例企业${i}`);

let sink = 0;
const block = new Int32Array(16);
const [rows, states, atOnce] = [new Int32Array(16 * 128), new Int32Array(8 * 128), 128];
const [state, start] = [initialState(), initialState()];
const [first52, ticketOf] = [t52Hasher(key), ticketHasher(key)];

const taken = inTurn(5, count, {
  'bare compression': () => {
    for (let i = 0; i < count; i++) {
      block[0] = i;
      compress(state, start, block, 0);
      sink += state[0] as number;
    }
  },
  'bare compressions, in lanes': () => {
    for (let i = 0; i < count; i += atOnce) {
      rows[0] = i;
      compressMany(states, start, rows, atOnce);
      sink += states[0] as number;
    }
  },
  'ticket, 52 bits': () => {
    for (const id of ids) sink += first52(id);
  },
  'column of tickets, 52 bits': () => {
    sink += t52Column(key, ids)[0] as number;
  },
  'ticket, hex': () => {
    for (const id of ids) sink += ticketOf(id).length;
  },
  'ticket of a Chinese name, 52 bits': () => {
    for (const id of chinese) sink += first52(id);
  },
  'column of Chinese names, 52 bits': () => {
    sink += t52Column(key, chinese)[0] as number;
  },
  'crypto.hash, hex': () => {
    for (const id of ids) sink += hash('sha256', key + id).length;
  },
});

console.log(`${count} ids of 18 characters; ${machine()}; sum ${sink % 10}`);
for (const [name, time] of Object.entries(taken)) {
  console.log(
    `${name.padEnd(36)} ${time.toFixed(0).padStart(6)} ns  ${(1000 / time).toFixed(2).padStart(6)} M/s`,
  );
}
const of = (name: string): number => taken[name] as number;
const ratio = (over: string, under: string, wanted = ''): void =>
  console.log(`${over} / ${under}: ${(of(over) / of(under)).toFixed(2)}${wanted}`);
ratio('ticket, 52 bits', 'bare compression', '  (wanted: at most 1.2)');
ratio('column of tickets, 52 bits', 'bare compression', '  (wanted: at most 1.2)');
ratio('column of tickets, 52 bits', 'bare compressions, in lanes');
ratio('crypto.hash, hex', 'column of tickets, 52 bits', '  (wanted: at least 2.5)');
ratio('crypto.hash, hex', 'ticket, 52 bits');
