import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from '../../src/cli/io.js';
import { printIssues } from '../../src/cli/printIssues.js';
import { errorAt, warningAt } from '../../src/core/issue.js';
import { workplace } from './files/workplace.js';
import { changed, issuesOf, run, withCell } from './run.js';

const place = workplace();
const city = place.fresh('city');
const day = ['--as-of', '2025-12-31'];

beforeAll(async () => {
  const { code } = await run(place.folder, 'sample-city', '--entities', '60', '--out', city);
  expect(code).toBe(0);
});

const check = (folder: string) => issuesOf(place.folder, 'check', '--in', folder, ...day);

describe('a table that a spreadsheet saved', () => {
  it.each([
    [';', ';'],
    ['\t', 'TAB'],
    ['，', '，'],
  ])(
    'with %j between its columns is told that, and nothing that follows from it',
    async (sign, given) => {
      const apart = (text: string) => text.replaceAll(';', '/').replaceAll(',', sign);
      const folder = changed(city, place.fresh('in'), 'entities.csv', apart);
      const { code, issues } = await check(folder);
      expect(code).toBe(1);
      const tables = issues.filter(({ file }) => file?.endsWith('.csv'));
      expect(tables).toEqual([
        {
          ...{ code: 'wrong-separator', severity: 'error', path: [], file: 'entities.csv', row: 1 },
          params: { file: 'entities.csv', given },
        },
      ]);
    },
  );

  it('may have one column without any such sign', async () => {
    const folder = changed(city, place.fresh('in'), 'authorities.csv', (text) =>
      text.replaceAll(/,.*$/gm, ''),
    );
    const { issues } = await check(folder);
    expect(issues.filter(({ file }) => file === 'authorities.csv')).toEqual([]);
  });

  it.each(['H6210', '６２１０', '餐饮', '62 10'])(
    'is warned of once, where industries stand in it as %j and the rules have digits',
    async (given) => {
      const folder = changed(city, place.fresh('in'), 'entities.csv', (text) =>
        [5, 9].reduce((so, row) => withCell(so, row, 'industry', given), text),
      );
      const { issues } = await check(folder);
      expect(issues.filter(({ code }) => code === 'doubtful-code')).toEqual([
        {
          ...{ code: 'doubtful-code', severity: 'warning', path: ['industry'] },
          ...{ file: 'entities.csv', row: 5 },
          params: { given, expected: '06', input: 'industry', rows: 2 },
        },
      ]);
    },
  );

  it('is warned of a list that neither a rule nor a task names, once with how many stand on it', async () => {
    const folder = changed(city, place.fresh('in'), 'entities.csv', (text) =>
      [5, 9].reduce((so, row) => withCell(so, row, 'lists', '经营异常名录;key-supervision'), text),
    );
    const found = (await check(folder)).issues.filter(({ code }) => code === 'list-unread');
    expect(found).toEqual([
      {
        ...{ code: 'list-unread', severity: 'warning', path: ['lists'], file: 'entities.csv' },
        params: { given: '经营异常名录', rows: 2 },
      },
    ]);
    expect((await check(city)).issues.map(({ code }) => code)).not.toContain('list-unread');
  });

  it('is not warned of for an industry that no rule names', async () => {
    const folder = changed(city, place.fresh('in'), 'entities.csv', (text) =>
      withCell(text, 5, 'industry', '9999'),
    );
    const { issues } = await check(folder);
    expect(issues.map(({ code }) => code)).not.toContain('doubtful-code');
  });
});

describe('what a command says of an input', () => {
  it('names the file of a task in whose scope nobody is', async () => {
    const tasks = JSON.parse(readFileSync(join(city, 'tasks.json'), 'utf8'));
    const nobody = { field: 'industry', eq: 'none' };
    const folder = changed(city, place.fresh('in'), 'tasks.json', () =>
      JSON.stringify([{ ...tasks[0], scope: nobody }]),
    );
    const { issues } = await check(folder);
    expect(issues.find(({ code }) => code === 'empty-frame')).toMatchObject({
      ...{ file: 'tasks.json', path: ['tasks', tasks[0].id, 'scope'] },
    });
  });

  it.each([
    [['plan', '--in', city], '--as-of YYYY-MM-DD', 'plan'],
    [['prepare', '--year', '2026', ...day], '--draw-id ID', 'prepare'],
    [['assess', ...day], '--in DIR | --programme FILE', 'assess'],
  ])('names the command whose help has the missing option: %j', async (argv, expected, command) => {
    const { code, err } = await run(place.folder, ...argv, '--out', place.fresh('out'));
    expect(code).toBe(2);
    expect(err).toBe(
      `error: ${expected} is missing; see evenhand help ${command} [option-missing]\n`,
    );
  });

  it('shows an error before the warnings that would hide it', () => {
    const err: string[] = [];
    const io = { write: (text: string) => err.push(text) };
    const desk = openDesk(
      { stdout: io, stderr: io, env: {}, cwd: '.' },
      { lang: 'en', quiet: false, json: false },
    );
    const warnings = Array.from({ length: 20 }, () => warningAt('no-sunset', [], { given: 'x' }));
    const error = errorAt('no-such-day', ['since'], { given: '2026/3/1', expected: 'YYYY-MM-DD' });
    printIssues(desk, [...warnings, error]);
    expect(err[0]).toContain('[no-such-day]');
    expect(err.at(-1)).toBe('… and 1 more\n');
  });
});
