import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { examplePublication, exampleRecordRules, ndrcRepair2026 } from '../../src/schemes/index.js';
import { workplace } from './files/workplace.js';
import { run } from './run.js';

const place = workplace();
const here = (...argv: string[]) => run(place.folder, ...argv, '--quiet');
const records = place.fresh('records.ndjson');
const at = (...more: string[]) => ['--id', 'A', '--as-of', '2026-03-15', ...more];

const csv = [
  'id,entity,jurisdiction,kind,severity,on,knownOn,department,reference,refers,deed,set,basis',
  'p1,A,110000,penalty,serious,2025-12-10,2025-12-12,platform,No. 7,,,,',
  'p2,A,110000,penalty,general,2025-12-10,2025-12-20,market,No. 7,,,,食品安全法第一百二十六条;行政处罚法',
  'b1,A,110000,penalty,general,2025-12-10,2025-12-20,,,,,,',
  'd1,A,110000,deed,,2026-01-05,2026-01-05,market,No. 7,p1,duty-done,,',
  'c1,A,110000,correction,,2026-02-01,2026-02-01,market,No. 7,p2,,"{""on"":""2025-12-09""}",',
  'q1,B,110000,award,,2025-05-01,2025-05-02,culture,No. 1,,,,',
].join('\n');

beforeAll(async () => {
  const reports = place.file('market.csv', csv);
  const made = await here('record', 'import', records, '--reports', reports);
  expect([made.code, made.out]).toEqual([
    1,
    `5 entries added, 0 repeated, 1 set aside\nwhat was set aside is kept in ${records}.refused.ndjson\n`,
  ]);
});

describe('evenhand record import', () => {
  it('keeps what is wrong as it came, with its row and the reason', () => {
    const [line = ''] = readFileSync(`${records}.refused.ndjson`, 'utf8').split('\n');
    const kept = JSON.parse(line) as {
      row: number;
      values: { id: string };
      issues: { code: string }[];
    };
    expect([kept.row, kept.values.id, kept.issues[0]?.code]).toEqual([
      4,
      'b1',
      'entry-without-source',
    ]);
  });

  it('names the row on the terminal, in both languages', async () => {
    const reports = place.file(
      'bad.csv',
      csv
        .split('\n')
        .filter((_, i) => i === 0 || i === 3)
        .join('\n'),
    );
    const fresh = place.fresh('other.ndjson');
    const zh = await here('record', 'import', fresh, '--reports', reports, '--lang', 'zh');
    expect(zh.err).toContain('bad.csv 第 2 行 字段 source：信用信息没有来源');
    const en = await here('record', 'import', fresh, '--reports', reports);
    expect(en.err).toContain('bad.csv row 2, field source: the entry has no source');
  });

  it('adds the same reports once, and gives the same file in whatever order they come', async () => {
    const [header = '', ...rows] = csv.split('\n').filter((line) => !line.startsWith('b1'));
    const turned = place.fresh('turned.ndjson');
    for (const row of rows.toReversed()) {
      await here(
        'record',
        'import',
        turned,
        '--reports',
        place.file('one.csv', `${header}\n${row}`),
      );
    }
    expect(readFileSync(turned, 'utf8')).toBe(readFileSync(records, 'utf8'));
    const again = await here(
      'record',
      'import',
      turned,
      '--reports',
      place.file('all.csv', [header, ...rows].join('\n')),
    );
    expect([again.code, again.out]).toEqual([0, '0 entries added, 5 repeated, 0 set aside\n']);
  });

  it('names a correction of an unknown event and a repair too early, with the first possible day', async () => {
    const base = {
      entity: 'C',
      jurisdiction: '110000',
      basis: [],
      source: { department: 'market', reference: 'No. 9' },
    };
    const entries = [
      {
        ...base,
        id: 'p',
        kind: 'penalty',
        severity: 'general',
        on: '2026-01-31',
        knownOn: '2026-01-31',
      },
      {
        ...base,
        id: 'c',
        kind: 'correction',
        refers: 'nobody',
        set: { severity: 'minor' },
        on: '2026-02-01',
        knownOn: '2026-02-01',
      },
      ...['duty-done', 'pledge'].map((deed) => ({
        ...base,
        id: deed,
        kind: 'deed',
        deed,
        refers: 'p',
        on: '2026-02-01',
        knownOn: '2026-02-01',
      })),
      { ...base, id: 'r', kind: 'repair', refers: 'p', on: '2026-04-29', knownOn: '2026-04-29' },
    ];
    const reports = place.file(
      'early.ndjson',
      entries.map((one) => JSON.stringify(one)).join('\n'),
    );
    const made = await here(
      'record',
      'import',
      place.fresh('early-records.ndjson'),
      '--reports',
      reports,
    );
    expect(made.code).toBe(1);
    expect(made.err).toContain('is about `nobody`, which is not on the record');
    expect(made.err).toContain(
      'too early (rule `general`); the first possible day is `2026-04-30`',
    );
    expect(made.out).toContain('5 entries added');
  });
});

