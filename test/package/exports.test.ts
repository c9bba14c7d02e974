import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { VERSION } from '../../src/core/version.js';
import { root, sourceFiles } from './sources.js';

const subpaths = Object.keys(packageJson.exports).filter((path) => path !== './package.json');
const indexOf = (subpath: string): string =>
  `src/${subpath === '.' ? '' : `${subpath.slice(2)}/`}index.ts`;

describe('the package', () => {
  it('knows its version', () => {
    expect(VERSION).toBe(packageJson.version);
  });

  it('has a subpath for every room with an index, and no other', () => {
    const rooms = sourceFiles().filter((file) => /^src\/(?:[^/]+\/)?index\.ts$/.test(file));
    expect(subpaths.map(indexOf).sort()).toEqual(rooms);
  });

  it.each(['README.md', 'docs/zh/README.md'])('has a place for every subpath in %s', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const absent = subpaths.filter((path) => !text.includes(`\`evenhand${path.slice(1)}\``));
    // These stand beside another: `evenhand/draw` `ticket`.
    expect(absent.filter((path) => !text.includes(`\` \`${path.slice(2)}\``))).toEqual([]);
  });

  it('exports the names of exports.txt', async () => {
    const list = subpaths.map((path) => {
      const names = publicNames(indexOf(path))
        .sort()
        .map((name) => `  ${name}\n`);
      return `${path === '.' ? 'evenhand' : `evenhand/${path.slice(2)}`}\n${names.join('')}`;
    });
    await expect(list.join('\n')).toMatchFileSnapshot('exports.txt');
  });
});

/** The names an index gives; a type is marked, so that the diff shows which of the two changed. */
function publicNames(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(root, path), 'utf8'),
    ts.ScriptTarget.ES2022,
  );
  return source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) throw new Error(`${path} holds more than exports`);
    const { exportClause, isTypeOnly, moduleSpecifier } = statement;
    if (exportClause !== undefined && ts.isNamedExports(exportClause)) {
      return exportClause.elements.map(
        (one) => `${one.name.text}${isTypeOnly || one.isTypeOnly ? ' (type)' : ''}`,
      );
    }
    const target = (moduleSpecifier as ts.StringLiteral).text;
    return publicNames(join(dirname(path), target).replace(/js$/, 'ts'));
  });
}
