import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EntityPlan, EntityTask } from '../../src/cli/entityPlan.js';
import { entityPlanText, nextGradeText } from '../../src/cli/entityText.js';
import type { StaffSummary, Summary } from '../../src/cli/summary.js';
import { summaryText } from '../../src/cli/summaryText.js';
import type { PlanVisit } from '../../src/plan/plan.js';
import { workplace } from './files/workplace.js';
import { cellOf, run } from './run.js';

const place = workplace();
const city = place.fresh('city');
const out = place.fresh('out');
let id = '';
let summary: Summary;

beforeAll(async () => {
  await run(place.folder, 'sample-city', '--entities', '200', '--quiet', '--out', city);
  const entities = readFileSync(join(city, 'entities.csv'), 'utf8');
  const row = entities.split('\n').findIndex((line) => line.includes(',active,')) + 1;
  id = cellOf(entities, row, 'id');
  const causes = place.file(
    'causes.ndjson',
    `${JSON.stringify({
      ...{ id: 'c1', entity: id, authority: 'market', item: 'market-publicity' },
      ...{ kind: 'spot-check', cause: 'for-cause', weight: 1, duty: true },
      window: { from: '2026-02-02', to: '2026-02-06' },
      evidence: { cause: 'complaint', reference: '12345-1' },
    })}\n`,
  );
  const made = await run(
    place.folder,
    ...['plan', '--in', city, '--year', '2026', '--as-of', '2025-12-31', '--causes', causes],
    ...['--entropy', 'demonstration=abc', '--json', '--quiet', '--out', out],
  );
  expect([made.code, made.err]).toEqual([0, '']);
  summary = JSON.parse(made.out).summary;
});

describe('a for-cause visit', () => {
  it('stands outside the cap, with its evidence', async () => {
    expect(summary.visits?.forCause).toBe(1);
    const visits = readFileSync(join(out, 'plan/visits.csv'), 'utf8');
    expect(visits).toMatch(new RegExp(`^${id}/for-cause.*,false,.*complaint:12345-1$`, 'm'));
    expect((await run(place.folder, 'verify', out)).code).toBe(0);
  });

  it('is part of what the plan says of its entity', async () => {
    const { out: text } = await run(place.folder, 'explain', '--id', id, '--plan', out);
    expect(text).toContain(`visit ${id}/for-cause`);
  });

  it('came with entropy that was given', () => {
    expect(summary.entropy).toEqual([{ label: 'demonstration', value: 'abc' }]);
    expect(summary.drawId).toBe('DEMO-2026-001');
  });
});

describe('the way to a better grade', () => {
  const next = { grade: 'A', from: 'B', earliest: '2026-03-01', by: [] };
  it.each([
    ['en', next, 'from B to A on 2026-03-01 at the earliest, by waiting alone'],
    ['zh', next, '最早于 2026-03-01 由 B 级升为 A 级，无需任何行动'],
    [
      'en',
      {
        ...next,
        by: [{ kind: 'change', input: 'taxGrade', to: 'A', on: '2026-03-01' }],
        waiting: '2026-09-01',
      },
      'changing taxGrade to A, from 2026-03-01\n  with no act at all on 2026-09-01',
    ],
    [
      'zh',
      { ...next, by: [{ kind: 'change', input: 'taxGrade', to: 'A', on: '2026-03-01' }] },
      '2026-03-01 起将 taxGrade 变为 A',
    ],
    ['en', 'no-better-grade', 'its grade is the best already'],
    ['zh', 'unreachable-grade', '三年之内没有可达到更好等级的办法'],
    ['en', 'not-assessable', 'the facts do not suffice'],
  ] as const)('reads in %s: %j', (lang, given, text) => {
    expect(nextGradeText(given, lang)).toContain(text);
  });
});

