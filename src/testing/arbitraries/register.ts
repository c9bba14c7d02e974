import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import type { Day } from '../../core/day.js';
import type { Authority, Entity, Item, Register } from '../../register/nouns.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';
import { arbitraryDay, daysInForce } from './day.js';
import { entityOf } from './entity.js';
import { readingOf, valuesOf } from './reading.js';
import { arbitraryInspectors } from './staffing.js';

/** How an arbitrary register is made. */
export interface RegisterOptions {
  /** The most entities, 12 where left out. */
  readonly maxEntities?: number;
  /** The cut-off; the first day the programme is in force where left out. */
  readonly asOf?: Day;
  /** The year its inspectors are certified for; the year of `asOf` where left out. */
  readonly year?: number;
}

const AUTHORITIES: readonly Authority[] = [
  { id: 'fire', name: '消防' },
  { id: 'food' },
  { id: '市场监管' },
];

/**
 * Registers a programme might meet: entities as `arbitraryEntity` makes them, some visited before,
 * one to three authorities with general and key items, and their inspectors.
 */
export function arbitraryRegister(
  programme: AnyProgramme,
  options: RegisterOptions = {},
): fc.Arbitrary<Register> {
  requireArgument('arbitraryRegister', 'programme', programme, 'object');
  requireArgument('arbitraryRegister', 'options', options, 'object');
  const parsed = programmeOf(programme);
  const { maxEntities = 12, asOf = daysInForce(parsed)[0]?.from as Day } = options;
  const reading = readingOf(parsed.at(asOf));
  const districts = ['110105', '110108', ...valuesOf(reading.fields, 'district').map(String)];
  return fc
    .subarray([...AUTHORITIES], { minLength: 1 })
    .chain((authorities) =>
      fc.record({
        authorities: fc.constant(authorities),
        items: itemsOf(authorities),
        entities: fc
          .array(
            fc.tuple(entityOf(reading, asOf, { maxEvents: 2 }), lastVisits(authorities, asOf)),
            {
              maxLength: maxEntities,
              size: 'max',
            },
          )
          .map((entities) => entities.map(named)),
      }),
    )
    .chain(({ authorities, items, entities }) =>
      arbitraryInspectors({
        items,
        districts: [...new Set(districts)],
        entities: entities.slice(0, 3).map(({ id }) => id),
        year: options.year ?? Number(asOf.slice(0, 4)),
      }).map((inspectors) => ({ authorities, items, entities, inspectors })),
    );
}

function named([entity, visits]: [Entity, Record<string, Day>], i: number): Entity {
  return { ...entity, id: i % 3 === 2 ? `示例企业${i + 1}` : `E${i + 1}`, lastVisits: visits };
}

function itemsOf(authorities: readonly Authority[]): fc.Arbitrary<Item[]> {
  return fc.tuple(...authorities.map(() => fc.integer({ min: 1, max: 3 }))).map((counts) =>
    authorities.flatMap(({ id }, a) =>
      Array.from(
        { length: counts[a] as number },
        (_, i): Item => ({
          id: `${id}-item-${i + 1}`,
          authority: id,
          rank: i % 2 === 0 ? 'general' : 'key',
          methods: ['on-site'],
          basis: [],
        }),
      ),
    ),
  );
}

function lastVisits(
  authorities: readonly Authority[],
  asOf: Day,
): fc.Arbitrary<Record<string, Day>> {
  const day = arbitraryDay({ from: '2019-01-01', to: asOf });
  return fc
    .tuple(...authorities.map(({ id }) => fc.option(day.map((on) => [id, on] as const))))
    .map((visits) => Object.fromEntries(visits.filter((visit) => visit !== null)));
}
