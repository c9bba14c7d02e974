import { type Day, dayOf } from '../core/day.js';
import { t52 } from '../ticket/t52.js';

/**
 * The day of a visit by its ticket: each of the days it can be on has the same chance, so visits spread
 * over the window and nobody picks the day.
 *
 * @param choices - the numbers of the days to choose from, at least one
 */
export function visitDay(choices: readonly number[], visitTicket: string): Day {
  return dayOf(choices[t52(visitTicket) % choices.length] as number);
}
