import { isDay } from '../core/day.js';
import { isEvenhandError } from '../core/error.js';
import type { EntropySource } from '../plan/planInput.js';
import { QUICKNET } from '../ticket/entropy/drandChain.js';
import { drandRoundAt } from '../ticket/entropy/drandRound.js';
import { entropySource } from '../ticket/entropy/entropySource.js';
import { badOption } from './options.js';

/** What `--source` may be. */
export const SOURCE_FORMS =
  'LABEL=BITS | dice:COUNT@YYYY-MM-DD | drand:quicknet@YYYY-MM-DDThh:mm:ssZ';

/**
 * A source as it is typed: a label with its bits, so many ten-sided dice on a day, or the first round
 * of drand's quicknet that is not due before an instant.
 *
 * @throws `bad-option`
 */
export function sourceText(text: string): EntropySource {
  const plain = /^([^=]+)=([1-9]\d{0,8})$/.exec(text);
  if (plain !== null) return { label: plain[1] as string, bits: Number(plain[2]) };
  const dice = /^dice:([1-9]\d{0,2})@(.+)$/.exec(text);
  if (dice !== null && isDay(dice[2])) {
    const [, count, on] = dice as unknown as [string, string, string];
    return entropySource({
      ...{ kind: 'dice', label: `dice.${on}`, on, sides: 10, count: Number(count) },
    });
  }
  const drand = /^drand:quicknet@(.+)$/.exec(text);
  const round = drand === null ? undefined : roundAt(drand[1] as string);
  if (round === undefined) throw badOption('--source', text, SOURCE_FORMS);
  return entropySource({
    ...{ kind: 'drand', label: `drand.quicknet.${round}`, chain: QUICKNET, round },
  });
}

function roundAt(instant: string): number | undefined {
  try {
    return drandRoundAt(QUICKNET, instant);
  } catch (error) {
    if (isEvenhandError(error)) return undefined;
    throw error;
  }
}

/** A source, once more for each further one. */
export function sourceOption(text: string, before: readonly EntropySource[]): EntropySource[] {
  return [...before, sourceText(text)];
}
