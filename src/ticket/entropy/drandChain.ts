/** A chain of drand as its operators publish it: what a round's time and signature are checked by. */
export interface DrandChain {
  readonly name: string;
  /** 64 hex digits, by which the network's servers know the chain. */
  readonly hash: string;
  readonly scheme: 'bls-unchained-g1-rfc9380';
  /** When round 1 was due, ISO 8601 in UTC. */
  readonly genesis: string;
  /** Seconds from one round to the next. */
  readonly period: number;
  /** A point of G2, compressed: 96 bytes as hex. */
  readonly publicKey: string;
  /** The digest of the group the chain began with. */
  readonly groupHash: string;
}

/**
 * The chain `quicknet` of the League of Entropy: a round every three seconds.
 *
 * @source drand's chain information of quicknet; the hash follows from the rest, see `drandChainHash`
 */
export const QUICKNET: DrandChain = {
  name: 'quicknet',
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  scheme: 'bls-unchained-g1-rfc9380',
  genesis: '2023-08-23T15:09:27Z',
  period: 3,
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  groupHash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
};
