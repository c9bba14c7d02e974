import { digest, ownDigest } from 'evenhand/core';
import { type NoticeA, type NoticeB, noticeA, noticeB } from 'evenhand/notice';
import { drawPlan, type Prepared, preparePlan } from 'evenhand/plan';
import type { Entropy } from 'evenhand/ticket';
import { resultDigest } from '../../src/notice/noticeB.js';
import { staffVisits } from '../../src/plan/staffVisits.js';
import { town } from '../plan/town.js';
import { ENTROPY, frameOf } from '../plan/year.js';
import type { Open } from './sealedB.js';

export type { Open };

/** What an insider publishes. */
export interface Forgery {
  readonly a: NoticeA;
  readonly b: NoticeB;
}

export const prepared = preparePlan(town);
export const plan = drawPlan(prepared, ENTROPY);
export const honest: Forgery = { a: noticeA(prepared), b: noticeB(plan) };
export const frame = frameOf(prepared);
/** What stands where nobody can change it. */
export const digestOfA = honest.a.digest;

export const copy = <T>(value: T): Open<T> => structuredClone(value) as Open<T>;

/** Every digest that can be recomputed: all but the one of notice A that was published. */
export function sealed({ a, b }: Forgery): Forgery {
  const sealedA = { ...a, digest: ownDigest({ ...a }) };
  const whole = { ...b, noticeA: sealedA.digest, result: resultDigest(b) };
  return { a: sealedA, b: { ...whole, digest: ownDigest({ ...whole }) } };
}

/** Notice B changed by hand, with its digests recomputed. */
export function edited(change: (b: Open<NoticeB>) => void): Forgery {
  const b = copy(honest.b);
  change(b);
  return sealed({ a: honest.a, b: b as NoticeB });
}

/** The same, with the lottery of inspectors run again over what was changed. */
export function restaffed(change: (b: Open<NoticeB>) => void): Forgery {
  const { a, b } = edited(change);
  return sealed({ a, b: staffedAgain(a, b) });
}

function staffedAgain(a: NoticeA, b: NoticeB): NoticeB {
  const again = staffVisits(
    b.visits.map((visit) => ({ ...visit, items: visit.demands.map(({ item }) => item) })),
    b.staff.map((row) => ({
      ...row,
      recusals: b.openings
        .filter(({ inspector }) => inspector === row.id)
        .map(({ entity }) => ({ entity, reason: '' })),
    })),
    a.items,
    { visitKey: b.keys['visit'] as string, pairKey: b.keys['pair'] as string },
  );
  if (again.status === 'infeasible') throw new Error('the forger needs feasible staff');
  return {
    ...b,
    visits: b.visits.map((visit) => {
      const { members, leader } = again.teams.find((team) => team.visit === visit.id) as {
        members: readonly string[];
        leader: string;
      };
      return { ...visit, members, leader };
    }),
    loads: again.loads,
  };
}

/**
 * A whole draw out of a doctored plan: samples, visits, days and teams all follow from the lie. What
 * notice B repeats of the honest notice A is put back, so that nothing but the lie shows.
 */
export function redrawn(
  doctor: (one: Open<Prepared>) => void,
  options: { readonly entropy?: readonly Entropy[]; readonly hidesSizes?: boolean } = {},
): Forgery {
  const doctored = copy(prepared);
  doctor(doctored);
  const b = copy(noticeB(drawPlan(doctored as Prepared, options.entropy ?? ENTROPY)));
  b.entropy = copy(ENTROPY);
  if (options.hidesSizes !== false) {
    for (const [i, { strata }] of b.samples.entries()) {
      for (const [j, stratum] of strata.entries()) {
        const announced = honest.a.tasks[i]?.strata[j];
        if (announced !== undefined) {
          stratum.size = announced.size;
          stratum.quota = announced.quota;
        }
      }
    }
  }
  return sealed({ a: honest.a, b: b as NoticeB });
}

/** Notice A changed after it was published, and a notice B that follows it. */
export function republished(change: (a: Open<NoticeA>) => void, b: NoticeB = honest.b): Forgery {
  const a = copy(honest.a);
  change(a);
  return sealed({ a: a as NoticeA, b });
}

/** A digest of plain data that looks real. */
export const otherDigest = (text: string): string => digest({ text });
