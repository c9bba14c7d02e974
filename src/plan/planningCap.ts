import { mistake } from '../core/error.js';
import { type Issue, warningAt } from '../core/issue.js';
import type { Cap } from '../visits/cap.js';
import { unplannable } from '../visits/yearCap.js';

/**
 * The one of a programme's caps that a year is planned by. The others say more than how many visits a
 * calendar year holds: each is named in a warning, and `admitVisit` keeps it, visit by visit.
 *
 * @throws `no-cap-to-plan` where none, or more than one, counts the visits of a calendar year
 */
export function planningCap(caps: readonly Cap[]): { readonly cap: Cap; readonly issues: Issue[] } {
  const plannable = caps.filter((cap) => unplannable(cap).length === 0);
  const cap = plannable[0];
  if (cap === undefined || plannable.length > 1) {
    const given = plannable.map(({ id }) => id);
    throw mistake(
      'no-cap-to-plan',
      `a year is planned by one cap that counts its visits, given \`${given.join(', ')}\` (let \`roles.caps\` name one such cap)`,
      { given, expected: caps.map(({ id }) => id) },
      ['programme', 'roles', 'caps'],
    );
  }
  return {
    cap,
    issues: caps
      .filter((other) => other !== cap)
      .map((other) =>
        warningAt('cap-not-planned', ['programme', 'roles', 'caps'], {
          cap: other.id,
          given: unplannable(other),
        }),
      ),
  };
}
