import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProgrammeSource } from '../../src/programme/programme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { gb18030Encoder } from './files/gb18030.js';
import { workplace } from './files/workplace.js';
import { cellOf, changed, issuesOf, run, withCell } from './run.js';

const place = workplace();
const city = place.fresh('city');
const day = ['--year', '2026', '--as-of', '2025-12-31', '--draw-id', 'T-1'];

beforeAll(async () => {
  const { code } = await run(place.folder, 'sample-city', '--entities', '250', '--out', city);
  expect(code).toBe(0);
});

const text = (file: string): string => readFileSync(join(city, file), 'utf8');

/** Prepares a changed city and returns the issue of a code; nothing may have been written. */
async function refused(file: string, change: (text: string) => string | Uint8Array, code: string) {
  const folder = changed(city, place.fresh('in'), file, change);
  const out = place.fresh('out');
  const result = await issuesOf(place.folder, 'prepare', '--in', folder, ...day, '--out', out);
  expect(readdirSync(dirname(out))).toEqual([]);
  const found = result.issues.find((issue) => issue.code === code);
  return { ...result, found, folder };
}

/** The same, with the bad rows set aside. */
async function setAside(folder: string) {
  const out = place.fresh('out');
  const told = ['prepare', '--in', folder, ...day, '--set-aside', '--out', out];
  const { code } = await run(place.folder, ...told);
  const kept = existsSync(join(out, 'issues.json'))
    ? JSON.parse(readFileSync(join(out, 'issues.json'), 'utf8'))
    : undefined;
  return { code, kept };
}

/** A row of the file whose entity is inspectable and has a day of founding. */
function aRow(): number {
  const lines = text('entities.csv').split('\n');
  return lines.findIndex((line) => line.includes(',active,')) + 1;
}

describe('a bad row is named, refused, and set aside if asked', () => {
  it('an id that stands twice', async () => {
    const lines = text('entities.csv').trimEnd().split('\n');
    const again = lines[5] as string;
    const { code, error, found, folder } = await refused(
      'entities.csv',
      (t) => `${t}${again}\n`,
      'repeated-id',
    );
    expect([code, error]).toEqual([3, 'unclean-input']);
    expect(found).toMatchObject({
      file: 'entities.csv',
      row: lines.length + 1,
      path: ['id'],
      params: {
        given: again.split(',')[0],
        first: 'entities.csv:6',
        second: `entities.csv:${lines.length + 1}`,
      },
    });
    const { code: then, kept } = await setAside(folder);
    expect(then).toBe(0);
    expect(kept.setAside.entities).toBe(2);
    expect(kept.read.entities).toBe(251);
  });

  it('a code whose check character is broken', async () => {
    const row = aRow();
    const id = cellOf(text('entities.csv'), row, 'id');
    const broken = `${id.slice(0, 17)}${id.endsWith('0') ? '1' : '0'}`;
    const { code, found, folder } = await refused(
      'entities.csv',
      (t) => withCell(t, row, 'id', broken),
      'uscc-check',
    );
    expect(code).toBe(3);
    expect(found).toMatchObject({
      file: 'entities.csv',
      row,
      path: ['id'],
      params: { given: broken },
    });
    const { code: then, kept } = await setAside(folder);
    expect([then, kept.setAside.entities]).toEqual([0, 1]);
  });

  it('a district there is not', async () => {
    const row = aRow();
    const { code, found, folder } = await refused(
      'entities.csv',
      (t) => withCell(t, row, 'district', '110999'),
      'unknown-district',
    );
    expect(code).toBe(3);
    expect(found).toMatchObject({ row, path: ['district'], params: { given: '110999' } });
    expect((await setAside(folder)).kept.setAside.entities).toBe(1);
  });

  it('an event before its entity was founded, and one in the future', async () => {
    const early = await refused(
      'events.csv',
      (t) => withCell(t, 4, 'on', '1901-01-01'),
      'event-before-birth',
    );
    expect(early.code).toBe(3);
    expect(early.found).toMatchObject({ file: 'events.csv', row: 4, path: ['on'] });
    expect(early.found?.params).toMatchObject({ given: '1901-01-01' });
    const late = await refused(
      'events.csv',
      (t) => withCell(t, 4, 'on', '2026-01-01'),
      'event-in-future',
    );
    expect(late.found).toMatchObject({
      row: 4,
      path: ['on'],
      params: { given: '2026-01-01', expected: '2025-12-31' },
    });
    expect((await setAside(late.folder)).kept.setAside.events).toBe(1);
  });

  it('an event of a kind no rule reads is named, and lets all go on', async () => {
    const misspelt = (t: string) => withCell(t, 4, 'kind', 'penalty-genral');
    const folder = changed(city, place.fresh('in'), 'events.csv', misspelt);
    const told = ['check', '--in', folder, '--as-of', '2025-12-31'];
    const { code, issues } = await issuesOf(place.folder, ...told);
    expect(code).toBe(0);
    const found = issues.filter((issue) => issue.code === 'event-unused');
    expect(found.map(({ severity, params }) => [severity, params['given']])).toEqual([
      ['warning', 'penalty-genral'],
    ]);
    const { err } = await run(place.folder, ...told, '--lang', 'zh');
    expect(err).toContain('`penalty-genral`');
  });

  it('a fact outside its domain, found when the entity is assessed', async () => {
    const row = aRow();
    const { found, folder } = await refused(
      'entities.csv',
      (t) => withCell(t, row, 'crowd', '100001'),
      'out-of-domain',
    );
    expect(found).toMatchObject({
      file: 'entities.csv',
      row,
      path: ['facts', 'crowd'],
      params: { given: 100001, expected: '0..100000' },
    });
    const { code, kept } = await setAside(folder);
    expect(code).toBe(0);
    expect(kept.issues).toEqual([found]);
  });

  it('a row with a column too many', async () => {
    const { found, folder } = await refused(
      'entities.csv',
      (t) => t.replace(/\n$/, ',more\n'),
      'column-count',
    );
    expect(found).toMatchObject({ row: 251, params: { given: 14, expected: 13 } });
    expect((await setAside(folder)).kept.setAside.entities).toBe(1);
  });
});

