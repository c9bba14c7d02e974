import type { Staffing } from '../../src/inspectors/index.js';

/** What a generated city looks like. */
export interface CityShape {
  readonly visits: number;
  readonly inspectors: number;
  /** Candidates of a visit, at least and at most. */
  readonly candidates: readonly [number, number];
  /** Districts apart from one another; a visit's candidates are of its district. */
  readonly districts: number;
  /** All capacities together, as a multiple of the seats. */
  readonly slack: number;
}

/** A staffing with skewed lists of candidates, made by a small generator of its own: always the same. */
export function cityStaffing(shape: CityShape): Staffing {
  let state = 12_345;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const { visits, districts } = shape;
  const seats = 2.5 * visits;
  const mean = (shape.slack * seats) / shape.inspectors;
  const inspectors = Array.from({ length: shape.inspectors }, (_, i) => ({
    id: `JC${String(i + 1).padStart(8, '0')}`,
    lead: i % 3 !== 2,
    capacity: Math.round(mean * (0.5 + random(1000) / 1000)),
  }));
  const byDistrict = Array.from({ length: districts }, (_, d) =>
    inspectors.filter((_, i) => i % districts === d).map(({ id }) => id),
  );
  const [least, most] = shape.candidates;
  return {
    inspectors,
    visits: Array.from({ length: visits }, (_, v) => {
      const pool = byDistrict[v % districts] as readonly string[];
      const wanted = Math.min(pool.length, least + random(most - least + 1));
      // A run of neighbours with gaps: colleagues share certificates, so lists overlap unevenly.
      const start = random(pool.length);
      const stride = 1 + random(3);
      const eligible = new Set<string>();
      for (let n = 0; eligible.size < wanted; n++) {
        eligible.add(pool[(start + n * stride + (n % stride)) % pool.length] as string);
        if (n > 4 * pool.length) break;
      }
      return {
        id: `9111${String(v).padStart(14, '0')}/spot-check`,
        size: 2 + (v % 2),
        eligible: [...eligible],
      };
    }),
  };
}
