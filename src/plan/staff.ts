import { canonicalJson } from '../core/canonicalJson.js';
import { saltedCommitment } from '../core/digest.js';
import { merkleRoot } from '../core/merkle.js';
import { compareBytes, sortedBy } from '../core/order.js';
import type { Inspector, Task } from '../register/nouns.js';
import { saltOf } from './secret.js';

/** What of an inspector is published: everything that decides eligibility but the recusals. */
export type StaffRow = Omit<Inspector, 'recusals'>;

/** The published row of an inspector, its lists in order. */
export function staffRow(inspector: Inspector): StaffRow {
  const { recusals: _, ...row } = inspector;
  return {
    ...row,
    districts: [...row.districts].sort(compareBytes),
    items: [...row.items].sort(compareBytes),
    certificates: sortedBy(row.certificates, ({ id, to }) => `${to}${id}`),
    absences: sortedBy(row.absences, ({ from, to }) => `${from}${to}`),
  };
}

/** How many of a task's authorities have a certificate on its first day, for a quota by head. */
export function headsOf(
  { lead, partners, window }: Pick<Task, 'lead' | 'partners' | 'window'>,
  staff: readonly StaffRow[],
): number {
  const own = new Set([lead, ...partners]);
  return staff.filter(
    ({ authority, certificates }) =>
      own.has(authority) && certificates.some(({ to }) => to >= window.from),
  ).length;
}

/** The root over the published rows, by inspector id. */
export function staffRootOf(rows: readonly StaffRow[]): string {
  return merkleRoot(sortedBy(rows, ({ id }) => id).map((row) => canonicalJson(row)));
}

/**
 * An opened recusal: with its salt anyone finds it among the commitments. The reason stays closed, the
 * soft rule it comes from does not.
 */
export interface Opening {
  readonly inspector: string;
  readonly entity: string;
  readonly rule?: string;
  readonly salt: string;
}

/** The commitment a recusal was given in notice A. */
export function commitmentOf({ inspector, entity, rule, salt }: Opening): string {
  const named = rule === undefined ? '' : `\u001f${rule}`;
  return saltedCommitment(salt, `${inspector}\u001f${entity}${named}`);
}

/**
 * Every recusal as it would be opened: of one entity the soft ones by rule, or the one that never
 * yields, beside which they don't matter.
 */
export function openingsOf(inspectors: readonly Inspector[], secret: string): Opening[] {
  return inspectors.flatMap(({ id, recusals }) => {
    const hard = new Set(
      recusals.filter(({ rule }) => rule === undefined).map(({ entity }) => entity),
    );
    const named = new Map<string, Pick<Opening, 'entity' | 'rule'>>();
    for (const { entity, rule } of recusals) {
      if (rule === undefined) named.set(entity, { entity });
      else if (!hard.has(entity)) named.set(`${entity}\u001f${rule}`, { entity, rule });
    }
    return sortedBy(named, ([name]) => name).map(([, one]) => ({
      inspector: id,
      ...one,
      salt: saltOf(
        secret,
        `recusal\n${id}\n${one.entity}${one.rule === undefined ? '' : `\n${one.rule}`}`,
      ),
    }));
  });
}
