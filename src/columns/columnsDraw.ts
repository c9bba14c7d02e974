import { requireArgument } from '../core/argument.js';
import { dayNumber } from '../core/day.js';
import { mistake } from '../core/error.js';
import { growingWords } from '../core/growing.js';
import { compareKeyed } from '../draw/drawOrder.js';
import { neededOf } from '../draw/stratumRule.js';
import { matrixQuotas } from '../programme/matrixQuotas.js';
import type { ProgrammeAt } from '../programme/programme.js';
import { type Condition, windowStart } from '../register/condition.js';
import { keyState } from '../ticket/keyState.js';
import { t52Column } from '../ticket/t52.js';
import { ticketHasher } from '../ticket/ticket.js';
import type { AssessedColumns } from './assessColumns.js';
import { NO_CELL } from './cells.js';
import type { CompiledColumns } from './compileColumns.js';
import { type EntityColumns, NO_DAY } from './entityColumns.js';
import { type KeptUnits, lastKey, unitsInMemory } from './keptUnits.js';
import { rowsInScope, rowsOnLists } from './scopeRows.js';

/** A draw over columns, with the words of a draw in a warehouse (`SqlPlan` of `evenhand/sql`). */
export interface ColumnsPlan {
  /** `drawKey` for `select:<coordination group>`. */
  readonly key: string;
  /** Who can be drawn; everybody where left out. One whose scope is not known is left out. */
  readonly scope?: Condition;
  /** How many of the next in order are listed for each stratum; 0 where left out. */
  readonly substitutes?: number;
}

/** A unit that is drawn, or one of the next in order. */
export interface ListedRow {
  readonly row: number;
  readonly id: string;
  readonly ticket: string;
  /** Its place within its stratum, from 1. */
  readonly place: number;
}

/** A cell of the matrix within a tier of recency, with who is drawn of it. */
export interface DrawnStratum {
  readonly cell: number;
  readonly recency: number;
  readonly size: number;
  readonly quota: number;
  /** In draw order: the drawn, then the substitutes, at least the first one out where there is one. */
  readonly listed: readonly ListedRow[];
}

/** A draw over columns. */
export interface DrawnColumns {
  /** Rows that are visited for certain, ascending. */
  readonly certain: Uint32Array;
  /** By cell, then by recency. */
  readonly strata: readonly DrawnStratum[];
}

/** What goes with some columns where it is not as usual. */
export interface DrawnBatch {
  /** The ids of the rows; those of the columns where left out. */
  readonly ids?: readonly string[];
  /** The last visit of any of the task's authorities, `NO_DAY` for none; where left out there was none. */
  readonly lastVisit?: Int32Array;
  /** What the rows are numbered; from the end of those before where left out. */
  readonly rows?: Uint32Array;
  /** 1 for each row that is to be passed over. */
  readonly skip?: Uint8Array;
}

/** Takes columns with their assessment, and gives the draw over all of them. */
export interface ColumnsDraw {
  add(columns: EntityColumns, assessed: AssessedColumns, batch?: DrawnBatch): void;
  /**
   * The draw.
   *
   * @param idAt - the id of a row by its number; asked for those alone who may be listed, by ascending numbers
   */
  done(idAt: (row: number) => string): DrawnColumns;
}

/**
 * A draw of any size over columns, with the tickets, strata and quotas of `toSql`'s draw: the strata are
 * the cells of the matrix and within each the tiers of recency; who is not active, has no answer or is
 * outside the scope stands in no frame, and who is visited for certain is not drawn.
 *
 * Of each unit of the frame its number and the first 52 bits of its ticket are kept, and no id.
 *
 * @param compiled - compiled with the scope, as `compileColumns(at, { scope })` does
 * @param kept - what keeps them until all are there; left out, memory does
 * @throws `bad-key`; `columns-unsupported` where the programme draws by weight; what `done` and `add`
 * are given may also be a `bad-id`
 *
 * @source double-random/1 §1, §2
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { assessColumns, columnsDraw, columnsOf, compileColumns } from 'evenhand/columns';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, programme, asOf } = sampleCity({ entities: 1000 });
 * const compiled = compileColumns(parseProgramme(programme).at(asOf), { scope: { all: [] } });
 * const columns = columnsOf(compiled, register.entities);
 * const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
 * const draw = columnsDraw(compiled, { key });
 * draw.add(columns, assessColumns(compiled, columns));
 * const { strata } = draw.done((row) => columns.ids?.[row] ?? '');
 * strata.every(({ listed, quota }) => listed.length >= quota); // => true
 * ```
 */
