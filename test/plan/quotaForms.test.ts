import { shiftedKey } from 'evenhand/draw';
import {
  checkProof,
  type NoticeB,
  noticeA,
  noticeAMarkdown,
  noticeB,
  noticeBMarkdown,
  proveEntity,
  verifyDraw,
} from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import type { Condition, Task } from 'evenhand/register';
import { safeParseTask } from 'evenhand/register';
import { describe, expect, it } from 'vitest';
import type { Open } from '../notice/forger.js';
import { codeOf } from '../ticket/codeOf.js';
import { firm, firms, INSPECTORS, task, townInput } from './town.js';
import { ENTROPY, frameOf } from './year.js';

const forty = firms(40, 'low', 'B', (i) => (i < 10 ? { district: '110108' } : {}));

function drawn(tasks: readonly Task[], entities = forty) {
  const prepared = preparePlan(townInput(entities, tasks));
  const [a, b] = [noticeA(prepared), noticeB(drawPlan(prepared, ENTROPY))];
  return { prepared, a, b, verified: verifyDraw(a, b, { frame: frameOf(prepared) }) };
}

const one = (more: Partial<Task>) => [task('one', more)];
const countOf = ({ b }: ReturnType<typeof drawn>) =>
  b.samples[0]?.strata.reduce((sum, { selected }) => sum + selected.length, 0);
const entityOf = (entities: readonly { id: string; district?: string }[]) =>
  new Map(entities.map(({ id, district }) => [id, district]));

describe('a ratio that a rule leaves open', () => {
  const range = { from: '5%', to: '20%' };

  it('is drawn once somebody has chosen it, and notice A says who', () => {
    const chosen = { ratio: '12%', by: 'the county office' };
    const year = drawn(one({ quota: { range, chosen, rule: 'at-least' } }));
    expect(countOf(year)).toBe(5);
    expect(year.a.tasks[0]?.quota).toEqual({ range, chosen, rule: 'at-least' });
    expect(noticeAMarkdown(year.a, 'en')).toContain('5% to 20%; the county office chose 12%');
    expect(year.verified.ok).toBe(true);
  });

  it.each([
    ['ratio-not-chosen', undefined],
    ['ratio-not-chosen', { ratio: '12%', by: ' ' }],
    ['ratio-outside-range', { ratio: '21%', by: 'the county office' }],
  ])('is refused as %s', (code, chosen) => {
    const quota = { range, rule: 'at-least' as const, ...(chosen === undefined ? {} : { chosen }) };
    const input = townInput(forty, one({ quota }));
    expect(() => preparePlan(input)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code })] }),
    );
  });
});

describe('a least share of a part', () => {
  const quota = (where: Condition): Task['quota'] => ({
    ...{ ratio: '10%', rule: 'at-least' },
    least: { where, ratio: '50%', of: 'drawn' },
  });
  const said = (where: Condition) =>
    preparePlan(townInput(forty, one({ quota: quota(where) }))).issues.map(({ code }) => code);

  it('is warned of where nobody is in the part', () => {
    expect(said({ field: 'district', eq: '110108' })).toEqual([]);
    expect(said({ field: 'distrct', eq: '110108' })).toEqual(['empty-part']);
  });
});

describe('a task read from a file', () => {
  const fault = (more: object) => {
    const parsed = safeParseTask({ ...task('one', {}), ...more });
    return parsed.ok ? undefined : parsed.issues[0];
  };

  it.each([
    [{ quota: { staff: '1:0' } }, ['quota', 'staff'], '1:5'],
    [{ spread: { place: 3, of: 2 } }, ['spread'], 'place <= of'],
  ])('that says %j is told what was expected', (more, path, expected) => {
    expect(fault(more)).toMatchObject({ code: 'bad-value', path, params: { expected } });
  });
});

