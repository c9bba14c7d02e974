import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type Day, daysBetween } from '../../core/day.js';
import type { Cap, CapLimit, VisitFilter } from '../../visits/cap.js';
import { triggerOf } from '../../visits/checkCap.js';
import type { VisitAct, VisitRequest } from '../../visits/ledger/request.js';
import { documentFrame, MADE_UP } from './documentFrame.js';

const CAUSES = ['complaint', 'case'];

/** One thing a ledger is asked: for a visit, or what happens to one of those that are booked. */
export type LedgerStep =
  | { readonly ask: Omit<VisitRequest, 'id'> }
  | {
      readonly act: VisitAct['act'];
      readonly of: number;
      readonly later: number;
      readonly outcome: string;
    };

/**
 * Valid caps of every unit, window and scope, over a few authorities, items and forms, with small numbers,
 * so that they are soon reached.
 */
export function arbitraryLimits(): fc.Arbitrary<Cap> {
  return fc
    .record({
      frame: documentFrame('any-limits'),
      limits: fc.array(arbitraryLimit(), { minLength: 1, maxLength: 3 }),
      exceptions: fc.subarray(CAUSES),
      precedence: fc.constantFrom<Cap['precedence']>(
        ['for-cause', 'duty', 'cap'],
        ['for-cause', 'cap', 'duty'],
        ['cap', 'for-cause', 'duty'],
      ),
    })
    .map(
      ({ frame, limits, exceptions, precedence }): Cap => ({
        schema: 'evenhand/cap/2',
        kind: 'cap',
        ...frame,
        eligible: {},
        limits: limits.map((limit, i) => ({ ...limit, id: `limit-${i + 1}` })),
        lines: [{ id: 'line', authorities: ['city', 'district'], cite: MADE_UP }],
        exceptions: exceptions.map((cause) => ({ cause, cite: MADE_UP })),
        precedence,
        cite: MADE_UP,
      }),
    );
}

function arbitraryLimit(): fc.Arbitrary<Omit<CapLimit, 'id'>> {
  const period = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
    fc.integer({ min: 1, max: 14 }).map((months) => ({ months })),
  );
  const length = fc.oneof(period, fc.constant('calendar-year' as const));
  const filter: fc.Arbitrary<VisitFilter> = fc.oneof(
    fc.constant({}),
    fc.constantFrom<VisitFilter>(
      { kinds: ['census'] },
      { kinds: ['spot-check'] },
      { causes: ['draw', 'floor', 'list'] },
      { causes: ['draw'] },
      { forms: ['routine'] },
      { authorities: ['city', 'fire'] },
      { items: ['a', 'b'] },
      { methods: ['on-site'] },
    ),
  );
  const trigger = fc.oneof(
    filter.map((visits) => ({ visits })),
    fc.constant({ visits: { outcomes: ['good'] } }),
    fc.constant({ visits: {}, by: 'upper' as const }),
  );
  const measured = fc.oneof(
    fc.record({
      unit: fc.oneof(
        fc.integer({ min: 0, max: 3 }).map((visits) => ({ visits })),
        fc.integer({ min: 0, max: 6 }).map((days) => ({ days })),
      ),
      window: fc.oneof(
        fc.constant('calendar-year' as const),
        period.map((rolling) => ({ rolling })),
        fc.record({ since: trigger, for: length }),
      ),
    }),
    fc.record({ unit: period.map((gap) => ({ gap })) }),
    fc.record({ unit: fc.record({ exempt: length, after: trigger }) }),
  );
  return fc
    .record({
      measured,
      per: fc.option(
        fc.constantFrom<NonNullable<CapLimit['per']>>(
          ['site'],
          ['authority'],
          ['item'],
          ['kind'],
          ['form'],
          ['line'],
          ['authority', 'item'],
        ),
        { nil: undefined },
      ),
      counts: filter,
    })
    .map(({ measured: unit, per, counts }) => ({
      ...unit,
      ...(per === undefined ? {} : { per }),
      counts,
      cite: MADE_UP,
    }));
}

/**
 * What several platforms ask of one entity's ledger under some caps, one after another: visits of all
 * kinds with every facet said, duties, causes, reservations, overrides, and what becomes of them. Names of
 * authorities, items, forms and causes are those the caps know, and a few they don't.
 */