describe('a file that is not whole is refused, also with --set-aside', () => {
  it.each<[string, string, (text: string) => string | Uint8Array, object]>([
    ['missing-column', 'entities.csv', (t) => t.replace(/^id,/, 'number,'), { path: ['id'] }],
    [
      'missing-column',
      'inspectors.csv',
      (t) => t.replace(',capacity,', ',limit,'),
      { path: ['capacity'] },
    ],
    ['truncated-file', 'events.csv', (t) => `${t}"E9`, {}],
    [
      'truncated-file',
      'entities.csv',
      (t) => t.slice(0, t.length / 2).replace(/,[^,]*,[^,]*$/, ''),
      {},
    ],
    ['empty-file', 'entities.csv', () => '', {}],
    ['repeated-header', 'entities.csv', (t) => t.replace('name', 'id'), { row: 1 }],
    [
      'wrong-encoding',
      'items.csv',
      () => Buffer.from(`id,name\n\xff\xff,x\n`, 'latin1'),
      { row: 2 },
    ],
    ['nul-byte', 'entities.csv', (t) => t.replace('name', 'na\0me'), { row: 1 }],
  ])('%s of %s', async (wanted, file, change, more) => {
    const { code, error, found, folder } = await refused(file, change, wanted);
    expect([code, error]).toEqual([3, 'file-not-whole']);
    expect(found).toMatchObject({ file, severity: 'error', ...more });
    expect((await setAside(folder)).code).toBe(3);
    const { issues } = await issuesOf(
      ...[place.folder, 'prepare', '--in', folder, ...day, '--out', place.fresh('out')],
    );
    // Of rows nobody could read, no other file is told that they are not there.
    const strays = issues.filter(({ code: one }) => one.startsWith('unknown-'));
    if (file === 'entities.csv') expect(strays).toEqual([]);
  });

  it('a file in another encoding than the one told', async () => {
    const folder = changed(city, place.fresh('in'), 'entities.csv', gb18030Encoder());
    const told = ['prepare', '--in', folder, ...day, '--encoding', 'utf-8', '--set-aside'];
    const { code, issues } = await issuesOf(place.folder, ...told, '--out', place.fresh('out'));
    expect(code).toBe(3);
    expect(issues[1]).toMatchObject({
      ...{ code: 'wrong-encoding', file: 'entities.csv' },
      params: { expected: 'utf-8' },
    });
  });
});

/** Plain data whose shape a test breaks on purpose. */
// biome-ignore lint/suspicious/noExplicitAny: what is broken has no type
type Broken = any;

