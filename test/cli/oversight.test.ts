import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NoticeB } from '../../src/notice/notices.js';
import type { DueDiligenceFile } from '../../src/oversight/dueDiligenceTypes.js';
import type { OversightReport } from '../../src/oversight/oversightTypes.js';
import { workplace } from './files/workplace.js';
import { filesIn, issuesOf, run } from './run.js';

const place = workplace();
const here = (...argv: string[]) => run(place.folder, ...argv);
const at = (name: string) => join(place.folder, name);
const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
let visits: NoticeB['visits'] = [];

beforeAll(async () => {
  const city = ['sample-city', '--entities', '300', '--seed', 'watch', '--out', 'city'];
  expect((await here(...city)).code).toBe(0);
  const plan = ['plan', '--in', 'city', '--out', 'plan', '--draw-id', 'EX-1', '--year', '2026'];
  expect((await here(...plan, '--as-of', '2025-12-31')).code).toBe(0);
  ({ visits } = JSON.parse(readFileSync(at('plan/public/notice-b.json'), 'utf8')) as NoticeB);
  const outcomes = visits.map(({ id, entity, day, lead, partners, members = [], demands }, i) => ({
    ...{ visit: id, entity, day, lead, partners, officers: members },
    demands: demands.map(({ task, item }) => `${task}/${item}/${entity}`),
    answered: [...new Set(demands.map(({ item }) => item))],
    faults: i % 4 === 0 ? [demands[0]?.item] : [],
    concludedOn: day,
  }));
  writeFileSync(at('outcomes.ndjson'), lines(outcomes));
}, 120_000);

describe('evenhand oversight', () => {
  const report = (...more: string[]) =>
    here(
      ...['oversight', 'report', '--plan', 'plan', '--outcomes', 'outcomes.ndjson'],
      ...['--as-of', '2026-11-30', ...more],
    );

  it('reports a year in words, as JSON, and as tables', async () => {
    const { code, out } = await report('--within', '20', '--out', 'year', '--lang', 'zh');
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      'EX-1 监管执法评议（2026 年，截至 2026-11-30）',
    ]);
    const json = JSON.parse((await report('--json')).out) as OversightReport;
    const before = visits.filter(({ day }) => day <= '2026-11-30');
    expect(json.joint.visits).toBe(before.length);
    expect(json.publication.unjudged).toBe(before.length);
    const names = Object.keys(filesIn(at('year'))).filter((name) => name.endsWith('.csv'));
    expect(names).toEqual([
      ...['certain.csv', 'decisions.csv', 'hits.csv', 'late.csv', 'measures.csv'],
      ...['officers.csv', 'strata.csv'],
    ]);
    const kept = JSON.parse(readFileSync(at('year/report.json'), 'utf8')) as OversightReport;
    expect(kept.publication.late.length).toBeGreaterThan(0);
    expect(kept.hits).toEqual(json.hits);
  });

  it('writes the file of one entity and one day', async () => {
    const [visit] = visits.filter(({ day }) => day < '2026-11-01');
    const id = visit?.entity as string;
    const told = ['oversight', 'file', '--id', id, '--as-of', '2026-11-30', '--in', 'city'];
    const { code, out } = await here(
      ...[...told, '--plan', 'plan', '--outcomes', 'outcomes.ndjson', '--json'],
    );
    expect(code).toBe(0);
    const found = JSON.parse(out) as DueDiligenceFile;
    expect(found.then.visits.map((one) => one.visit)).toContain(visit?.id);
    expect(found.then.checks.find(({ check }) => check === 'duties-done')?.answer).toBe('yes');
    const text = await here(...told, '--written', '2026-12-15', '--lang', 'zh');
    expect(text.out).toContain(`${id} 尽职免责卷宗（所查日期 2026-11-30，形成于 2026-12-15）`);
  });

  it.each([
    [['oversight', 'praise'], 'bad-option'],
    [['oversight', 'report', '--as-of', '2026-11-30'], 'option-missing'],
    [['oversight', 'report', '--outcomes', 'outcomes.ndjson'], 'option-missing'],
    [
      ['oversight', 'report', '--outcomes', 'outcomes.ndjson', '--as-of', '2026-11-30'],
      'option-missing',
    ],
    [
      ['oversight', 'file', '--id', 'nobody', '--as-of', '2026-11-30', '--in', 'city'],
      'entity-not-found',
    ],
    [['oversight', 'file', '--as-of', '2026-11-30', '--in', 'city'], 'option-missing'],
  ])('%j is refused: %s', async (argv, code) => {
    expect((await issuesOf(place.folder, ...argv)).error).toBe(code);
  });

  it('names every bad row, with its number, and reports nothing', async () => {
    writeFileSync(at('bad.ndjson'), lines([{ visit: 'a' }, { visit: 'b' }]));
    const told = ['oversight', 'report', '--plan', 'plan', '--outcomes', 'bad.ndjson'];
    const { error, issues } = await issuesOf(place.folder, ...told, '--as-of', '2026-11-30');
    expect(error).toBe('unclean-rows');
    expect(issues.filter(({ code }) => code === 'missing-field').some(({ row }) => row === 2)).toBe(
      true,
    );
  });
});
