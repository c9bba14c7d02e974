import { dayNumber, isDay } from '../core/day.js';
import { identifierFault } from '../core/identifier.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { Demand } from '../register/nouns.js';
import type { Due } from './due.js';
import type { YearCap } from './yearCap.js';

/**
 * Reads demands: each becomes ready for merging, or the first thing that is wrong with it.
 *
 * Places and days come again and again, so each is looked at once: half the time of a merge.
 */
export function demandReader(cap: YearCap): (demand: Demand, at: number) => Due | Issue {
  const placeFault = remembered((place: string) => identifierFault(`${place}/spot-check#9999`));
  const number = remembered((day: string) => (isDay(day) ? dayNumber(day) : undefined));

  return (demand, at) => {
    const fault = (code: string, field: string, given: unknown, expected: string): Issue =>
      errorAt(code, [at, field], {
        id: String(demand.id).slice(0, 80),
        given: String(given).slice(0, 80),
        expected,
      });

    if (identifierFault(demand.id) !== undefined) {
      return fault('bad-id', 'id', demand.id, '1 to 256 bytes');
    }
    if (!demand.authority) {
      return fault('authority-missing', 'authority', '', 'the id of an authority');
    }
    const { entity, site, weight, window } = demand;
    if (entity.includes('@')) {
      return fault('entity-with-at-sign', 'entity', entity, 'an id without @');
    }
    // The visit's identifier is hashed in the lottery, so it keeps the rule for identifiers too.
    if (entity === '' || placeFault(site === undefined ? entity : `${entity}@${site}`)) {
      return fault('bad-id', 'entity', entity, '1 to 240 bytes');
    }
    if (site === '') return fault('bad-id', 'site', site, '1 to 240 bytes');
    if (!Number.isSafeInteger(weight) || weight < 0) {
      return fault('bad-demand-weight', 'weight', weight, '0 to 9007199254740991');
    }
    const from = number(window.from);
    const to = number(window.to);
    if (from === undefined) return fault('no-such-day', 'window', window.from, 'YYYY-MM-DD');
    if (to === undefined) return fault('no-such-day', 'window', window.to, 'YYYY-MM-DD');
    const span = `${window.from}..${window.to}`;
    if (to < from) return fault('window-inverted', 'window', span, 'from <= to');
    const due: Due = { demand, at, from, to };
    if (demand.cause === 'for-cause') return evidenceFault(demand, cap, fault) ?? due;
    const year = window.from.slice(0, 4);
    if (window.to.startsWith(year)) return due;
    return fault('window-crosses-years', 'window', span, `days of ${year}`);
  };
}

/** Whether the reader found something wrong. */
export function isIssue(found: Due | Issue): found is Issue {
  return 'code' in found;
}

function evidenceFault(
  { evidence }: Demand,
  { doesNotCount }: YearCap,
  fault: (code: string, field: string, given: unknown, expected: string) => Issue,
): Issue | undefined {
  if (!evidence?.reference?.trim()) {
    return fault('evidence-missing', 'evidence', evidence?.cause ?? '', '{ cause, reference }');
  }
  if (doesNotCount.includes(evidence.cause)) return undefined;
  return fault('cause-not-listed', 'evidence', evidence.cause, doesNotCount.join(', '));
}

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (known.has(key)) return known.get(key) as T;
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
