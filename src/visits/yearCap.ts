import { requireArgument } from '../core/argument.js';
import type { Day, Period } from '../core/day.js';
import { mistake } from '../core/error.js';
import { shownValue } from '../core/shownValue.js';
import { VISIT_KINDS, type VisitKind } from '../register/nouns.js';
import { type Cap, type CapLimit, dutyOrCap, type Precedence } from './cap.js';
import type { Protection } from './protection.js';

/** The most visits of each kind in a calendar year, and of both together where that is limited too. */
export type YearVisitCounts = Readonly<Record<VisitKind, number>> & { readonly total?: number };

/**
 * What a cap says of the visits of a calendar year, all authorities together: all that joint visits
 * are planned by.
 */
export interface YearCap {
  readonly id: string;
  readonly from: Day;
  readonly to?: Day;
  readonly sunset?: Day;
  readonly visits: YearVisitCounts;
  /** The least time from one visit to the next, each of these. */
  readonly gaps?: readonly Period[];
  readonly precedence: Precedence;
  readonly doesNotCount: readonly string[];
}

/** Stands for a kind that no limit counts. */
const UNLIMITED = 100_000;

/**
 * A cap as a year's joint visits can be planned by it: each limit counts the visits of a calendar year,
 * all authorities together, by kind or in total, or asks for time between any two visits.
 *
 * @param among - the ids of the limits that hold, where some protect a part of the entities (a budget by
 * tier); all where left out
 * @throws `cap-not-plannable` with the limits that say anything else: those `admitVisit` keeps, visit by
 * visit; `bad-cap` for a number of visits that can't be counted
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { yearCap } from 'evenhand/visits';
 *
 * yearCap(twoInspections).visits; // => { census: 1, 'spot-check': 1 }
 * ```
 */
export function yearCap(cap: Cap, among?: readonly string[]): YearCap {
  requireArgument('yearCap', 'cap', cap, { limits: 'array', exceptions: 'array' }, 'parseCap(…)');
  const others = unplannable(cap);
  if (others.length > 0) {
    throw mistake(
      'cap-not-plannable',
      `cap \`${cap.id}\` has limits that a year's joint visits are not planned by: \`${others.join(', ')}\` (plan under a cap that counts the visits of a calendar year, and let admitVisit keep this one)`,
      { cap: cap.id, given: others },
      ['limits'],
    );
  }
  const most: Record<VisitKind | 'total', number> = {
    census: UNLIMITED,
    'spot-check': UNLIMITED,
    total: UNLIMITED,
  };
  const gaps: Period[] = [];
  for (const { id, unit, counts } of cap.limits) {
    if (among?.includes(id) === false) continue;
    if ('gap' in unit) {
      gaps.push(unit.gap);
      continue;
    }
    const kinds = VISIT_KINDS.filter((kind) => counts.kinds?.includes(kind) ?? true);
    const key = kinds.length === 1 ? (kinds[0] as VisitKind) : 'total';
    most[key] = Math.min(most[key], counted(cap, unit, key));
  }
  const { census, 'spot-check': spotChecks, total } = most;
  return {
    id: cap.id,
    from: cap.from,
    ...(cap.to === undefined ? {} : { to: cap.to }),
    ...(cap.sunset === undefined ? {} : { sunset: cap.sunset }),
    visits: { census, 'spot-check': spotChecks, ...(total < UNLIMITED ? { total } : {}) },
    ...(gaps.length === 0 ? {} : { gaps }),
    precedence: dutyOrCap(cap),
    doesNotCount: cap.exceptions.map(({ cause }) => cause),
  };
}

/** The cap as it binds an entity by what protects it: each answer is read once. */
export function yearCaps(cap: Cap): (protection: Protection) => YearCap | undefined {
  const all = yearCap(cap);
  const read = new Map<string, YearCap>();
  return (protection) => {
    if (typeof protection === 'boolean') return protection ? all : undefined;
    if (protection.length === 0) return undefined;
    const key = protection.join('\n');
    const own = read.get(key) ?? yearCap(cap, protection);
    read.set(key, own);
    return own;
  };
}

/** The limits of a cap that a year's joint visits can't be planned by, and `published` where it has it. */
export function unplannable({ limits, published, exceptions }: Cap): string[] {
  const others = limits.filter((limit) => !isPlannable(limit)).map(({ id }) => id);
  const partly = exceptions.some(({ lifts }) => lifts !== undefined);
  return [
    ...others,
    ...(published === undefined ? [] : ['published']),
    ...(partly ? ['lifts'] : []),
  ];
}

const PLANNED = ['draw', 'floor', 'list'] as const;

function isPlannable({ unit, window, per, counts }: CapLimit): boolean {
  const { kinds, causes, methods, ...others } = counts;
  const isCount = 'visits' in unit && window === 'calendar-year';
  return (
    (isCount || ('gap' in unit && VISIT_KINDS.every((kind) => kinds?.includes(kind) ?? true))) &&
    per === undefined &&
    Object.keys(others).length === 0 &&
    (kinds === undefined || VISIT_KINDS.some((kind) => kinds.includes(kind))) &&
    (causes === undefined || PLANNED.every((cause) => causes.includes(cause))) &&
    (methods === undefined || methods.includes('on-site'))
  );
}

function counted({ id }: Cap, unit: CapLimit['unit'], kind: string): number {
  const given = 'visits' in unit ? unit.visits : Number.NaN;
  if (Number.isSafeInteger(given) && given >= 0) return given;
  throw mistake(
    'bad-cap',
    `cap \`${id}\` allows \`${given}\` visits of kind \`${kind}\` (expected an integer of at least 0)`,
    { cap: id, given: shownValue(given), kind },
    ['limits'],
  );
}
