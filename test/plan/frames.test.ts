import { sampleCity } from 'evenhand/city';
import { quota } from 'evenhand/draw';
import { drawPlan, type Prepared, type PreparedTask, preparePlan } from 'evenhand/plan';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/programme/classify.js';
import { holds } from '../../src/register/condition.js';
import { firm, firms, task, town, townInput } from './town.js';
import { ENTROPY, entropyOf, inputOf } from './year.js';

const taskOf = ({ tasks }: Prepared, id: string): PreparedTask =>
  tasks.find((one) => one.task.id === id) as PreparedTask;

describe('the frame of a task', () => {
  const input = inputOf(sampleCity({ entities: 800, seed: 'recount' }));
  const prepared = preparePlan(input);
  const at = input.programme.at(input.asOf);

  it('has in every cell the quota of the matrix, recounted entity by entity', () => {
    const byMatrix = prepared.tasks.filter(({ task: { quota: asked } }) => 'by' in asked);
    expect(byMatrix.length).toBeGreaterThan(3);
    for (const { task: one, strata } of byMatrix) {
      const cells = new Map<string, { size: number; ratio: string }>();
      for (const entity of input.register.entities) {
        if ((entity.state ?? 'active') !== 'active') continue;
        if (holds(one.scope, entity, input.asOf) !== 'yes') continue;
        const found = classify(at, entity);
        if (!('grade' in found) || entity.lists.includes('key-supervision')) continue;
        if (found.measures.key) continue;
        const cell = `${found.level}/${found.grade}`;
        const size = (cells.get(cell)?.size ?? 0) + 1;
        cells.set(cell, { size, ratio: found.measures.ratio });
      }
      const drawn = new Map<string, { size: number; quota: number }>();
      for (const { level, grade, size, quota: n } of strata) {
        const cell = drawn.get(`${level}/${grade}`) ?? { size: 0, quota: 0 };
        drawn.set(`${level}/${grade}`, { size: cell.size + size, quota: cell.quota + n });
      }
      const expected = [...cells].map(([cell, { size, ratio }]) => [
        cell,
        { size, quota: quota(size, ratio, 'at-least') },
      ]);
      expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(expected));
    }
  });

  it('holds active entities in its scope only, each once, drawn or certain', () => {
    for (const { task: one, frame, certain } of prepared.tasks) {
      const inScope = input.register.entities
        .filter(({ state = 'active' }) => state === 'active')
        .filter((entity) => holds(one.scope, entity, input.asOf) === 'yes')
        .filter((entity) => 'grade' in classify(at, entity))
        .map(({ id }) => id);
      expect([...frame, ...certain].map(({ id }) => id).sort()).toEqual(inScope.sort());
    }
  });

  it('is limited by a scope; who lacks the fact it hangs on is left out with a warning', () => {
    const rows = [
      ...firms(3, 'low', 'B'),
      firm('no-crowd', 'low', 'B', { facts: { industry: '6410' } }),
    ];
    const scope = { field: 'crowd', gte: 5 } as const;
    const { tasks, issues } = preparePlan(townInput(rows, [task('crowds', { scope })]));
    expect(tasks[0]?.frame.map(({ id }) => id)).toEqual(['low-B-001', 'low-B-002', 'low-B-003']);
    expect(issues).toEqual([
      {
        code: 'scope-unknown',
        severity: 'warning',
        path: ['tasks', 'crowds', 'scope'],
        params: { task: 'crowds', given: 'no-crowd' },
      },
    ]);
  });

  it('names an empty scope, and a total above the frame', () => {
    const rows = firms(3, 'low', 'B');
    const { issues, tasks } = preparePlan(
      townInput(rows, [
        task('none', { scope: { field: 'district', eq: '000000' } }),
        task('many', { quota: { total: 9 } }),
      ]),
    );
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['total-over-frame', 'warning'],
      ['empty-frame', 'error'],
    ]);
    expect(tasks[0]?.strata.map(({ quota: n }) => n)).toEqual([3]);
  });

  it('sets aside who cannot be assessed or named, and goes on with the others', () => {
    const rows = [
      ...firms(2, 'low', 'B'),
      firm('no-industry', 'low', 'B', { facts: {} }),
      firm('a@b', 'low', 'B'),
      firm('x'.repeat(245), 'low', 'B'),
      firm('', 'low', 'B'),
      firm('gone', 'low', 'B', { state: 'deregistered', facts: {} }),
    ];
    const { issues, standings } = preparePlan(townInput(rows, [task('all')]));
    expect(standings.map(({ id }) => id)).toEqual(['low-B-001', 'low-B-002']);
    expect(issues.map(({ code, path }) => [code, String(path[1]).slice(0, 12)])).toEqual([
      ['bad-id', ''],
      ['entity-with-at-sign', 'a@b'],
      ['missing-input', 'no-industry'],
      ['bad-id', 'xxxxxxxxxxxx'],
    ]);
  });
});

