import { ticketHasher } from '../../ticket/ticket.js';
import { differs, type Finding, firstOf } from '../checks/case.js';
import { listedTwice } from '../checks/weights.js';
import type { NoticeA, NoticeB, NoticeTask, NoticeUnit } from '../notices.js';
import { compareRanked, firstOutKeyOf, rankOf } from '../rank.js';
import { additionsFrom, type Standing, standingsFor } from './additions.js';
import type { Addition, PlanAmendment } from './amendment.js';
import type { PlanNow } from './planNow.js';

/**
 * Whether a top-up adds those who are next: as many in each stratum as the new total gives, whoever was
 * a substitute first, with their own tickets and in the order of the draw; with the frame, nobody else.
 *
 * @param orderOf - the order of the task's strata where the frame is at hand
 */
export function checkTopUp(
  a: NoticeA,
  b: NoticeB,
  before: PlanNow,
  { act, additions = [] }: PlanAmendment,
  path: string,
  orderOf: ((code: string) => readonly NoticeUnit[]) | undefined,
): Finding {
  if (act.kind !== 'top-up') return undefined;
  const standings = standingsFor(a, b, before, act);
  const task = a.tasks.find(({ id }) => id === act.task);
  if (standings === undefined || task === undefined) {
    return { field: `${path}.act.task`, expected: 'a task of A', found: act.task };
  }
  if ('most' in standings) {
    const expected = `${standings.least} to ${standings.most}`;
    return { field: `${path}.act.total`, expected, found: String(standings.given) };
  }
  const due = standings.filter(({ quota, wanted }) => wanted > quota);
  return (
    differs(
      `${path}.additions`,
      due.map(({ code, wanted }) => ({ stratum: code, quota: wanted })),
      additions.map(({ stratum, quota }) => ({ stratum, quota })),
    ) ??
    checkUnits(a, b, before, additions, due, task, path) ??
    (orderOf === undefined
      ? undefined
      : differs(`${path}.additions`, additionsFrom(due, a.substitutes, task, orderOf), additions))
  );
}

function checkUnits(
  a: NoticeA,
  b: NoticeB,
  before: PlanNow,
  additions: readonly Addition[],
  due: readonly Standing[],
  task: NoticeTask,
  path: string,
): Finding {
  const ticketOf = ticketHasher(b.keys[`select:${task.group}`] as string);
  const taken = listedFor(b, before, task.id);
  return firstOf(additions, (addition, i) => {
    const at = `${path}.additions[${i}]`;
    const { quota, wanted, left, announced, now } = due[i] as Standing;
    const { added, substitutes } = addition;
    const more = wanted - quota;
    const known = now.substitutes;
    const rank = rankOf(task.spread, announced.weights);
    const order = [...added, ...substitutes];
    const firstOutKey = shownOut(addition, announced, rank);
    return (
      differs(`${at}.added.length`, more, added.length) ??
      differs(
        `${at}.substitutes.length`,
        Math.min(a.substitutes, left - more),
        substitutes.length,
      ) ??
      firstOf(order, (unit, n) => {
        const field = n < more ? `${at}.added[${n}]` : `${at}.substitutes[${n - more}]`;
        if (n < known.length) return differs(field, known[n], unit);
        const last = n === 0 ? furthest(rank, announced, now) : order[n - 1];
        return (
          listedTwice(unit.id, `${field}.id`, taken) ??
          differs(`${field}.ticket`, ticketOf(unit.id), unit.ticket) ??
          checkWeight(unit, announced.weights, field) ??
          (last === undefined || compareRanked(rank, last, unit) < 0
            ? undefined
            : { field: `${field}.ticket`, expected: `> ${last.ticket}`, found: unit.ticket })
        );
      }) ??
      differs(`${at}.lastIn`, added.at(-1)?.ticket, addition.lastIn) ??
      differs(`${at}.lastInKey`, shownKey(added.at(-1), rank), addition.lastInKey) ??
      (substitutes[0] === undefined
        ? differs(`${at}.firstOut`, left > more, addition.firstOut !== undefined)
        : differs(`${at}.firstOut`, substitutes[0].ticket, addition.firstOut)) ??
      differs(`${at}.firstOutKey`, firstOutKey, addition.firstOutKey)
    );
  });
}

type Rank = ReturnType<typeof rankOf>;

/** Whoever stands last in the order among those listed, where no substitute is left. */
function furthest(rank: Rank, ...strata: readonly Standing['now'][]): NoticeUnit | undefined {
  const listed = strata.flatMap(({ selected, substitutes }) => [...selected, ...substitutes]);
  return listed.sort((x, y) => compareRanked(rank, x, y)).at(-1);
}

const shownKey = (unit: NoticeUnit | undefined, { keyOf, shown }: Rank) =>
  unit === undefined ? undefined : shown(keyOf(unit));

function shownOut(addition: Addition, { weights }: Standing['announced'], rank: Rank) {
  if (addition.firstOut === undefined) return undefined;
  const out = { ...addition, ...(weights === undefined ? {} : { weights }) };
  return rank.shown(firstOutKeyOf(out, rank));
}

/** Whoever is added by weight has one, too small to be taken for certain; elsewhere nobody has. */
function checkWeight(
  { weight }: NoticeUnit,
  weights: Standing['announced']['weights'],
  field: string,
): Finding {
  if (weights === undefined) return differs(`${field}.weight`, undefined, weight);
  const { rest, quota } = weights;
  if (weight !== undefined && quota * weight < rest) return undefined;
  const expected = `a weight below ${rest} / ${quota}`;
  return { field: `${field}.weight`, expected, found: String(weight ?? '') };
}

/** Everybody who was ever listed for a task; the struck ones stand in notice B or came in since. */
function listedFor(b: NoticeB, before: PlanNow, task: string): Set<string> {
  const ids = new Set<string>();
  for (const sample of [...b.samples, ...before.samples]) {
    if (sample.task !== task) continue;
    for (const { id } of sample.certain) ids.add(id);
    for (const { takeAll = [], selected, substitutes } of sample.strata) {
      for (const { id } of [...takeAll, ...selected, ...substitutes]) ids.add(id);
    }
  }
  return ids;
}
