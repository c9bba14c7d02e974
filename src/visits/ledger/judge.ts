import { addDays, type Day } from '../../core/day.js';
import type { Event } from '../../register/nouns.js';
import { type Cap, type CapLimit, dutyOrCap, type VisitFilter } from '../cap.js';
import { PUBLISHED, triggerOf } from '../checkCap.js';
import { eligibility, nameOf } from '../isEligible.js';
import { because } from './because.js';
import { answers, countsIn, isLifted } from './countsIn.js';
import { authoritiesOf, causesOf, formsOf, gathered, type LedgerVisit } from './ledgerVisit.js';
import { type LimitFound, limitName, limitUse } from './limitUse.js';
import type { Because, LimitUse, VisitRequest } from './request.js';

/** What the caps say of one visit among others: how far their limits are used, and which it passes. */
export interface Judgement {
  readonly counts: boolean;
  readonly found: readonly LimitFound[];
  /** Of these the ones it would pass. */
  readonly over: readonly LimitFound[];
  /** Items it may not check, by cap. */
  readonly unpublished: readonly { readonly cap: Cap; readonly items: readonly string[] }[];
}

/** What is known of the firm when it is judged: nothing, or its levels and its record. */
export type Firm = Pick<VisitRequest, 'standing' | 'firm'> & { readonly asOf: Day };

/**
 * What is lacking to judge a visit under some caps: a level or a fact that decides whom they protect, a
 * facet of the visit that a limit asks for, a cause that none of them lists.
 */
export function lacking(caps: readonly Cap[], visit: LedgerVisit, firm: Firm): Because[] {
  const found: Because[] = [];
  const { id, evidence } = visit;
  for (const cap of caps) {
    const isProtected = asked(cap, cap, firm, id, found);
    if (!isProtected) continue;
    for (const limit of cap.limits) {
      if (!asked(cap, limit, firm, id, found)) continue;
      for (const expected of facetsOf(limit, visit)) {
        const params = { id, limit: limitName(cap, limit), expected };
        found.push(because('facet-missing', expected, params));
      }
    }
    if (cap.published !== undefined && gathered(visit, 'items').length === 0) {
      const limit = `${cap.id}/${PUBLISHED}`;
      found.push(because('facet-missing', 'items', { id, limit, expected: 'items' }));
    }
  }
  if (evidence !== undefined) {
    const listed = caps.flatMap(({ exceptions }) => exceptions.map(({ cause }) => cause));
    const wouldCount = caps.some(({ limits }) =>
      limits.some(({ counts }) => answers(visit, counts)),
    );
    if (wouldCount && !listed.includes(evidence.cause)) {
      const params = { id, given: evidence.cause, expected: [...new Set(listed)] };
      found.push(because('cause-not-listed', 'evidence', params));
    }
  }
  return found;
}

/** Of what is lacking the levels and facts that decide whom the caps protect. */
export function unknownOf(caps: readonly Cap[], visit: LedgerVisit, firm: Firm): Because[] {
  return lacking(caps, visit, firm).filter(({ code }) => code === 'fact-missing');
}

/** Whether a cap or a limit protects the firm; what is lacking to tell is added to what was found. */
function asked(
  cap: Cap,
  rule: Pick<Cap, 'eligible'> | CapLimit,
  firm: Firm,
  id: string,
  found: Because[],
): boolean {
  const answer = coverage(rule, firm);
  if (typeof answer === 'boolean') return answer;
  const reason = because('fact-missing', 'scale' in answer ? 'standing' : 'firm', {
    ...{ cap: cap.id, id },
    expected: nameOf(answer),
  });
  // Limits for firms of several kinds mostly ask the same.
  const isSame = ({ params }: Because): boolean =>
    params['cap'] === cap.id && params['expected'] === reason.params['expected'];
  if (!found.some(isSame)) found.push(reason);
  return false;
}

/**
 * How the caps judge a visit; what `lacking` finds has been asked for before.
 *
 * @param only - the limits to judge by, where the firm is not described again
 */
