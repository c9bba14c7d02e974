import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type Day } from '../../core/day.js';
import { referenceOf } from '../../document/book.js';
import type { Admission } from '../../sandbox/admit.js';
import type { SandboxRules } from '../../sandbox/sandboxRules.js';
import {
  type SandboxRecord,
  type SandboxStatus,
  sandboxStatus,
} from '../../sandbox/sandboxStatus.js';
import { stagesOf } from '../../sandbox/stages.js';
import { arbitraryEvents } from '../arbitraries/conditionFacts.js';
import { arbitraryDay } from '../arbitraries/day.js';
import { type Law, law } from './law.js';

/** How a platform keeps a sandbox: this library's way, or one that claims to be equal. */
export interface SandboxPlatform {
  readonly status?: (admission: Admission, record: SandboxRecord, asOf: Day) => SandboxStatus;
}

/**
 * What must hold of a sandbox: it ends on its last day at the latest, what ended it ends it for good, and
 * nothing rests and no plan changes but for who is observed or inside.
 *
 * @param rules - a document that `checkSandboxRules` accepts
 * @param platform - what is tried; this library's own where left out
 */
export function sandboxLaws(rules: SandboxRules, platform: SandboxPlatform = {}): Law[] {
  requireArgument('sandboxLaws', 'rules', rules, { triggers: 'array' }, 'parseSandboxRules(…)');
  requireArgument('sandboxLaws', 'platform', platform, 'object');
  const { status = (one, record, asOf) => sandboxStatus(rules, one, record, asOf) } = platform;
  const on = rules.from;
  const { until } = stagesOf(rules, on);
  const admission: Admission = {
    schema: 'evenhand/admission/1',
    entity: 'A',
    on,
    until,
    document: referenceOf(rules),
  };
  const kinds = rules.triggers.flatMap((one) => one.kinds);
  const middle = addDays(on, 300);
  const cases = fc.record({
    events: arbitraryEvents(kinds, middle),
    withdrawnOn: fc.option(arbitraryDay({ from: on, to: until }), { nil: undefined, freq: 2 }),
    first: arbitraryDay({ from: addDays(on, -10), to: addDays(until, 30) }),
    later: fc.integer({ min: 0, max: 400 }),
  });
  const recordOf = ({
    events,
    withdrawnOn,
  }: {
    events: SandboxRecord['events'];
    withdrawnOn: Day | undefined;
  }): SandboxRecord => ({
    events,
    readings: [],
    ...(withdrawnOn === undefined ? {} : { withdrawnOn }),
  });
  const isOpen = ({ state }: SandboxStatus): boolean => state === 'observing' || state === 'inside';
  return [
    law('ends on its last day at the latest', cases, ({ first, ...one }) => {
      const found = status(admission, recordOf(one), first);
      return isOpen(found) && (first > until || first < on)
        ? `it is \`${found.state}\` on \`${first}\`, outside \`${on}\` to \`${until}\``
        : undefined;
    }),
    law('ends for good', cases, ({ first, later, ...one }) => {
      const before = status(admission, recordOf(one), first);
      if (isOpen(before) || before.state === 'not-yet') return undefined;
      const after = status(admission, recordOf(one), addDays(first, later));
      return isOpen(after)
        ? `it is \`${after.state}\` after it was \`${before.state}\``
        : undefined;
    }),
    law(
      'suspends nothing, and changes no plan, but for who is inside',
      cases,
      ({ first, ...one }) => {
        const found = status(admission, recordOf(one), first);
        return !isOpen(found) && (found.suspends.length > 0 || found.plan !== 'as-usual')
          ? `\`${found.state}\` is \`${found.plan}\` and suspends \`${found.suspends.join()}\``
          : undefined;
      },
    ),
  ];
}
