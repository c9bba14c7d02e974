import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import type { Staffing } from '../../inspectors/staffing.js';
import type { Inspector, Item } from '../../register/nouns.js';
import { arbitraryKey } from './key.js';

/** What `assignInspectors` takes. */
export type Lottery = Staffing & { readonly visitKey: string; readonly pairKey: string };

/** Lotteries of teams, most of which can be staffed: up to 8 inspectors and 10 visits. */
export function arbitraryStaffing(): fc.Arbitrary<Lottery> {
  return fc
    .array(fc.record({ lead: fc.boolean(), capacity: fc.nat(12) }), { minLength: 2, maxLength: 8 })
    .chain((staff) => {
      const inspectors = staff.map((one, i) => ({ id: `员${i + 1}`, ...one }));
      const visit = fc.record({
        size: fc.integer({ min: 2, max: 3 }),
        eligible: fc.subarray(
          inspectors.map(({ id }) => id),
          { minLength: Math.ceil(inspectors.length / 2) },
        ),
      });
      return fc.record({
        visitKey: arbitraryKey(),
        pairKey: arbitraryKey(),
        inspectors: fc.constant(inspectors),
        visits: fc
          .array(visit, { maxLength: 10 })
          .map((visits) => visits.map((one, i) => ({ id: `E${i + 1}/census`, ...one }))),
      });
    });
}

/** What arbitrary inspectors are made for. */
export interface InspectorsOptions {
  readonly items: readonly Item[];
  readonly districts: readonly string[];
  /** Entities somebody may be kept away from. */
  readonly entities: readonly string[];
  /** The year the visits fall in. */
  readonly year: number;
}

/**
 * The staff of all authorities: three officers each who may go anywhere, two of them leads, now and
 * then too few for all visits; and some more whose certificate, district, item, absence, recusal or
 * capacity may keep them out.
 */
export function arbitraryInspectors(options: InspectorsOptions): fc.Arbitrary<Inspector[]> {
  requireArgument('arbitraryInspectors', 'options', options, { items: 'array' });
  const authorities = [...new Set(options.items.map(({ authority }) => authority))];
  return fc
    .tuple(...authorities.map((authority) => staffOf(authority, options)))
    .map((staff) => staff.flat());
}

function staffOf(authority: string, options: InspectorsOptions): fc.Arbitrary<Inspector[]> {
  const { items, districts, entities, year } = options;
  const own = items.filter((item) => item.authority === authority).map(({ id }) => id);
  const restricted = fc.record({
    lead: fc.boolean(),
    districts: fc.subarray([...districts]),
    items: fc.subarray(own),
    to: fc.constantFrom(`${year}-12-31`, `${year}-06-30`, '2020-01-01'),
    capacity: fc.nat(40),
    absences: fc.subarray([{ from: `${year}-03-01`, to: `${year}-09-30` }]),
    recusals: fc.subarray([...entities]),
  });
  const capacities = fc.constantFrom(400, 400, 400, 400, 2);
  return fc.tuple(capacities, fc.array(restricted, { maxLength: 3 })).map(([capacity, more]) => [
    ...['甲', '乙', '丙'].map(
      (name): Inspector => ({
        id: `${authority}-${name}`,
        authority,
        lead: name !== '丙',
        districts: [...districts],
        items: own,
        certificates: [{ id: 'c', to: `${year}-12-31` }],
        capacity,
        absences: [],
        recusals: [],
      }),
    ),
    ...more.map(
      ({ to, recusals, ...one }, i): Inspector => ({
        id: `${authority}-${i + 1}`,
        authority,
        ...one,
        certificates: [{ id: 'c', to }],
        recusals: recusals.map((entity) => ({ entity, reason: 'former employer' })),
      }),
    ),
  ]);
}
