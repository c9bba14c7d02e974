import { mistake } from '../../core/error.js';
import type { FrameUnit } from '../../draw/unit.js';
import { taskDraw } from '../../plan/taskDraw.js';
import { noticeStratum } from '../noticeStratum.js';
import type { NoticeA, NoticeB, NoticeSample, NoticeTask, NoticeUnit } from '../notices.js';
import { rankOf } from '../rank.js';
import type { Addition, PlanAct, PlanAmendment } from './amendment.js';
import type { PlanNow } from './planNow.js';
import { type BadTotal, splitTopUp } from './splitTopUp.js';

type TopUp = Extract<PlanAct, { kind: 'top-up' }>;
type Stratum = NoticeSample['strata'][number];

/** How a stratum stands before it draws more. */
export interface Standing {
  readonly code: string;
  /** How many it draws now, and how many it shall draw. */
  readonly quota: number;
  readonly wanted: number;
  /** How many of its order came in: those of notice B, and whoever came in since. */
  readonly reached: number;
  /** How many of its order are left. */
  readonly left: number;
  readonly announced: Stratum;
  readonly now: Stratum;
}

/**
 * The strata of a task with what a top-up asks of each, out of published data alone: the new total is
 * split by Webster's method with the announced quotas as weights, a part keeps its least share, and
 * nobody is taken away. A stratum that was announced to draw nobody still draws nobody.
 *
 * @returns undefined where there is no such task
 */
export function standingsFor(
  a: NoticeA,
  b: NoticeB,
  before: PlanNow,
  { task, total }: TopUp,
): readonly Standing[] | BadTotal | undefined {
  const i = a.tasks.findIndex(({ id }) => id === task);
  const sample = before.samples[i];
  const announcedTask = a.tasks[i];
  if (sample === undefined || announcedTask === undefined) return undefined;
  const standings = sample.strata.map((now, j) => {
    const announced = b.samples[i]?.strata[j] as Stratum;
    const { size, takeAll = [], selected } = announced;
    const reached = selected.length + (before.came[`${task}/${now.code}`] ?? 0);
    const left = size - takeAll.length - reached;
    const quota = now.selected.length + (now.takeAll?.length ?? 0);
    return { code: now.code, quota, reached, left, announced, now };
  });
  const { quota: asked, strata } = announcedTask;
  const inPart = new Set(strata.flatMap(({ code, part }) => (part === true ? [code] : [])));
  const wanted = splitTopUp(
    total,
    standings.map(({ code, quota, left, announced: { size, quota: weight } }) => ({
      ...{ code, weight, size, drawn: quota, left, part: inPart.has(code) },
    })),
    'least' in asked ? asked.least : undefined,
  );
  if ('most' in wanted) return wanted;
  return standings.map((one) => ({ ...one, wanted: wanted.get(one.code) as number }));
}

/** @throws `unknown-task` | `bad-top-up` | `top-up-exhausted` */
export function standingsOrThrow(
  a: NoticeA,
  b: NoticeB,
  before: PlanNow,
  act: TopUp,
): readonly Standing[] {
  const found = standingsFor(a, b, before, act);
  if (found === undefined) {
    const expected = a.tasks.map(({ id }) => id);
    throw mistake('unknown-task', `the plan has no task \`${act.task}\``, {
      ...{ given: act.task, expected },
    });
  }
  if (!('most' in found)) return found;
  const { given, least, most } = found;
  if (least > most) {
    throw mistake(
      'top-up-exhausted',
      `task \`${act.task}\` can't draw more than now (asked for \`${given}\` in all)`,
      { task: act.task, given },
    );
  }
  throw mistake(
    'bad-top-up',
    `task \`${act.task}\` can't draw \`${given}\` in all (expected ${least} to ${most})`,
    { task: act.task, given, least, most },
  );
}

/** What a top-up adds, by the order of each stratum from its first unit on. */
export function additionsFrom(
  standings: readonly Standing[],
  substitutes: number,
  task: Pick<NoticeTask, 'spread'>,
  orderOf: (code: string) => readonly NoticeUnit[],
): Addition[] {
  return standings.flatMap(({ code, quota, wanted, reached, announced }) => {
    const more = wanted - quota;
    if (more === 0) return [];
    const order = orderOf(code);
    const { keyOf, shown } = rankOf(task.spread, announced.weights);
    const end = reached + more;
    const [last, next] = [order[end - 1], order[end]];
    const key = (unit: NoticeUnit | undefined) => unit && shown(keyOf(unit));
    const [lastInKey, firstOutKey] = [key(last), key(next)];
    return [
      {
        ...{ stratum: code, quota: wanted },
        added: order.slice(reached, end),
        substitutes: order.slice(end, end + substitutes),
        ...(last === undefined ? {} : { lastIn: last.ticket }),
        ...(next === undefined ? {} : { firstOut: next.ticket }),
        ...(lastInKey === undefined ? {} : { lastInKey }),
        ...(firstOutKey === undefined ? {} : { firstOutKey }),
      },
    ];
  });
}

/** The order of a task's strata, read unit by unit. */
export interface OrderReader {
  readonly add: (unit: FrameUnit) => void;
  /** By stratum code. */
  readonly done: () => ReadonlyMap<string, readonly NoticeUnit[]>;
}

/**
 * Reads the order of a task's strata from the frame, as far as top-ups may reach: by the announced
 * quotas, since the order of a draw by weight hangs on them.
 *
 * @param beyond - how many after those whom notice B selects
 */
export function orderReader(task: NoticeTask, b: NoticeB, beyond: number): OrderReader {
  const draw = taskDraw(task, task, b.keys, beyond);
  return {
    add: draw.add,
    done: () =>
      new Map(
        draw.done().map((sample) => {
          const { code, selected, substitutes } = noticeStratum(sample, task.spread);
          return [code, [...selected, ...substitutes]];
        }),
      ),
  };
}

/** How far after notice B the order of a task can be asked for by amendments. */
export function reachOf(
  task: string,
  amendments: readonly Pick<PlanAmendment, 'act' | 'additions'>[],
  substitutes: number,
): number {
  return amendments.reduce((sum, { act, additions = [] }) => {
    if (act.kind === 'strike') return act.task === task ? sum + 1 : sum;
    if (act.kind === 'absence' || act.task !== task) return sum;
    return additions.reduce((most, { added }) => most + added.length, sum);
  }, substitutes + 1);
}
