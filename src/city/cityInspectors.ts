import { addDays, type Day, type DayRange, daysBetween, yearRange } from '../core/day.js';
import { BEIJING_DISTRICTS } from '../register/division.js';
import type { Certificate, Entity, Inspector } from '../register/nouns.js';
import { randomStream } from '../simulate/random.js';
import { between, chance, oneOf, type Random, weighted } from './choice.js';
import { type CityAuthority, cityAuthorities } from './cityAuthorities.js';
import { CITY_ITEMS } from './cityItems.js';
import { cityRecusals, type Neighbours, neighboursOf } from './cityRecusals.js';
import { DISTRICT_SHARES } from './districts.js';
import { STAFF_WEIGHTS } from './staffWeights.js';

/** What the inspectors of a city depend on. */
export interface StaffOf {
  readonly seed: string;
  readonly asOf: Day;
  readonly year: number;
  readonly entities: readonly Entity[];
}

/**
 * The inspectors of the made-up city: about one for thirty entities.
 *
 * First the rota: sixteen of each authority, three to a district, one of whom may lead; they are there
 * all year, so that any visit can be staffed. Then the others, at least eight an authority on average,
 * whose certificates run out, who are absent and who are recused.
 */
export function cityInspectors(of: StaffOf): Inspector[] {
  const authorities = cityAuthorities();
  const places = authorities.flatMap(({ id: authority }) =>
    BEIJING_DISTRICTS.map((_, first) => ({ authority, first })),
  );
  const smallest = authorities.length * (BEIJING_DISTRICTS.length + 8);
  const total = Math.max(smallest, Math.ceil(of.entities.length / 30));
  const rota = places.map(({ authority, first }, i) => rotaInspector(i + 1, authority, first, of));
  const neighbours = neighboursOf(of.entities);
  const others = Array.from({ length: total - rota.length }, (_, i) =>
    otherInspector(rota.length + i + 1, neighbours, of),
  );
  return [...rota, ...others];
}

/** Serves three districts in the order of their codes; every third may lead, so each has a lead. */
function rotaInspector(
  n: number,
  authority: CityAuthority,
  first: number,
  { seed, year }: StaffOf,
): Inspector {
  const id = inspectorId(n);
  const random = randomStream(seed, 'inspector', id);
  const valid = addDays(yearRange(year).to, between(random, 1, 900));
  return {
    id,
    authority,
    lead: first % 3 === 0,
    districts: [0, 1, 2].map((step) => codeAt(first + step)).sort(),
    items: itemsOf(authority),
    certificates: [{ id: `${id}-1`, to: valid }],
    capacity: between(random, 18, 30),
    absences: [],
    recusals: [],
  };
}

function otherInspector(n: number, neighbours: Neighbours, of: StaffOf): Inspector {
  const id = inspectorId(n);
  const random = randomStream(of.seed, 'inspector', id);
  const authority = weighted(random, cityAuthorities(), ({ id: one }) => STAFF_WEIGHTS[one]).id;
  const districts = districtsOf(random);
  const all = itemsOf(authority);
  const items = chance(random, 0.7) ? all : [oneOf(random, all)];
  return {
    id,
    authority,
    lead: chance(random, 0.35),
    districts,
    items,
    certificates: certificatesOf(random, id, of),
    capacity: between(random, 10, 30),
    absences: chance(random, 0.3) ? [absenceIn(random, of.year)] : [],
    recusals: cityRecusals(random, authority, districts, neighbours),
  };
}

const inspectorId = (n: number): string => `JC-${String(n).padStart(6, '0')}`;

function codeAt(place: number): string {
  return BEIJING_DISTRICTS[place % BEIJING_DISTRICTS.length]?.code ?? '';
}

function itemsOf(authority: CityAuthority): string[] {
  return CITY_ITEMS.filter((item) => item.authority === authority).map(({ id }) => id);
}

function districtsOf(random: Random): string[] {
  const codes = new Set<string>();
  for (let left = between(random, 1, 3); left > 0; left--) {
    codes.add(weighted(random, DISTRICT_SHARES, ({ share }) => share).code);
  }
  return [...codes].sort();
}

/** One certificate or two; one in six runs out before the year ends, some before it begins. */
function certificatesOf(random: Random, id: string, { asOf, year }: StaffOf): Certificate[] {
  const { to: yearEnd } = yearRange(year);
  const runsOut = chance(random, 0.17);
  const [from, to] = runsOut ? [addDays(asOf, -90), yearEnd] : [yearEnd, addDays(yearEnd, 1100)];
  const days = Array.from({ length: between(random, 1, 2) }, () =>
    addDays(from, between(random, 0, Math.max(0, daysBetween(from, to)))),
  );
  return days.map((day, i) => ({ id: `${id}-${i + 1}`, to: day }));
}

function absenceIn(random: Random, year: number): DayRange {
  const { from: newYear, to: yearEnd } = yearRange(year);
  const from = addDays(newYear, between(random, 0, 364));
  const to = addDays(from, between(random, 2, 25));
  return { from, to: to < yearEnd ? to : yearEnd };
}
