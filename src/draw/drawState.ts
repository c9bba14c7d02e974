import { mistake } from '../core/error.js';
import { checkedId } from '../core/identifier.js';
import { shownValue } from '../core/shownValue.js';
import type { DRAW_METHOD } from '../ticket/method.js';
import { isCount } from './count.js';
import { neededOf } from './stratumRule.js';
import { refuseRepeats } from './unit.js';

/** How far a draw by equal chances has come: its rules, and for each stratum who can still be listed. */
export interface DrawState {
  readonly method: typeof DRAW_METHOD;
  readonly key: string;
  readonly offset: number;
  readonly substitutes: number;
  readonly strata: readonly StratumState[];
}

/** A stratum's share of a state. */
export interface StratumState {
  readonly stratum: string;
  readonly quota: number;
  /** Units that came so far. */
  readonly size: number;
  /** In draw order: the quota, the substitutes and at least one more, or all that came. */
  readonly held: readonly string[];
}

/**
 * The state itself, once it is of the draw whose blank state is `own`, and complete.
 *
 * @throws `state-mismatch` where the rules differ, `bad-state` where a stratum does not hold what it
 * needs, `bad-id` | `repeated-id`
 */
export function checkedState(state: DrawState, own: DrawState): DrawState {
  for (const field of ['method', 'key', 'offset', 'substitutes'] as const) {
    if (state?.[field] !== own[field]) throw mismatch(field, state?.[field], own[field]);
  }
  const [given, expected] = [rulesOf(state), rulesOf(own)];
  if (given !== expected) throw mismatch('strata', given, expected);
  for (const stratum of state.strata) {
    const { size, held } = stratum;
    const needed = Math.min(size, neededOf({ ...stratum, substitutes: own.substitutes }));
    if (!isCount(size) || held.length !== needed) {
      throw mistake(
        'bad-state',
        `the state of \`${stratum.stratum}\` holds \`${held.length}\` of \`${shownValue(size)}\` units; expected \`${needed}\`, as \`state()\` gives them`,
        { stratum: stratum.stratum, size: shownValue(size), given: held.length, expected: needed },
      );
    }
  }
  const ids = state.strata.flatMap(({ held }) => held);
  for (const id of ids) checkedId(id, 'a unit of the state');
  refuseRepeats(ids);
  return state;
}

const rulesOf = ({ strata }: DrawState): string =>
  Array.isArray(strata)
    ? strata
        .map(({ stratum, quota, held }) => `${stratum}:${quota}${Array.isArray(held) ? '' : '?'}`)
        .join(' ')
    : shownValue(strata);

function mismatch(field: string, given: unknown, expected: unknown) {
  const shown = [given, expected].map((value) => shownValue(value).slice(0, 80));
  return mistake(
    'state-mismatch',
    `the state's \`${field}\` is \`${shown[0]}\`, this draw's \`${shown[1]}\`; merge states of one draw only`,
    { field, given: shown[0] as string, expected: shown[1] as string },
  );
}
