import { dayNumber, isDay } from '../core/day.js';
import { type IdentifierFault, identifierFault } from '../core/identifier.js';
import { errorAt, type Issue } from '../core/issue.js';
import { shownValue } from '../core/shownValue.js';
import type { Demand } from '../register/nouns.js';
import type { Due } from './due.js';
import type { YearCap } from './yearCap.js';

/**
 * Reads demands: each becomes ready for merging, or the first thing that is wrong with it.
 *
 * Places and days come again and again, so each is looked at once: half the time of a merge.
 *
 * @param years - whose working days are known; all where left out
 */
export function demandReader(
  cap: YearCap,
  years?: readonly number[],
): (demand: Demand, at: number) => Due | Issue {
  const placeFault = remembered((place: string) => identifierFault(`${place}/spot-check#9999`));
  const number = remembered((day: string) => (isDay(day) ? dayNumber(day) : undefined));

  // Demands of one place mostly stand in a row.
  let known: Pick<Demand, 'entity' | 'site'> | undefined;

  return (demand, at) => {
    if (typeof demand !== 'object' || demand === null) {
      return errorAt('wrong-type', [at], {
        given: shownValue(demand).slice(0, 80),
        expected: 'object',
      });
    }
    const wrongId = identifierFault(demand.id);
    if (wrongId !== undefined) return badId(demand, at, 'id', wrongId, '1 to 256 bytes');
    if (!demand.authority) {
      return fault(demand, at, 'authority-missing', 'authority', '', 'the id of an authority');
    }
    const { entity, site, weight, window } = demand;
    if (known === undefined || entity !== known.entity || site !== known.site) {
      if (typeof entity !== 'string') return badId(demand, at, 'entity', 'it is no text', PLACE);
      if (entity.includes('@')) {
        return fault(demand, at, 'entity-with-at-sign', 'entity', entity, 'an id without @');
      }
      // The visit's identifier is hashed in the lottery, so it keeps the rule for identifiers too.
      for (const field of ['entity', 'site'] as const) {
        if (demand[field] === '') return badId(demand, at, field, 'it is empty', PLACE);
      }
      const wrong = placeFault(site === undefined ? entity : `${entity}@${site}`);
      if (wrong !== undefined) return badId(demand, at, 'entity', wrong, PLACE);
      known = demand;
    }
    if (!Number.isSafeInteger(weight) || weight < 0) {
      const expected = '0 to 9007199254740991';
      return fault(demand, at, 'bad-demand-weight', 'weight', weight, expected);
    }
    if (typeof window !== 'object' || window === null) {
      return fault(demand, at, 'no-such-day', 'window', window, 'YYYY-MM-DD');
    }
    const from = number(window.from);
    const to = number(window.to);
    if (from === undefined || to === undefined) {
      const wrong = from === undefined ? window.from : window.to;
      return fault(demand, at, 'no-such-day', 'window', wrong, 'YYYY-MM-DD');
    }
    if (to < from) {
      return fault(demand, at, 'window-inverted', 'window', spanOf(window), 'from <= to');
    }
    const due: Due = { demand, at, from, to };
    if (demand.cause === 'for-cause') return evidenceFault(demand, at, cap) ?? due;
    if (years === undefined) return due;
    const last = Number(window.to.slice(0, 4));
    for (let year = Number(window.from.slice(0, 4)); year <= last; year++) {
      if (years.includes(year)) continue;
      const expected = years.join(', ');
      return fault(demand, at, 'year-without-calendar', 'window', spanOf(window), expected);
    }
    return due;
  };
}

/** Whether the reader found something wrong. */
export function isIssue(found: Due | Issue): found is Issue {
  return 'code' in found;
}

const spanOf = ({ from, to }: Demand['window']): string => `${from}..${to}`;

const PLACE = '1 to 240 bytes';

function badId(
  demand: Demand,
  at: number,
  field: 'id' | 'entity' | 'site',
  wrong: IdentifierFault,
  expected: string,
): Issue {
  const issue = fault(demand, at, 'bad-id', field, demand[field], expected);
  return { ...issue, params: { ...issue.params, fault: wrong } };
}

function fault(
  demand: Demand,
  at: number,
  code: string,
  field: string,
  given: unknown,
  expected: string,
): Issue {
  return errorAt(code, [at, field], {
    id: shownValue(demand.id).slice(0, 80),
    given: shownValue(given).slice(0, 80),
    expected,
  });
}

function evidenceFault(demand: Demand, at: number, { doesNotCount }: YearCap): Issue | undefined {
  const { evidence } = demand;
  if (!evidence?.reference?.trim()) {
    const given = evidence?.cause ?? '';
    return fault(demand, at, 'evidence-missing', 'evidence', given, '{ cause, reference }');
  }
  if (doesNotCount.includes(evidence.cause)) return undefined;
  const expected = doesNotCount.join(', ');
  return fault(demand, at, 'cause-not-listed', 'evidence', evidence.cause, expected);
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
