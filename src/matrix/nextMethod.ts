import { requireArgument } from '../core/argument.js';
/**
 * Which method of a cycle comes next (检查方式轮换), after what was done before.
 *
 * The longest end of the record that runs along the cycle says where one stands: after `a, b` in the
 * cycle `a, b, c` comes `c`, after `c` again `a`. A method done that is not of the cycle begins it
 * anew, and so does a record that is empty. Where the record fits at several places, one at which it
 * begins with the cycle comes first, and then the earliest.
 *
 * @param cycle - the methods of a tempo, in order
 * @param done - the methods of past visits, the latest last
 * @returns undefined for a cycle without methods
 *
 * @example
 * ```ts
 * import { nextMethod } from 'evenhand/matrix';
 *
 * const cycle = ['inspection', 'advice', 'inspection', 'sampling'];
 * nextMethod(cycle, ['inspection', 'advice', 'inspection']); // => 'sampling'
 * nextMethod(cycle, ['sampling', 'inspection']); // => 'advice'
 * nextMethod(cycle, []); // => 'inspection'
 * ```
 */
export function nextMethod(cycle: readonly string[], done: readonly string[]): string | undefined {
  requireArgument('nextMethod', 'cycle', cycle, 'array');
  requireArgument('nextMethod', 'done', done, 'array');
  const length = cycle.length;
  const last = done.at(-1);
  if (length === 0 || last === undefined) return cycle[0];
  let place = -1;
  let longest = 0;
  for (let at = 0; at < length; at++) {
    const run = runEndingAt(cycle, at, done);
    if (run > longest || (run === longest && run === at + 1)) {
      longest = run;
      place = at;
    }
  }
  return place === -1 ? cycle[0] : cycle[(place + 1) % length];
}

/** How many of the latest methods lie along the cycle, the last of them at a place; at most one round. */
function runEndingAt(cycle: readonly string[], at: number, done: readonly string[]): number {
  const { length } = cycle;
  let run = 0;
  while (run < Math.min(length, done.length)) {
    if (cycle[(at - run + length) % length] !== done[done.length - 1 - run]) break;
    run++;
  }
  return run;
}