export function arbitrarySteps(caps: readonly Cap[]): fc.Arbitrary<LedgerStep[]> {
  requireArgument('arbitrarySteps', 'caps', caps, [{ limits: 'array' }]);
  const from = caps
    .map((cap) => cap.from)
    .sort()
    .at(-1) as Day;
  const ends = caps.flatMap(({ to, sunset }) => [to ?? [], sunset ?? []].flat());
  const last = [...ends, addDays(from, 900)].sort()[0] as Day;
  const room = Math.max(0, daysBetween(from, last) - 60);
  const names = namesIn(caps);
  const ask = fc
    .record({
      start: fc.oneof(fc.nat(Math.min(room, 90)), fc.nat(room)),
      offset: fc.nat(60),
      length: fc.nat(60),
      site: fc.constantFrom(undefined, 'S1'),
      kind: fc.constantFrom('census' as const, 'spot-check' as const, 'spot-check' as const),
      lead: fc.constantFrom(...names.authorities),
      partners: fc.subarray(names.authorities, { maxLength: 2 }),
      items: fc.subarray(names.items, { minLength: 1, maxLength: 2 }),
      cause: fc.constantFrom('draw' as const, 'floor' as const, 'list' as const),
      form: fc.constantFrom(...names.forms),
      method: fc.constantFrom('on-site' as const, 'on-site' as const, 'off-site' as const),
      days: fc.integer({ min: 1, max: 3 }),
      mode: fc.nat(11),
      cite: fc.constantFrom(...names.causes),
      join: fc.constantFrom(undefined, undefined, false as const),
    })
    .map(({ start, offset, length, site, mode, cite, join, ...rest }): LedgerStep => {
      const first = addDays(from, start);
      const day = addDays(first, Math.min(offset, length));
      const evidence = { cause: cite, reference: 'file 1' };
      return {
        ask: {
          entity: 'E1',
          ...rest,
          ...(site === undefined ? {} : { site }),
          day,
          window: { from: first, to: addDays(first, length) },
          ...(join === undefined ? {} : { join }),
          ...(mode === 0 ? { basis: ['article 1'] } : {}),
          ...(mode === 1 ? { evidence } : {}),
          ...(mode === 2
            ? { kind: 'for-cause' as const, cause: 'for-cause' as const, evidence }
            : {}),
          ...(mode === 3 ? { until: addDays(first, 10) } : {}),
          ...(mode === 4 ? { plan: 'BJ-2026-001' } : {}),
          ...(mode === 5 ? { override: { actor: 'mayor', reason: 'a fair', on: from } } : {}),
        },
      };
    });
  const act = fc.record({
    act: fc.constantFrom<VisitAct['act']>('confirm', 'start', 'start', 'finish', 'cancel'),
    of: fc.nat(11),
    later: fc.nat(30),
    outcome: fc.constantFrom(...names.outcomes),
  });
  return fc.array(
    fc.oneof(
      { arbitrary: ask, weight: 3 },
      { arbitrary: act as fc.Arbitrary<LedgerStep>, weight: 2 },
    ),
    { minLength: 2, maxLength: 14 },
  );
}

/** The names a list of caps asks by, with some that none of them knows. */
function namesIn(caps: readonly Cap[]) {
  const filters = caps.flatMap(({ limits }) =>
    limits.flatMap((limit): VisitFilter[] => {
      const trigger = triggerOf(limit);
      return [
        limit.counts,
        ...(trigger !== undefined && 'visits' in trigger ? [trigger.visits] : []),
      ];
    }),
  );
  const of = (field: 'authorities' | 'items' | 'forms' | 'outcomes', more: string[]): string[] => {
    const asked = filters.flatMap((filter) => filter[field] ?? []);
    return [...new Set([...asked, ...more])];
  };
  const lines = caps.flatMap((cap) => (cap.lines ?? []).flatMap((line) => line.authorities));
  const published = caps.flatMap((cap) => cap.published ?? []);
  const causes = caps.flatMap(({ exceptions }) => exceptions.map(({ cause }) => cause));
  return {
    authorities: of('authorities', [
      ...lines,
      ...published.map(({ authority }) => authority),
      'fire',
      'tax',
    ]),
    items: of('items', [...published.flatMap(({ items }) => items), 'a', 'b']),
    forms: of('forms', ['routine']),
    outcomes: of('outcomes', ['violation']),
    causes: [...new Set([...causes, 'curiosity'])],
  };
}
