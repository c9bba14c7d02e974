import { basename } from 'node:path';
import type { Day } from '../../core/day.js';
import { isEvenhandError, mistake } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { DEMONSTRATION } from '../../plan/demonstration.js';
import { planPreparation } from '../../plan/preparing.js';
import { analyze } from '../../programme/analysis/analyze.js';
import { programmeIssues } from '../../programme/parseProgramme.js';
import { byColumn } from '../absentFacts.js';
import { checkDocument } from '../checkDocument.js';
import { EXIT } from '../exit.js';
import { errorsOf } from '../findings.js';
import {
  type InputFiles,
  type InputKind,
  inputFiles,
  kindOfFile,
  missingFile,
} from '../inputFiles.js';
import type { Desk } from '../io.js';
import type { InputOptions } from '../options.js';
import { placeIssues } from '../placeIssues.js';
import { printIssues } from '../printIssues.js';
import { inFile } from '../readDocument.js';
import { type Input, neededFiles, readFiles } from '../readInput.js';
import { unreadLists } from '../unreadLists.js';

/** What `check` is told. */
export interface CheckOptions extends Omit<InputOptions, 'sampleCity' | 'seed'> {
  readonly asOf?: Day;
  readonly year?: number;
}

/** A day after all others: without `--as-of` no event lies in the future. */
const LAST_DAY = '9999-12-31';

/** Names everything that is wrong with documents, notices, tables, or a whole input. */
export async function checkCommand(
  desk: Desk,
  paths: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const found = await inputFiles(desk, options);
  const files: Partial<Record<InputKind, string>> = { ...found };
  const issues: Issue[] = [];
  for (const path of paths) {
    const kind = kindOfFile(path);
    if (kind === undefined || kind === 'programme')
      issues.push(...(await checkDocument(desk.path(path))));
    else files[kind] = desk.path(path);
  }
  if (paths.length === 0 && Object.keys(files).length === 0) {
    const expected = 'FILE… | --in DIR';
    throw mistake('option-missing', `${expected} is missing`, { expected, command: 'check' });
  }
  if (Object.keys(files).length > 0) issues.push(...(await inputIssues(desk, files, options)));
  desk.bar.stop();
  const errors = errorsOf(issues).length;
  if (desk.json) desk.print(JSON.stringify({ errors, issues }, null, 2));
  else {
    printIssues(desk, issues, Number.POSITIVE_INFINITY);
    const warnings = issues.length - errors;
    desk.print(
      desk.say(
        `错误 ${errors} 处，警告 ${warnings} 处`,
        `${count(errors, 'error')}, ${count(warnings, 'warning')}`,
      ),
    );
  }
  return errors > 0 ? EXIT.findings : EXIT.done;
}

async function inputIssues(
  desk: Desk,
  files: InputFiles,
  options: CheckOptions,
): Promise<readonly Issue[]> {
  const { asOf } = options;
  const missing = missingFiles(files, options);
  const input = await readFiles(desk, files, options, asOf ?? LAST_DAY, asOf !== undefined);
  const { programme } = input;
  const known = new Set(
    programme === undefined ? [] : programmeIssues(programme.source).map(keyOf),
  );
  const eventKinds = new Set<string>();
  const lists = new Map<string, number>();
  await input.register?.each(({ events, lists: own }) => {
    for (const { kind } of events) eventKinds.add(kind);
    for (const list of own) lists.set(list, (lists.get(list) ?? 0) + 1);
  });
  const found =
    programme === undefined ? [] : analyze(programme.source, { eventKinds: [...eventKinds] });
  const issues = [
    ...missing,
    ...input.findings.issues,
    ...(programme === undefined
      ? []
      : unreadLists(lists, [programme.source, input.tasks], files.entities ?? '')),
    ...inFile(
      files.programme ?? '',
      found.filter((one) => !known.has(keyOf(one))),
    ).issues,
    ...(await planIssues(input, options, files)),
  ];
  return programme === undefined ? issues : byColumn(issues, programme.source);
}

/**
 * What a folder with entities lacks of an input. Without tasks it may be one for `assess`: then it is only told
 * that no plan was looked at, unless a year was asked about, which is a plan's.
 */
function missingFiles(files: InputFiles, options: CheckOptions): readonly Issue[] {
  if (options.in === undefined || files.entities === undefined) return [];
  const isPlan = files.tasks !== undefined || options.year !== undefined;
  const missing = neededFiles(files, isPlan ? 'plan' : 'register')
    .filter((kind) => files[kind] === undefined)
    .flatMap((kind) => missingFile(kind, options).issues);
  return isPlan ? missing : [...missing, ...missingFile('tasks', options).issues.map(unchecked)];
}

const unchecked = (issue: Issue): Issue => ({
  ...issue,
  code: 'tasks-not-checked',
  severity: 'warning',
});

/** What the reading of a programme has reported is not reported again. */
const keyOf = ({ code, path }: Issue): string => JSON.stringify([code, path]);

/** What only making a plan shows: entities that cannot be assessed, tasks that nobody is in. */
async function planIssues(
  input: Input,
  { asOf, year }: CheckOptions,
  files: InputFiles,
): Promise<Issue[]> {
  const { programme, register, tasks, sources, findings } = input;
  if (asOf === undefined || programme === undefined || register === undefined) return [];
  if (findings.faulty.length > 0 || files.tasks === undefined) return [];
  const file = basename(files.tasks);
  const inTasks = (issue: Issue): Issue => (issue.path[0] === 'tasks' ? { ...issue, file } : issue);
  const first = Number(tasks[0]?.window.from.slice(0, 4));
  try {
    const preparation = planPreparation({
      ...{ programme, register, tasks, asOf },
      year: year ?? (first || Number(asOf.slice(0, 4))),
      drawId: 'check',
      sources: sources.length > 0 ? sources : [DEMONSTRATION],
      causes: input.causes,
    });
    await register.each(preparation.add);
    return placeIssues(preparation.done().issues, input.rowOf).map(inTasks);
  } catch (error) {
    if (isEvenhandError(error)) return error.issues.map(inTasks);
    throw error;
  }
}

const count = (of: number, what: string): string => `${of} ${what}${of === 1 ? '' : 's'}`;
