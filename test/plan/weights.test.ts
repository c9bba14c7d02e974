import { drawSample } from 'evenhand/draw';
import {
  amendPlan,
  checkProof,
  type NoticeB,
  noticeAMarkdown,
  noticeBMarkdown,
  proveEntity,
  verifyAmendments,
  verifyDraw,
} from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { parseProgramme, safeParseProgramme } from 'evenhand/programme';
import type { Task } from 'evenhand/register';
import { exampleSampling } from 'evenhand/schemes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Open, sealedB } from '../notice/sealedB.js';
import { firms, task, townInput } from './town.js';
import { byVisitors, eight, programmeWith, town, WEIGHTS, weighed, year } from './weighed.js';
import { entropyOf } from './year.js';

const stratumOf = ({ samples }: NoticeB) =>
  samples[0]?.strata[0] as NoticeB['samples'][number]['strata'][number];

describe('a task that draws by weight', () => {
  it('has weights in its frame, and notice A commits to them and says what they are', () => {
    const [only] = town.prepared.tasks;
    expect(only?.frame.map(({ weight }) => weight)).toEqual(WEIGHTS);
    const total = WEIGHTS.reduce((sum, one) => sum + one, 0);
    expect(town.a.tasks[0]?.strata.map(({ weights }) => weights)).toEqual([
      { method: 'pareto', total },
    ]);
    expect(town.a.weight).toEqual({ fact: 'visitors' });
    expect(noticeAMarkdown(town.a, 'en')).toContain('the fact visitors');
    expect(noticeAMarkdown(town.a, 'zh')).toContain('按权重抽取');
  });

  it('draws what drawSample draws, those too heavy for a lottery listed with the numbers', () => {
    const stratum = stratumOf(town.b);
    const [expected] = drawSample({
      key: town.b.keys['select:all'] as string,
      frame: town.prepared.tasks[0]?.frame ?? [],
      quotas: { [stratum.code]: 8 },
      method: 'pareto',
      substitutes: exampleSampling.substitutes,
    }).strata;
    expect(stratum.takeAll).toEqual([
      { id: 'low-B-001', weight: 100, reason: 'weight: 8 * 100 >= 170' },
      { id: 'low-B-002', weight: 10, reason: 'weight: 7 * 10 >= 70' },
    ]);
    expect(stratum.weights).toEqual({ total: 170, rest: 60, quota: 6 });
    const plain = (list: readonly { id: string; ticket: string }[]) =>
      list.map(({ id, ticket }) => ({ id, ticket }));
    expect(plain(stratum.selected)).toEqual(expected?.selected);
    expect(plain(stratum.substitutes)).toEqual(expected?.substitutes);
    expect([stratum.lastIn, stratum.firstOut]).toEqual([expected?.lastIn, expected?.firstOut]);
  });

  it('visits the heavy as it visits those drawn', () => {
    const drawn = new Set(town.b.visits.map(({ entity }) => entity));
    expect([...drawn]).toHaveLength(8);
    expect(drawn.has('low-B-001') && drawn.has('low-B-002')).toBe(true);
  });

  it('verifies with the notices alone, and with the frame', () => {
    expect(verifyDraw(town.a, town.b).ok).toBe(true);
    expect(verifyDraw(town.a, town.b, { frame: town.frame }).ok).toBe(true);
  });

  it('shows on its page how anyone compares', () => {
    const page = noticeBMarkdown(town.b, 'en');
    expect(page).toContain('drawn from by weight');
    expect(page).toContain(`(${stratumOf(town.b).lastInKey})`);
    expect(page).toContain('weight: 8 \\* 100 \\>= 170');
    expect(noticeBMarkdown(town.b, 'zh')).toContain('按权重抽取');
  });

  it('proves to each firm its weight, its key and whether it was drawn', () => {
    const drawn = new Set([
      ...(stratumOf(town.b).takeAll ?? []).map(({ id }) => id),
      ...stratumOf(town.b).selected.map(({ id }) => id),
    ]);
    for (const [i, { id }] of [...(town.prepared.tasks[0]?.frame ?? [])].entries()) {
      const answer = checkProof(town.a, town.b, proveEntity(town.prepared, 'one', id));
      expect(answer).toMatchObject({ ok: true, weight: WEIGHTS[i], drawn: drawn.has(id) });
      if (i < 2) expect(answer.takeAll).toContain(`* ${WEIGHTS[i]} >=`);
      else expect(Number(answer.key) <= Number(answer.thresholdKey)).toBe(drawn.has(id));
    }
  });

  it('finds a proof with another weight', () => {
    const proof = proveEntity(town.prepared, 'one', 'low-B-005');
    expect(checkProof(town.a, town.b, { ...proof, weight: 99 }).field).toBe('proof.path');
  });

  it('is a draw by equal chances where all weigh the same, and where the task says so', () => {
    const same = year(weighed(WEIGHTS.map(() => 5)), eight);
    const equal = year(weighed(WEIGHTS), [{ ...(eight[0] as Task), chances: 'equal' }]);
    const ids = (b: NoticeB) => stratumOf(b).selected.map(({ id }) => id);
    expect(ids(same.b)).toEqual(ids(equal.b));
    expect(equal.a.tasks[0]?.strata[0]).not.toHaveProperty('weights');
    expect(equal.a).not.toHaveProperty('weight');
    expect([...(equal.prepared.tasks[0]?.frame ?? [])][0]).not.toHaveProperty('weight');
  });

  it('can be the only one of a programme', () => {
    const tasks = [
      task('one', { quota: { total: 8 }, chances: 'pareto' }),
      task('two', { quota: { total: 8 } }),
    ];
    const { a, b, frame } = year(weighed(WEIGHTS), tasks, { weight: byVisitors });
    const kinds = a.tasks.map(({ strata }) => strata.map(({ weights }) => weights?.method));
    expect(kinds).toEqual([['pareto'], [undefined]]);
    expect(verifyDraw(a, b, { frame }).ok).toBe(true);
  });

  it('splits what strata share by their weights times their multipliers', () => {
    const some = weighed([...Array.from({ length: 20 }, () => 9), ...WEIGHTS.map(() => 1)]);
    const entities = some.map((one, i) =>
      i < 20 ? { ...one, lastVisits: { market: '2025-01-15' } } : one,
    );
    const { prepared } = year(entities, [task('one', { quota: { total: 10 } })]);
    const quotas = prepared.tasks[0]?.strata.map(({ size, quota }) => [size, quota]);
    // 20 × 9 × 1/5 = 36 to 22 × 1 × 1 = 22.
    expect(quotas?.sort()).toEqual([
      [20, 6],
      [22, 4],
    ]);
  });
});