describe('a quota by head of staff', () => {
  it('is so many for each inspector of the authorities with a certificate', () => {
    const year = drawn(one({ quota: { staff: '1:3' } }));
    const own = INSPECTORS.filter(({ authority }) => authority === 'market');
    expect(countOf(year)).toBe(own.length * 3);
    expect(year.verified.ok).toBe(true);
  });

  it('does not count whose certificate ends before, and can not be bent afterwards', () => {
    const inspectors = INSPECTORS.map((officer) =>
      officer.id === 'M4' ? { ...officer, certificates: [{ id: 'c', to: '2026-02-28' }] } : officer,
    );
    const prepared = preparePlan(
      townInput(forty, one({ quota: { staff: '1:3' } }), { inspectors }),
    );
    expect(prepared.tasks[0]?.strata.reduce((sum, { quota }) => sum + quota, 0)).toBe(9);
    const a = noticeA(prepared);
    const [only] = a.tasks;
    if (only === undefined) throw new Error('no task');
    const more = { ...a, tasks: [{ ...only, quota: { staff: '1:2' } }] };
    const { checks } = verifyDraw(more, noticeB(drawPlan(prepared, ENTROPY)));
    expect(checks.find(({ check }) => check === 'strata')).toMatchObject({
      field: 'A.tasks[0].strata.quota',
      expected: '6',
      found: '9',
    });
  });
});

describe('the least share of a part', () => {
  const where = { field: 'district', eq: '110108' } as const;

  it.each([
    ['drawn', '1/2', 4, 4],
    ['part', '1/2', 5, 3],
    ['frame', '20%', 8, 0],
    ['drawn', '0', 2, 6],
  ] as const)('of what is %s, %s: %i of the part and %i others', (of, ratio, part, rest) => {
    const quota = { ratio: '20%', rule: 'at-least', least: { where, ratio, of } } as const;
    const year = drawn(one({ quota }));
    const district = entityOf(forty);
    const ids = year.b.samples[0]?.strata.flatMap(({ selected }) => selected.map(({ id }) => id));
    const inside = ids?.filter((id) => district.get(id) === '110108').length;
    expect([inside, (ids?.length ?? 0) - (inside ?? 0)]).toEqual([part, rest]);
    expect(year.verified.ok).toBe(true);
    expect(year.a.tasks[0]?.strata.some((stratum) => stratum.part === true)).toBe(true);
  });

  it('shows in a notice whose strata draw less of it', () => {
    const least = { where, ratio: '1/2', of: 'drawn' } as const;
    const { a, b } = drawn(one({ quota: { ratio: '20%', rule: 'at-least', least } }));
    const [only] = a.tasks;
    if (only === undefined) throw new Error('no task');
    const strata = only.strata.map((stratum) => ({
      ...stratum,
      quota: stratum.quota + (stratum.part === true ? -1 : 1),
    }));
    const { checks } = verifyDraw({ ...a, tasks: [{ ...only, strata }] }, b);
    expect(checks.find(({ check }) => check === 'strata')?.field).toBe('A.tasks[0].strata.quota');
  });
});

describe('a cycle of parts without repeats', () => {
  it('covers all in four parts of a quarter, one round after another', () => {
    const seen: string[] = [];
    for (let part = 1; part <= 4; part++) {
      const entities = part === 4 ? [...forty, firm('newcomer', 'low', 'B')] : forty;
      const quota = { ratio: '25%', parts: 4, part, drawn: [...seen] };
      const year = drawn(one({ quota }), entities);
      expect(year.verified.ok).toBe(true);
      expect(year.a.tasks[0]?.quota).toMatchObject({ part, drawn: { count: seen.length } });
      const ids = year.b.samples[0]?.strata.flatMap(({ selected }) => selected.map(({ id }) => id));
      expect(ids).toHaveLength(part === 4 ? 11 : 10);
      seen.push(...(ids ?? []));
    }
    expect(new Set(seen).size).toBe(41);
  });

  it('counts nobody twice, and warns of ids that stand in no register', () => {
    const input = (drawn: string[]) =>
      townInput(forty, one({ quota: { ratio: '25%', parts: 4, part: 2, drawn } }));
    const [a, b] = forty.map(({ id }) => id) as [string, string];
    expect(() => preparePlan(input([a, b, a]))).toThrow(
      expect.objectContaining({
        code: 'bad-plan-input',
        issues: [
          expect.objectContaining({
            ...{ code: 'repeated-name', path: ['tasks', 'one', 'quota', 'drawn', a] },
          }),
        ],
      }),
    );
    const { issues } = preparePlan(input([a, 'gone', b, 'away']));
    expect(issues).toEqual([
      {
        ...{ code: 'drawn-unknown', severity: 'warning' },
        path: ['tasks', 'one', 'quota', 'drawn'],
        params: { task: 'one', given: 'gone', rows: 2 },
      },
    ]);
    expect(preparePlan(input([a, b])).issues).toEqual([]);
  });

  it('has no part beyond its last', () => {
    const quota = { ratio: '25%', parts: 4, part: 5, drawn: [] };
    expect(codeOf(() => preparePlan(townInput(forty, one({ quota }))))).toBe('bad-plan-input');
  });
});

