import { requireArgument } from '../core/argument.js';
import { addDays, addPeriod, type Day } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import { sortedBy } from '../core/order.js';
import { holds, isEffective, type Subject } from '../register/condition.js';
import type { Event } from '../register/nouns.js';
import type { ListEntry, ListRule, ListRules } from './listRules.js';

/** How far an entity is from a list, the nearer the later. */
export const LIST_STATES = ['off', 'unknown', 'to-notify', 'may-object', 'objected', 'on'] as const;
export type ListState = (typeof LIST_STATES)[number];

/** Where an entity stands with a list on a day, by which ground, and what comes next. */
export interface ListStanding {
  readonly list: string;
  readonly state: ListState;
  /** The event that is the ground, where one is. */
  readonly ground?: string;
  /** The first day on the list. */
  readonly since?: Day;
  /** The last day of the term. */
  readonly until?: Day;
  /** While the entity may object: the last day to do so. */
  readonly lastDayToObject?: Day;
  /** The first day an application to leave can be granted. */
  readonly mayApplyFrom?: Day;
  /** What becomes of it if the ground stays, and from when the entity is told. */
  readonly escalates?: { readonly to: string; readonly on: Day; readonly warnFrom?: Day };
  readonly cite: string;
  /** Applications to leave that came too early: `leave-too-early`, with the first possible day. */
  readonly issues: readonly Issue[];
}

/**
 * Where an entity stands with every list of a document on a day.
 *
 * Grounds, notices, objections and applications are events. `list-notice` names its ground in
 * `values.ground`; so does `list-objection`, with `values.outcome` `upheld` or `rejected` and
 * `values.decidedOn` once it is decided; `list-leave` names the list in `values.list`. Terms and
 * times to object count as the civil code does: the last day is the same day of the month.
 *
 * @param entity - its facts, events and lists; conditions read facts such as `creditGrade` by name
 * @returns one standing a list, in the document's order; of several grounds the one nearest to it
 * @example
 * ```ts
 * import { listStandings } from 'evenhand/measures';
 * import { exampleLists } from 'evenhand/schemes';
 *
 * const firm = { facts: {}, lists: [], events: [{ id: 'e1', kind: 'list-abnormal', on: '2023-01-31', source: 'example' }] };
 * const on = (asOf: string) => listStandings(exampleLists, firm, asOf).filter(({ state }) => state === 'on').map(({ list }) => list);
 * on('2026-01-31'); // => ['abnormal-operations']
 * on('2026-02-01'); // => ['abnormal-operations', 'serious-dishonesty']
 * ```
 */
export function listStandings(rules: ListRules, entity: Subject, asOf: Day): ListStanding[] {
  requireArgument('listStandings', 'rules', rules, { lists: 'array' });
  return rules.lists.map((list) => standingWith(rules, list, entity, asOf));
}

/** The names of the lists an entity stands on by rule, as entities carry them. */
export function listsByRule(rules: ListRules, entity: Subject, asOf: Day): string[] {
  const on = listStandings(rules, entity, asOf).filter(({ state }) => state === 'on');
  return sortedBy(
    on.map(({ list }) => list),
    (list) => list,
  );
}

/** A list an entity should enter or leave, since its record says otherwise than the rules. */
export interface ListChange {
  readonly list: string;
  readonly change: 'enter' | 'leave';
  readonly standing: ListStanding;
}

/** What the lists an entity is recorded on lack, and have too much, by the rules of a day. */
export function listChanges(rules: ListRules, entity: Subject, asOf: Day): ListChange[] {
  return listStandings(rules, entity, asOf).flatMap((standing): ListChange[] => {
    if (standing.state === 'unknown') return [];
    const isOn = standing.state === 'on';
    if (isOn === entity.lists.includes(standing.list)) return [];
    return [{ list: standing.list, change: isOn ? 'enter' : 'leave', standing }];
  });
}

function standingWith(rules: ListRules, list: ListRule, entity: Subject, asOf: Day): ListStanding {
  const found = list.entry.flatMap((entry) => standingsBy(rules, list, entry, entity, asOf));
  const off: ListStanding = { list: list.id, state: 'off', cite: list.cite, issues: [] };
  let best = off;
  for (const one of found) if (isNearer(one, best)) best = one;
  return { ...best, issues: found.flatMap(({ issues }) => issues) };
}

/** Nearer to the list; of two on it, the one that stays longer. */
function isNearer(a: ListStanding, b: ListStanding): boolean {
  const [x, y] = [LIST_STATES.indexOf(a.state), LIST_STATES.indexOf(b.state)];
  if (x !== y || a.state !== 'on') return x > y;
  return (a.until ?? '9999-12-31') > (b.until ?? '9999-12-31');
}

