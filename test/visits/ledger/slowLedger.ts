import { addDays, addPeriod, type Period } from '../../../src/core/day.js';
import { type Cap, type CapLimit, goesBefore, type VisitFilter } from '../../../src/visits/cap.js';
import type { VisitRequest } from '../../../src/visits/ledger/request.js';

/** What is asked here: every facet is said, so that nothing is unknown. */
export type Plain = Required<
  Pick<VisitRequest, 'id' | 'lead' | 'kind' | 'day' | 'window' | 'items' | 'form' | 'days' | 'at'>
> &
  Pick<VisitRequest, 'basis' | 'override' | 'evidence'> & {
    join?: false;
    cause: 'draw' | 'for-cause';
  };

/** A visit that is booked: who is in it, and where it could still move. */
interface Booked {
  readonly day: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly parts: readonly Plain[];
  readonly days: number;
  readonly marks: readonly string[];
  readonly counts: boolean;
}

/** The answer in a word each: status, visit joined, limits that stand against it or are passed, first free day. */
export interface SlowAnswer {
  readonly status: string;
  readonly visit?: string;
  readonly limits?: readonly string[];
  readonly free?: string;
}

/** The ledger of one firm as docs/ledger.md says it, by looking at every visit, day and window. */
export class SlowLedger {
  private visits: readonly Booked[] = [];
  private readonly cap: Cap;

  constructor(cap: Cap) {
    this.cap = cap;
  }

  ask(asked: Plain): SlowAnswer {
    const { day, window, days } = asked;
    const alone: Booked = { day, window, days, parts: [asked], marks: [], counts: true };
    const counts = this.cap.limits.some((limit) => this.counts(alone, limit));
    const own = { ...alone, counts };
    const isDuty = asked.basis !== undefined && goesBefore(this.cap, 'duty', 'cap');
    const hosts = asked.join === false || !counts ? [] : this.hosts(asked);
    for (const host of hosts) {
      const joint = {
        ...host,
        parts: [...host.parts, asked],
        days: Math.max(host.days, days),
        window: {
          from: host.window.from > window.from ? host.window.from : window.from,
          to: host.window.to < window.to ? host.window.to : window.to,
        },
      };
      const rest = this.visits.filter((one) => one !== host);
      const limits = this.passed(joint, rest, host).filter((limit) => !host.marks.includes(limit));
      if (limits.length > 0 && !isDuty) continue;
      this.visits = this.visits.map((one) =>
        one === host ? { ...joint, marks: [...host.marks, ...limits] } : one,
      );
      return { status: 'joined', visit: (host.parts[0] as Plain).id, limits };
    }
    const limits = this.passed(own, this.visits);
    if (limits.length === 0 || isDuty || asked.override !== undefined) {
      this.visits = [...this.visits, { ...own, marks: limits }];
      return { status: 'admitted', limits };
    }
    let free = day;
    while (this.passed({ ...own, day: free }, this.visits).length > 0) free = addDays(free, 1);
    return { status: 'refused', limits, free };
  }

  /** The visits it could be done on, the earliest first. */
  private hosts({ kind, window, at }: Plain): readonly Booked[] {
    return this.visits
      .filter(({ day, counts, parts: [first] }) => {
        if (!counts || kind === 'for-cause' || first?.kind === 'for-cause') return false;
        const isOn = at <= day && window.from <= day && day <= window.to;
        return isOn && (kind === 'spot-check' || first?.kind === 'census');
      })
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  }

  /** The limits that a visit passes; of one that takes another's place those in which it adds something. */
  private passed(visit: Booked, others: readonly Booked[], before?: Booked): string[] {
    const name = ({ id }: CapLimit) => `${this.cap.id}/${id}`;
    const isOver = (limit: CapLimit): boolean => {
      const known = before === undefined ? [] : this.overIn(before, others, limit);
      return this.overIn(visit, others, limit).some((one) => !known.includes(one));
    };
    return this.cap.limits.filter(isOver).map(name);
  }

