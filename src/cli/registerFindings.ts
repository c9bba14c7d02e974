import type { Issue } from '../core/issue.js';
import { FILE_KINDS, type FileKind } from '../register/columns.js';
import type { IntakeReading } from '../register/registerIntake.js';
import { errorsOf, type Findings, isError, noRows, type RowCounts } from './findings.js';

/** What leaves nobody knowing how many rows a file should have had. */
const NOT_WHOLE: ReadonlySet<string> = new Set([
  'wrong-encoding',
  'damaged-text',
  'damaged-gzip',
  'truncated-file',
  'empty-file',
  'wrong-separator',
  'empty-header',
  'repeated-header',
  'nul-byte',
  'not-a-list',
  'damaged-parquet',
  'float-column',
  'number-id',
  'nested-column',
  'missing-column',
]);

/** What says that a row is not there; of a file that was not read whole it says nothing. */
const REFERENCES = [
  ['entities', 'unknown-entity'],
  ['entities', 'unknown-recusal'],
  ['items', 'unknown-item'],
  ['authorities', 'unknown-authority'],
] as const satisfies readonly (readonly [FileKind, string])[];

/** What was found in files and rows, file by file, then what their rows mean. */
export function findingsOf(
  reading: Pick<IntakeReading, 'issues' | 'setAside'>,
  faults: ReadonlyMap<FileKind, readonly Issue[]>,
  read: RowCounts,
  hasEntities: boolean,
): Omit<Findings, 'faulty'> {
  const setAside = noRows();
  const notWhole = new Set<string>();
  const issues: Issue[] = [];
  for (const kind of FILE_KINDS) {
    const own = faults.get(kind) ?? [];
    const badRows = new Set(errorsOf(own).flatMap(({ row }) => row ?? []));
    setAside[kind] = badRows.size + reading.setAside[kind];
    for (const issue of own) issues.push(issue);
    const isEmpty = read[kind] === badRows.size;
    if (isEmpty) for (const issue of own) if (isError(issue)) notWhole.add(issue.file ?? '');
  }
  const moot = new Set<string>(hasEntities ? [] : ['unknown-recusal']);
  for (const [kind, code] of REFERENCES) {
    const isCut = faults.get(kind)?.some((issue) => isError(issue) && NOT_WHOLE.has(issue.code));
    const isNone = read[kind] > 0 && read[kind] === setAside[kind];
    if (isCut || isNone) moot.add(code);
  }
  for (const issue of reading.issues) if (!moot.has(issue.code)) issues.push(issue);
  for (const issue of issues) {
    if (isError(issue) && NOT_WHOLE.has(issue.code)) notWhole.add(issue.file ?? '');
  }
  return { issues, read, setAside, notWhole: [...notWhole].sort() };
}
