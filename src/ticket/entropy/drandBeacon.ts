import { bytesOf, hex } from '../../core/hex.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { sha256Bytes } from '../../core/sha256.js';
import { shownValue } from '../../core/shownValue.js';
import type { DrandChain } from './drandChain.js';
import { bigEndian, isRound } from './drandRound.js';

/** A round as drand's servers give it. */
export interface DrandBeacon {
  readonly round: number;
  readonly randomness: string;
  readonly signature: string;
}

/**
 * The part of a BLS library that is needed, by its shape: `bls12_381.shortSignatures` of
 * `@noble/curves` fits.
 */
export interface ShortSignatures<Point> {
  hash(message: Uint8Array, domain: string): Point;
  verify(signature: Uint8Array, message: Point, publicKey: Uint8Array): boolean;
}

/** The domain of RFC 9380 for signatures in G1. */
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

/**
 * What is wrong with a round of drand: its randomness must be the SHA-256 of its signature, and the
 * signature one by the chain's key of this very round.
 *
 * @param beacon - as the server gave it
 * @param bls - `bls12_381.shortSignatures` of `@noble/curves`; left out, the signature itself is not
 * checked
 * @returns `beacon-differs`, or nothing where it holds; nothing is thrown
 *
 * @source drand, scheme `bls-unchained-g1-rfc9380`: the message is SHA-256 of the round as 8 bytes
 */
export function checkDrandBeacon<Point>(
  chain: DrandChain,
  beacon: DrandBeacon,
  bls?: ShortSignatures<Point>,
): Issue[] {
  // What a server sends may be no beacon at all.
  const { round, randomness, signature }: Partial<DrandBeacon> = beacon ?? {};
  const bytes = bytesOf(signature);
  if (!isRound(round)) return [differs('round', round)];
  if (bytes?.length !== 48) return [differs('signature', signature)];
  if (hex(sha256Bytes(bytes)) !== randomness) return [differs('randomness', randomness)];
  if (bls === undefined) return [];
  return isSigned(chain, round, bytes, bls) ? [] : [differs('signature', signature)];
}

function isSigned<Point>(
  { publicKey }: DrandChain,
  round: number,
  signature: Uint8Array,
  bls: ShortSignatures<Point>,
): boolean {
  try {
    const message = bls.hash(sha256Bytes(bigEndian(round, 8)), DOMAIN);
    return bls.verify(signature, message, bytesOf(publicKey) as Uint8Array);
  } catch {
    // A library refuses by throwing what is no point of its curve.
    return false;
  }
}

function differs(field: keyof DrandBeacon, given: unknown): Issue {
  return errorAt('beacon-differs', [field], { field, given: shownValue(given).slice(0, 80) });
}