describe('tasks of one group that are spread', () => {
  const third = { ratio: '30%', rule: 'at-least' } as const;
  const apart = [1, 2, 3].map((place) =>
    task(`apart-${place}`, { quota: third, spread: { place, of: 3 } }),
  );
  const year = drawn(apart);
  const idsOf = (i: number) =>
    year.b.samples[i]?.strata.flatMap(({ selected }) => selected.map(({ id }) => id)) ?? [];

  it('draw others, where their samples would else be the same', () => {
    const all = [0, 1, 2].flatMap(idsOf);
    expect(all).toHaveLength(36);
    const together = drawn(['x', 'y', 'z'].map((id) => task(id, { quota: third })));
    const same = together.b.samples.map(({ strata }) => strata[0]?.selected);
    expect(same[1]).toEqual(same[0]);
    expect(new Set(all).size).toBeGreaterThan(30);
  });

  it('publish their shifted thresholds, and are verified with and without the frame', () => {
    expect(year.verified.ok).toBe(true);
    expect(verifyDraw(year.a, year.b).ok).toBe(true);
    const offset = Math.floor(2 ** 52 / 3);
    const [stratum] = year.b.samples[1]?.strata ?? [];
    expect(stratum?.lastInKey).toBe(shiftedKey(stratum?.lastIn as string, offset));
    expect(noticeAMarkdown(year.a, 'zh')).toContain('与同组任务错开，第 2/3 位');
    expect(noticeBMarkdown(year.b, 'en')).toContain(`(${stratum?.lastInKey})`);
    const bare = structuredClone(year.b) as Open<NoticeB>;
    delete bare.samples[1]?.strata[0]?.lastInKey;
    const { checks } = verifyDraw(year.a, bare);
    expect(checks.find(({ check }) => check === 'samples')?.field).toBe(
      'B.samples[1].strata[0].lastInKey',
    );
  });

  it('answer every firm of the frame by its proof', () => {
    const ids = new Set(idsOf(1));
    const answers = forty.map(({ id }) => {
      const answer = checkProof(year.a, year.b, proveEntity(year.prepared, 'apart-2', id));
      return [answer.ok, answer.drawn === ids.has(id)];
    });
    expect(answers).toEqual(forty.map(() => [true, true]));
  });

  it('have a place among their places', () => {
    const input = townInput(forty, [task('one', { spread: { place: 3, of: 2 } })]);
    expect(codeOf(() => preparePlan(input))).toBe('bad-plan-input');
  });
});

it.each([
  { range: { from: '5%', to: '20%' }, rule: 'at-least' },
  { staff: '1:5', least: { where: { all: [] }, ratio: '8%', of: 'drawn' } },
  { ratio: '25%', parts: 4, part: 2, drawn: ['A'] },
])('is read as a task: %j', (quota) => {
  expect(safeParseTask(task('one', { quota: quota as Task['quota'] })).ok).toBe(true);
});

it.each([
  { staff: '5' },
  { ratio: '25%', parts: 0, part: 1, drawn: [] },
  { total: 3, least: { where: { all: [] }, ratio: '8%', of: 'all' } },
  { total: 3, ratio: '8%' },
])('is refused as a task: %j', (quota) => {
  expect(safeParseTask({ ...task('one'), quota }).ok).toBe(false);
});
