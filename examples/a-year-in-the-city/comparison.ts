// Does the plan find more than chance alone would? Each seed is a city of its own, with its own draw. The
// plan's visits are set against as many visits on the same days to firms drawn among all alike.
import { daysBetween } from 'evenhand/core';
import { drawSample } from 'evenhand/draw';
import { drawKey } from 'evenhand/ticket';
import { eyes, type Faults, hiddenFaults } from './hidden.js';
import { plannedCity } from './plans.js';

/** How far the record tells the hidden state, from not at all to wholly. */
export const STRENGTHS = [0, 0.25, 0.5, 0.75, 1] as const;

/** What both ways found in one city at one strength: hidden faults, and visits that found any. */
export interface Found {
  readonly faults: number;
  readonly hits: number;
}

/** One city: how many visits each way had, and what they found at each strength. */
export interface Compared {
  readonly seed: string;
  readonly visits: number;
  readonly tiered: readonly Found[];
  readonly uniform: readonly Found[];
}

/** A margin over seeds, in hidden faults a hundred visits. */
export interface Margin {
  readonly strength: number;
  readonly tiered: number;
  readonly uniform: number;
  readonly mean: number;
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
  /** In how many seeds the plan found more. */
  readonly ahead: number;
}

interface Stop {
  readonly id: string;
  readonly day: number;
}

export function compared(entities: number, seed: string): Compared {
  const { plan, city, places } = plannedCity(entities, seed);
  const dayOfYear = (day: string): number => daysBetween(city.asOf, day);
  const tiered = plan.visits
    .map(({ entity, day }) => ({ id: entity, day: dayOfYear(day) }))
    .sort((a, b) => a.day - b.day);
  const { strata } = drawSample({
    key: drawKey(plan.seed, 'select:uniform'),
    frame: [...places.keys()].map((id) => ({ id, stratum: 'all' })),
    quotas: { all: tiered.length },
  });
  const uniform = (strata[0]?.selected ?? []).map(({ id }, i) => ({
    id,
    day: tiered[i]?.day as number,
  }));
  const states = hiddenFaults(places, seed, STRENGTHS);
  return {
    seed,
    visits: tiered.length,
    tiered: states.map((state) => found(tiered, state, seed)),
    uniform: states.map((state) => found(uniform, state, seed)),
  };
}

function found(stops: readonly Stop[], state: ReadonlyMap<string, Faults>, seed: string): Found {
  const officers = eyes(seed);
  const seen = stops.map(({ id, day }) => officers.look(id, state.get(id) ?? [], day).length);
  return {
    faults: seen.reduce((sum, n) => sum + n, 0),
    hits: seen.filter((n) => n > 0).length,
  };
}

/** The margin at each strength over all seeds. */
export function margins(cities: readonly Compared[]): Margin[] {
  return STRENGTHS.map((strength, i) => {
    const rates = cities.map(({ visits, tiered, uniform }) => ({
      tiered: ((tiered[i]?.faults ?? 0) * 100) / visits,
      uniform: ((uniform[i]?.faults ?? 0) * 100) / visits,
    }));
    const gaps = rates.map((one) => one.tiered - one.uniform);
    const mean = average(gaps);
    const squares = gaps.reduce((sum, gap) => sum + (gap - mean) * (gap - mean), 0);
    return {
      strength,
      tiered: average(rates.map((one) => one.tiered)),
      uniform: average(rates.map((one) => one.uniform)),
      mean,
      deviation: Math.sqrt(squares / Math.max(1, gaps.length - 1)),
      least: Math.min(...gaps),
      most: Math.max(...gaps),
      ahead: gaps.filter((gap) => gap > 0).length,
    };
  });
}

const average = (list: readonly number[]): number =>
  list.reduce((sum, n) => sum + n, 0) / list.length;
