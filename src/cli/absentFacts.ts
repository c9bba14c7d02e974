import { basename } from 'node:path';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import type { ProgrammeSource } from '../programme/programme.js';
import { isRecord } from '../register/openRows.js';
import type { RawRow } from '../register/rawRow.js';

/** The facts that no row of a table has, once all rows were seen. */
export interface AbsentFacts {
  see(row: RawRow): void;
  readonly names: ReadonlySet<string>;
}

/** Looks for facts in rows; an empty cell is there, and a column that is not there stands in no row. */
export function absentFacts(facts: Readonly<Record<string, unknown>>): AbsentFacts {
  const names = new Set(Object.keys(facts));
  let hasRows = false;
  return {
    see({ values }) {
      hasRows = true;
      for (const fact of names) if (isIn(values, fact)) names.delete(fact);
    },
    get names() {
      return hasRows ? names : new Set<string>();
    },
  };
}

function isIn(values: RawRow['values'], fact: string): boolean {
  const { facts } = values;
  return isGiven(values, fact) || (isRecord(facts) && isGiven(facts, fact));
}

const isGiven = (values: Readonly<Record<string, unknown>>, name: string): boolean =>
  Object.hasOwn(values, name) && values[name] !== null && values[name] !== undefined;

/** One warning a column: everybody then counts as somebody of whom the fact is not known. */
export function absentColumns(names: Iterable<string>, path: string): Issue[] {
  const file = basename(path);
  return [...names]
    .sort()
    .map((given) => ({ ...warningAt('fact-column-missing', [given], { given }), file }));
}

/**
 * Instead of one error a row that lacks what no row has, one error for the column, with how many
 * entities can't be assessed without it; its warning goes with them.
 *
 * @param issues - of a register and of the assessment of its entities
 * @param programme - whose inputs are read from which columns
 */
export function byColumn(issues: readonly Issue[], programme: ProgrammeSource): Issue[] {
  const absent = new Map<string, Issue>();
  for (const issue of issues) {
    if (issue.code === 'fact-column-missing') absent.set(String(issue.params['given']), issue);
  }
  if (absent.size === 0) return [...issues];
  const columns = inputColumns(programme);
  const columnOf = ({ code, params }: Issue): string | undefined => {
    if (code !== 'missing-input') return undefined;
    const input = String(params['input']);
    return [...(columns.get(input) ?? [input])].find((column) => absent.has(column));
  };
  const lacking = new Map<string, Set<string>>();
  for (const issue of issues) {
    const column = columnOf(issue);
    if (column === undefined) continue;
    const { file, row, path } = issue;
    const entity = JSON.stringify([file, row, path.slice(0, -1)]);
    lacking.set(column, (lacking.get(column) ?? new Set()).add(entity));
  }
  return issues.flatMap((issue) => {
    if (columnOf(issue) !== undefined) return [];
    const { code, path, params, file } = issue;
    const rows = code === 'fact-column-missing' && lacking.get(String(params['given']))?.size;
    if (!rows) return [issue];
    const needed = errorAt('fact-column-needed', path, { ...params, rows });
    return [{ ...needed, ...(file === undefined ? {} : { file }) }];
  });
}

/** The columns each input is read from: its own, or that of the day its years count from. */
function inputColumns({ documents }: ProgrammeSource): Map<string, Set<string>> {
  const columns = new Map<string, Set<string>>();
  for (const document of documents) {
    if (document.kind !== 'scheme') continue;
    for (const [name, input] of Object.entries(document.inputs)) {
      const column = input.type === 'full-years' ? input.since : name;
      columns.set(name, (columns.get(name) ?? new Set()).add(column));
    }
  }
  return columns;
}
