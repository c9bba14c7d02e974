import { basename } from 'node:path';
import { type Issue, warningAt } from '../core/issue.js';
import type { ProgrammeSource } from '../programme/programme.js';
import { isRecord } from '../register/openRows.js';
import type { RawRow } from '../register/rawRow.js';

/** The codes that no table can have meant, though its `otherwise` gives them points. */
export interface DoubtfulCodes {
  /** The inputs whose codes are looked at. */
  readonly inputs: readonly string[];
  see(row: RawRow): void;
  /** The same for a text that stands in an input's column in so many rows, first in this one. */
  seeText(input: string, text: string, first: number, rows: number): void;
  /** One warning a column, with the first such code and how many rows have one. */
  issues(path: string): Issue[];
}

interface CodeColumn {
  readonly input: string;
  readonly signs: ReadonlySet<string>;
  /** An entry to show how codes are written. */
  readonly expected: string;
  first?: { readonly given: string; readonly row: number };
  rows: number;
}

/**
 * Looks for codes that are written unlike those of every table that scores them: `H6210`, `６２１０` or `餐饮`
 * where the tables have `62`. Such a code takes the points of all other codes, and nobody would be told.
 */
export function doubtfulCodes(programme: ProgrammeSource): DoubtfulCodes {
  const columns = codeColumns(programme);
  const look = (column: CodeColumn, given: string, row: number, rows: number): void => {
    if (isWrittenIn(column.signs, given)) return;
    if (column.first === undefined || row < column.first.row) column.first = { given, row };
    column.rows += rows;
  };
  return {
    inputs: columns.map(({ input }) => input),
    see({ row, values }) {
      for (const column of columns) {
        const { facts } = values;
        const given = values[column.input] ?? (isRecord(facts) ? facts[column.input] : undefined);
        if (typeof given === 'string') look(column, given, row, 1);
      }
    },
    seeText(input, text, first, rows) {
      const column = columns.find((one) => one.input === input);
      if (column !== undefined) look(column, text, first, rows);
    },
    issues: (path) =>
      columns.flatMap(({ input, first, expected, rows }) => {
        if (first === undefined) return [];
        const params = { given: first.given, expected, input, rows };
        const issue = warningAt('doubtful-code', [input], params);
        return [{ ...issue, file: basename(path), row: first.row }];
      }),
  };
}

/** The codes that tables with an `otherwise` score, and what the entries of those tables are made of. */
function codeColumns({ documents }: ProgrammeSource): CodeColumn[] {
  const entries = new Map<string, string[]>();
  for (const document of documents) {
    if (document.kind !== 'scheme') continue;
    for (const term of document.terms) {
      if (term.kind !== 'lookup' || term.otherwise === undefined) continue;
      if (document.inputs[term.input]?.type !== 'code') continue;
      entries.set(term.input, [...(entries.get(term.input) ?? []), ...Object.keys(term.table)]);
    }
  }
  return [...entries]
    .filter(([, codes]) => codes.length > 0)
    .map(([input, codes]) => ({
      ...{ input, signs: new Set(codes.flatMap((code) => [...code].map(signOf))), rows: 0 },
      expected: [...codes].sort()[0] as string,
    }));
}

function isWrittenIn(signs: ReadonlySet<string>, code: string): boolean {
  for (const sign of code) if (!signs.has(signOf(sign))) return false;
  return true;
}

/** A digit is like every digit and a letter like every letter; any other sign is only like itself. */
function signOf(sign: string): string {
  if (sign >= '0' && sign <= '9') return 'digit';
  return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') ? 'letter' : sign;
}
