import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import { ENTITY_STATES, type Entity, type Fact } from '../../register/nouns.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';
import { arbitraryAsOf, daysInForce } from './day.js';
import { arbitraryEvent } from './event.js';
import { factArbitraries, firstDays } from './fact.js';
import { type Reading, readingOf, valuesOf } from './reading.js';

/** How an arbitrary entity is made. */
export interface EntityOptions {
  /** The day the answer will be for; the first day the programme is in force where left out. */
  readonly asOf?: Day;
  /** Whether every fact is there; where left out, about one in eight is missing. */
  readonly complete?: boolean;
  readonly id?: string;
  /** The most events, 6 where left out. */
  readonly maxEvents?: number;
}

/** An entity and the day it is asked about. */
export interface EntityOnDay {
  readonly entity: Entity;
  readonly asOf: Day;
}

/**
 * Entities a programme might meet: facts inside the domains of its inputs, events of the kinds it
 * reads, the lists it names, with values on both sides of every edge more often than by chance.
 *
 * @param programme - parsed, or as plain data
 *
 * @example
 * ```ts
 * import { parseProgramme, safeAssess } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 * import { arbitraryEntity } from 'evenhand/testing';
 * import * as fc from 'fast-check';
 *
 * const programme = parseProgramme(exampleProgramme);
 * const asOf = '2026-01-15';
 * const firms = fc.sample(arbitraryEntity(programme, { asOf, complete: true }), 50);
 * firms.every((firm) => safeAssess(programme, firm, { asOf }).ok); // => true
 * ```
 */
export function arbitraryEntity(
  programme: AnyProgramme,
  options: EntityOptions = {},
): fc.Arbitrary<Entity> {
  requireArgument('arbitraryEntity', 'programme', programme, 'object');
  requireArgument('arbitraryEntity', 'options', options, 'object');
  const parsed = programmeOf(programme);
  const asOf = options.asOf ?? (daysInForce(parsed)[0]?.from as Day);
  return entityOf(readingOf(parsed.at(asOf)), asOf, options);
}

/** Entities with a day the programme is in force on. */
export function arbitraryEntityOnDay(
  programme: AnyProgramme,
  options: Omit<EntityOptions, 'asOf'> = {},
): fc.Arbitrary<EntityOnDay> {
  requireArgument('arbitraryEntityOnDay', 'programme', programme, 'object');
  requireArgument('arbitraryEntityOnDay', 'options', options, 'object');
  const parsed = programmeOf(programme);
  return arbitraryAsOf(parsed).chain((asOf) =>
    entityOf(readingOf(parsed.at(asOf)), asOf, options).map((entity) => ({ entity, asOf })),
  );
}

/** Entities by what is read of them. */
export function entityOf(
  reading: Reading,
  asOf: Day,
  { complete = false, id = 'E1', maxEvents = 6 }: Omit<EntityOptions, 'asOf'>,
): fc.Arbitrary<Entity> {
  const known = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    complete ? values : fc.option(values, { nil: undefined, freq: 7 });
  return fc
    .record({
      since: known(firstDays(reading, asOf)),
      district: known(districts(reading)),
      state: known(
        fc.oneof(
          { weight: 9, arbitrary: fc.constant('active' as const) },
          { weight: 1, arbitrary: fc.constantFrom(...ENTITY_STATES) },
        ),
      ),
      facts: facts(reading, asOf, known),
      events: fc
        .array(arbitraryEvent(reading, asOf, ''), { maxLength: maxEvents })
        .map((events) => events.map((event, i) => ({ ...event, id: `e${i + 1}` }))),
      lists: fc.subarray([...reading.lists, 'list-of-no-rule']),
    })
    .map(({ since, district, state, ...rest }) => ({
      id,
      ...(since === undefined ? {} : { since }),
      ...(district === undefined ? {} : { district }),
      ...(state === undefined ? {} : { state }),
      ...rest,
    }));
}

/** The districts a programme names, and two of Beijing. */
export function districts(reading: Reading): fc.Arbitrary<string> {
  return fc.constantFrom('110105', '110108', ...valuesOf(reading.fields, 'district').map(String));
}

/** Weights of a draw: small ones, and now and then one that is drawn for certain. */
export function arbitraryWeight(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 1, arbitrary: fc.constantFrom(40, 2 ** 20) },
  );
}

function facts(
  reading: Reading,
  asOf: Day,
  known: <T>(values: fc.Arbitrary<T>) => fc.Arbitrary<T | undefined>,
): fc.Arbitrary<Record<string, Fact>> {
  const weights = reading.weights.map((name) => [name, arbitraryWeight()] as const);
  // A weight that a scheme reads, too, is what the scheme reads.
  const values = [...new Map([...weights, ...factArbitraries(reading, asOf)])].map(
    ([name, arbitrary]) => [name, known(arbitrary)] as const,
  );
  return fc.tuple(...values.map(([, arbitrary]) => arbitrary)).map((found) =>
    Object.fromEntries(
      values.flatMap(([name], i) => {
        const value = found[i];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
}
