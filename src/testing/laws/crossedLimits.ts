import { requireArgument } from '../../core/argument.js';
import { addDays, addPeriod, type Period } from '../../core/day.js';
import type { Cap, CapLimit, CapTrigger, VisitFilter } from '../../visits/cap.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';

/** A visit as the events tell it, read anew and without the ledger's own code. */
interface Told {
  readonly id: string;
  readonly site: string;
  readonly kind: string;
  readonly method: string;
  readonly shares: {
    lead: string;
    partners: readonly string[];
    items: readonly string[];
    cause?: string;
    form?: string;
  }[];
  readonly cause?: string;
  day: string;
  days: number;
  outcome?: string;
  isLive: boolean;
  /** The number of the event by which it stands where it stands: booked, moved, joined or begun. */
  bookedAt: number;
  doneAt: number;
  marks: Set<string>;
}

/**
 * What an entity's live visits pass, found by looking at every day and every pair: slow, obvious, and
 * without the bookkeeping of `admitVisit`. A visit that is marked for a limit may be one too many.
 */
export function crossedLimits(events: readonly LedgerEvent[], caps: readonly Cap[]): string[] {
  requireArgument('crossedLimits', 'events', events, ['object']);
  requireArgument('crossedLimits', 'caps', caps, [{ limits: 'array' }]);
  const visits = told(events).filter(({ isLive }) => isLive);
  return caps.flatMap((cap) =>
    cap.limits.flatMap((limit) => {
      const name = `${cap.id}/${limit.id}`;
      const counted = visits.filter((v) => fits(v, limit.counts) && !isExcepted(v, cap, limit));
      const keys = [...new Set(visits.flatMap((v) => keysOf(v, limit, cap)))];
      return keys.flatMap((key) => {
        const members = counted.filter((v) => keysOf(v, limit, cap).includes(key));
        const all = visits.filter((v) => keysOf(v, limit, cap).includes(key));
        return crossedIn(name, limit, cap, members, all);
      });
    }),
  );
}

function crossedIn(
  name: string,
  limit: CapLimit,
  cap: Cap,
  members: readonly Told[],
  all: readonly Told[],
): string[] {
  const { unit, window } = limit;
  if ('exempt' in unit)
    return afterTriggers(name, unit.after, unit.exempt, 0, limit, cap, members, all);
  if (typeof window === 'object' && 'since' in window) {
    const most = 'visits' in unit ? unit.visits : 'days' in unit ? unit.days : 0;
    return afterTriggers(name, window.since, window.for, most, limit, cap, members, all);
  }
  const most = 'gap' in unit ? 1 : 'visits' in unit ? unit.visits : unit.days;
  const length = 'gap' in unit ? unit.gap : typeof window === 'object' ? window.rolling : undefined;
  const days = members.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const found: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const isIn =
      length === undefined
        ? (v: Told) => v.day.slice(0, 4) === day.slice(0, 4)
        : (v: Told) => day <= v.day && v.day < addPeriod(day, length);
    const inside = members.filter(isIn);
    const lawful = inside.filter((v) => !v.marks.has(name));
    if (sizeOf(lawful, limit) > most) found.push(`${name} from ${day}: ${idsOf(inside)}`);
  }
  return found;
}

function afterTriggers(
  name: string,
  trigger: CapTrigger,
  length: Period | 'calendar-year',
  most: number,
  limit: CapLimit,
  cap: Cap,
  members: readonly Told[],
  all: readonly Told[],
): string[] {
  if (!('visits' in trigger)) return [];
  return all
    .filter((t) => fits(t, trigger.visits) && !t.marks.has(name))
    .flatMap((t) => {
      const inside = members.filter(
        (v) =>
          v !== t &&
          t.day <= v.day &&
          (length === 'calendar-year'
            ? v.day.slice(0, 4) === t.day.slice(0, 4)
            : v.day < addPeriod(t.day, length)) &&
          (trigger.by === undefined || isAbove(t, v, cap)) &&
          // What was found after a visit had its place takes the place from nobody who has begun.
          (trigger.visits.outcomes === undefined || v.bookedAt > t.doneAt) &&
          !v.marks.has(name),
      );
      return sizeOf(inside, limit) > most ? [`${name} since ${t.id}: ${idsOf(inside)}`] : [];
    });
}

