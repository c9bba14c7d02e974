import { canonicalJson } from '../core/canonicalJson.js';
import { type Day, isDay } from '../core/day.js';
import { saltedCommitment } from '../core/digest.js';
import { identifierFault } from '../core/identifier.js';
import { errorAt, type Issue } from '../core/issue.js';
import { sortedBy } from '../core/order.js';
import type { FixedVisit } from '../visits/fixedVisit.js';
import { saltOf } from './secret.js';

/**
 * The visits of one entity that stood in the ledger before the plan, opened: with the salt anyone finds
 * them among the commitments of notice A, all of them or none.
 */
export interface Booked {
  readonly entity: string;
  readonly visits: readonly Omit<FixedVisit, 'entity'>[];
  readonly salt: string;
}

/** The visits that a plan starts from: by entity, day and id, and none to be joined that is over. */
export function readBooked(visits: readonly FixedVisit[], asOf: Day): readonly FixedVisit[] {
  const now = visits.map((visit) => ({ ...visit, isOpen: visit.isOpen && visit.day >= asOf }));
  return sortedBy(now, ({ entity, day, id }) => `${entity}\u001f${day}\u001f${id}`);
}

/** Visits that no plan can start from: named badly or twice, or on no day. */
export function bookedIssues(visits: readonly FixedVisit[]): Issue[] {
  const seen = new Set<string>();
  return visits.flatMap(({ id, entity, day }) => {
    const path = ['booked', id];
    const fault = identifierFault(id) ?? identifierFault(entity);
    const isRepeated = seen.has(id);
    seen.add(id);
    return [
      ...(fault === undefined
        ? []
        : [errorAt('bad-id', path, { given: id.slice(0, 80), what: 'a visit', fault })]),
      ...(isRepeated ? [errorAt('repeated-name', path, { given: id })] : []),
      ...(isDay(day) ? [] : [errorAt('no-such-day', [...path, 'day'], { given: day })]),
    ];
  });
}

/** What stood in the ledger, by entity, as it would be opened. */
export function bookedOf(visits: readonly FixedVisit[] = [], secret: string): Booked[] {
  const own = new Map<string, Omit<FixedVisit, 'entity'>[]>();
  for (const { entity, ...visit } of visits) {
    const list = own.get(entity);
    if (list === undefined) own.set(entity, [visit]);
    else list.push(visit);
  }
  return [...own].map(([entity, list]) => ({
    ...{ entity, visits: list },
    salt: saltOf(secret, `booked\n${entity}`),
  }));
}

/** The commitment that an entity's visits were given in notice A. */
export function bookedCommitment({ entity, visits, salt }: Booked): string {
  return saltedCommitment(salt, `${entity}\u001f${canonicalJson(visits)}`);
}

/** Opened visits as a merge takes them. */
export function fixedOf(booked: readonly Booked[] = []): FixedVisit[] {
  return booked.flatMap(({ entity, visits }) => visits.map((visit) => ({ ...visit, entity })));
}