function standingsBy(
  rules: ListRules,
  list: ListRule,
  entry: ListEntry,
  entity: Subject,
  asOf: Day,
): ListStanding[] {
  if (entry.by === 'condition') {
    const answer = holds(entry.when, entity, asOf);
    const state = answer === 'yes' ? 'on' : answer === 'no' ? 'off' : 'unknown';
    return [{ list: list.id, state, cite: entry.cite, issues: [] }];
  }
  if (entry.by === 'escalation') {
    const from = rules.lists.find(({ id }) => id === entry.from);
    if (from?.escalates === undefined) return [];
    const { after } = from.escalates;
    return from.entry.flatMap((earlier) => {
      if (earlier.by !== 'ground') return [];
      return groundsOf(earlier, entity, asOf).flatMap((ground): ListStanding[] => {
        const entered = entryOf(earlier, ground, entity, asOf);
        if (entered.since === undefined) return [];
        const since = addDays(addPeriod(entered.since, after), 1);
        // Whoever did the duty within the time never came so far.
        const wasDone = ground.repairedOn !== undefined && ground.repairedOn < since;
        if (since > asOf || wasDone) return [];
        return [onList(list, ground, since, entry.cite, entity, asOf)];
      });
    });
  }
  return groundsOf(entry, entity, asOf).map((ground) => {
    const entered = entryOf(entry, ground, entity, asOf);
    if (entered.since === undefined) {
      return { list: list.id, ...entered, ground: ground.id, cite: entry.cite, issues: [] };
    }
    return onList(list, ground, entered.since, entry.cite, entity, asOf);
  });
}

function groundsOf(entry: ListEntry, { events }: Subject, asOf: Day): Event[] {
  if (entry.by !== 'ground') return [];
  return events.filter((event) => entry.events.includes(event.kind) && hasHappened(event, asOf));
}

/** Known by the day; a list's own term says how long it weighs, not the end of the event. */
const hasHappened = ({ until: _, ...event }: Event, asOf: Day): boolean => isEffective(event, asOf);

type Entered = Pick<ListStanding, 'state' | 'since' | 'lastDayToObject'>;

/** From which day a ground brings onto a list, or what it waits for. */
function entryOf(entry: ListEntry, ground: Event, { events }: Subject, asOf: Day): Entered {
  if (entry.by !== 'ground' || entry.notice === undefined) return { state: 'on', since: ground.on };
  const about = (kind: string): Event | undefined =>
    events.find(
      (event) =>
        event.kind === kind && event.values?.['ground'] === ground.id && hasHappened(event, asOf),
    );
  const notice = about('list-notice');
  if (notice === undefined) return { state: 'to-notify' };
  const lastDayToObject = addPeriod(notice.on, entry.notice.objectWithin);
  const objection = about('list-objection');
  const afterTime = addDays(lastDayToObject, 1);
  if (objection === undefined || objection.on > lastDayToObject) {
    if (asOf <= lastDayToObject) return { state: 'may-object', lastDayToObject };
    return { state: 'on', since: afterTime };
  }
  const { outcome, decidedOn } = objection.values ?? {};
  if (typeof decidedOn !== 'string' || decidedOn > asOf)
    return { state: 'objected', lastDayToObject };
  if (outcome === 'upheld') return { state: 'off' };
  const since = decidedOn > afterTime ? decidedOn : afterTime;
  return since > asOf ? { state: 'may-object', lastDayToObject } : { state: 'on', since };
}

function onList(
  list: ListRule,
  ground: Event,
  since: Day,
  cite: string,
  entity: Subject,
  asOf: Day,
): ListStanding {
  const { whenRepaired, term, applyAfter } = list.exit;
  const until = term === undefined ? undefined : addPeriod(since, term);
  const mayApplyFrom =
    applyAfter === undefined ? undefined : addDays(addPeriod(since, applyAfter), 1);
  const leaves = entity.events.filter(
    (event) =>
      event.kind === 'list-leave' &&
      event.values?.['list'] === list.id &&
      event.on >= since &&
      hasHappened(event, asOf),
  );
  const isEarly = ({ on }: Event): boolean => mayApplyFrom === undefined || on < mayApplyFrom;
  const hasLeft =
    (whenRepaired === true && ground.repairedOn !== undefined && ground.repairedOn <= asOf) ||
    (until !== undefined && until < asOf) ||
    leaves.some((event) => !isEarly(event));
  const issues = leaves.filter(isEarly).map((event) =>
    errorAt('leave-too-early', ['events'], {
      given: event.on,
      list: list.id,
      expected: mayApplyFrom ?? until ?? '—',
    }),
  );
  const { escalates } = list;
  const next = escalates === undefined ? undefined : addDays(addPeriod(since, escalates.after), 1);
  return {
    list: list.id,
    state: hasLeft ? 'off' : 'on',
    ground: ground.id,
    since,
    ...(until === undefined ? {} : { until }),
    ...(mayApplyFrom === undefined ? {} : { mayApplyFrom }),
    ...(escalates === undefined || next === undefined || hasLeft
      ? {}
      : {
          escalates: {
            to: escalates.to,
            on: next,
            ...(escalates.warn === undefined
              ? {}
              : { warnFrom: addPeriod(next, escalates.warn, -1) }),
          },
        }),
    cite,
    issues,
  };
}