  /** In what a visit passes a limit, and by how much. */
  private overIn(visit: Booked, others: readonly Booked[], limit: CapLimit): string[] {
    const all = [...others, visit];
    const { unit, window, counts } = limit;
    const keys = (one: Booked): readonly string[] => keysOf(one, limit, counts);
    const begun = 'exempt' in unit && 'visits' in unit.after ? unit.after.visits : counts;
    return [...new Set([...keys(visit), ...keysOf(visit, limit, begun)])].flatMap((key) => {
      const counted = all.filter((one) => keys(one).includes(key) && this.counts(one, limit));
      if ('exempt' in unit) {
        const { exempt, after } = unit;
        if (!('visits' in after)) throw new Error('only visits are tried here');
        const { visits } = after;
        return all.flatMap((first) => {
          if (!fits(first, visits) || !keysOf(first, limit, visits).includes(key)) return [];
          const inside = counted.filter((one) => one !== first && isIn(one.day, first.day, exempt));
          if (inside.includes(visit)) return [`${key} inside`];
          return first === visit && inside.length > 0 ? [`${key} begins`] : [];
        });
      }
      if (!counted.includes(visit)) return [];
      const most = 'visits' in unit ? unit.visits : 'days' in unit ? unit.days : 1;
      const length =
        'gap' in unit
          ? unit.gap
          : typeof window === 'object' && 'rolling' in window
            ? window.rolling
            : undefined;
      const used = counted.map(({ day }) => {
        const inside = counted.filter((one) =>
          length === undefined
            ? one.day.slice(0, 4) === day.slice(0, 4)
            : isIn(one.day, day, length),
        );
        if (!inside.includes(visit)) return 0;
        return inside.reduce((sum, one) => sum + ('days' in unit ? one.days : 1), 0);
      });
      const fullest = Math.max(...used);
      return fullest > most ? [`${key} ${fullest}`] : [];
    });
  }

  private counts(visit: Booked, limit: CapLimit): boolean {
    const cause = visit.parts[0]?.evidence?.cause;
    const one = this.cap.exceptions.find((exception) => exception.cause === cause);
    const isLifted = one !== undefined && (one.lifts?.includes(limit.id) ?? true);
    return fits(visit, limit.counts) && !(isLifted && goesBefore(this.cap, 'for-cause', 'cap'));
  }
}

/** Whether a day lies in a time that begins on another. */
function isIn(day: string, from: string, length: Period | 'calendar-year'): boolean {
  if (day < from) return false;
  return length === 'calendar-year'
    ? day.slice(0, 4) === from.slice(0, 4)
    : day < addPeriod(from, length);
}

function fits(
  { parts }: Booked,
  { kinds, causes, forms, authorities, items }: VisitFilter,
): boolean {
  const kind = parts[0]?.kind as Plain['kind'];
  return (
    (kind === 'for-cause' || kinds === undefined || kinds.includes(kind)) &&
    (causes === undefined || parts.some(({ cause }) => causes.includes(cause))) &&
    (forms === undefined || parts.some(({ form }) => forms.includes(form))) &&
    (authorities === undefined || parts.some(({ lead }) => authorities.includes(lead))) &&
    (items === undefined || parts.some((part) => part.items.some((item) => items.includes(item))))
  );
}

/** The counts a visit is in by what a filter asks for: those of its authorities, items, forms, as the limit keeps them apart. */
function keysOf({ parts }: Booked, { per = [] }: CapLimit, filter: VisitFilter): string[] {
  const [scope] = per;
  if (scope === undefined) return [''];
  const [values, asked] = {
    authority: [parts.map(({ lead }) => lead), filter.authorities],
    item: [parts.flatMap(({ items }) => items), filter.items],
    form: [parts.map(({ form }) => form), filter.forms],
  }[scope as 'authority' | 'item' | 'form'] as [string[], readonly string[] | undefined];
  return values.filter((value) => asked?.includes(value) ?? true);
}
