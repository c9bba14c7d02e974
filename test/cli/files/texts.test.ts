import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FILE_CODES } from '../../../src/cli/files/codes.js';
import { fileTexts } from '../../../src/texts/files.js';

it('every code has its texts, and every text its code', () => {
  expect(Object.keys(fileTexts).sort()).toEqual([...FILE_CODES].sort());
});

it('both languages name the same values', () => {
  const values = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const { zh, en } of Object.values(fileTexts)) expect(values(zh)).toEqual(values(en));
});

it('every code is given somewhere in the folder', () => {
  const folder = new URL('../../../src/cli/files/', import.meta.url);
  const source = readdirSync(folder)
    .filter((name) => name !== 'codes.ts')
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('');
  for (const code of FILE_CODES) expect(source).toContain(`'${code}'`);
});
