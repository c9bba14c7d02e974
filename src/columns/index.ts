export type { Field } from '../programme/programmeFields.js';
export {
  type AssessedColumns,
  assessColumns,
  assessRowByRow,
  type RowIssues,
} from './assessColumns.js';
export { type Cell, NO_CELL } from './cells.js';
export { COLUMNS_CODES, type ColumnsCode } from './codes.js';
export { type ColumnBuilder, columnBuilder, columnsOf } from './columnBuilder.js';
export {
  type ColumnsDraw,
  type ColumnsPlan,
  columnsDraw,
  type DrawnBatch,
  type DrawnColumns,
  type DrawnStratum,
  type ListedRow,
} from './columnsDraw.js';
export { type CompiledColumns, compileColumns } from './compileColumns.js';
export { entityAt } from './entityAt.js';
export {
  AT_ONCE,
  type BooleanColumn,
  type CodeColumn,
  type Codes,
  type Column,
  type DayColumn,
  type EntityColumns,
  type EventColumns,
  type ListColumns,
  NO_DAY,
  type NumberColumn,
  type ValidBits,
} from './entityColumns.js';
export { explainRow } from './explainRow.js';
export type { SchemeTrace, ScoreColumns } from './filling.js';
export type { KeptUnits } from './keptUnits.js';
export { unsupportedIn } from './unsupported.js';
