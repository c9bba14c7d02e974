/**
 * What one entity shows instead of the whole frame: its stratum, its place, and the hashes that lead
 * from there to the root that notice A committed to.
 */
export interface Proof {
  readonly schema: 'evenhand/proof/1';
  readonly drawId: string;
  readonly task: string;
  readonly id: string;
  readonly stratum: string;
  readonly weight?: number;
  /** The place among the ids in order of their bytes, from 0. */
  readonly index: number;
  readonly count: number;
  readonly path: readonly string[];
  readonly root: string;
}
