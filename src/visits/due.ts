import type { Demand } from '../register/nouns.js';

/**
 * A demand, its place in the caller's list, and the first and last day on which it can be done, as day
 * numbers: its window's, or the open days next to them inside.
 */
export interface Due {
  readonly demand: Demand;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** One visit to come: where, which kind, the day's number, and what is done there. */
export interface Stop {
  readonly site: string | undefined;
  kind: Demand['kind'];
  readonly day: number;
  dues: Due[];
  /** The visit that is there already, where these demands only join it. */
  readonly joins?: string;
}

/** Whether a visit of this kind and day may do what is due: a spot check does no census demand. */
export function canDo(stop: Pick<Stop, 'kind' | 'day'>, due: Due): boolean {
  return (
    due.from <= stop.day &&
    stop.day <= due.to &&
    (stop.kind === 'census' || due.demand.kind === 'spot-check')
  );
}

/** Whether no single visit could do both: other places, or no common day. */
export function cannotShare(a: Due, b: Due): boolean {
  return a.demand.site !== b.demand.site || a.to < b.from || b.to < a.from;
}