describe('what a plan does with an entity', () => {
  const plan: EntityPlan = {
    entity: 'A',
    standing: {
      ...{ id: 'A', level: 'low', grade: 'A', tier: 'I', weight: 1, capped: true },
      ...{ method: 'off-site', content: 'all-items' },
    },
    isDrawn: true,
    tasks: [{ task: 't', stratum: 's01', size: 1200, quota: 12, ticket: 'ff', isDrawn: false }],
    visits: [],
    desk: [{ task: 'u', method: 'off-site' }],
    deferred: [{ demand: 't/i/A', entity: 'A', reason: 'cap-reached', because: ['x', 'y'] }],
  };

  it('names chance, ticket and threshold, desk checks and what waits', () => {
    expect(entityPlanText(plan, 'en')).toBe(
      [
        'A in the plan',
        '  risk low × credit A, tier I, protected by the cap on visits',
        '  t: stratum s01, 12 of 1,200 drawn — not drawn',
        '    ticket    ff',
        '    last drawn –',
        '  no visit: u, checked off site',
        '  deferred t/i/A: the cap is reached (x, y)',
      ].join('\n'),
    );
    const zh = entityPlanText(plan, 'zh');
    for (const part of ['未抽中', '不入企：u，非现场检查', '暂缓 t/i/A：已达频次上限（x、y）']) {
      expect(zh).toContain(part);
    }
  });

  it('has names before the codes of tasks and authorities in Chinese, where they are known', () => {
    const visit: PlanVisit = {
      ...{ id: 'A/spot-check', entity: 'A', kind: 'spot-check', day: '2026-03-02' },
      ...{ lead: 'market', partners: ['fire'], tasks: ['t', 'v'], demands: [] },
      ...{ items: ['i'], teamSize: 2, counts: true },
      window: { from: '2026-03-01', to: '2026-05-31' },
    };
    const [task] = plan.tasks;
    const drawn = {
      ...plan,
      tasks: [{ ...(task as EntityTask), name: '餐饮抽查' }],
      visits: [visit],
    };
    const names = { market: '市场监管局' };
    const zh = entityPlanText(drawn, 'zh', names);
    expect(zh).toContain('  餐饮抽查（t）：分层 s01，1,200 个中抽 12 个，未抽中');
    expect(zh).toContain('抽查，市场监管局（market）、fire，任务 餐饮抽查（t）、v');
    const en = entityPlanText(drawn, 'en', names);
    expect(en).toContain('  t 餐饮抽查: stratum s01');
    expect(en).toContain('market + fire, for t, v');
  });
});

describe('a summary', () => {
  const withStaff = (staff: StaffSummary): Summary => ({ ...summary, staff });
  const witness = { inspectors: ['JC-1'], needed: 5, capacity: 3, missing: 2 };

  it('shows who is missing where inspectors do not suffice', () => {
    const text = summaryText(withStaff({ status: 'infeasible', witness }), 'en');
    expect(text).toMatch(/missing +2\n {2}these inspectors: JC-1\n$/);
    const nobody = withStaff({ status: 'infeasible', witness: { ...witness, inspectors: [] } });
    expect(summaryText(nobody, 'zh')).toContain('（无人）');
    const many = Array.from({ length: 52 }, (_, i) => `JC-${i}`);
    const long = withStaff({ status: 'infeasible', witness: { ...witness, inspectors: many } });
    expect(summaryText(long, 'en')).toContain('JC-49 and 2 others, see plan/witness.json');
    expect(summaryText(long, 'zh')).not.toContain('JC-50');
  });

  it('puts loads into bins, and counts what was deferred and refused by its reason', () => {
    const histogram = [
      { from: 0, to: 1, count: 3 },
      { from: 2, to: 3, count: 6 },
    ];
    const staff = { inspectors: 9, least: 0, median: 2.5, most: 3, histogram };
    const deferred = { 'cap-reached': 4, 'of-tomorrow': 1 };
    const visits = { ...summary.visits, before: 0, saved: 0, deferred, refused: 2 };
    const text = summaryText(
      {
        ...summary,
        mode: 'authoritative',
        visits,
        staff: { status: 'assigned', ...staff },
      } as Summary,
      'en',
    );
    expect(text).not.toContain('SIMULATION');
    expect(text).toContain('0 / 2.5 / 3');
    expect(text).toMatch(/^ {2}0–1 +3 {2}█{20}$/m);
    expect(text).toMatch(/saved +0 \(0 %\)/);
    expect(text).toMatch(
      /demands deferred +5\n +the cap is reached +4\n +of-tomorrow +1\n +demands refused +2/,
    );
  });

  it('reads in Chinese', () => {
    const text = summaryText(summary, 'zh');
    for (const part of ['2026 年度抽查计划', '模拟', '名录库', '合并前', '任务量']) {
      expect(text).toContain(part);
    }
  });

  it('adds up: places drawn in the cells are those of the tasks', () => {
    const sum = (list: readonly { drawn?: number; quota: number }[], of: 'drawn' | 'quota') =>
      list.reduce((total, one) => total + (one[of] ?? 0), 0);
    expect(sum(summary.cells, 'drawn')).toBe(sum(summary.tasks, 'drawn'));
    expect(sum(summary.cells, 'quota')).toBe(sum(summary.tasks, 'quota'));
  });
});