export function judge(
  caps: readonly Cap[],
  visit: LedgerVisit,
  others: readonly LedgerVisit[],
  firm: Firm,
  only?: ReadonlySet<string>,
): Judgement {
  // The first of a kind makes its list: an empty one that is pushed to takes room for seventeen.
  let found: LimitFound[] | undefined;
  let over: LimitFound[] | undefined;
  let unpublished: Judgement['unpublished'][number][] | undefined;
  const events: readonly Event[] = firm.firm?.events ?? [];
  let counts = false;
  for (const cap of caps) {
    const isProtected = coverage(cap, firm) !== false;
    for (const limit of cap.limits) {
      counts ||= countsIn(cap, limit, visit);
      const isRuled = only?.has(limitName(cap, limit)) ?? true;
      if (!isProtected || !isRuled || coverage(limit, firm) === false) continue;
      for (const one of limitUse(cap, limit, visit, others, events)) {
        if (found === undefined) found = [one];
        else found.push(one);
        if (one.used <= one.most) continue;
        if (over === undefined) over = [one];
        else over.push(one);
      }
    }
    if (!isProtected || cap.published === undefined || isLifted(cap, PUBLISHED, visit, false)) {
      continue;
    }
    const own = cap.published.filter(({ authority }) => authoritiesOf(visit).includes(authority));
    const allowed = new Set(own.flatMap(({ items }) => items));
    const items = gathered(visit, 'items').filter((item) => !allowed.has(item));
    if (items.length === 0) continue;
    unpublished ??= [];
    unpublished.push({ cap, items });
  }
  return { counts, found: found ?? NONE, over: over ?? NONE, unpublished: unpublished ?? NONE };
}

const NONE: readonly never[] = [];

/** How far the limits that were found are used, as an event tells it. */
export function usesOf({ found }: Pick<Judgement, 'found'>): readonly LimitUse[] {
  return found.map(({ limit, key, used, most }) => {
    const of = key.join(' ');
    return of === '' ? { limit, used, most } : { limit, of, used, most };
  });
}

/** The day before which a visit passes the limit on every day; a cap holds to its own last day. */
export function passedBefore({ until, cap }: LimitFound): Day | undefined {
  let day = until;
  for (const last of [cap.to, cap.sunset]) {
    if (day !== undefined && last !== undefined && last < day) day = addDays(last, 1);
  }
  return day;
}

/** Of the limits passed, those that yield to a legal duty. */
export function yieldsToDuty({ cap }: Judgement['over'][number]): boolean {
  return dutyOrCap(cap) === 'duty-over-cap';
}

/** The limits that are passed, each once, in however many of its counts and windows it is. */
export function limitsOf(over: Judgement['over']): readonly string[] {
  const [first] = over;
  if (over.length === 1 && first !== undefined) return [first.limit];
  return [...new Set(over.map(({ limit }) => limit))];
}

/** What a request or an act tells of the firm, as of a day. */
export function firmOf({ standing, firm }: Omit<Firm, 'asOf'>, asOf: Day): Firm {
  if (standing === undefined && firm === undefined) return { asOf };
  return {
    asOf,
    ...(standing === undefined ? {} : { standing }),
    ...(firm === undefined ? {} : { firm }),
  };
}

/** Whether anything is told of the firm. */
export function isDescribed({ standing, firm }: Firm): boolean {
  return standing !== undefined || firm !== undefined;
}

/** Whether a cap and one of its limits protect the firm as it is described. */
export function protects(cap: Cap, limit: CapLimit, firm: Firm): boolean {
  return coverage(cap, firm) !== false && coverage(limit, firm) !== false;
}

/** Nothing known of a firm is no way round: then every cap protects it. */
function coverage(
  { eligible }: Pick<Cap, 'eligible'> | Pick<CapLimit, 'eligible'>,
  { standing, firm, asOf }: Firm,
): ReturnType<typeof eligibility> {
  if (standing === undefined && firm === undefined) return true;
  return eligibility(eligible, standing ?? [], firm === undefined ? undefined : { firm, asOf });
}

const PLANNED = ['draw', 'floor', 'list'] as const;

/** What a limit asks of a visit and the visit does not say. */
function facetsOf(limit: CapLimit, visit: LedgerVisit): readonly string[] {
  const asked = askedBy(limit);
  return asked.length === 0
    ? asked
    : asked.filter((facet) => {
        if (facet === 'cause') return causesOf(visit).length === 0;
        return (facet === 'form' ? formsOf(visit) : gathered(visit, 'items')).length === 0;
      });
}

/** What a limit asks of every visit. It is the same each time, and documents don't change. */
function askedBy(limit: CapLimit): readonly Facet[] {
  const known = facets.get(limit);
  if (known !== undefined) return known;
  const { per = [], counts } = limit;
  const trigger = triggerOf(limit);
  const filters: VisitFilter[] = [
    counts,
    ...(trigger !== undefined && 'visits' in trigger ? [trigger.visits] : []),
  ];
  const asks = (field: 'forms' | 'items'): boolean =>
    filters.some((filter) => filter[field] !== undefined);
  const asksCause = filters.some(
    ({ causes }) => causes !== undefined && !PLANNED.every((cause) => causes.includes(cause)),
  );
  const asked: Facet[] = [
    ...(asksCause ? (['cause'] as const) : []),
    ...(per.includes('form') || asks('forms') ? (['form'] as const) : []),
    ...(per.includes('item') || asks('items') ? (['items'] as const) : []),
  ];
  facets.set(limit, asked);
  return asked;
}

type Facet = 'cause' | 'form' | 'items';

const facets = new WeakMap<CapLimit, readonly Facet[]>();
