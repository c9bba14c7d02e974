import type { DayRange } from '../../core/day.js';
import { compareBytes, sortedBy } from '../../core/order.js';
import { visitDay } from '../../plan/visitDay.js';
import { ticketHasher } from '../../ticket/ticket.js';
import type { NoticeA, NoticeTask, NoticeVisit } from '../notices.js';
import { type Case, differs, type Finding, firstOf } from './case.js';

/** What notice A says of tasks and items, by id. */
interface Announced {
  readonly tasks: ReadonlyMap<string, NoticeTask>;
  readonly authorities: ReadonlyMap<string, string>;
}

/**
 * Whoever was drawn or is certain is visited, checked at the desk or deferred with a reason; nobody
 * else is; and every visit follows from what it does: kind, window, day, authorities, size.
 */
export function checkVisits({ a, b }: Case): Finding {
  const announced = announcedBy(a);
  const ticketOf = ticketHasher(b.keys['visit'] as string);
  const due = new Map<string, { path: string; isDone: boolean }>();
  b.samples.forEach(({ task, strata, certain }, i) => {
    certain.forEach(({ id }, j) => {
      due.set(`${task}/${id}`, { path: `B.samples[${i}].certain[${j}].id`, isDone: false });
    });
    strata.forEach(({ selected }, j) => {
      selected.forEach(({ id }, k) => {
        const path = `B.samples[${i}].strata[${j}].selected[${k}].id`;
        due.set(`${task}/${id}`, { path, isDone: false });
      });
    });
  });
  const done = new Set<string>();
  const accounted = (task: string, entity: string, item: string, field: string): Finding => {
    const one = due.get(`${task}/${entity}`);
    if (one === undefined) return { field, expected: 'somebody drawn or certain', found: entity };
    const name = `${task}/${item}/${entity}`;
    if (done.has(name)) return { field, expected: 'a demand done once', found: name };
    done.add(name);
    one.isDone = true;
    return undefined;
  };
  return (
    firstOf(b.visits, (visit, i) => {
      const path = `B.visits[${i}]`;
      return (
        (visit.kind === 'for-cause'
          ? forCause(visit, path)
          : (followsFromDemands(visit, path, announced) ??
            firstOf(visit.demands, ({ task, item }, j) =>
              accounted(task ?? '', visit.entity, item, `${path}.demands[${j}]`),
            ))) ??
        authorities(visit, path, announced) ??
        differs(`${path}.day`, visitDay(visit.window, ticketOf(visit.id)), visit.day)
      );
    }) ??
    repeatedVisit(b.visits) ??
    firstOf(b.deferred, ({ task, item, entity }, i) =>
      accounted(task, entity, item, `B.deferred[${i}]`),
    ) ??
    firstOf(b.desk, ({ task, entity }, i) => accounted(task, entity, '', `B.desk[${i}]`)) ??
    firstOf(due, ([name, { path, isDone }]) =>
      isDone
        ? undefined
        : { field: path, expected: 'a visit, a desk check or a deferral', found: name },
    )
  );
}

function announcedBy({ tasks, items }: NoticeA): Announced {
  return {
    tasks: new Map(tasks.map((task) => [task.id, task])),
    authorities: new Map(items.map(({ id, authority }) => [id, authority])),
  };
}

function forCause(visit: NoticeVisit, path: string): Finding {
  return (
    differs(`${path}.counts`, false, visit.counts) ??
    (visit.evidence === undefined
      ? { field: `${path}.evidence`, expected: 'the evidence of its cause', found: '' }
      : undefined)
  );
}

function followsFromDemands(visit: NoticeVisit, path: string, { tasks }: Announced): Finding {
  const own: NoticeTask[] = [];
  for (const [j, { task, item }] of visit.demands.entries()) {
    const known = tasks.get(task ?? '');
    if (known === undefined || !known.items.includes(item)) {
      return {
        field: `${path}.demands[${j}]`,
        expected: 'an item of a task of A',
        found: `${task}/${item}`,
      };
    }
    own.push(known);
  }
  const window = own.map((task) => task.window).reduce(intersection);
  const kind = own.some((task) => task.kind === 'census') ? 'census' : 'spot-check';
  const place = visit.site === undefined ? visit.entity : `${visit.entity}@${visit.site}`;
  const stem = `${place}/${kind}`;
  const numbered =
    visit.id.startsWith(`${stem}#`) && /^[1-9][0-9]*$/.test(visit.id.slice(stem.length + 1));
  return (
    differs(`${path}.kind`, kind, visit.kind) ??
    (visit.id === stem || numbered ? undefined : differs(`${path}.id`, stem, visit.id)) ??
    differs(`${path}.window`, window, visit.window) ??
    differs(`${path}.counts`, true, visit.counts) ??
    differs(`${path}.teamSize`, Math.max(2, ...own.map((task) => task.teamSize)), visit.teamSize)
  );
}

/** The lead is the authority of the first demand that gives the visit its kind; the others are partners. */
function authorities(
  visit: NoticeVisit,
  path: string,
  { tasks, authorities: of }: Announced,
): Finding {
  const byId = sortedBy(visit.demands, ({ task, item }) => `${task}/${item}/${visit.entity}`);
  const leading = byId.filter(
    ({ task }) => visit.kind !== 'census' || tasks.get(task ?? '')?.kind === 'census',
  );
  const lead = of.get(leading[0]?.item ?? '');
  const all = new Set(byId.map(({ item }) => of.get(item) ?? ''));
  all.delete(lead ?? '');
  return (
    differs(`${path}.lead`, lead, visit.lead) ??
    differs(`${path}.partners`, [...all].sort(compareBytes), visit.partners)
  );
}

function repeatedVisit(visits: readonly NoticeVisit[]): Finding {
  const seen = new Set<string>();
  return firstOf(visits, ({ id }, i) => {
    if (seen.has(id))
      return { field: `B.visits[${i}].id`, expected: 'an id listed once', found: id };
    seen.add(id);
    return undefined;
  });
}

function intersection(x: DayRange, y: DayRange): DayRange {
  return { from: x.from > y.from ? x.from : y.from, to: x.to < y.to ? x.to : y.to };
}
