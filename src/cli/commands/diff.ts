import { mistake } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { analyze } from '../../programme/analysis/analyze.js';
import type { Change, Direction } from '../../programme/analysis/change.js';
import { diffDocuments } from '../../programme/analysis/diffDocuments.js';
import { documentCheck } from '../../programme/documentCheck.js';
import type { ProgrammeDocument } from '../../programme/programme.js';
import { documentSchema } from '../../programme/programmeSchema.js';
import { safeParsed } from '../../register/parsed.js';
import { pathText } from '../../texts/describe.js';
import { EXIT } from '../exit.js';
import { errorsOf } from '../findings.js';
import type { Desk } from '../io.js';
import { printIssues } from '../printIssues.js';
import { inFile, readDocument } from '../readDocument.js';

/** Names what changed between two versions of a document, and for whom it got stricter. */
export async function diffCommand(desk: Desk, before?: string, after?: string): Promise<number> {
  if (before === undefined || after === undefined) {
    const expected = 'BEFORE AFTER';
    throw mistake('option-missing', `${expected} is missing`, { expected, command: 'diff' });
  }
  const [a, b] = [await readOne(desk, before), await readOne(desk, after)];
  const errors = errorsOf([...a.issues, ...b.issues]);
  if (errors.length > 0 || a.value === undefined || b.value === undefined) {
    if (desk.json) desk.print(JSON.stringify({ errors: errors.length, issues: errors }, null, 2));
    else printIssues(desk, errors);
    return EXIT.findings;
  }
  const diff = diffDocuments(a.value, b.value);
  if (desk.json) {
    desk.print(JSON.stringify(diff, null, 2));
    return EXIT.done;
  }
  for (const change of diff.changes) desk.print(changeText(desk, change));
  const count = diff.changes.length;
  const way = directionText(desk, diff.direction);
  desk.print(
    desk.say(
      `变更 ${count} 处;总体:${way}`,
      `${count} ${count === 1 ? 'change' : 'changes'}; together: ${way}`,
    ),
  );
  for (const entity of [diff.counterexample, diff.against]) {
    if (entity !== undefined) {
      desk.print(`  ${desk.say('例如', 'for example')}: ${JSON.stringify(entity)}`);
    }
  }
  return EXIT.done;
}

async function readOne(
  desk: Desk,
  given: string,
): Promise<{ readonly value?: ProgrammeDocument; readonly issues: readonly Issue[] }> {
  const path = desk.path(given);
  const { value, issues } = await readDocument(path);
  if (value === undefined) return { issues };
  const shape = safeParsed(documentSchema, value);
  if (!shape.ok) return inFile(path, errorsOf(analyze(value)));
  const document = shape.value as ProgrammeDocument;
  return { value: document, ...inFile(path, documentCheck(document)) };
}

function changeText(desk: Desk, { path, direction, before, after }: Change): string {
  const place = pathText(path);
  return `${place} (${directionText(desk, direction)}): ${shown(before)} → ${shown(after)}`;
}

const shown = (value: unknown): string => (value === undefined ? '—' : JSON.stringify(value));

function directionText(desk: Desk, direction: Direction): string {
  const zh = {
    ...{ stricter: '趋严', looser: '趋宽', mixed: '有严有宽' },
    ...{ neutral: '不变', undecided: '未定' },
  } as const;
  return desk.say(zh[direction], direction);
}
