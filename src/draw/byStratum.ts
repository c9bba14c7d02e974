/** Keys, and for each the place of its stratum. */
export interface KeysOfStrata {
  readonly keys: Float64Array;
  readonly places: Int32Array;
  /** How many there are; the lists may be longer. */
  readonly count: number;
}

/**
 * Rows by stratum, in their order within each, and where those of each end.
 *
 * @param asked - 1 for each stratum whose rows are wanted, all where left out
 */
export function byStratum(
  { places, count }: KeysOfStrata,
  strata: number,
  asked: Uint8Array = new Uint8Array(strata).fill(1),
) {
  const ends = new Int32Array(strata + 1);
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    ends[place + 1] = (ends[place + 1] as number) + (asked[place] as number);
  }
  for (let place = 1; place <= strata; place++) {
    ends[place] = (ends[place] as number) + (ends[place - 1] as number);
  }
  const rows = new Int32Array(ends[strata] as number);
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    if (asked[place] === 0) continue;
    const at = ends[place] as number;
    ends[place] = at + 1;
    rows[at] = i;
  }
  return { rows, ends };
}

/** The keys of rows. */
export function keysOf(keys: Float64Array, rows: Int32Array): Float64Array {
  const own = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) own[i] = keys[rows[i] as number] as number;
  return own;
}
