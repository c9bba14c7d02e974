import type { ProgrammeAt } from '../programme/programme.js';
import type { SchemeAt } from '../scoring/compile.js';
import type { EntityColumns } from './entityColumns.js';
import type { SchemeColumns } from './schemeColumns.js';

/** Points and levels by row. */
export interface ScoreColumns {
  /**
   * Points in units of 10^-places; 0 where a row has issues. 64 bits wide only where the ends of the
   * total allow more than 32.
   */
  readonly units: Int32Array | Float64Array;
  /** Places in the scale, 0 the best; 255 where a row has issues. */
  readonly level: Uint8Array;
}

/** Why a row scored as it did, in a few bytes a row; `explainRow` holds its account against it. */
export interface SchemeTrace {
  /** For each term the place each row met; undefined for numbers and events, which are no places. */
  readonly bins: readonly (Uint16Array | undefined)[];
  /** The place of the band or gate. */
  readonly band: Uint8Array;
  /** Bit `i`: override `i` fired. */
  readonly fired: Uint32Array;
}

/** The columns of an assessment while they are filled, block after block. */
export interface Filling {
  readonly credit: ScoreColumns;
  readonly risk: ScoreColumns;
  readonly riskScheme: Uint8Array;
  readonly cell: Uint16Array;
  /** Of credit, then of each risk scheme; none where nothing is traced. */
  readonly traces: readonly SchemeTrace[];
}

/** Fills the rows of a block, marks those the row evaluator has to answer, and tells whether there are any. */
export type FillBlock = (from: number, rows: number, faulty: Uint8Array) => boolean;

/** The columns as they were given, and as each scheme sees them. */
export interface ProgrammeColumns {
  readonly given: EntityColumns;
  readonly credit: SchemeColumns;
  readonly risk: readonly SchemeColumns[];
}

/** Makes ready what fills the blocks of some columns; undefined where it can't. */
export type Filler = (
  at: ProgrammeAt,
  columns: ProgrammeColumns,
  filling: Filling,
) => FillBlock | undefined;

export function newFilling(
  { credit, risk }: ProgrammeAt,
  size: number,
  isTraced: boolean,
): Filling {
  const risks = risk.map(({ at }) => at);
  return {
    credit: newScores([credit], size),
    risk: newScores(risks, size),
    riskScheme: new Uint8Array(size),
    cell: new Uint16Array(size),
    traces: isTraced ? [credit, ...risks].map((scheme) => newTrace(scheme, size)) : [],
  };
}

function newScores(schemes: readonly SchemeAt[], size: number): ScoreColumns {
  const isNarrow = schemes.every(
    ({ compiled: { total } }) => total.min >= -(2 ** 31) && total.max < 2 ** 31,
  );
  return {
    units: isNarrow ? new Int32Array(size) : new Float64Array(size),
    level: new Uint8Array(size),
  };
}

function newTrace({ compiled: { terms } }: SchemeAt, size: number): SchemeTrace {
  return {
    bins: terms.map(({ kind }) =>
      kind === 'events' || kind === 'number' ? undefined : new Uint16Array(size),
    ),
    band: new Uint8Array(size),
    fired: new Uint32Array(size),
  };
}
