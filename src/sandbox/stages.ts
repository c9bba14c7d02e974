import { requireArgument } from '../core/argument.js';
import { addDays, addPeriod, type Day } from '../core/day.js';
import type { SandboxRules } from './sandboxRules.js';

/** The last day of the observation period and that of all, for who enters on a day. */
export function stagesOf(
  rules: SandboxRules,
  on: Day,
): { readonly observedUntil?: Day; readonly until: Day } {
  requireArgument('stagesOf', 'rules', rules, { inside: 'object' }, 'parseSandboxRules(…)');
  const { observation, inside, ends } = rules;
  const held = (day: Day): Day => (ends !== undefined && day > ends ? ends : day);
  const observed = observation === undefined ? undefined : held(addPeriod(on, observation.lasts));
  const first = observed === undefined ? on : addDays(observed, 1);
  // One of the two is there: `checkSandboxRules` refuses a sandbox without an end.
  const until = inside.lasts === undefined ? (ends as Day) : held(addPeriod(first, inside.lasts));
  return { ...(observed === undefined ? {} : { observedUntil: observed }), until };
}
