import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import {
  exampleDiscretion,
  exampleRegrading,
  exampleSandbox,
  exampleWarnings,
} from '../../src/schemes/index.js';
import { workplace } from './files/workplace.js';
import { issuesOf, run } from './run.js';

const place = workplace();
const here = (...argv: string[]) => run(place.folder, ...argv, '--quiet');
const json = async <T>(...argv: string[]) => {
  const { code, out } = await here(...argv, '--json');
  return { code, value: JSON.parse(out) as T };
};
const city = ['--sample-city', '40', '--seed', 'watch'];
const entities = (asOf: string) =>
  sampleCity({ entities: 40, seed: 'watch', asOf, year: 2026 }).register.entities;

describe('evenhand risk', () => {
  const history = place.fresh('levels.json');

  it('rates a register anew, keeps the history, and lists who is on which level', async () => {
    const first = await here('risk', 'regrade', history, ...city, '--as-of', '2026-01-31');
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^\d+ rated on 2026-01-31, \d+ changed\n/);
    const kept = JSON.parse(readFileSync(history, 'utf8')) as {
      rounds: unknown[];
      changes: { to: string }[];
    };
    expect(kept.rounds).toHaveLength(1);
    type Lists = { lists: { level: string; entities: unknown[]; joined: unknown[] }[] };
    const { value } = await json<Lists>('risk', 'lists', history, '--as-of', '2026-02-15');
    expect(value.lists.map(({ level }) => level)).toEqual(['high', 'medium', 'low']);
    for (const { level, entities: all } of value.lists) {
      expect(all.length).toBe(kept.changes.filter(({ to }) => to === level).length);
    }
    const since = ['--as-of', '2026-02-15', '--since', '2026-02-01'];
    const { value: later } = await json<Lists>('risk', 'lists', history, ...since);
    expect(later.lists.every(({ joined }) => joined.length === 0)).toBe(true);
    const table = await here('risk', 'lists', history, '--as-of', '2026-02-15', '--lang', 'zh');
    expect(table.out).toMatch(/等级.*户数/);
  });

  it('refuses a day without a round, one that is over, and a file that is no history', async () => {
    const code = async (file: string, ...more: string[]) =>
      (await issuesOf(place.folder, 'risk', 'regrade', file, ...city, ...more)).error;
    const before = readFileSync(history, 'utf8');
    expect(await code(history, '--as-of', '2026-02-15')).toBe('no-such-round');
    expect(await code(history, '--as-of', '2026-01-31')).toBe('round-not-later');
    expect(await code(history)).toBe('option-missing');
    expect(readFileSync(history, 'utf8')).toBe(before);
    expect(await code(place.file('no.json', '{"schema": 1}'), '--as-of', '2026-02-28')).toBe(
      'faulty-document',
    );
    expect(
      (await issuesOf(place.folder, 'risk', 'lists', 'nothing.json', '--as-of', '2026-02-28'))
        .error,
    ).toBe('no-such-file');
    const none = ['risk', 'lists', 'nothing.json', '--as-of', '2026-02-28', '--lang', 'zh'];
    expect((await here(...none)).err).toBe(
      '错误：没有文件 `nothing.json`；请检查路径 [no-such-file]\n',
    );
    expect((await issuesOf(place.folder, 'risk', 'dance', history)).error).toBe('bad-option');
    const rounds = exampleRegrading.rounds.map(({ month: _, ...one }) => one);
    const bad = place.file('regrading.json', JSON.stringify({ ...exampleRegrading, rounds }));
    const refused = await issuesOf(
      place.folder,
      'risk',
      'regrade',
      history,
      ...city,
      '--as-of',
      '2026-02-28',
      '--rules',
      bad,
    );
    expect([refused.error, refused.issues[1]?.code]).toEqual([
      'faulty-document',
      'round-without-month',
    ]);
  });

  it('watches, keeps its signals, and raises none again within its time', async () => {
    const signals = place.fresh('signals.ndjson');
    // Rules the little city breaks: one serious finding in two years.
    const [, , findings] = exampleWarnings.rules as (typeof exampleWarnings.rules)[number][];
    const when = { count: { kinds: ['finding-serious'], window: { years: 2 }, atLeast: 1 } };
    const rules = place.file(
      'warnings.json',
      JSON.stringify({ ...exampleWarnings, rules: [{ ...findings, when }] }),
    );
    const watch = (asOf: string) =>
      json<{ signals: { entity: string }[]; quiet: number }>(
        'risk',
        'watch',
        signals,
        ...city,
        '--as-of',
        asOf,
        '--rules',
        rules,
      );
    const first = await watch('2026-01-31');
    const expected = entities('2026-01-31').filter(
      ({ state = 'active', events }) =>
        state === 'active' &&
        events.some(
          ({ kind, on, knownOn = on, until }) =>
            kind === 'finding-serious' &&
            on > '2024-01-31' &&
            knownOn <= '2026-01-31' &&
            (until === undefined || until >= '2026-01-31'),
        ),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(first.value.signals.map(({ entity }) => entity)).toEqual(
      expected.map(({ id }) => id).sort(),
    );
    expect(readFileSync(signals, 'utf8').trim().split('\n')).toHaveLength(expected.length);
    const again = await watch('2026-01-31');
    expect([again.value.signals, again.value.quiet]).toEqual([[], expected.length]);
    const rumours = place.file(
      'rumours.json',
      JSON.stringify({ ...exampleWarnings, events: ['accident'] }),
    );
    const refused = await issuesOf(
      place.folder,
      'risk',
      'watch',
      signals,
      ...city,
      '--as-of',
      '2026-02-01',
      '--rules',
      rumours,
    );
    expect(refused.issues.map(({ code }) => code)).toContain('unknown-event-kind');
  });

  it('tells which object of key supervision is not covered', async () => {
    const listed = entities('2026-12-31').filter(({ lists }) => lists.includes('key-supervision'));
    const items = ['emergency-production', 'fire-crowd'];
    const lines = listed.flatMap(({ id }) =>
      items.map((item) =>
        JSON.stringify({ entity: id, item, on: '2026-03-01', visit: `${id}/census` }),
      ),
    );
    const file = place.file('covered.ndjson', lines.join('\n'));
    type Report = { objects: number; counts: { covered: number; missing: number } };
    const report = (asOf: string, day: string) =>
      json<Report>('risk', 'cover', file, ...city, '--as-of', asOf, '--year', day.slice(0, 4));
    const { code, value } = await report('2026-12-31', '2026-12-31');
    expect([code, value.objects, value.counts.missing]).toEqual([0, listed.length, 0]);
    expect(value.counts.covered).toBe(listed.length * 2);
    const late = await report('2026-12-31', '2025-01-01');
    expect([late.code, late.value.counts.missing]).toEqual([
      listed.length > 0 ? 1 : 0,
      listed.length * 3,
    ]);
  });
});

