import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type Day, dayNumber, daysBetween } from '../../core/day.js';
import { sortedBy } from '../../core/order.js';
import type { Demand } from '../../register/nouns.js';
import { type Cap, dutyOrCap } from '../../visits/cap.js';
import {
  type JointVisitOptions,
  type MergedVisits,
  mergeVisits,
} from '../../visits/mergeVisits.js';
import { openDaysOf } from '../../visits/openDays.js';
import { yearCaps } from '../../visits/yearCap.js';
import { arbitraryDemands } from '../arbitraries/demands.js';
import { arbitraryOrder } from '../arbitraries/key.js';
import { changes, differs, type Finding, type Law, law, repeated } from './law.js';
import { isAccountedFor, isInWindow, isUnderCap } from './visitChecks.js';

/** What is tried: this library's merging, or a platform's that claims to be equal. */
export interface VisitPlatform {
  readonly mergeVisits?: typeof mergeVisits;
  /** The authority's own working days and rules, and today. */
  readonly days?: Pick<JointVisitOptions, 'calendar' | 'rules' | 'asOf'>;
}

/**
 * What must hold for joint visits under a cap: nothing that is due gets lost, and no protected entity
 * bears more than the cap but for a marked legal duty.
 *
 * @param cap - the authority's own cap, one that a year can be planned by
 * @throws `cap-not-plannable` where it is not; `ledgerLaws` take any cap
 */
export function visitLaws(cap: Cap, platform: VisitPlatform = {}): Law[] {
  requireArgument('visitLaws', 'cap', cap, { from: 'string', limits: 'array' }, 'parseCap(…)');
  requireArgument('visitLaws', 'platform', platform, 'object');
  const { mergeVisits: merge = mergeVisits, days = {} } = platform;
  const cases = arbitraryDemands(daysUnder(cap));
  const capFor = yearCaps(cap);
  const eligible = (entity: string): boolean => entity !== 'E2';
  const run = (demands: readonly Demand[]): MergedVisits =>
    merge(demands, cap, { eligible, ...days });
  const open = openDaysOf(days)(undefined);
  const mergedLaw = (name: string, check: (merged: MergedVisits, demands: Demand[]) => Finding) =>
    law(name, cases, (demands) => check(run(demands), demands));
  const allOf = ({ visits, outside }: MergedVisits) => [...visits, ...outside];
  const laws = [
    law('merges the same when asked twice', cases, (demands) =>
      differs(run(demands), run(demands)),
    ),
    law('leaves the demands as they were', cases, (demands) => changes(demands, run)),
    law(
      'merges the same whatever the order of the demands',
      cases.chain((demands) => fc.tuple(fc.constant(demands), arbitraryOrder(demands))),
      ([demands, order]) => differs(placeless(run(demands)), placeless(run(order))),
    ),
    mergedLaw('stands every demand in one visit, or defers it, or refuses it', (merged, demands) =>
      isAccountedFor(demands, allOf(merged), merged),
    ),
    mergedLaw('never passes the cap but for marked legal duties', (merged, demands) =>
      isUnderCap(demands, allOf(merged), (entity) => capFor(eligible(entity))),
    ),
    mergedLaw('visits inside the windows of all it does, at its place', (merged, demands) =>
      isInWindow(allOf(merged), (id) => demands.find((demand) => demand.id === id)),
    ),
    mergedLaw('visits on open days alone', ({ visits }) => {
      const shut = visits.find(({ day }) => !open.isOpen(dayNumber(day)));
      return shut === undefined ? undefined : `\`${shut.id}\` is on \`${shut.day}\``;
    }),
    mergedLaw('never plans more visits than each authority on its own', ({ before, after }) =>
      after <= before ? undefined : `\`${after}\` visits instead of \`${before}\``,
    ),
    mergedLaw('names every visit once', (merged) =>
      repeated(
        allOf(merged).map(({ id }) => id),
        'visit',
      ),
    ),
    mergedLaw('defers nothing of an entity the cap does not protect', ({ deferred }) => {
      const late = deferred.find(
        ({ entity, reason }) => !eligible(entity) && reason !== 'no-open-day',
      );
      return late === undefined ? undefined : `\`${late.demand}\` is deferred`;
    }),
  ];
  if (dutyOrCap(cap) !== 'duty-over-cap') return laws;
  return [
    ...laws,
    mergedLaw('never defers a legal duty', ({ deferred }, demands) => {
      const late = deferred.find(
        ({ demand, reason }) =>
          reason !== 'no-open-day' && demands.find(({ id }) => id === demand)?.duty,
      );
      return late === undefined ? undefined : `duty \`${late.demand}\` is deferred`;
    }),
  ];
}

/** What is refused names its place in the list; the rest must not hang on the order. */
function placeless({ refused, ...rest }: MergedVisits): unknown {
  const codes = refused.map(({ demand, issue }) => `${demand} ${issue.code}`);
  return { ...rest, refused: sortedBy(codes, (code) => code) };
}

/** Up to 20 days of one year on which the cap is in force. */
function daysUnder({ from, to, sunset }: Cap): { from: Day; days: number } {
  const newYear = `${String(Number(from.slice(0, 4)) + 1).padStart(4, '0')}-01-01`;
  const last = [to, sunset, addDays(newYear, 19)]
    .filter((day) => day !== undefined)
    .sort()[0] as Day;
  const first = newYear <= last ? newYear : from;
  const yearEnd = `${first.slice(0, 4)}-12-31`;
  return {
    from: first,
    days: Math.min(20, daysBetween(first, last < yearEnd ? last : yearEnd) + 1),
  };
}
