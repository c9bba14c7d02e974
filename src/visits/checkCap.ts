import { mistake } from '../core/error.js';
import { errorAt, type Issue } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import type { Demand } from '../register/nouns.js';
import type { Cap } from './cap.js';

/** What is wrong with a cap whose shape is right: its frame, or a sunset before its first day. */
export function checkCap(cap: Cap): Issue[] {
  const { from, sunset } = cap;
  const issues = documentIssues(cap);
  if (sunset === undefined || sunset >= from) return issues;
  return [...issues, errorAt('validity-inverted', ['sunset'], { given: sunset, expected: from })];
}

/**
 * Makes sure that both numbers of visits can be counted.
 *
 * @throws `bad-cap`
 */
export function requireCounts(cap: Cap): void {
  for (const kind of ['census', 'spot-check'] as const) {
    const given = cap.visits[kind];
    if (Number.isSafeInteger(given) && given >= 0) continue;
    throw mistake(
      'bad-cap',
      `cap \`${cap.id}\` allows \`${given}\` visits of kind \`${kind}\` (expected an integer of at least 0)`,
      { cap: cap.id, given: String(given), kind },
      ['visits', kind],
    );
  }
}

/**
 * Makes sure that the cap is in force on some day of a demand's window.
 *
 * @throws `cap-not-in-force`
 */
export function requireInForce(
  cap: Cap,
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
