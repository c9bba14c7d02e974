import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main.js';
import type { Issue } from '../../src/core/issue.js';

/** The command run in this process: its exit code and what it wrote. */
export async function run(cwd: string, ...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(argv, {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
    env: {},
    cwd,
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** The issues a command with `--json` names, those of a code. */
export async function issuesOf(cwd: string, ...argv: string[]) {
  const { code, out } = await run(cwd, ...argv, '--json');
  const { error, issues } = JSON.parse(out) as { error?: string; issues: readonly Issue[] };
  return { code, error, issues };
}

/** The bytes of every file in a folder, by name. */
export function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}

/** A copy of a folder in which one file's text is changed. */
export function changed(
  from: string,
  to: string,
  file: string,
  change: (text: string) => string | Uint8Array,
): string {
  if (!existsSync(to)) cpSync(from, to, { recursive: true });
  writeFileSync(join(to, file), change(readFileSync(join(from, file), 'utf8')));
  return to;
}

/** The text of a table with one cell set; `row` counts as an editor does, the header is row 1. */
export function withCell(text: string, row: number, column: string, value: string): string {
  const lines = text.split('\n');
  const place = (lines[0] as string).split(',').indexOf(column);
  const cells = (lines[row - 1] as string).split(',');
  cells[place] = value;
  lines[row - 1] = cells.join(',');
  return lines.join('\n');
}

/** A cell of a table's text. */
export function cellOf(text: string, row: number, column: string): string {
  const lines = text.split('\n');
  const place = (lines[0] as string).split(',').indexOf(column);
  return (lines[row - 1] as string).split(',')[place] as string;
}