/** The example programme with one place of it changed. */
function programmeWith(change: (programme: Broken) => void): string {
  const programme = structuredClone(exampleProgramme) as ProgrammeSource;
  change(programme);
  return JSON.stringify(programme);
}

const documentOf = (programme: Broken, id: string) =>
  programme.documents.find((one: { id: string }) => one.id === id);

describe('a faulty programme is refused, also with --set-aside', () => {
  const cases: [string, string, (programme: Broken) => void, object][] = [
    [
      'a gap below the first bin',
      'bin-gap',
      (p) => {
        documentOf(p, 'example-risk').terms[2].bins[0].from = 1;
      },
      { params: { given: '1' } },
    ],
    [
      'a cell of a grade the scale has not',
      'unknown-grade',
      (p) => {
        const { cells } = documentOf(p, 'example-matrix');
        cells.low.E = cells.low.D;
      },
      { params: { given: 'E', expected: ['A', 'B', 'C', 'D'] } },
    ],
    [
      'a missing cell',
      'cell-missing',
      (p) => {
        delete documentOf(p, 'example-matrix').cells.medium.C;
      },
      { params: { level: 'medium', grade: 'C' } },
    ],
    [
      'a document not yet in force',
      'not-in-force',
      (p) => {
        documentOf(p, 'example-matrix').from = '2027-01-01';
      },
      { params: { document: 'example-matrix', given: '2025-12-31' } },
    ],
    [
      'a ratio that may be 3 % or 300 %',
      'bad-ratio',
      (p) => {
        documentOf(p, 'example-matrix').cells.low.A.ratio = '3';
      },
      { params: { given: '3' } },
    ],
  ];
  it.each(cases)('%s', async (_, wanted, change, more) => {
    const { code, error, found, folder } = await refused(
      'programme.json',
      () => programmeWith(change),
      wanted,
    );
    expect([code, error]).toEqual([3, 'faulty-document']);
    expect(found).toMatchObject({ file: 'programme.json', severity: 'error', ...more });
    expect((await setAside(folder)).code).toBe(3);
    const checked = await issuesOf(place.folder, 'check', '--in', folder, '--as-of', '2025-12-31');
    expect(checked.code).toBe(1);
    expect(checked.issues).toContainEqual(found);
  });

  it('a floor above the cap is a warning that names both', async () => {
    const path = place.file(
      'programme.json',
      programmeWith((p) => {
        const cell = documentOf(p, 'example-matrix').cells.low.A;
        cell.key = true;
        cell.frequency = { visits: 4, months: 12 };
      }),
    );
    const { code, issues } = await issuesOf(place.folder, 'check', path);
    expect(code).toBe(0);
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'floor-over-cap',
        severity: 'warning',
        params: expect.objectContaining({ cell: 'low/A', given: 4, expected: 2 }),
      }),
    );
  });

  it('a key that stands twice', async () => {
    const { found } = await refused(
      'programme.json',
      (t) => t.replace('{', '{ "id": "other",'),
      'repeated-key',
    );
    expect(found).toMatchObject({ file: 'programme.json', params: { given: 'id' } });
  });
});

describe('impossible tasks', () => {
  const tasksWith = (change: (task: Broken) => void) => (t: string) => {
    const tasks = JSON.parse(t);
    change(tasks[0]);
    return JSON.stringify(tasks);
  };

  it('a team of one', async () => {
    const { code, found } = await refused(
      'tasks.json',
      tasksWith((task) => {
        task.teamSize = 1;
      }),
      'team-too-small',
    );
    expect(code).toBe(3);
    expect(found).toMatchObject({
      path: ['tasks', 'market-publicity', 'teamSize'],
      params: { given: 1, expected: '>= 2' },
    });
  });

  it('a ratio of "3"', async () => {
    const { code, error, found } = await refused(
      'tasks.json',
      tasksWith((task) => {
        task.quota = { ratio: '3', rule: 'at-least' };
      }),
      'bad-ratio',
    );
    expect([code, error]).toEqual([3, 'faulty-document']);
    expect(found).toMatchObject({ file: 'tasks.json', row: 1, path: ['quota', 'ratio'] });
  });

  it('more inspectors than there are: the plan is made, with a witness and without teams', async () => {
    const folder = changed(
      city,
      place.fresh('in'),
      'tasks.json',
      tasksWith((task) => {
        task.teamSize = 1000;
      }),
    );
    const out = place.fresh('out');
    const {
      code,
      out: shown,
      err,
    } = await run(place.folder, ...['plan', '--in', folder, ...day, '--out', out]);
    expect(code).toBe(4);
    expect(shown).toContain('Not enough inspectors');
    expect(err).toContain('plan/witness.json');
    const witness = JSON.parse(readFileSync(join(out, 'plan/witness.json'), 'utf8'));
    expect(witness.needed).toBeGreaterThan(witness.capacity);
    expect(readFileSync(join(out, 'plan/loads.csv'), 'utf8').trim().split('\n')).toHaveLength(1);
    expect((await run(place.folder, 'verify', out)).code).toBe(0);
  });

  it('an item nobody published', async () => {
    const { code, found } = await refused(
      'tasks.json',
      tasksWith((task) => {
        task.items = ['market-nothing'];
      }),
      'unknown-item',
    );
    expect(code).toBe(3);
    expect(found?.params).toEqual({ given: 'market-nothing' });
  });
});

