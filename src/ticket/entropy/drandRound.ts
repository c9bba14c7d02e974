import { requireArgument } from '../../core/argument.js';
import { mistake } from '../../core/error.js';
import { bytesOf, hex } from '../../core/hex.js';
import { sha256Bytes } from '../../core/sha256.js';
import { shownValue } from '../../core/shownValue.js';
import { utf8 } from '../../core/utf8.js';
import type { DrandChain } from './drandChain.js';
import { instantOf, secondOf } from './instant.js';

/**
 * The first round of a chain that is not due before an instant.
 *
 * @param instant - ISO 8601 to the second, as `2026-01-15T12:00:00Z`
 * @throws `no-such-instant`
 * @example
 * ```ts
 * import { drandRoundAt, drandRoundTime, QUICKNET } from 'evenhand/ticket';
 *
 * const round = drandRoundAt(QUICKNET, '2026-01-15T12:00:00Z');
 * drandRoundTime(QUICKNET, round); // => '2026-01-15T12:00:00Z'
 * ```
 */
export function drandRoundAt(chain: DrandChain, instant: string): number {
  requireArgument('drandRoundAt', 'chain', chain, 'object');
  const { genesis, period } = chain;
  const since = secondOf(instant) - secondOf(genesis);
  return Math.max(1, Math.ceil(since / period) + 1);
}

/**
 * When a round is due, in UTC.
 *
 * @throws `bad-round` | `no-such-instant`
 */
export function drandRoundTime(chain: DrandChain, round: number): string {
  requireArgument('drandRoundTime', 'chain', chain, 'object');
  const { genesis, period } = chain;
  if (!isRound(round)) {
    throw mistake(
      'bad-round',
      `bad round of drand: \`${shownValue(round)}\` (expected an integer from 1 to ${MOST})`,
      { given: shownValue(round), expected: MOST },
    );
  }
  return instantOf(secondOf(genesis) + (round - 1) * period);
}

/** Far beyond the year 9000 at a round a second, and exact in every sum. */
const MOST = 2 ** 37;

/** Whether a number can be that of a round. */
export const isRound = (round: unknown): round is number =>
  Number.isSafeInteger(round) && (round as number) >= 1 && (round as number) <= MOST;

/**
 * The hash a chain must have by its period, genesis, key, group and name.
 *
 * @source drand, chain information: SHA-256 of period (4 bytes), genesis (8), key, group hash, name
 */
export function drandChainHash(chain: DrandChain): string {
  requireArgument('drandChainHash', 'chain', chain, 'object');
  const { period, genesis, publicKey, groupHash, name } = chain;
  const parts = [
    bigEndian(period, 4),
    bigEndian(secondOf(genesis), 8),
    bytesOf(publicKey) ?? [],
    bytesOf(groupHash) ?? [],
    utf8(name),
  ];
  return hex(sha256Bytes(Uint8Array.from(parts.flatMap((part) => [...part]))));
}

/** An integer as so many bytes, the largest first. */
export function bigEndian(value: number, bytes: number): Uint8Array {
  return Uint8Array.from(
    { length: bytes },
    (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256,
  );
}
