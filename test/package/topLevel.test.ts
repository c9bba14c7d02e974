import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './sources.js';

const expected = [
  ...['docs', 'examples', 'src', 'test'],
  ...['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'package.json'],
  ...['package-lock.json', 'tsconfig.json', 'tsconfig.core.json'],
  ...['biome.json', 'tsup.config.ts', 'vitest.config.ts'],
];

// What a trial or a benchmark leaves behind would otherwise be kept with the next change.
it('the top level holds what tools and readers look for there, and nothing else', () => {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  const found = readdirSync(root).filter(
    (name) => !name.startsWith('.') && !ignored.includes(name),
  );
  expect(found.sort()).toEqual([...expected].sort());
});
