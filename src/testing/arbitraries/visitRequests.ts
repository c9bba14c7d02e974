import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type Day } from '../../core/day.js';
import type { VisitRequest } from '../../visits/ledger/request.js';

/** Which requests are made. */
export interface VisitRequestsOptions {
  /** The entities they are for. */
  readonly entities: readonly string[];
  /** The authorities that ask. */
  readonly authorities: readonly string[];
  /** The day from which the visits are, over half a year. */
  readonly from: Day;
  /** Causes outside the caps; none asks for cause where it is empty. */
  readonly causes: readonly string[];
  readonly maxLength?: number;
}

/**
 * Requests for visits that crowd a few firms: census visits and spot checks that may join each other or
 * insist on a place, some for cause. Their ids begin with the entity's, so they are unique where it is.
 */
export function arbitraryVisitRequests(
  options: VisitRequestsOptions,
): fc.Arbitrary<VisitRequest[]> {
  requireArgument('arbitraryVisitRequests', 'options', options, {
    entities: 'array',
    authorities: 'array',
    causes: 'array',
  });
  const { entities, authorities, from, causes, maxLength = 12 } = options;
  const one = fc.record({
    entity: fc.constantFrom(...entities),
    lead: fc.constantFrom(...authorities),
    kind: fc.constantFrom('census' as const, 'spot-check' as const),
    cause:
      causes.length === 0
        ? fc.constant(undefined)
        : fc.option(fc.constantFrom(...causes), { nil: undefined, freq: 4 }),
    first: fc.nat(120),
    length: fc.nat(60),
    mayJoin: fc.boolean(),
    duty: fc.boolean(),
  });
  return fc.array(one, { minLength: 1, maxLength }).map((list) =>
    list.map(({ entity, lead, kind, cause, first, length, mayJoin, duty }, i): VisitRequest => {
      const day = addDays(from, first);
      const id = `${lead}:${i}/${entity}`.slice(0, 240);
      if (cause !== undefined) {
        const evidence = { cause, reference: `${lead}-${i}` };
        return { id, entity, lead, kind: 'for-cause', day, at: from, evidence };
      }
      return {
        ...{ id, entity, lead, kind, window: { from: day, to: addDays(day, length) }, at: from },
        items: [`${lead}-${i}`],
        ...(mayJoin ? {} : { join: false }),
        ...(duty && i % 3 === 0 ? { basis: ['art-1'] } : {}),
      };
    }),
  );
}