describe('the tiers of recency', () => {
  const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01', '2025-09-30', '2025-10-01'];

  it('begin on the day their time has passed, and never visited is the least recent', () => {
    const rows = [
      ...days.map((day, i) => firm(`E${i}`, 'medium', 'B', { lastVisits: { market: day } })),
      firm('never', 'medium', 'B'),
      firm('others', 'medium', 'B', { lastVisits: { tax: '2025-12-30' } }),
      firm('partner', 'medium', 'B', { lastVisits: { market: '2020-01-01', fire: '2025-12-30' } }),
    ];
    const one = task('joint', { partners: ['fire'], items: ['goods', 'exits'] });
    const prepared = taskOf(preparePlan(townInput(rows, [one])), 'joint');
    const tierOf = new Map(prepared.strata.map(({ code, recency }) => [code, recency]));
    expect(prepared.frame.map(({ id, stratum }) => [id, tierOf.get(stratum)])).toEqual([
      ['E0', 'over-24-months'],
      ['E1', 'over-12-months'],
      ['E2', 'over-12-months'],
      ['E3', 'over-3-months'],
      ['E4', 'over-3-months'],
      ['E5', 'recent'],
      ['never', 'over-24-months'],
      ['others', 'over-24-months'],
      ['partner', 'recent'],
    ]);
  });

  it('share the quota of their cell by size times multiplier', () => {
    // 40 × 1 against 40 × 1/5 under a quota of 16 of 80: Webster gives 13 and 3.
    const rows = firms(80, 'medium', 'B', (i) =>
      i % 2 ? { lastVisits: { market: '2025-06-30' } } : {},
    );
    const { strata } = taskOf(
      preparePlan(townInput(rows, [task('all', { quota: { ratio: '20%', rule: 'at-least' } })])),
      'all',
    );
    expect(Object.fromEntries(strata.map(({ recency, quota: n }) => [recency, n]))).toEqual({
      'over-24-months': 13,
      'over-3-months': 3,
    });
  });
});

describe('who is certain', () => {
  const rows = [
    ...firms(5, 'low', 'B'),
    ...firms(2, 'high', 'D'),
    firm('listed', 'low', 'B', { lists: ['key-supervision'] }),
  ];
  const full = { all: 'every kitchen' };
  const prepared = preparePlan(
    townInput(rows, [task('some'), task('whole', { quota: full, duty: false })]),
  );

  it('stands apart from the lottery, each with its reason and what is checked', () => {
    expect(taskOf(prepared, 'some').certain).toEqual([
      { id: 'high-D-001', reason: 'key-supervision', items: ['goods', 'scales'] },
      { id: 'high-D-002', reason: 'key-supervision', items: ['goods', 'scales'] },
      { id: 'listed', reason: 'list: key-supervision', items: ['goods'] },
    ]);
    expect(taskOf(prepared, 'whole').certain.map(({ reason }) => reason)).toEqual(
      Array(8).fill('full-coverage: every kitchen'),
    );
    expect(taskOf(prepared, 'whole').frame).toEqual([]);
  });

  it('is visited whatever chance gives, as a floor or by the list', () => {
    for (let n = 0; n < 5; n++) {
      const { demands, visits } = drawPlan(prepared, entropyOf(n));
      const causes = new Map(demands.map(({ id, cause, duty }) => [id, `${cause} ${duty}`]));
      expect(causes.get('some/goods/high-D-001')).toBe('floor true');
      expect(causes.get('some/goods/listed')).toBe('list true');
      expect(new Set(visits.map(({ entity }) => entity)).size).toBe(8);
    }
  });
});

