import seedrandom from 'seedrandom';
import { digest } from '../core/digest.js';

/**
 * A stream of numbers from 0 up to but not 1, for simulated draws and made-up data; an official
 * draw never uses a stream.
 *
 * The parts name the stream: the same parts give the same numbers in every engine, other parts give
 * others. They are hashed first, since raw seeds of the generator can collide: `1` and `11` would be
 * one stream.
 *
 * @param parts - what the stream is for, e.g. a seed, a purpose, an identifier
 * @throws `not-canonical` for a lone surrogate
 * @example
 * ```ts
 * import { randomStream } from 'evenhand/simulate';
 *
 * const one = randomStream('seed', '1');
 * const same = randomStream('seed', '1');
 * one() === same(); // => true
 * one() === randomStream('seed', '11')(); // => false
 * ```
 */
export function randomStream(...parts: string[]): () => number {
  const generator = seedrandom(digest(parts));
  return () => generator();
}