describe('evenhand approve', () => {
  it('answers a filing with a receipt, and says what is missing', async () => {
    const [firm] = entities('2026-03-02').filter(({ state = 'active' }) => state === 'active');
    const application = (permit: string, materials: object[] = []) =>
      place.file(
        `${permit}.json`,
        JSON.stringify({
          id: 'a1',
          entity: firm?.id,
          permit,
          on: '2026-03-02',
          materials,
          commitments: [],
        }),
      );
    const sign = await json<{
      decision: string;
      issues: { code: string }[];
      standard: { id: string };
    }>('approve', application('shop-sign'), ...city);
    expect([sign.code, sign.value.decision, sign.value.issues[0]?.code]).toEqual([
      1,
      'asked',
      'fact-needed',
    ]);
    expect(sign.value.standard.id).toBe('example-risk');
    const text = await here('approve', application('shop-sign'), ...city, '--lang', 'zh');
    expect(text.out).toMatch(/待查明\n/);
    expect(text.out).toMatch(/需要知道/);
    expect((await issuesOf(place.folder, 'approve', application('moon'), ...city)).error).toBe(
      'unknown-permit',
    );
    expect(
      (await issuesOf(place.folder, 'approve', place.file('bad.json', '{}'), ...city)).error,
    ).toBe('faulty-document');
    const filing = { id: 'a1', entity: firm?.id, permit: 'shop-sign', on: '2026-02-30' };
    const never = JSON.stringify({ ...filing, materials: [], commitments: [] });
    const found = await issuesOf(place.folder, 'approve', place.file('n.json', never), ...city);
    expect(found.issues).toContainEqual(expect.objectContaining({ code: 'no-such-day' }));
    const stranger = JSON.stringify({
      id: 'a1',
      entity: 'nobody',
      permit: 'shop-sign',
      on: '2026-03-02',
      materials: [],
      commitments: [],
    });
    expect(
      (await issuesOf(place.folder, 'approve', place.file('s.json', stranger), ...city)).error,
    ).toBe('unknown-entity');
  });
});