describe('by risk level', () => {
  const levels = { low: 1, medium: 3, high: 9 };
  const both = [...firms(30, 'low', 'B'), ...firms(30, 'medium', 'B')];
  const byLevel = { method: 'pareto', weight: { levels, cite: 'example' } } as const;

  it('a task’s total goes to levels in proportion to their weights, and notice A names no level', () => {
    const { a, b, prepared, frame } = year(both, [task('one', { quota: { total: 8 } })], byLevel);
    const quotas = prepared.tasks[0]?.strata.map(({ level, quota }) => [level, quota]);
    expect(quotas?.sort()).toEqual([
      ['low', 2],
      ['medium', 6],
    ]);
    expect(a.weight).toEqual({ by: 'risk-level' });
    expect(JSON.stringify(a)).not.toContain('medium');
    expect(verifyDraw(a, b, { frame }).ok).toBe(true);
    expect(noticeAMarkdown(a, 'en')).toContain('by risk level');
  });
});

describe('what can not be drawn by weight', () => {
  const issuesOf = (run: () => unknown): string[] => {
    try {
      run();
      return [];
    } catch (error) {
      return (error as { issues: { code: string }[] }).issues.map(({ code }) => code);
    }
  };

  it.each([
    ['weight-rule-missing', { chances: 'pareto' }, {}],
    [
      'offset-with-weights',
      { spread: { place: 2, of: 2 } },
      { method: 'pareto', weight: byVisitors },
    ],
  ] as const)('%s', (code, more, sampling) => {
    expect(issuesOf(() => year(weighed(WEIGHTS), [task('one', more)], sampling))).toEqual([code]);
  });

  it('refuses a document that draws by weight and says of none', () => {
    const parsed = safeParseProgramme(programmeWith({ method: 'pareto' }));
    expect(parsed.ok ? [] : parsed.issues.map(({ code }) => code)).toEqual(['weight-rule-missing']);
  });

  it('leaves a firm without its fact, or with one that is no weight, out of the frame, and says so', () => {
    const entities = weighed([1, 2, 3, 4, 5]).map((one, i) => {
      const { visitors, ...facts } = one.facts as Record<string, number>;
      const given = [visitors, undefined, 0, 2 ** 20 + 1, 1.5][i];
      return { ...one, facts: given === undefined ? facts : { ...facts, visitors: given } };
    });
    const { prepared } = year(entities, eight);
    expect(prepared.tasks[0]?.frame.map(({ id }) => id)).toEqual(['low-B-001']);
    const found = prepared.issues.filter(({ severity }) => severity === 'error');
    expect(found.map(({ code, path, params }) => [code, path[1], params['given']])).toEqual([
      ['weight-missing', 'low-B-002', undefined],
      ['bad-weight', 'low-B-003', '0'],
      ['bad-weight', 'low-B-004', '1048577'],
      ['bad-weight', 'low-B-005', '1.5'],
    ]);
    const kept = year(entities, eight, {
      method: 'pareto',
      weight: { ...byVisitors, missing: 3 },
    });
    expect(kept.prepared.tasks[0]?.frame).toMatchObject([{ weight: 1 }, { weight: 3 }]);
  });
});