describe('the code of a stratum', () => {
  const wide = (secret?: string) =>
    preparePlan({
      ...inputOf(sampleCity({ entities: 400, seed: 'codes' })),
      ...(secret ? { secret } : {}),
    });
  const table = ({ tasks }: Prepared) =>
    tasks.map(({ strata }) =>
      strata.map(({ code, level, grade, recency }) => [code, level, grade, recency]),
    );

  it('hangs on the secret, and each task shuffles its own', () => {
    const [one, other] = [wide('ab'.repeat(16)), wide('cd'.repeat(16))];
    expect(table(one)).not.toEqual(table(other));
    expect(table(one)).toEqual(table(wide('ab'.repeat(16))));
    const orders = new Set(
      one.tasks
        .filter(({ strata }) => strata.length > 6)
        .map(({ strata }) => strata.map((s) => `${s.level}${s.grade}${s.recency}`).join()),
    );
    expect(orders.size).toBeGreaterThan(3);
  });

  it('says nothing of the order of cells: over many secrets every cell is first about as often', () => {
    const rows = [...firms(2, 'low', 'A'), ...firms(2, 'medium', 'B'), ...firms(2, 'high', 'C')];
    const seen = new Map<string, number>();
    const runs = 200;
    for (let n = 0; n < runs; n++) {
      const secret = n.toString(16).padStart(32, '0');
      const level = preparePlan(townInput(rows, [task('all')], { secret })).tasks[0]?.strata[0]
        ?.level;
      seen.set(level as string, (seen.get(level as string) ?? 0) + 1);
    }
    // Binomial(200, 1/3): five standard deviations are 33.
    const tolerance = 5 * Math.sqrt(runs * (1 / 3) * (2 / 3));
    for (const level of ['low', 'medium', 'high']) {
      expect(Math.abs((seen.get(level) ?? 0) - runs / 3)).toBeLessThan(tolerance);
    }
  });

  it('is s01, s02, … without a gap', () => {
    for (const { strata } of wide().tasks) {
      expect(strata.map(({ code }) => code)).toEqual(
        strata.map((_, i) => `s${String(i + 1).padStart(2, '0')}`),
      );
    }
  });
});

describe('samples', () => {
  it('nest inside a coordination group: what 3 % draws, 5 % draws too', () => {
    const rows = firms(200, 'medium', 'B');
    const share = (id: string, ratio: string, group = 'all') =>
      task(id, { quota: { ratio, rule: 'at-least' }, group });
    const prepared = preparePlan(
      townInput(rows, [share('a', '3%'), share('b', '5%'), share('c', '5%', 'apart')]),
    );
    let differs = 0;
    for (let n = 0; n < 10; n++) {
      const [a, b, c] = drawPlan(prepared, entropyOf(n)).samples.map(
        ({ strata }) => strata[0]?.selected.map(({ id }) => id) as string[],
      ) as [string[], string[], string[]];
      expect(b.slice(0, 6)).toEqual(a);
      differs += c.some((id) => !b.includes(id)) ? 1 : 0;
    }
    expect(differs).toBe(10);
  });

  it('never hold who is inactive or unassessed', () => {
    const prepared = preparePlan(town);
    for (let n = 0; n < 20; n++) {
      const ids = drawPlan(prepared, entropyOf(n)).demands.map(({ entity }) => entity);
      expect(ids).not.toContain('closed');
      expect(ids).not.toContain('unknown');
    }
    expect(drawPlan(prepared, ENTROPY).samples.length).toBe(prepared.tasks.length);
  });
});

it('draws first rows as often as last rows: each row n/N times over 400 seeds', () => {
  const rows = firms(12, 'medium', 'B');
  const prepared = preparePlan(townInput(rows, [task('all', { quota: { total: 3 } })]));
  const seeds = 400;
  const counts = new Map(rows.map(({ id }) => [id, 0]));
  for (let n = 0; n < seeds; n++) {
    for (const { id } of drawPlan(prepared, entropyOf(n)).samples[0]?.strata[0]?.selected ?? []) {
      counts.set(id, (counts.get(id) as number) + 1);
    }
  }
  const p = 3 / 12;
  const tolerance = 4.5 * Math.sqrt(seeds * p * (1 - p));
  for (const count of counts.values()) expect(Math.abs(count - seeds * p)).toBeLessThan(tolerance);
  const half = (list: number[]) => list.reduce((sum, one) => sum + one, 0);
  const all = [...counts.values()];
  const gap = half(all.slice(0, 6)) - half(all.slice(6));
  // The first half gets a hypergeometric share of 3 out of 12: variance 3 · ¼ · 9/11 each draw.
  expect(Math.abs(gap)).toBeLessThan(4.5 * 2 * Math.sqrt((seeds * 3 * 9) / (4 * 11)));
});
