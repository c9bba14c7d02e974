// The inspectors of a made-up city of any size: those of a small one again and again, under other numbers.

import type { City } from '../../src/city/sampleCity.js';
import { allocate } from '../../src/draw/allocate.js';
import { DEMONSTRATION } from '../../src/plan/demonstration.js';
import { planYear } from '../../src/plan/planYear.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import type { Inspector } from '../../src/register/nouns.js';

/**
 * How staff is spread: `by-work`, as a bureau that plans its year has them where visits are, or
 * `evenly`, each of the small city's inspectors as often as any other, so that the authorities with the most
 * visits lack some.
 */
export type Spread = 'by-work' | 'evenly';

/** So many inspectors, like those of the small city, with nobody recused. */
export function cityInspectors(city: City, count: number, spread: Spread): Inspector[] {
  const times = spread === 'evenly' ? evenly(city, count) : byWork(city, count);
  return city.register.inspectors
    .flatMap((of, i) => Array.from({ length: times[i] as number }, () => of))
    .map((of, i) => ({ ...of, id: `JC-${String(i).padStart(6, '0')}`, recusals: [] }));
}

function evenly({ register }: City, count: number): number[] {
  const { length } = register.inspectors;
  return register.inspectors.map((_, i) => Math.floor((count + length - 1 - i) / length));
}

/** How often the small city's firms stand in the one whose plan tells where the work is. */
const COPIES = 20;

/**
 * How often each of the small city's inspectors is there: by the places that a plan has in his districts for
 * leads, or for others, of his authority where it leads, and by as many more as chance may ask for where they are few.
 */
function byWork(city: City, count: number): number[] {
  const { register, tasks } = city;
  const { inspectors } = register;
  const entities = register.entities.flatMap((one) =>
    Array.from({ length: COPIES }, (_, copy) => ({ ...one, id: `${one.id}-${copy}` })),
  );
  const { visits } = planYear(
    {
      programme: parseProgramme(city.programme),
      register: { ...register, entities },
      tasks,
      ...{ year: 2026, asOf: '2025-12-31', drawId: 'CITY-2026-001', sources: [DEMONSTRATION] },
    },
    [{ label: DEMONSTRATION.label, value: '4.1.9.0.3.3.7.2.8.8' }],
  );
  const places = countBy(
    visits.flatMap(({ lead, district, teamSize }) => [
      { cell: `${lead}/true/${district}`, places: 1 },
      { cell: `${lead}/false/${district}`, places: teamSize - 1 },
    ]),
    (one) => one.cell,
    (one) => one.places,
  );
  const kindOf = (one: Inspector): string => `${one.authority}/${one.lead}`;
  const serving = countBy(
    inspectors.flatMap((one) => one.districts.map((district) => `${kindOf(one)}/${district}`)),
    (cell) => cell,
    () => 1,
  );
  const asked = (places: number): number => places + 6 * Math.sqrt(places) + 2;
  const weights = inspectors.map((one) =>
    one.districts.reduce((sum, district) => {
      const cell = `${kindOf(one)}/${district}`;
      return sum + (1000 * asked(places.get(cell) ?? 0)) / (serving.get(cell) as number);
    }, 0),
  );
  const allocated = allocate({
    total: count,
    strata: inspectors.map(({ id }, i) => ({
      stratum: id,
      size: count,
      weight: Math.round(weights[i] as number),
      minimum: count >= inspectors.length ? 1 : 0,
    })),
  });
  return inspectors.map(({ id }) => allocated[id] as number);
}

function countBy<T>(
  all: readonly T[],
  key: (one: T) => string,
  amount: (one: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of all) sums.set(key(one), (sums.get(key(one)) ?? 0) + amount(one));
  return sums;
}
