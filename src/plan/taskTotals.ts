import { allocate } from '../draw/allocate.js';
import { chosenRatio } from '../draw/chosenRatio.js';
import { partQuota } from '../draw/cycle.js';
import { quota } from '../draw/quota.js';
import { staffQuota } from '../draw/staffQuota.js';
import { subShare } from '../draw/subShare.js';
import type { TaskQuota, TaskShare } from '../register/nouns.js';

/** What the number drawn for a task hangs on; all of it is published or can be counted. */
export interface TaskSizes {
  /** How many can be drawn. */
  readonly frame: number;
  /** How many of these belong to the part that a quota names. */
  readonly part: number;
  /** How many inspectors of the task's authorities have a certificate on its first day. */
  readonly inspectors: number;
  /** How many of the task's scope earlier parts of the cycle drew. */
  readonly drawn: number;
}

/** How many a task draws altogether, and how many of these in the part and in the rest. */
export interface TaskTotals {
  /** As the quota says; it may be more than there are. */
  readonly asked: number;
  readonly part: number;
  readonly rest: number;
}

/** A task's quota as a notice tells it: whom earlier parts drew stands there as a root. */
export type AnnouncedQuota =
  | Exclude<TaskQuota, { readonly parts: number }>
  | {
      readonly ratio: string;
      readonly parts: number;
      readonly part: number;
      readonly drawn: { readonly root: string; readonly count: number };
    };

/**
 * How many a task draws, by its quota: the planner asks it, and the verifier asks it again. Undefined
 * where each entity's cell says it, or where all are visited.
 *
 * A part's least share comes first; what is drawn beyond it goes to part and rest by their sizes.
 *
 * @throws `ratio-not-chosen` | `ratio-outside-range` | `bad-range` | `bad-ratio` | `bad-staff-ratio` |
 * `bad-cycle` | `bad-share`
 */
export function taskTotals(
  asked: TaskQuota | AnnouncedQuota,
  sizes: TaskSizes,
): TaskTotals | undefined {
  const { frame } = sizes;
  if ('by' in asked || 'all' in asked) return undefined;
  if ('parts' in asked) {
    const size = frame + sizes.drawn;
    const count = partQuota(asked, { part: asked.part, size, drawn: sizes.drawn });
    return { asked: count, part: 0, rest: count };
  }
  if ('total' in asked) return shared(asked.total, asked.least, sizes);
  if ('staff' in asked)
    return shared(staffQuota(sizes.inspectors, asked.staff), asked.least, sizes);
  const ratio = 'range' in asked ? chosenRatio(asked.range, asked.chosen).ratio : asked.ratio;
  return shared(quota(frame, ratio, asked.rule), asked.least, sizes);
}

function shared(asked: number, least: TaskShare | undefined, sizes: TaskSizes): TaskTotals {
  const { frame, part } = sizes;
  const total = Math.min(asked, frame);
  if (least === undefined) return { asked, part: 0, rest: total };
  const { ratio, of } = least;
  const minimum = Math.min(total, subShare({ drawn: total, part, frame, ratio, of }));
  const strata = [
    { stratum: 'part', size: part, weight: part, minimum },
    { stratum: 'rest', size: frame - part, weight: frame - part },
  ];
  const got = allocate({ total, strata });
  return { asked, part: got['part'] as number, rest: got['rest'] as number };
}