describe('evenhand record show', () => {
  it('tells one record in words, as known on a day', async () => {
    const { code, out } = await here('record', 'show', records, ...at());
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
    const { out: before } = await here('record', 'show', records, ...at('--known', '2025-12-15'));
    expect(before).toContain('2025-12-10  penalty (serious)');
    expect(out).toContain('2025-12-09  penalty (general)');
  });

  it('in Chinese too', async () => {
    expect((await here('record', 'show', records, ...at(), '--lang', 'zh')).out).toMatchSnapshot();
  });

  it('gives the view as JSON', async () => {
    const { out } = await here('record', 'show', records, ...at(), '--json');
    expect(JSON.parse(out)).toMatchObject({
      entity: 'A',
      on: '2026-03-15',
      matters: [{ matter: { fields: { on: '2025-12-09' } } }],
    });
  });

  it.each([
    [['show', records, '--as-of', '2026-03-15'], 'option-missing', 2],
    [['show', records, '--id', 'A'], 'option-missing', 2],
    [['import', records], 'option-missing', 2],
    [['repair', records, ...at()], 'option-missing', 2],
    [['tell', records], 'bad-option', 2],
    [['show', records, '--id', 'Z', '--as-of', '2026-03-15'], 'entity-not-found', 3],
    [['show', join(place.folder, 'nowhere.ndjson'), ...at()], 'no-such-file', 5],
  ])('%j is refused by name', async (argv, code, exit) => {
    const found = await here('record', ...argv, '--json');
    expect([found.code, JSON.parse(found.out).error]).toEqual([exit, code]);
  });
});

describe('evenhand record repair', () => {
  it('tells the first day and the acts, in both languages', async () => {
    const { out } = await here('record', 'repair', records, ...at('--target', 'A'));
    expect(out).toBe(
      [
        'From B to A on 2026-03-15 at the earliest, by',
        '  repairing event 110000/penalty/No. 7, from 2026-03-15',
        '    once this is there: a pledge',
        '  with no act at all on 2026-12-09',
        '',
      ].join('\n'),
    );
    const zh = await here('record', 'repair', records, ...at('--target', 'A', '--lang', 'zh'));
    expect(zh.out).toContain('最早于 2026-03-15 由 B 级升为 A 级，需要：');
    expect(zh.out).toContain('须先：公开作出信用承诺');
  });

  it('counts the facts it is told', async () => {
    const facts = place.file('facts.json', JSON.stringify({ taxGrade: 'D' }));
    const { out } = await here(
      'record',
      'repair',
      records,
      ...at('--target', 'B', '--facts', facts, '--json'),
    );
    expect(JSON.parse(out)).toMatchObject({ from: 'C', grade: 'B' });
    const bad = place.file('bad-facts.json', JSON.stringify({ taxGrade: null }));
    expect(
      (await here('record', 'repair', records, ...at('--target', 'B', '--facts', bad))).code,
    ).toBe(3);
  });
});

describe('evenhand record publish', () => {
  it('lists what is published on a day, by the documents told', async () => {
    const ndrc = place.file('ndrc.json', JSON.stringify({ ...ndrcRepair2026, from: '2020-01-01' }));
    const rules = place.file('rules.json', JSON.stringify(exampleRecordRules));
    const { code, out } = await here(
      ...[
        'record',
        'publish',
        records,
        '--as-of',
        '2026-03-15',
        '--publication',
        ndrc,
        '--rules',
        rules,
      ],
    );
    expect([code, out]).toEqual([
      0,
      '1 published on 2026-03-15\nA  110000/penalty/No. 7  published to 2026-12-09: within its period\n',
    ]);
    const example = await here('record', 'publish', records, '--as-of', '2026-03-15', '--json');
    expect(
      JSON.parse(example.out).published.map(({ entity }: { entity: string }) => entity),
    ).toEqual(['A', 'B']);
  });

  it('refuses a faulty document by name', async () => {
    const faulty = place.file('faulty.json', JSON.stringify({ ...examplePublication, rules: [] }));
    const found = await here(
      'record',
      'publish',
      records,
      '--as-of',
      '2026-03-15',
      '--publication',
      faulty,
    );
    expect([found.code, found.err]).toEqual([3, expect.stringContaining('faulty.json')]);
    expect((await here('check', faulty)).code).toBe(1);
  });
});
