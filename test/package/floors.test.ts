import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, roomOf, root, sourceFiles } from './sources.js';

/** The floors as CONTRIBUTING.md states them: the linter has its own list, this one is the page's. */
const floors = new Map(
  [
    ...(
      /```floors\n([\s\S]*?)```/.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'))?.[1] ??
      ''
    ).matchAll(/^(\d+) +(.+)$/gm),
  ].flatMap(([, floor, rooms = '']) => rooms.split(' ').map((room) => [room, Number(floor)])),
);

const files = sourceFiles().filter((file) => roomOf(file) !== '');
const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));
const shown = ({ file, target }: { file: string; target: string }) => `${file} imports ${target}`;

describe('the floors', () => {
  it('are read off real imports', () => {
    const seen = imports.map(shown);
    expect(seen).toContain('src/draw/quota.ts imports src/core/ratio.js');
    expect(seen).toContain('src/draw/index.ts imports src/draw/quota.js');
    expect(seen.length).toBeGreaterThan(files.length);
  });

  it('every room stands on one', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !floors.has(room))).toEqual([]);
  });

  it('an import points down a floor or stays in its folder', () => {
    const floor = (path: string): number => floors.get(roomOf(path)) ?? Number.NaN;
    const wrong = imports.filter(
      ({ file, target }) =>
        target.startsWith('src/') &&
        roomOf(target) !== roomOf(file) &&
        !(floor(target) < floor(file)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it('nobody below the command line imports an index', () => {
    const wrong = imports.filter(
      ({ file, target }) => roomOf(file) !== 'cli' && /^src\/.*index\.js$/.test(target),
    );
    // A room's own index re-exports its files, never another index.
    expect(wrong.map(shown)).toEqual([]);
  });

  it('only the command line knows Node', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        roomOf(file) !== 'cli' && (target.startsWith('node:') || builtinModules.includes(target)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it('only one file knows date-fns, and one seedrandom', () => {
    const users = (name: string): string[] => [
      ...new Set(imports.filter(({ target }) => target.startsWith(name)).map(({ file }) => file)),
    ];
    expect(users('date-fns')).toEqual(['src/core/day.ts']);
    expect(users('@date-fns/utc')).toEqual(['src/core/day.ts']);
    expect(users('seedrandom')).toEqual(['src/simulate/random.ts']);
  });
});