describe('a simulation goes on without the bad rows', () => {
  it('and counts them', async () => {
    const row = aRow();
    const folder = changed(city, place.fresh('in'), 'entities.csv', (t) =>
      withCell(t, row, 'district', '110999'),
    );
    const out = place.fresh('out');
    const {
      code,
      out: shown,
      err,
    } = await run(place.folder, ...['plan', '--in', folder, ...day, '--out', out]);
    expect(code).toBe(0);
    expect(err).toContain(`entities.csv row ${row}, field district: there is no district`);
    expect(shown).toMatch(/entities +250 +1\n/);
  });
});

describe('files and options', () => {
  const told = (...more: string[]) => ['prepare', ...day, '--out', place.fresh('out'), ...more];

  it.each<[string, string[], number, string]>([
    ['no such folder', ['--in', '/nowhere/at/all'], 5, 'no-such-file'],
    ['no input at all', [], 2, 'option-missing'],
    ['two inputs', ['--sample-city', '--in', 'x'], 2, 'options-conflict'],
    ['no file of entities', ['--programme', 'p.json'], 2, 'option-missing'],
    ['a day there is not', ['--as-of', '2025-02-29'], 2, 'bad-option'],
    ['a source without bits', ['--source', 'dice'], 2, 'bad-option'],
    ['too little entropy', ['--sample-city', '50', '--source', 'dice=12'], 3, 'bad-plan-input'],
  ])('%s', async (_, more, exit, wanted) => {
    const { code, error } = await issuesOf(place.folder, ...told(...more));
    expect([code, error]).toEqual([exit, wanted]);
  });

  it('a folder that lacks a file, and one that has it twice', async () => {
    const less = changed(city, place.fresh('in'), 'sources.json', (t) => t);
    const { rmSync, cpSync } = await import('node:fs');
    rmSync(join(less, 'events.csv'));
    const lacking = await issuesOf(place.folder, ...told('--in', less));
    expect([lacking.code, lacking.error]).toEqual([5, 'input-file-missing']);
    cpSync(join(city, 'events.csv'), join(less, 'events.csv'));
    cpSync(join(city, 'tasks.json'), join(less, 'tasks.ndjson'));
    const twice = await issuesOf(place.folder, ...told('--in', less));
    expect([twice.code, twice.error]).toEqual([5, 'two-input-files']);
    expect(twice.issues[0]?.params['expected']).toEqual(['tasks.json', 'tasks.ndjson']);
  });

  it('a secret that is too short', async () => {
    const secret = place.file('secret', 'abcd\n');
    const { code, error } = await issuesOf(
      place.folder,
      ...told('--in', city, '--secret-file', secret),
    );
    expect([code, error]).toEqual([3, 'bad-secret']);
  });

  it('a for-cause demand of nobody', async () => {
    const causes = place.file(
      'causes.json',
      JSON.stringify([
        {
          ...{ id: 'c1', entity: 'nobody', authority: 'market', item: 'market-publicity' },
          ...{ kind: 'spot-check', cause: 'for-cause', weight: 1, duty: true },
          window: { from: '2026-02-01', to: '2026-02-10' },
          evidence: { cause: 'complaint', reference: '12345-1' },
        },
      ]),
    );
    const { code, issues } = await issuesOf(
      place.folder,
      ...told('--in', city, '--causes', causes),
    );
    expect(code).toBe(3);
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'unknown-entity',
        file: 'causes.json',
        params: { given: 'nobody' },
      }),
    );
  });
});