const sizeOf = (visits: readonly Told[], { unit }: CapLimit): number =>
  visits.reduce((sum, v) => sum + ('days' in unit ? v.days : 1), 0);

const idsOf = (visits: readonly Told[]): string => visits.map(({ id }) => id).join(' ');

const bodiesOf = (v: Told): string[] =>
  v.shares.flatMap(({ lead, partners }) => [lead, ...partners]);

function fits(v: Told, f: VisitFilter): boolean {
  const some = (asked: readonly string[] | undefined, given: readonly (string | undefined)[]) =>
    asked === undefined || given.some((one) => one !== undefined && asked.includes(one));
  return (
    (v.kind === 'for-cause' || some(f.kinds, [v.kind])) &&
    some(
      f.causes,
      v.shares.map(({ cause }) => cause),
    ) &&
    some(
      f.forms,
      v.shares.map(({ form }) => form),
    ) &&
    some(f.methods, [v.method]) &&
    some(f.authorities, bodiesOf(v)) &&
    some(
      f.items,
      v.shares.flatMap(({ items }) => items),
    ) &&
    some(f.outcomes, [v.outcome])
  );
}

function isExcepted(v: Told, cap: Cap, limit: CapLimit): boolean {
  const one = cap.exceptions.find(({ cause }) => cause === v.cause);
  const first = cap.precedence.indexOf('for-cause') < cap.precedence.indexOf('cap');
  return one !== undefined && first && (one.lifts === undefined || one.lifts.includes(limit.id));
}

/** The counts a visit is in, each as one text; only facets that every request of the tests states. */
function keysOf(v: Told, { per = [], counts }: CapLimit, cap: Cap): string[] {
  const bodies = bodiesOf(v).filter((one) => counts.authorities?.includes(one) ?? true);
  const parts = per.map((scope): string[] => {
    if (scope === 'site') return [v.site];
    if (scope === 'kind') return [v.kind];
    if (scope === 'authority') return bodies;
    if (scope === 'item') return v.shares.flatMap(({ items }) => items);
    if (scope === 'form') return v.shares.flatMap(({ form = '' }) => form);
    return (cap.lines ?? [])
      .filter(({ authorities }) => bodies.some((one) => authorities.includes(one)))
      .map(({ id }) => id);
  });
  return parts.reduce((keys, part) => keys.flatMap((k) => part.map((p) => `${k}|${p}`)), ['']);
}

function isAbove(t: Told, v: Told, cap: Cap): boolean {
  return (cap.lines ?? []).some(({ authorities }) =>
    bodiesOf(t).some((a) =>
      bodiesOf(v).some(
        (b) =>
          authorities.includes(a) &&
          authorities.includes(b) &&
          authorities.indexOf(a) < authorities.indexOf(b),
      ),
    ),
  );
}

function told(events: readonly LedgerEvent[]): Told[] {
  const visits = new Map<string, Told>();
  for (const e of events) {
    const v = visits.get(e.visit);
    const marks = [
      ...(('beyond' in e && e.beyond) || []),
      ...(('overridden' in e && e.overridden) || []),
    ];
    for (const mark of marks) v?.marks.add(mark);
    if ('kind' in e && e.type !== 'joined') {
      visits.set(e.visit, {
        id: e.visit,
        site: e.site ?? '',
        kind: e.kind,
        method: e.method,
        shares: [e],
        ...(e.evidence === undefined ? {} : { cause: e.evidence.cause }),
        day: e.day,
        days: e.days,
        isLive: true,
        bookedAt: e.seq,
        doneAt: Number.POSITIVE_INFINITY,
        marks: new Set(marks),
      });
      continue;
    }
    if (v === undefined) continue;
    if ('kind' in e) {
      v.shares.push(e);
      v.days = Math.max(v.days, e.days);
      v.bookedAt = e.seq;
    } else if (e.type === 'admitted' || e.type === 'started') {
      v.day = e.day;
      v.bookedAt = e.seq;
    } else if (e.type === 'done') {
      v.outcome = e.outcome;
      v.days = e.days;
      v.doneAt = e.seq;
    } else if (e.type === 'expired') v.isLive = false;
    else if (e.type === 'cancelled') {
      const rest = v.shares.filter(({ lead }) => lead !== e.by);
      v.shares.splice(0, v.shares.length, ...rest);
      v.isLive = rest.length > 0;
    }
  }
  return [...visits.values()];
}
