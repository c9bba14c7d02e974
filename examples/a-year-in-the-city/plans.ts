// A made-up city and its plan for a year. The draw is a simulation: its chance is a hash of the seed.
import { type City, sampleCity } from 'evenhand/city';
import { digest } from 'evenhand/core';
import { type Plan, planYear } from 'evenhand/plan';
import { assess, type Programme, parseProgramme } from 'evenhand/programme';
import { type Places, placesByRecord } from './hidden.js';

/** A city before its year, and what is drawn for it. */
export interface PlannedCity {
  readonly city: City;
  readonly programme: Programme;
  readonly plan: Plan;
  readonly places: Places;
}

/** Forty ten-sided dice that nobody rolled: digits of a hash, since this is a simulation. */
export function dice(seed: string): string {
  const digits = [...digest({ dice: seed })].map((hex) => Number.parseInt(hex, 16));
  return digits
    .slice(0, 40)
    .map((n) => n % 10)
    .join('.');
}

/** Plans a city's year; `register` stands in for the city's own where its events come from records. */
export function plannedCity(
  entities: number,
  seed: string,
  register?: City['register'],
): PlannedCity {
  const city = sampleCity({ entities, seed });
  const programme = parseProgramme(city.programme);
  const known = register ?? city.register;
  const plan = planYear(
    {
      ...{ programme, register: known, tasks: city.tasks, year: city.year, asOf: city.asOf },
      ...{ drawId: `EX-${city.year}-001`, sources: [{ label: 'dice', bits: 132 }] },
    },
    [{ label: 'dice', value: dice(seed) }],
  );
  const inFrame = new Set(plan.prepared.standings.map(({ id }) => id));
  const points = new Map(
    known.entities
      .filter(({ id }) => inFrame.has(id))
      .map((firm) => {
        const { credit, risk } = assess(programme, firm, { asOf: city.asOf });
        return [firm.id, { credit: Number(credit.score), risk: Number(risk.score) }];
      }),
  );
  return { city, programme, plan, places: placesByRecord(points, seed) };
}
