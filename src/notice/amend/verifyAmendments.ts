import { ownDigest } from '../../core/digest.js';
import { arranged } from '../../plan/arranging.js';
import { commitmentOf, type Opening } from '../../plan/staff.js';
import { ticketHasher } from '../../ticket/ticket.js';
import { checkBooked } from '../checks/booked.js';
import { differs, type Finding, type FrameRow, firstOf } from '../checks/case.js';
import { checkJoint } from '../checks/joint.js';
import { dueIn } from '../checks/visits.js';
import type { NoticeA, NoticeB } from '../notices.js';
import { safeParseNoticeA, safeParseNoticeB } from '../parseNotice.js';
import type { Holds } from '../seal/checkSeal.js';
import { shapeFinding } from '../shapeFinding.js';
import type { PlanAmendment } from './amendment.js';
import { checkTopUp } from './checkTopUp.js';
import { type FrameOrders, frameOrders } from './frameOrders.js';
import { keptDay } from './keptDay.js';
import { safeParseAmendment } from './parseAmendment.js';
import {
  amended,
  exchanged,
  type PlanNow,
  planNow,
  rearranged,
  substitutionFor,
  touchedBy,
} from './planNow.js';
import { restaffed } from './restaffed.js';

/** What a verifier of amendments may have besides what is published. */
export interface AmendmentOptions {
  /** The digest of the last amendment as it was published: none after it was left out. */
  readonly digestOfLast?: string;
  /** Recusals that the verifier knows with their salts. */
  readonly recusals?: readonly Opening[];
  /** The frames of all tasks, in any order: a top-up passed nobody over. */
  readonly frame?: Iterable<FrameRow>;
}

/** A verification of amendments that is given the frame row by row. */
export interface AmendmentVerifier {
  /** Takes a row of the frame; only tasks that were topped up keep anything of it. */
  readonly add: (row: FrameRow) => void;
  readonly done: () => Holds;
}

/**
 * Checks all amendments of a published draw without trust in whoever made them, and names the first
 * field that differs, as `amendments[1].substitution.id`.
 *
 * Each amendment must follow the one before by its digest; a struck entity must have been drawn, and
 * the next substitute come in; a top-up must add as many as its total gives, whoever was a substitute
 * first, and with the frame nobody but the next in order; the visits of all of them follow from what
 * they are due; the teams are those the lottery gives under the next key. Whether the draw itself
 * holds, and the frame is the one of notice A, is for `verifyDraw`.
 *
 * @param amendments - all of them, in their order
 * @param options.digestOfLast - 64 hex digits, from where the last amendment was published
 * @returns the first field that differs; never throws on forged data
 *
 * @source double-random/1 §4, amendments
 */
export function verifyAmendments(
  noticeA: NoticeA,
  noticeB: NoticeB,
  amendments: readonly PlanAmendment[],
  options: AmendmentOptions = {},
): Holds {
  const { frame, ...others } = options;
  if (frame === undefined) return verified(noticeA, noticeB, amendments, others);
  const verifier = amendmentVerifier(noticeA, noticeB, amendments, others);
  for (const row of frame) verifier.add(row);
  return verifier.done();
}

/** `verifyAmendments` with a frame that comes row by row, in any order. */
export function amendmentVerifier(
  noticeA: NoticeA,
  noticeB: NoticeB,
  amendments: readonly PlanAmendment[],
  options: Omit<AmendmentOptions, 'frame'> = {},
): AmendmentVerifier {
  const orders = frameOrders(noticeA, noticeB, amendments);
  return {
    add: orders.add,
    done: () => verified(noticeA, noticeB, amendments, options, orders.orderOf),
  };
}

function verified(
  noticeA: NoticeA,
  noticeB: NoticeB,
  amendments: readonly PlanAmendment[],
  options: Omit<AmendmentOptions, 'frame'>,
  orderOf?: FrameOrders['orderOf'],
): Holds {
  const finding = attempt('amendments', () => {
    const notices =
      shapeFinding('A', () => safeParseNoticeA(noticeA)) ??
      shapeFinding('B', () => safeParseNoticeB(noticeB)) ??
      differs('A.digest', ownDigest({ ...noticeA }), noticeA.digest) ??
      differs('B.digest', ownDigest({ ...noticeB }), noticeB.digest) ??
      differs('B.noticeA', noticeA.digest, noticeB.noticeA);
    if (notices !== undefined) return notices;
    let now = planNow(noticeB, []);
    const wrong = firstOf(amendments, (amendment, i) => {
      const path = `amendments[${i}]`;
      const found =
        shapeFinding(path, () => safeParseAmendment(amendment)) ??
        checkChain(noticeB, amendments, i) ??
        checkAct({ a: noticeA, b: noticeB, before: now, amendment, path }, options, orderOf);
      if (found === undefined) now = amended(now, amendment);
      return found;
    });
    const { digestOfLast } = options;
    if (wrong !== undefined || digestOfLast === undefined) return wrong;
    const last = amendments.at(-1)?.digest ?? noticeB.digest;
    return differs(`amendments[${Math.max(0, amendments.length - 1)}].digest`, digestOfLast, last);
  });
  return finding === undefined ? { ok: true } : { ok: false, ...finding };
}

