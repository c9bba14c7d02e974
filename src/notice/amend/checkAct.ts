import type { Opening } from '../../plan/staff.js';
import { differs, type Finding, firstOf } from '../checks/case.js';
import type { PlanAmendment } from './amendment.js';
import { checkDue } from './checkDue.js';
import { checkOpenings } from './checkOpenings.js';
import { checkTopUp } from './checkTopUp.js';
import type { FrameOrders } from './frameOrders.js';
import { type PlanNow, rearranged, substitutionFor } from './planNow.js';
import { restaffed } from './restaffed.js';
import type { Step } from './step.js';

/**
 * Checks what an amendment does, and what follows from it: who comes in or goes, the visits of those
 * concerned, the recusals opened for them, and the teams.
 *
 * @param recusals - those the verifier knows with their salts
 * @param orderOf - the frame of a task that was topped up in the order of its draw, where it is known
 */
export function checkAct(
  step: Step,
  recusals: readonly Opening[],
  orderOf: FrameOrders['orderOf'] | undefined,
): Finding {
  const { a, b, before, amendment, path } = step;
  const { act, visits } = amendment;
  const effect =
    act.kind === 'absence'
      ? checkAbsence(before, amendment, path)
      : ((act.kind === 'strike'
          ? checkStrike(before, amendment, path)
          : (differs(`${path}.substitution`, undefined, amendment.substitution) ??
            checkTopUp(a, b, before, amendment, path, orderOf?.(act.task)))) ??
        checkNamed(before, amendment, path) ??
        checkDue(step) ??
        checkOpenings(a, before, amendment, path, recusals));
  if (effect !== undefined) return effect;
  const now = rearranged(before, amendment);
  const again = restaffed(a, b, now);
  return (
    firstOf(
      ['purpose', 'key', 'relaxations', 'witness', 'unstaffed', 'teams', 'loads'] as const,
      (field) => differs(`${path}.${field}`, again[field], amendment[field]),
    ) ?? differs(`${path}.visits.length`, new Set(visits.map(({ id }) => id)).size, visits.length)
  );
}

function checkAbsence(before: PlanNow, amendment: PlanAmendment, path: string): Finding {
  const { act, visits, desk, deferred, openings } = amendment;
  if (act.kind !== 'absence') return undefined;
  const { inspector, from, to } = act;
  if (!before.staff.some(({ id }) => id === inspector)) {
    return {
      field: `${path}.act.inspector`,
      expected: 'an inspector of B.staff',
      found: inspector,
    };
  }
  if (to < from) return { field: `${path}.act.to`, expected: `>= ${from}`, found: to };
  const nothing = { visits: [], desk: [], deferred: [], openings: [] };
  return (
    differs(path, nothing, { visits, desk, deferred, openings }) ??
    firstOf(['substitution', 'additions', 'districts', 'booked', 'joined'] as const, (field) =>
      differs(`${path}.${field}`, undefined, amendment[field]),
    )
  );
}

function checkStrike(before: PlanNow, amendment: PlanAmendment, path: string): Finding {
  const { act, substitution, additions, districts } = amendment;
  if (act.kind !== 'strike') return undefined;
  const expected = substitutionFor(before, act);
  if (expected === undefined) {
    return {
      field: `${path}.act.entity`,
      expected: 'an entity drawn for the task',
      found: act.entity,
    };
  }
  return (
    differs(`${path}.substitution`, expected, substitution) ??
    differs(`${path}.additions`, undefined, additions) ??
    differs(`${path}.districts`, undefined, districts)
  );
}

/** A top-up says where those lie whom it names, if notice B does, and where nobody else does. */
function checkNamed(
  before: PlanNow,
  { act, additions = [], districts }: PlanAmendment,
  path: string,
): Finding {
  if (act.kind !== 'top-up') return undefined;
  const field = `${path}.districts`;
  if (before.districts === undefined) return differs(field, undefined, districts);
  const named = new Set(
    additions.flatMap(({ added, substitutes }) => [...added, ...substitutes].map(({ id }) => id)),
  );
  return firstOf(Object.entries(districts ?? {}), ([id, district]) => {
    if (!named.has(id)) return { field, expected: 'those it names', found: id };
    const known = before.districts?.[id];
    return known === undefined ? undefined : differs(`${field}.${id}`, known, district);
  });
}
