// A year in the city:   main [--entities 1200] [--seeds 12] [--out FOLDER]
// Prints the figures of the year; with --out, writes them as a page in Chinese and one in English.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tellYear } from './tellYear.js';

const told = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const out = told('--out');
const { text, pages } = tellYear(Number(told('--entities') ?? 1200), Number(told('--seeds') ?? 12));
console.log(text);
if (out !== undefined) {
  await mkdir(out, { recursive: true });
  for (const [lang, page] of Object.entries(pages)) {
    await writeFile(join(out, `a-year-in-the-city.${lang}.html`), page);
  }
}