export function columnsDraw(
  compiled: CompiledColumns,
  plan: ColumnsPlan,
  kept: KeptUnits = unitsInMemory(),
): ColumnsDraw {
  requireArgument('columnsDraw', 'compiled', compiled, { at: 'object' }, 'compileColumns(…)');
  const { at } = compiled;
  keyState(plan.key);
  requireEqualChances(at);
  const { sampling } = at;
  const tiers = sampling.recency.map(({ after }) =>
    after === undefined ? Number.POSITIVE_INFINITY : dayNumber(windowStart(at.day, after)),
  );
  const certainLists = new Set(sampling.certain.map(({ list }) => list));
  /** How many stand in each stratum. */
  const counts = new Map<number, number>();
  const certain = growingWords();
  let count = 0;

  return {
    add(columns, assessed, { ids = columns.ids, lastVisit, rows, skip } = {}) {
      const { size } = columns;
      const inScope = rowsInScope(compiled, columns, plan.scope);
      const isCertain = rowsOnLists(columns, certainLists);
      const framed: number[] = [];
      const framedIds: string[] = [];
      const stratumOf: number[] = [];
      const isKey = assessed.cells.map(({ measures }) => measures?.key === true);
      const numberOf = (row: number): number => rows?.[row] ?? count + row;
      for (let row = 0; row < size; row++) {
        const cell = assessed.cell[row] as number;
        if (cell === NO_CELL || inScope[row] !== 1 || skip?.[row] === 1) continue;
        if (isCertain[row] === 1 || isKey[cell] === true) {
          certain.push(numberOf(row));
          continue;
        }
        framed.push(row);
        framedIds.push(ids?.[row] ?? String(row));
        stratumOf.push(cell * tiers.length + tierOf(tiers, lastVisit?.[row] ?? NO_DAY));
      }
      const keys = t52Column(plan.key, framedIds);
      for (const [stratum, own] of placesBy(stratumOf)) {
        const numbers = Uint32Array.from(own, (i) => numberOf(framed[i] as number));
        kept.add(
          stratum,
          numbers,
          Float64Array.from(own, (i) => keys[i] as number),
        );
        counts.set(stratum, (counts.get(stratum) ?? 0) + own.length);
      }
      count += size;
    },
    done(idAt) {
      const found = [...counts].sort(([a], [b]) => a - b);
      const sizes = found.map(([stratum, size]) => ({
        ...{ cell: Math.floor(stratum / tiers.length), tier: stratum % tiers.length },
        size,
      }));
      const quotas = matrixQuotas(at, sizes);
      const needed = quotas.map((quota) => neededOf({ quota, substitutes: plan.substitutes ?? 0 }));
      const near = found.map(([stratum, size], i) =>
        nearest(kept, stratum, lastKey(kept, stratum, size, needed[i] as number)),
      );
      const ids = idsOf(near, idAt);
      const ticketOf = ticketHasher(plan.key);
      return {
        certain: certain.whole().slice().sort(),
        strata: sizes.map(({ cell, tier, size }, i): DrawnStratum => {
          const quota = quotas[i] as number;
          const listed = inOrder(near[i] as Near, ids[i] ?? [], needed[i] as number, ticketOf);
          return { cell, recency: tier, size, quota, listed };
        }),
      };
    },
  };
}

/** The places of each number. */
function placesBy(numbers: readonly number[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [i, number] of numbers.entries()) {
    const own = found.get(number);
    if (own === undefined) found.set(number, [i]);
    else own.push(i);
  }
  return found;
}

/** Units that may be listed: the number of each row, and the first 52 bits of its ticket. */
interface Near {
  readonly rows: readonly number[];
  readonly keys: readonly number[];
}

/** The units of a stratum up to a key: a few more than are listed where keys are equal. */
function nearest(kept: KeptUnits, stratum: number, limit: number): Near {
  const near = { rows: [0].slice(1), keys: [0].slice(1) };
  kept.each(stratum, (rows, keys) => {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key > limit) continue;
      near.rows.push(rows[i] as number);
      near.keys.push(key);
    }
  });
  return near;
}

/** The ids of all of them, which are asked for by ascending rows. */
function idsOf(strata: readonly Near[], idAt: (row: number) => string): string[][] {
  const rows = Uint32Array.from(strata.flatMap((near) => near.rows));
  const ids = new Array<string>(rows.length);
  const order = new Uint32Array(rows.length).map((_, i) => i);
  for (const i of order.sort((a, b) => (rows[a] as number) - (rows[b] as number))) {
    ids[i] = idAt(rows[i] as number);
  }
  let from = 0;
  return strata.map((near) => {
    from += near.rows.length;
    return ids.slice(from - near.rows.length, from);
  });
}

/** The first of them in draw order: tickets are written for those alone who may be listed. */
function inOrder(
  { rows, keys }: Near,
  ids: readonly string[],
  needed: number,
  ticketOf: (id: string) => string,
): ListedRow[] {
  return ids
    .map((id, i) => ({ id, ticket: ticketOf(id), key: keys[i] as number, row: rows[i] as number }))
    .sort(compareKeyed)
    .slice(0, needed)
    .map(({ row, id, ticket }, i) => ({ row, id, ticket, place: i + 1 }));
}

/** The first tier whose first day lies behind the last visit; who was never visited stands in the first. */
function tierOf(tiers: readonly number[], last: number): number {
  if (last === NO_DAY) return 0;
  return tiers.findIndex((start) => last < start);
}

/** Keys by weight are what no column holds. */
function requireEqualChances({ sampling }: ProgrammeAt): void {
  if (sampling.method !== 'pareto') return;
  const { id } = sampling;
  throw mistake(
    'columns-unsupported',
    `columns do not draw by weight, as \`${id}\` does; draw with \`drawSample\``,
    { construct: 'sampling.method.pareto', rule: id, given: id },
  );
}
