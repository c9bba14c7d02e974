import { describe, expect, it } from 'vitest';
import type { ProgrammeSource } from '../../src/programme/programme.js';
import { exampleApproval } from '../../src/schemes/exampleApproval.js';
import { exampleMatrix } from '../../src/schemes/exampleMatrix.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { exampleRisk } from '../../src/schemes/exampleRisk.js';
import { workplace } from './files/workplace.js';
import { issuesOf, run } from './run.js';

const place = workplace();
const twin = { ...exampleRisk, id: 'second-risk' };
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
    expect(out).toContain('bands[2].from (stricter): "45" → "40"\n');
    expect(out).toContain('1 change; together: stricter');
    const zh = await run(place.folder, 'diff', before, after, '--lang', 'zh');
    expect(zh.out).toContain('变更 1 处；总体：趋严');
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

  it('shows of a long rule only the values that changed', async () => {
    const [industry, ...terms] = exampleRisk.terms;
    if (industry?.kind !== 'lookup') throw new Error('no look-up');
    const table = { ...industry.table, '13': '30', '14': '31' };
    const changed = write({ ...exampleRisk, terms: [{ ...industry, table }, ...terms] });
    const { out } = await run(place.folder, 'diff', before, changed);
    expect(out.split('\n').slice(0, 4)).toEqual([
      'terms[0] (stricter):',
      '  terms[0].table.13: "22" → "30"',
      '  terms[0].table.14: "26" → "31"',
      '1 change; together: stricter',
    ]);
  });

  it('compares programmes document by document, new versions with those before', async () => {
    const { documents, ...programme } = exampleProgramme as ProgrammeSource;
    const next = documents.map((one) => {
      if (one.id !== exampleRisk.id) return one;
      const bands = exampleRisk.bands.map((band) =>
        band.from === '45' ? { ...band, from: '40' } : band,
      );
      return { ...exampleRisk, bands, version: '2027', from: '2027-01-01' };
    });
    const ended = { ...exampleRisk, to: '2026-12-31' };
    const a = write({ ...programme, documents });
    const b = write({ ...programme, organ: '示例单位', documents: [...next, ended] });
    const { code, out } = await run(place.folder, 'diff', a, b);
    expect(code).toBe(0);
    const [organ, title, ...lines] = out.split('\n');
    expect(organ).toMatch(/^organ \(neutral\): ".+" → "示例单位"$/);
    expect(title).toBe('example-risk@2026 → example-risk@2027 (stricter)');
    expect(lines).toContain('  bands[2].from (stricter): "45" → "40"');
    expect(lines).toContain('  version (neutral): "2026" → "2027"');
    expect(lines).toContain('example-risk@2026 (neutral)');
    expect(lines).toContain('  to (neutral): — → "2026-12-31"');
    expect(out).toContain('5 changes; together: stricter\n');
    const less = write({ ...programme, documents: [...documents, twin] });
    expect((await run(place.folder, 'diff', less, a, '--lang', 'zh')).out).toBe(
      'second-risk@2026（删除，未定）\n变更 0 处；总体：未定\n',
    );
    expect(await issuesOf(place.folder, 'diff', a, before)).toMatchObject({
      ...{ code: 3, error: 'wrong-kind' },
      issues: [{ params: { given: 'scheme', expected: 'programme' } }],
    });
  });

  it('never refuses without a word', async () => {
    const { documents: _, ...half } = exampleProgramme as ProgrammeSource;
    for (const given of [half, exampleApproval, [], 7, null]) {
      const { code, err } = await run(place.folder, 'diff', before, write(given));
      expect([code, /^error: document\.json/.test(err)]).toEqual([1, true]);
    }
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
