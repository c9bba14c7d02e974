import type { EntityColumns } from '../../columns/entityColumns.js';
import type { Issue } from '../../core/issue.js';
import type { ReadRegister } from '../readRegister.js';

/** Part of a register as columns, as it comes out of its files. */
export interface RegisterPart {
  readonly columns: EntityColumns;
  readonly ids: readonly string[];
  /** The number of each row among all rows of the register; from `first` on where left out. */
  readonly rows?: Uint32Array;
  readonly first: number;
  /** The last visit of any of the authorities that were asked for, `NO_DAY` for none. */
  readonly lastVisit: Int32Array;
  /** Authorities that some row has a visit of. */
  readonly visitedBy: ReadonlySet<string>;
  /** 1 for each row that another part has, or none. */
  readonly skip?: Uint8Array;
  /** Where a row stands in its file. */
  placeOf(row: number): Pick<Issue, 'file' | 'row'>;
}

/** What was found in the files of a register that was read part by part. */
export type PartFindings = Pick<ReadRegister, 'issues' | 'read' | 'setAside' | 'notWhole'>;

/** The number of a row of a part. */
export const numberIn = ({ rows, first }: RegisterPart, row: number): number =>
  rows?.[row] ?? first + row;