describe('evenhand sandbox', () => {
  const [firm] = entities('2026-03-02').filter(({ state = 'active' }) => state === 'active');
  const id = firm?.id as string;
  // A sandbox this city can enter: any industry.
  const entry = [
    {
      id: 'any',
      title: { zh: '任何行业', en: 'any industry' },
      when: { field: 'industry', exists: true },
      cite: 'example',
    },
  ];
  const open = { ...exampleSandbox, entry, limits: [] };

  it('lets a firm in once, and tells where it stands', async () => {
    const admissions = place.fresh('admissions.ndjson');
    const rules = ['--rules', place.file('sandbox.json', JSON.stringify(open))];
    const admit = () =>
      here('sandbox', 'admit', admissions, ...city, ...rules, '--id', id, '--as-of', '2026-03-02');
    expect(await admit()).toMatchObject({
      code: 0,
      out: `${id} enters on 2026-03-02, until 2027-09-03 at the latest\n`,
    });
    expect(await admit()).toMatchObject({ code: 1, out: expect.stringMatching(/inside already/) });
    expect(readFileSync(admissions, 'utf8').trim().split('\n')).toHaveLength(1);
    const status = async (asOf: string) =>
      (
        await json<{ state: string }[]>(
          'sandbox',
          'status',
          admissions,
          ...city,
          ...rules,
          '--as-of',
          asOf,
        )
      ).value[0]?.state;
    expect(await status('2026-03-01')).toBe('not-yet');
    expect(await status('2026-03-02')).toBe('observing');
    expect(['ended', 'triggered']).toContain(await status('2028-01-01'));
    const table = await here(
      'sandbox',
      'status',
      admissions,
      ...city,
      ...rules,
      '--as-of',
      '2026-03-02',
      '--lang',
      'zh',
    );
    expect(table.out).toMatch(/ {2}观察期 {2}/);
  });

  it('refuses one without an end by name, and a firm that does not meet the conditions', async () => {
    const { ends: _, ...rest } = open;
    const { lasts: __, ...inside } = open.inside;
    const endless = place.file('endless.json', JSON.stringify({ ...rest, inside }));
    const admissions = place.fresh('none.ndjson');
    const ask = (...more: string[]) =>
      issuesOf(
        place.folder,
        'sandbox',
        'admit',
        admissions,
        ...city,
        '--id',
        id,
        '--as-of',
        '2026-03-02',
        ...more,
      );
    const refused = await ask('--rules', endless);
    expect(refused.issues.map(({ code }) => code)).toEqual([
      'faulty-document',
      'sandbox-without-end',
    ]);
    expect((await ask()).issues.map(({ code }) => code)).toEqual([
      'entry-not-known',
      'entry-not-known',
    ]);
    expect((await issuesOf(place.folder, 'check', endless)).issues.map(({ code }) => code)).toEqual(
      ['sandbox-without-end'],
    );
  });
});

describe('evenhand penalty', () => {
  const found = {
    id: 'c1',
    entity: 'A',
    violation: 'price-not-shown',
    on: '2026-03-02',
    facts: { harm: false, voluntary: false, obstructed: false },
    events: [],
    evidence: [],
  };
  const file = place.file('case.json', JSON.stringify(found));

  it('asks what is not known, and refuses a penalty outside its range', async () => {
    type Answer = {
      leniency: { outcome: string; ask: string[] };
      range: { band: string };
      refusals: { code: string }[];
    };
    const { code, value } = await json<Answer>(
      'penalty',
      file,
      '--as-of',
      '2026-03-05',
      '--propose',
      'fine=9000',
    );
    expect([code, value.leniency.outcome, value.range.band, value.refusals[0]?.code]).toEqual([
      1,
      'asked',
      'normal',
      'penalty-outside-range',
    ]);
    const fine = await here('penalty', file, '--as-of', '2026-03-05', '--propose', 'fine=500');
    expect([fine.code, fine.out]).toEqual([
      0,
      expect.stringMatching(/discretion {2}normal\n {2}fine {2}500\.\.2000\n/),
    ]);
    const zh = await here('penalty', file, '--as-of', '2026-03-05', '--lang', 'zh');
    expect(zh.out).toMatch(/^免罚 {2}待查明\n/);
    expect(zh.out).not.toMatch(/ (?:asked|yes|no|missing)(?: |$)/m);
    expect(
      (await issuesOf(place.folder, 'penalty', file, '--as-of', '2026-03-05', '--propose', 'fine'))
        .error,
    ).toBe('bad-option');
    expect(
      (await issuesOf(place.folder, 'penalty', place.file('x.json', '[]'), '--as-of', '2026-03-05'))
        .error,
    ).toBe('faulty-document');
    const bare = place.file('bare.json', '{"violation": 1, "on": "soon"}');
    const { err } = await here('penalty', bare, '--as-of', '2026-03-05');
    expect(err).toMatch(/bare\.json, field id: /);
    expect(err).toMatch(/bare\.json, field violation: .*`1`/);
    expect(err).toMatch(/bare\.json, field on: .*`soon`/);
    const table = place.file(
      'table.json',
      JSON.stringify({ ...exampleDiscretion, normal: 'mild' }),
    );
    expect(
      (
        await issuesOf(
          place.folder,
          'penalty',
          file,
          '--as-of',
          '2026-03-05',
          '--discretion',
          table,
        )
      ).issues.map(({ code: c }) => c),
    ).toEqual(['faulty-document', 'unknown-band']);
  });
});
