import { describe, expect, it } from 'vitest';
import { exampleMatrix } from '../../src/schemes/exampleMatrix.js';
import { exampleRisk } from '../../src/schemes/exampleRisk.js';
import { workplace } from './files/workplace.js';
import { issuesOf, run } from './run.js';

const place = workplace();
const write = (value: unknown): string => place.file('document.json', JSON.stringify(value));
const before = write(exampleRisk);
const after = write({
  ...exampleRisk,
  bands: exampleRisk.bands.map((band) => (band.from === '45' ? { ...band, from: '40' } : band)),
});

describe('diff', () => {
  it('names each change, its direction and who shows it, in both languages', async () => {
    const { code, out } = await run(place.folder, 'diff', before, after);
    expect(code).toBe(0);
    expect(out).toContain('bands (stricter): ');
    expect(out).toContain('1 change; together: stricter');
    const zh = await run(place.folder, 'diff', before, after, '--lang', 'zh');
    expect(zh.out).toContain('变更 1 处;总体:趋严');
  });

  it('gives the same as JSON', async () => {
    const { out } = await run(place.folder, 'diff', before, after, '--json');
    expect(JSON.parse(out)).toMatchObject({
      direction: 'stricter',
      changes: [{ path: ['bands'] }],
    });
  });

  it('shows an entity for either way of a mixed change', async () => {
    const cell = { ...exampleMatrix.cells.low.A, ratio: '3%', tier: 'II', method: 'written' };
    const cells = { ...exampleMatrix.cells, low: { ...exampleMatrix.cells.low, A: cell } };
    const { out } = await run(
      place.folder,
      'diff',
      write(exampleMatrix),
      write({ ...exampleMatrix, cells }),
    );
    expect(out).toContain('cells.low.A');
  });

  it('refuses faulty files, and one file alone', async () => {
    const faulty = write({ ...exampleRisk, inputs: {} });
    const { code, err } = await run(place.folder, 'diff', before, faulty);
    expect([code, err.includes('unknown-input')]).toEqual([1, true]);
    expect((await issuesOf(place.folder, 'diff', before, write({}))).code).toBe(1);
    expect((await issuesOf(place.folder, 'diff', place.file('x.json', '{'), before)).code).toBe(1);
    expect(await issuesOf(place.folder, 'diff', before)).toMatchObject({
      code: 2,
      error: 'option-missing',
    });
    expect((await issuesOf(place.folder, 'diff', before, write(exampleMatrix))).error).toBe(
      'wrong-kind',
    );
  });
});

describe('check', () => {
  it('shows who a finding is about', async () => {
    const { code, err } = await run(place.folder, 'check', before);
    expect([code, err.includes('[missing-rewarded]'), err.includes('  for example: {')]).toEqual([
      0,
      true,
      true,
    ]);
    const { issues } = await issuesOf(place.folder, 'check', before);
    expect(issues[0]).toMatchObject({ severity: 'warning', counterexample: { lists: [] } });
  });
});

describe('schemes', () => {
  it('lists what the library holds', async () => {
    const { code, out } = await run(place.folder, 'schemes', 'list');
    expect([code, out.includes('example-risk')]).toEqual([0, true]);
    expect((await run(place.folder, 'schemes', 'list', '--lang', 'zh')).out).toContain(
      '示例:风险评级',
    );
    const list = JSON.parse((await run(place.folder, 'schemes', 'list', '--json')).out) as {
      id: string;
    }[];
    expect(list).toContainEqual(
      expect.objectContaining({ id: 'example-programme', kind: 'programme' }),
    );
  });

  it('shows a document as it is', async () => {
    const { out } = await run(place.folder, 'schemes', 'show', 'example-risk');
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(exampleRisk)));
  });

  it('shows every version of a document, and the newest where none is named', async () => {
    const version = async (name: string) =>
      JSON.parse((await run(place.folder, 'schemes', 'show', name)).out).version;
    expect(await version('uk-food-hygiene@2008')).toBe('2008');
    expect(await version('uk-food-hygiene@2014')).toBe('2014');
    expect(await version('uk-food-hygiene')).toBe('2014');
  });

  it('says what is missing or not there', async () => {
    expect((await issuesOf(place.folder, 'schemes')).error).toBe('option-missing');
    expect((await issuesOf(place.folder, 'schemes', 'show')).error).toBe('option-missing');
    expect(await issuesOf(place.folder, 'schemes', 'show', 'x')).toMatchObject({
      code: 2,
      error: 'unknown-scheme',
    });
  });
});