function checkChain(b: NoticeB, amendments: readonly PlanAmendment[], i: number): Finding {
  const path = `amendments[${i}]`;
  const one = amendments[i] as PlanAmendment;
  return (
    differs(`${path}.previous`, amendments[i - 1]?.digest ?? b.digest, one.previous) ??
    differs(`${path}.number`, i + 1, one.number) ??
    differs(`${path}.noticeB`, b.digest, one.noticeB) ??
    differs(`${path}.drawId`, b.drawId, one.drawId) ??
    differs(`${path}.mode`, b.mode, one.mode) ??
    differs(`${path}.digest`, ownDigest({ ...one }), one.digest)
  );
}

/** An amendment with what it changes. */
interface Step {
  readonly a: NoticeA;
  readonly b: NoticeB;
  readonly before: PlanNow;
  readonly amendment: PlanAmendment;
  readonly path: string;
}

function checkAct(
  step: Step,
  { recusals = [] }: AmendmentOptions,
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

/** The visits of those concerned follow from what they are due now, and each keeps its day. */
function checkDue({ a, b, before, amendment, path }: Step): Finding {
  const { visits, desk, districts } = amendment;
  const isTouched = touchedBy(amendment);
  const samples = exchanged(before.samples, amendment).map(({ task, certain, strata }) => ({
    task,
    certain: certain.filter(({ id }) => isTouched(id)),
    strata: strata.map((one) => ({
      ...one,
      ...(one.takeAll === undefined
        ? {}
        : { takeAll: one.takeAll.filter(({ id }) => isTouched(id)) }),
      selected: one.selected.filter(({ id }) => isTouched(id)),
    })),
  }));
  const due = dueIn(a, { samples });
  const opened = checkBooked(a, amendment.booked, `${path}.booked`, before.booked);
  if (opened !== undefined) return opened;
  const joint = checkJoint(
    a,
    {
      ...{ visits, deferred: amendment.deferred },
      ...(amendment.joined === undefined ? {} : { joined: amendment.joined }),
      ...(before.districts === undefined
        ? {}
        : { districts: { ...before.districts, ...districts } }),
      booked: [...(before.booked ?? []), ...(amendment.booked ?? [])],
    },
    due.demands,
  );
  if (joint !== undefined) return { ...joint, field: joint.field.replace(/^B/, path) };
  const old = new Map(before.visits.map((visit) => [visit.id, visit]));
  const forCause = before.visits.filter(
    ({ kind, entity }) => kind === 'for-cause' && isTouched(entity),
  );
  const ticketOf = ticketHasher(b.keys['visit'] as string);
  const days = arranged(a);
  return (
    differs(
      `${path}.visits.forCause`,
      forCause.map(({ members: _, leader: __, ...visit }) => visit),
      visits.filter(({ kind }) => kind === 'for-cause'),
    ) ??
    firstOf(visits, (visit, i) => {
      const known = old.get(visit.id);
      return (
        differs(
          `${path}.visits[${i}].day`,
          keptDay(known, visit, ticketOf(visit.id), days),
          visit.day,
        ) ??
        (known === undefined
          ? undefined
          : differs(`${path}.visits[${i}].district`, known.district, visit.district))
      );
    }) ??
    differs(
      `${path}.desk`,
      due.desk.map(({ task, entity }) => ({ task, entity })),
      desk,
    )
  );
}

/** Every recusal opened is new, of an entity visited now, and was committed to; none is hidden. */
function checkOpenings(
  a: NoticeA,
  before: PlanNow,
  { visits, openings }: PlanAmendment,
  path: string,
  recusals: readonly Opening[],
): Finding {
  const committed = new Set(a.staff.recusals);
  const visited = new Set(visits.map(({ entity }) => entity));
  const opened = new Set(before.openings.map(commitmentOf));
  const staff = new Set(before.staff.map(({ id }) => id));
  return (
    firstOf(openings, (opening, i) => {
      const commitment = commitmentOf(opening);
      const isRight =
        visited.has(opening.entity) &&
        staff.has(opening.inspector) &&
        committed.has(commitment) &&
        !opened.has(commitment);
      opened.add(commitment);
      if (isRight) return undefined;
      const expected = 'a recusal committed to in A and not opened before';
      return { field: `${path}.openings[${i}]`, expected, found: commitment };
    }) ??
    firstOf(recusals, (known) => {
      if (!visited.has(known.entity) || opened.has(commitmentOf(known))) return undefined;
      const expected = `${known.inspector} recused from ${known.entity}`;
      return { field: `${path}.openings`, expected, found: '' };
    })
  );
}

/** Whatever a forger built to stop the verifier is a finding. */
function attempt(field: string, check: () => Finding): Finding {
  try {
    return check();
  } catch (error) {
    return { field, expected: 'data the draw can be run on', found: String(error) };
  }
}
