import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { appendRecord, chainHead } from '../../src/inspection/chain/recordChain.js';
import {
  cateringEcology,
  cateringFire,
  cateringMarket,
  cateringScene,
  cateringUrban,
} from '../../src/schemes/cateringScene.js';
import { chinaThreeSystems } from '../../src/schemes/chinaThreeSystems.js';
import { workplace } from './files/workplace.js';
import { issuesOf, run } from './run.js';

const place = workplace();
const here = (...argv: string[]) => run(place.folder, ...argv);
const file = (name: string, value: unknown): string => {
  const path = join(place.folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};
const standards = {
  Market: cateringMarket,
  Fire: cateringFire,
  Urban: cateringUrban,
  Ecology: cateringEcology,
};

beforeAll(() => {
  file('scene.json', cateringScene);
  for (const [name, one] of Object.entries(standards)) file(`${name}.json`, one);
  file('duties.json', chinaThreeSystems);
});
const told = [
  ...Object.keys(standards).flatMap((one) => ['--standard', `${one}.json`]),
  '--as-of',
  '2026-03-02',
];

describe('evenhand scenario', () => {
  it('writes the handbook in both languages, as Markdown and as pages', async () => {
    const shown = await here('scenario', 'handbook', 'scene.json', ...told, '--lang', 'zh');
    expect([shown.code, shown.out.split('\n')[0]]).toEqual([0, '# 餐饮：综合监管合规手册']);
    const { code } = await here('scenario', 'handbook', 'scene.json', ...told, '--out', 'book');
    expect(code).toBe(0);
    const read = (name: string) => readFileSync(join(place.folder, 'book', name), 'utf8');
    expect(read('handbook-zh.md')).toBe(shown.out);
    expect(read('handbook-en.md')).toContain('# Restaurants: handbook of obligations');
    for (const lang of ['zh', 'en']) {
      const page = read(`handbook-${lang}.html`);
      expect(page).toContain("default-src 'none'");
      expect(page.match(/<h3>/g)).toHaveLength(12);
      expect(page).not.toContain('<script');
    }
    expect(existsSync(join(place.folder, 'book', 'manifest.json'))).toBe(true);
  });

  it('makes the joint checklist, as a table and as the document that is published', async () => {
    const shown = await here('scenario', 'checklist', 'scene.json', ...told);
    expect(shown.out).toContain('16 questions made 12');
    expect(shown.out).toMatch(/market\/gas-alarm .* key +fire +market fire urban/);
    const { out } = await here(
      'scenario',
      'checklist',
      'scene.json',
      ...told,
      '--json',
      '--checklist-version',
      '2026-1',
    );
    const list = JSON.parse(out) as { version: string; items: unknown[] };
    expect([list.version, list.items.length]).toEqual(['2026-1', 12]);
    file('checklist.json', out);
    expect((await here('check', 'checklist.json')).code).toBe(0);
  });

  it('evaluates firms, and sets those of another scale aside', async () => {
    const firm = (id: string, risk: string, credit: string, scale = 'example-credit') => ({
      id,
      risk: { scale: 'example-risk', level: risk },
      credit: { scale, level: credit },
    });
    file('firms.json', [firm('A', 'low', 'A'), firm('B', 'high', 'D')]);
    const shown = await here('scenario', 'evaluate', 'scene.json', '--firms', 'firms.json');
    expect([shown.code, shown.out.split('\n')[0]]).toEqual([
      0,
      '2 firms: 2 evaluated, 0 without a level',
    ]);
    file('odd.json', [firm('A', 'low', 'A', 'tax'), { id: 'B' }]);
    const { code, issues } = await issuesOf(
      place.folder,
      'scenario',
      'evaluate',
      'scene.json',
      '--firms',
      'odd.json',
    );
    expect([code, issues.map((one) => one.code)]).toEqual([
      1,
      ['missing-field', 'missing-field', 'scene-scale-differs'],
    ]);
  });

  it.each([
    [['scenario', 'sell', 'scene.json'], 'bad-option'],
    [['scenario', 'handbook', 'scene.json'], 'option-missing'],
    [['scenario', 'handbook', 'Market.json', '--standard', 'Market.json'], 'faulty-document'],
    [
      ['scenario', 'checklist', 'scene.json', '--standard', 'Market.json', '--as-of', '2026-03-02'],
      'faulty-document',
    ],
    [['scenario', 'evaluate', 'scene.json'], 'option-missing'],
    [['inspection', 'sell', 'acts.json'], 'bad-option'],
    [['inspection', 'replay', 'acts.json'], 'option-missing'],
    [['inspection', 'verify-record', 'scene.json'], 'faulty-document'],
  ])('%j is refused: %s', async (argv, code) => {
    expect((await issuesOf(place.folder, ...argv)).error).toBe(code);
  });
});

describe('evenhand inspection', () => {
  const by = { visit: 'v', at: '2026-03-02', by: 'M-1' };
  const photo = { digest: 'ab'.repeat(32), kind: 'photo', takenOn: '2026-03-02' };
  beforeAll(() => {
    file('opening.json', {
      ...{
        visit: 'v',
        entity: 'E1',
        on: '2026-03-02',
        method: 'on-site',
        lead: 'market',
        partners: [],
      },
      team: ['M-1', 'M-2'].map((officer) => ({ officer, authority: 'market' })),
    });
    const items = [{ id: 'licence', rank: 'key', authorities: ['market'], duties: ['law 35'] }];
    file('list.json', { id: 'kitchens', version: '1', from: '2026-01-01', items });
    const acts = [
      { ...by, id: '0', act: 'answer', item: 'licence', outcome: 'met', evidence: [] },
      { ...by, id: '1', act: 'start', officers: ['M-1', 'M-2'], scan: 'S' },
      { ...by, id: '2', act: 'answer', item: 'licence', outcome: 'not-met', evidence: [photo] },
      {
        ...by,
        id: '3',
        act: 'conclude',
        list: 'example-results@2026',
        results: [{ code: 'to-correct' }],
      },
      { ...by, id: '4', act: 'publish', reference: 'N', at: '2026-03-30' },
    ];
    file('acts.ndjson', acts.map((one) => `${JSON.stringify(one)}\n`).join(''));
  });
  const replay = (...more: string[]) =>
    here(
      ...['inspection', 'replay', 'acts.ndjson', '--opening', 'opening.json'],
      ...['--checklist', 'list.json', ...more],
    );

  it('goes through the acts of a visit, and says what is refused and what had to follow', async () => {
    const { code, out, err } = await replay('--record', 'record.json');
    expect(code).toBe(1);
    expect(err).toContain('[visit-not-started]');
    expect(out.split('\n')).toEqual([
      'visit v: concluded, 4 acts, 1 refused',
      '  licence  to-correct  law 35',
      '  publish  3  2026-03-30  2026-03-30  in-time',
      '',
    ]);
    const json = JSON.parse((await replay('--json')).out) as { refused: { act: { id: string } }[] };
    expect(json.refused.map(({ act }) => act.id)).toEqual(['0']);
  });

  it('verifies the record against what was published of it, and the three systems', async () => {
    const record = JSON.parse(
      readFileSync(join(place.folder, 'record.json'), 'utf8'),
    ) as Parameters<typeof chainHead>[0];
    file('head.json', chainHead(record));
    const whole = await here(
      'inspection',
      'verify-record',
      'record.json',
      '--head',
      'head.json',
      '--duties',
      'duties.json',
    );
    expect([whole.code, whole.out.split('\n')[0]]).toEqual([
      0,
      'entries: 6, unchanged as far as anybody can tell',
    ]);
    expect(whole.out).toContain('met  publish-result');
    expect((await here('check', 'record.json')).code).toBe(0);
    const [, ...rest] = record.entries;
    const forged = appendRecord({ ...record, entries: [] }, rest);
    file('forged.json', forged);
    expect((await here('inspection', 'verify-record', 'forged.json')).code).toBe(0);
    const found = await here('inspection', 'verify-record', 'forged.json', '--head', 'head.json');
    expect(found.code).toBe(1);
    expect(found.err).toContain('[chain-cut]');
    file('changed.json', {
      ...record,
      entries: record.entries.map((one) => ({ ...one, kind: 'x' })),
    });
    const changed = await here('inspection', 'verify-record', 'changed.json', '--lang', 'zh');
    expect(changed.out).toContain('记录不可信：第一处差异在第 1 至第 1 条');
  });
});
