import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format } from 'node:util';
import { expect, it, vi } from 'vitest';

const folder = join(import.meta.dirname, '../../examples');
const names = (path: string, end: string): string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith(end))
    .map((name) => basename(name, end))
    .sort();
const examples = names(folder, '.ts');
/** Examples of several processes: `processes.test.ts` runs them. */
const folders = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'main.ts')));

it.each(examples)('examples/%s.ts prints what it printed before', async (name) => {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...parts: unknown[]) => {
    lines.push(format(...parts));
  });
  try {
    await import(/* @vite-ignore */ join(folder, `${name}.ts`));
  } finally {
    log.mockRestore();
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(folder, 'output', `${name}.txt`));
});

it('no output is kept of an example that is gone', () => {
  const kept = names(join(folder, 'output'), '.txt');
  const all = [...examples, ...folders];
  expect(kept.filter((name) => !all.includes(name))).toEqual([]);
});
