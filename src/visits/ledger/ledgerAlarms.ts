import { addPeriod, type Day } from '../../core/day.js';
import { sortedBy } from '../../core/order.js';
import { compareRatios, parseRatio } from '../../core/ratio.js';
import type { Cap, CapAlarm } from '../cap.js';
import { groupedBy } from '../groupedBy.js';
import { type Ledger, visitsOf } from './ledger.js';
import { isLive, isOutside, type LedgerVisit, leadOf } from './ledgerVisit.js';

/** Something clearly beyond reasonable (明显超过合理频次), which the body that supervises inspectors follows. */
export interface LedgerAlarm {
  /** `cap/alarm`. */
  readonly alarm: string;
  readonly entity?: string;
  readonly authority?: string;
  /** The first window in which it is so. */
  readonly from: Day;
  readonly visits: readonly string[];
  /** How many visits, or which share of the authority's. */
  readonly found: string;
  readonly most: string;
}

/**
 * The alarms that caps declare and a ledger sets off: a firm visited more often than is reasonable,
 * within the caps or around them, or an authority of whose visits too large a share stands outside.
 *
 * An alarm refuses nothing. Without an `alarms` in a cap there is none: what is reasonable is policy.
 *
 * @returns by alarm, then by entity and authority; each at its first window only
 */
export function ledgerAlarms(ledger: Ledger, caps: Cap | readonly Cap[]): LedgerAlarm[] {
  const all: readonly Cap[] = Array.isArray(caps) ? caps : [caps as Cap];
  const visits = visitsOf(ledger).filter((one) => isLive(one) && one.method === 'on-site');
  return all.flatMap((cap) =>
    (cap.alarms ?? []).flatMap((alarm) => {
      const inForce = visits.filter(
        ({ day }) => cap.from <= day && day <= (cap.to ?? '9999-12-31'),
      );
      const name = `${cap.id}/${alarm.id}`;
      return 'share' in alarm
        ? shareAlarms(name, alarm, inForce)
        : countAlarms(name, alarm, inForce);
    }),
  );
}

function countAlarms(
  name: string,
  alarm: Extract<CapAlarm, { visits: number }>,
  visits: readonly LedgerVisit[],
): LedgerAlarm[] {
  const counted = alarm.of === 'all' ? visits : visits.filter(isOutside);
  const groups = groupedBy(counted, (visit) =>
    alarm.per === 'authority' ? `${visit.entity}\u001f${leadOf(visit)}` : visit.entity,
  );
  return sortedBy(groups, ([key]) => key).flatMap(([key, own]) => {
    const [entity = '', authority] = key.split('\u001f');
    const byDay = sortedBy(own, ({ day }) => day);
    for (const { day } of byDay) {
      const from = alarm.window === 'calendar-year' ? `${day.slice(0, 4)}-01-01` : day;
      const inside = byDay.filter((one) => isWithin(alarm, from, one.day));
      if (inside.length <= alarm.visits) continue;
      return [
        {
          alarm: name,
          entity,
          ...(authority === undefined ? {} : { authority }),
          from,
          visits: inside.map(({ id }) => id),
          found: String(inside.length),
          most: String(alarm.visits),
        },
      ];
    }
    return [];
  });
}

function isWithin({ window }: Extract<CapAlarm, { visits: number }>, from: Day, day: Day): boolean {
  if (window === 'calendar-year') return day.startsWith(from.slice(0, 4));
  return from <= day && day < addPeriod(from, window.rolling);
}

function shareAlarms(
  name: string,
  alarm: Extract<CapAlarm, { share: string }>,
  visits: readonly LedgerVisit[],
): LedgerAlarm[] {
  const most = parseRatio(alarm.share);
  const groups = groupedBy(visits, (visit) => `${leadOf(visit)}\u001f${visit.day.slice(0, 4)}`);
  return sortedBy(groups, ([key]) => key).flatMap(([key, own]) => {
    const [authority = '', year = ''] = key.split('\u001f');
    const outside = own.filter(isOutside);
    const found = `${outside.length}/${own.length}`;
    if (own.length < alarm.least || compareRatios(parseRatio(found), most) <= 0) return [];
    const ids = outside.map(({ id }) => id);
    return [
      { alarm: name, authority, from: `${year}-01-01`, visits: ids, found, most: alarm.share },
    ];
  });
}
