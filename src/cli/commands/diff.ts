import { mistake } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { analyze } from '../../programme/analysis/analyze.js';
import type { Change, Direction } from '../../programme/analysis/change.js';
import { type DocumentDiff, diffDocuments } from '../../programme/analysis/diffDocuments.js';
import { documentCheck } from '../../programme/documentCheck.js';
import { programmeIssues } from '../../programme/parseProgramme.js';
import type { ProgrammeDocument, ProgrammeSource } from '../../programme/programme.js';
import { documentSchema, programmeSchema } from '../../programme/programmeSchema.js';
import { safeParsed } from '../../register/parsed.js';
import { pathText } from '../../texts/describe.js';
import { EXIT } from '../exit.js';
import { errorsOf } from '../findings.js';
import type { Desk } from '../io.js';
import { type LeafDifference, leafDifferences } from '../leafDifferences.js';
import { printIssues } from '../printIssues.js';
import { diffProgrammes, type MemberDiff } from '../programmeDiff.js';
import { inFile, readDocument } from '../readDocument.js';

/** What can be compared: a document, or a programme with all of its documents. */
type Compared = ProgrammeDocument | ProgrammeSource;

/** Names what changed between two versions of a document or a programme, and for whom it got stricter. */
export async function diffCommand(desk: Desk, before?: string, after?: string): Promise<number> {
  if (before === undefined || after === undefined) {
    const expected = 'BEFORE AFTER';
    throw mistake('option-missing', `${expected} is missing`, { expected });
  }
  const [a, b] = [await readOne(desk, before), await readOne(desk, after)];
  const errors = errorsOf([...a.issues, ...b.issues]);
  if (errors.length > 0 || a.value === undefined || b.value === undefined) {
    if (desk.json) desk.print(JSON.stringify({ errors: errors.length, issues: errors }, null, 2));
    else printIssues(desk, errors);
    return EXIT.findings;
  }
  const diff = differenceOf(a.value, b.value);
  if (desk.json) {
    desk.print(JSON.stringify(diff, null, 2));
    return EXIT.done;
  }
  const members = 'documents' in diff ? diff.documents : [];
  for (const change of diff.changes) printChange(desk, change);
  for (const member of members) {
    desk.print(`${memberTitle(desk, member)}`);
    for (const change of member.changes) printChange(desk, change, '  ');
    printExamples(desk, member, '  ');
  }
  const count = [diff, ...members].reduce((sum, { changes }) => sum + changes.length, 0);
  const way = directionText(desk, diff.direction);
  desk.print(
    desk.say(
      `变更 ${count} 处；总体：${way}`,
      `${count} ${count === 1 ? 'change' : 'changes'}; together: ${way}`,
    ),
  );
  if (!('documents' in diff)) printExamples(desk, diff);
  return EXIT.done;
}

function differenceOf(a: Compared, b: Compared) {
  if (isProgramme(a) && isProgramme(b)) return diffProgrammes(a, b);
  if (!isProgramme(a) && !isProgramme(b)) return diffDocuments(a, b);
  const [expected, given] = [kindOf(a), kindOf(b)];
  throw mistake('wrong-kind', `a ${given} cannot be compared with a ${expected}`, {
    ...{ given, expected },
  });
}

const isProgramme = (one: Compared): one is ProgrammeSource => 'documents' in one;
const kindOf = (one: Compared): string => (isProgramme(one) ? 'programme' : one.kind);

async function readOne(
  desk: Desk,
  given: string,
): Promise<{ readonly value?: Compared; readonly issues: readonly Issue[] }> {
  const path = desk.path(given);
  const { value, issues } = await readDocument(path);
  if (value === undefined) return { issues };
  const whole = programmeSchema.safeParse(value);
  if (whole.success) {
    const programme = whole.data as ProgrammeSource;
    return { value: programme, ...inFile(path, programmeIssues(programme)) };
  }
  const shape = safeParsed(documentSchema, value);
  if (!shape.ok) {
    const found = errorsOf(analyze(value));
    return inFile(path, found.length > 0 ? found : shape.issues);
  }
  const document = shape.value as ProgrammeDocument;
  return { value: document, ...inFile(path, documentCheck(document)) };
}

/** A change as the values in which it lies, and not as all that stands around them. */
function printChange(desk: Desk, { path, direction, before, after }: Change, indent = ''): void {
  const [first, ...more] = leafDifferences(before, after, path);
  if (first === undefined) return;
  const way = directionText(desk, direction);
  const head = (place: Change['path']): string =>
    `${indent}${noted(desk, pathText(place), way)}${colon(desk)}`;
  const values = (one: LeafDifference): string => `${shown(one.before)} → ${shown(one.after)}`;
  if (more.length === 0) {
    desk.print(`${head(first.path)}${values(first)}`);
    return;
  }
  desk.print(head(path).trimEnd());
  for (const one of [first, ...more]) {
    desk.print(`${indent}  ${pathText(one.path)}${colon(desk)}${values(one)}`);
  }
}

const shown = (value: unknown): string => (value === undefined ? '—' : JSON.stringify(value));

function printExamples(
  desk: Desk,
  { counterexample, against }: Pick<DocumentDiff, 'counterexample' | 'against'>,
  indent = '',
): void {
  for (const entity of [counterexample, against]) {
    if (entity === undefined) continue;
    desk.print(`${indent}  ${desk.say('例如：', 'for example: ')}${JSON.stringify(entity)}`);
  }
}

function memberTitle(desk: Desk, { before, after, direction }: MemberDiff): string {
  const way = directionText(desk, direction);
  if (before === after) return noted(desk, `${after}`, way);
  if (before === undefined) return noted(desk, `${after}`, desk.say('新增', 'added'), way);
  if (after === undefined) return noted(desk, before, desk.say('删除', 'removed'), way);
  return noted(desk, `${before} → ${after}`, way);
}

/** A name with notes behind it, in the brackets of the language. */
function noted(desk: Desk, name: string, ...notes: readonly string[]): string {
  return desk.say(`${name}（${notes.join('，')}）`, `${name} (${notes.join(', ')})`);
}

const colon = (desk: Desk): string => desk.say('：', ': ');

function directionText(desk: Desk, direction: Direction): string {
  const zh = {
    ...{ stricter: '趋严', looser: '趋宽', mixed: '有严有宽' },
    ...{ neutral: '不变', undecided: '未定' },
  } as const;
  return desk.say(zh[direction], direction);
}
