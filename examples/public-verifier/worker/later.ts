import { ownDigest } from 'evenhand/core';
import {
  checkSeal,
  type FrameRow,
  type Holds,
  type NoticeA,
  type NoticeB,
  type PlanAmendment,
  type SealedB,
  safeParseNoticeA,
  verifyAmendments,
} from 'evenhand/notice';
import type { Amended, Later } from '../messages.js';

/** What was published of a draw beside its notices: the seal before notice B, amendments after it. */
export interface LaterFiles {
  readonly sealed?: SealedB;
  /** By number; a file with the number of another takes its place. */
  readonly amendments: ReadonlyMap<number, PlanAmendment>;
}

/** The amendments in their order. */
export function inOrder({ amendments }: LaterFiles): PlanAmendment[] {
  return [...amendments.values()].sort((x, y) => x.number - y.number);
}

/** What seal and amendments say, and whether they hold as far as that can be told. */
export function later(
  files: LaterFiles,
  a?: NoticeA,
  b?: NoticeB,
  frame?: readonly FrameRow[],
): Later {
  const { sealed } = files;
  const amendments = inOrder(files);
  const tasks = a !== undefined && safeParseNoticeA(a).ok ? a.tasks : [];
  return {
    ...(sealed === undefined ? {} : { seal: sealOf(sealed, a, b) }),
    ...(amendments.length === 0 || a === undefined || b === undefined
      ? {}
      : { chain: shown(verifyAmendments(a, b, amendments, frame === undefined ? {} : { frame })) }),
    amendments: amendments.map((one) => amended(one, tasks)),
  };
}

function sealOf(sealed: SealedB, a?: NoticeA, b?: NoticeB): NonNullable<Later['seal']> {
  const { digest, noticeB } = sealed;
  const isOpened = b !== undefined;
  return {
    digest,
    noticeB,
    isOpened,
    ...shown(isOpened ? checkSeal(sealed, b) : closed(sealed, a)),
  };
}

/** Before notice B is opened its seal can only be compared with itself and with notice A. */
function closed(sealed: SealedB, a?: NoticeA): Holds {
  const own = ownDigest({ ...sealed });
  if (own !== sealed.digest) {
    return { ok: false, field: 'seal.digest', expected: own, found: sealed.digest };
  }
  if (a === undefined || a.digest === sealed.noticeA) return { ok: true };
  return { ok: false, field: 'seal.noticeA', expected: String(a.digest), found: sealed.noticeA };
}

const shown = ({ ok, field = '', expected = '', found = '' }: Holds) =>
  ok ? { ok } : { ok, difference: { field, expected, found } };

function amended(
  {
    number,
    digest,
    act,
    substitution,
    additions = [],
    visits,
    desk,
    teams,
    unstaffed,
  }: PlanAmendment,
  tasks: NoticeA['tasks'],
): Amended {
  const nameOf = (task: string): string => tasks.find(({ id }) => id === task)?.name ?? task;
  return {
    ...{ number, digest, unstaffed },
    act:
      act.kind === 'absence'
        ? act
        : act.kind === 'top-up'
          ? {
              ...{ kind: 'top-up', task: nameOf(act.task), total: act.total, reason: act.reason },
              strata: additions.map(({ stratum, quota, added }) => ({
                ...{ stratum, quota, more: added.length },
              })),
            }
          : {
              ...{ kind: 'strike', entity: act.entity, reason: act.reason },
              task: nameOf(act.task),
              ...(substitution?.id === undefined ? {} : { substitute: substitution.id }),
              ...(substitution?.ticket === undefined ? {} : { ticket: substitution.ticket }),
            },
    visits: visits.map(({ entity, kind, day }) => ({ entity, kind, day })),
    desk: desk.map(({ entity, task }) => ({ entity, task: nameOf(task) })),
    teams: teams.map(({ visit, members, leader }) => ({ visit, members, leader })),
  };
}
