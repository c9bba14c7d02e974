import { mistake } from '../core/error.js';
import type { Demand } from '../register/nouns.js';
import type { YearCap } from './yearCap.js';

/**
 * Makes sure that the cap is in force on some day of a demand's window.
 *
 * @throws `cap-not-in-force`
 */
export function requireInForce(
  cap: Pick<YearCap, 'id' | 'from' | 'to' | 'sunset'>,
  { demand }: { readonly demand: Pick<Demand, 'id' | 'window'> },
): void {
  const { from, to } = demand.window;
  const ended = [cap.to, cap.sunset].find((last) => last !== undefined && last < from);
  if (ended === undefined && cap.from <= to) return;
  const expected = `${cap.from}..${ended ?? ''}`;
  throw mistake(
    'cap-not-in-force',
    `cap \`${cap.id}\` is in force on \`${expected}\`, demand \`${demand.id}\` is due on \`${from}..${to}\` (pass the cap of those days)`,
    { cap: cap.id, id: demand.id, given: `${from}..${to}`, expected },
  );
}
