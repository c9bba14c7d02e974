import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../document/checkedDocument.js';
import { checkDiscretionTable } from './discretion/checkDiscretionTable.js';
import type { DiscretionTable } from './discretion/discretionTable.js';
import { discretionTableSchema } from './discretion/discretionTableSchema.js';
import { checkLeniencyList } from './leniency/checkLeniencyList.js';
import type { LeniencyList } from './leniency/leniencyList.js';
import { leniencyListSchema } from './leniency/leniencyListSchema.js';

/**
 * A leniency list out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkLeniencyList`
 */
export function parseLeniencyList(value: unknown): LeniencyList {
  return soundDocument(safeParseLeniencyList(value));
}

/** The same with what is wrong returned; a good document may still carry warnings. */
export function safeParseLeniencyList(value: unknown): CheckedDocument<LeniencyList> {
  return checkedDocument(leniencyListSchema, checkLeniencyList, value);
}

/**
 * A discretion table out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkDiscretionTable`
 */
export function parseDiscretionTable(value: unknown): DiscretionTable {
  return soundDocument(safeParseDiscretionTable(value));
}

/** The same with what is wrong returned. */
export function safeParseDiscretionTable(value: unknown): CheckedDocument<DiscretionTable> {
  return checkedDocument(discretionTableSchema, checkDiscretionTable, value);
}