describe('a forged draw by weight', () => {
  const digestOfA = town.a.digest;
  const forged = (change: (stratum: Open<ReturnType<typeof stratumOf>>) => void): NoticeB =>
    sealedB(town.b, (b) => change(stratumOf(b as NoticeB) as Open<ReturnType<typeof stratumOf>>));
  const fieldOf = (b: NoticeB, frame = false) =>
    verifyDraw(town.a, b, { digestOfA, ...(frame ? { frame: town.frame } : {}) }).checks.find(
      ({ ok }) => !ok,
    )?.field;
  const path = 'B.samples[0].strata[0]';

  it.each([
    ['a weight taken away', `${path}.selected[0].weight`, (s) => delete s.selected[0]?.weight],
    ['another sum of all', `${path}.weights`, (s) => s.weights && s.weights.total++],
    ['another sum of the rest', `${path}.weights.rest`, (s) => s.weights && s.weights.rest--],
    ['another number of the rest', `${path}.weights.quota`, (s) => s.weights && s.weights.quota--],
    ['a heavy one left to chance', `${path}.weights.rest`, (s) => s.takeAll?.pop()],
    [
      'another reason',
      `${path}.takeAll[0].reason`,
      (s) => Object.assign(s.takeAll?.[0] ?? {}, { reason: 'a friend' }),
    ],
    [
      'a heavy one twice',
      `${path}.takeAll[1].id`,
      (s) => Object.assign(s.takeAll?.[1] ?? {}, { id: 'low-B-001' }),
    ],
    ['a key taken away', `${path}.lastInKey`, (s) => delete s.lastInKey],
    ['another key', `${path}.firstOutKey`, (s) => Object.assign(s, { firstOutKey: '0.5' })],
    [
      'the order turned round',
      `${path}.selected[1].ticket`,
      (s) => s.selected.splice(0, 2, ...s.selected.slice(0, 2).reverse()),
    ],
  ] satisfies [string, string, (s: Open<ReturnType<typeof stratumOf>>) => unknown][])(
    'is found by the notices alone: %s',
    (_, field, change) => {
      expect(fieldOf(forged(change))).toBe(field);
    },
  );

  it('is found with the frame, whichever weight is changed', () => {
    const listed = [...stratumOf(town.b).selected, ...stratumOf(town.b).substitutes];
    fc.assert(
      fc.property(
        fc.nat(listed.length - 1),
        fc.integer({ min: -3, max: 3 }).filter((step) => step !== 0),
        (at, step) => {
          const b = forged((stratum) => {
            const unit = [...stratum.selected, ...stratum.substitutes][at];
            if (unit !== undefined) unit.weight = Math.max(1, (unit.weight ?? 0) + step);
          });
          const isSame = b.digest === town.b.digest;
          return isSame || fieldOf(b, true) !== undefined;
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is found with the frame where another weight was committed to', () => {
    const at = town.frame.findIndex(({ id }) => id === 'low-B-007');
    const frame = town.frame.map((row, i) => (i === at ? { ...row, weight: 50 } : row));
    const { checks } = verifyDraw(town.a, town.b, { digestOfA, frame });
    expect(checks.find(({ ok }) => !ok)?.field).toBe('frame[one].root');
  });
});

it('gives each about the chance of its weight over many years, within six standard deviations', () => {
  const weights = Array.from({ length: 12 }, (_, i) => 1 + (i % 4));
  const counts = new Map<string, number>();
  const programme = parseProgramme(programmeWith({ method: 'pareto', weight: byVisitors }));
  const prepared = preparePlan(
    townInput(weighed(weights), [task('one', { quota: { total: 3 } })], { programme }),
  );
  const runs = 250;
  for (let n = 0; n < runs; n++) {
    const [sample] = drawPlan(prepared, entropyOf(n)).samples;
    for (const { id } of sample?.strata[0]?.selected ?? []) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  weights.forEach((weight, i) => {
    const p = (3 * weight) / 30;
    const found = (counts.get(`low-B-${String(i + 1).padStart(3, '0')}`) ?? 0) / runs;
    expect(Math.abs(found - p)).toBeLessThan(6 * Math.sqrt((p * (1 - p)) / runs) + 0.01);
  });
});

it('goes on in the announced order where it is topped up', () => {
  const { prepared, a, b, frame } = town;
  const act = { kind: 'top-up', task: 'one', total: 14, reason: 'a summer of complaints' } as const;
  const one = amendPlan({ prepared, noticeB: b, amendments: [] }, act);
  expect(verifyAmendments(a, b, [one])).toEqual({ ok: true });
  expect(verifyAmendments(a, b, [one], { frame })).toEqual({ ok: true });
  const [addition] = one.additions ?? [];
  expect(addition?.added).toHaveLength(6);
  const keys = [stratumOf(b).lastInKey, addition?.lastInKey, addition?.firstOutKey].map(Number);
  expect(keys).toEqual([...keys].sort((x, y) => x - y));
});
