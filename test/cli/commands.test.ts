import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { verifyAssessment } from '../../src/programme/verifyAssessment.js';
import { gb18030Encoder } from './files/gb18030.js';
import { workplace } from './files/workplace.js';
import { changed, filesIn, issuesOf, run } from './run.js';

const place = workplace();
const city = place.fresh('city');
const prepared = place.fresh('prepared');
const drawn = place.fresh('drawn');
const day = ['--year', '2026', '--as-of', '2025-12-31', '--draw-id', 'T-1'];
const sources = ['--source', 'dice=66', '--source', 'drand=96'];
const entropy = ['--entropy', 'dice=1.2', '--entropy', 'drand=f00'];
const here = (...argv: string[]) => run(place.folder, ...argv);

beforeAll(async () => {
  await here('sample-city', '--entities', '300', '--seed', 'cli', '--out', city);
  const made = await here(
    'prepare',
    '--in',
    city,
    ...day,
    ...sources,
    '--set-aside',
    '--out',
    prepared,
  );
  expect(made.code).toBe(0);
  expect((await here('draw', '--prepared', prepared, ...entropy, '--out', drawn)).code).toBe(0);
});

describe('the outputs', () => {
  it('stand in their folders, each with its digest in the manifest', () => {
    const files = filesIn(drawn);
    expect(Object.keys(files)).toEqual([
      'auditor/frame.csv',
      'auditor/programme.json',
      'issues.json',
      'manifest.json',
      'plan/deferred.csv',
      'plan/demands.csv',
      'plan/desk.csv',
      'plan/loads.csv',
      'plan/samples.csv',
      'plan/strata.csv',
      'plan/visits.csv',
      'private/prepared.json',
      'public/notice-a.en.md',
      'public/notice-a.json',
      'public/notice-a.zh.md',
      'public/notice-b.en.md',
      'public/notice-b.json',
      'public/notice-b.zh.md',
      'summary.txt',
    ]);
    const manifest = JSON.parse(files['manifest.json'] as string);
    for (const { name, sha256 } of manifest.files) {
      const bytes = readFileSync(join(drawn, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('hold all that was prepared, byte by byte', () => {
    const before = filesIn(prepared);
    const after = filesIn(drawn);
    for (const [name, bytes] of Object.entries(before)) {
      if (name !== 'manifest.json' && name !== 'summary.txt') expect(after[name]).toBe(bytes);
    }
  });

  it('are the same bytes for rows in any order, in any language of the system', async () => {
    const shuffled = place.fresh('in');
    for (const file of readdirSync(city)) {
      changed(city, shuffled, file, (text) => {
        if (file === 'tasks.json') return JSON.stringify(JSON.parse(text).reverse());
        if (!file.endsWith('.csv')) return text;
        const [header, ...rows] = text.trimEnd().split('\n');
        return `${[header, ...rows.reverse()].join('\n')}\n`;
      });
    }
    const again = place.fresh('out');
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/St_Johns';
    try {
      await here('prepare', '--in', shuffled, ...day, ...sources, '--set-aside', '--out', again);
    } finally {
      process.env['TZ'] = zone;
    }
    expect(filesIn(again)).toEqual(filesIn(prepared));
  });

  it('are the same for GB 18030 as for UTF-8, detected or told', async () => {
    const encode = gb18030Encoder();
    const folder = place.fresh('in');
    for (const file of [
      'entities.csv',
      'events.csv',
      'inspectors.csv',
      'items.csv',
      'authorities.csv',
    ]) {
      changed(city, folder, file, encode);
    }
    for (const told of [[], ['--encoding', 'gb18030']]) {
      const out = place.fresh('out');
      const { code } = await here(
        ...['prepare', '--in', folder, ...day, ...sources, '--set-aside', '--out', out, ...told],
      );
      expect(code).toBe(0);
      expect(filesIn(out)).toEqual(filesIn(prepared));
    }
  });

  it('are the same whether the city comes out of files or not', async () => {
    const out = place.fresh('out');
    const one = ['plan', '--sample-city', '300', '--seed', 'cli', '--draw-id', 'T-1', '--out', out];
    expect((await here(...one)).code).toBe(0);
    const files = place.fresh('out');
    expect((await here('plan', '--in', city, ...day, '--out', files)).code).toBe(0);
    expect(filesIn(files)['plan/visits.csv']).toBe(filesIn(out)['plan/visits.csv']);
    expect(filesIn(files)['public/notice-b.json']).toBe(filesIn(out)['public/notice-b.json']);
  });

  it('begin with a byte order mark where asked', async () => {
    const out = place.fresh('out');
    await here('plan', '--sample-city', '200', '--bom', '--out', out);
    expect(readFileSync(join(out, 'plan/visits.csv'), 'utf8').startsWith('\ufeffid,')).toBe(true);
    expect((await here('verify', out)).code).toBe(0);
  });

  it('are never half-written, and replace only a folder of ours', async () => {
    const there = await issuesOf(place.folder, 'plan', '--sample-city', '60', '--out', drawn);
    expect([there.code, there.error]).toEqual([5, 'folder-exists']);
    const mine = place.fresh('mine');
    await here('plan', '--sample-city', '60', '--out', mine);
    writeFileSync(join(mine, 'letter.txt'), 'mine');
    const theirs = await issuesOf(
      place.folder,
      'plan',
      '--sample-city',
      '60',
      '--out',
      mine,
      '--force',
    );
    expect([theirs.code, theirs.error]).toEqual([5, 'not-our-folder']);
    rmSync(join(mine, 'letter.txt'));
    expect((await here('plan', '--sample-city', '61', '--out', mine, '--force')).code).toBe(0);
    expect(readdirSync(dirname(mine))).toEqual(['mine']);
  });
});

describe('prepare', () => {
  it('shows the digest of notice A', async () => {
    const notice = JSON.parse(readFileSync(join(prepared, 'public/notice-a.json'), 'utf8'));
    const { out } = await here(
      ...['prepare', '--in', city, ...day, ...sources, '--set-aside', '--out', place.fresh('out')],
    );
    expect(out).toContain('publish it before the entropy exists');
    expect(out).toContain(notice.digest);
    expect(notice.sources.map(({ label }: { label: string }) => label)).toEqual(['dice', 'drand']);
  });

  it('gives the summary as JSON', async () => {
    const { out } = await here(
      ...['prepare', '--in', city, ...day, '--set-aside', '--out', place.fresh('out'), '--json'],
    );
    const { summary } = JSON.parse(out);
    expect(summary.read.entities).toBe(300);
    expect(summary.assessed + summary.notActive).toBe(300);
    expect(summary.visits).toBeUndefined();
    const inCells = summary.cells.reduce(
      (n: number, cell: { entities: number }) => n + cell.entities,
      0,
    );
    expect(inCells).toBe(summary.assessed);
  });

  it('hides strata behind a secret', async () => {
    const out = place.fresh('out');
    const secret = place.file('secret', `${'5a'.repeat(16)}\n`);
    await here(
      ...['prepare', '--in', city, ...day, ...sources, '--set-aside', '--out', out],
      ...['--secret-file', secret],
    );
    expect(filesIn(out)['public/notice-a.json']).not.toBe(
      filesIn(prepared)['public/notice-a.json'],
    );
  });
});

describe('draw', () => {
  it('takes the entropy in any order, and no other labels', async () => {
    const out = place.fresh('out');
    const turned = [...entropy.slice(2), ...entropy.slice(0, 2)];
    await here('draw', '--prepared', prepared, ...turned, '--out', out);
    expect(filesIn(out)).toEqual(filesIn(drawn));
    const other = await issuesOf(
      place.folder,
      ...['draw', '--prepared', prepared, '--entropy', 'coin=1', '--out', place.fresh('out')],
    );
    expect([other.code, other.error]).toEqual([3, 'entropy-differs']);
  });

  const tampered = (file: string, change: (text: string) => string, mend = true): string => {
    const folder = changed(prepared, place.fresh('prepared'), file, change);
    if (!mend) return folder;
    return changed(folder, folder, 'manifest.json', (text) => {
      const manifest = JSON.parse(text);
      const entry = manifest.files.find(({ name }: { name: string }) => name === file);
      const bytes = readFileSync(join(folder, file));
      entry.sha256 = createHash('sha256').update(bytes).digest('hex');
      return JSON.stringify(manifest);
    });
  };
  const refusal = async (folder: string) => {
    const out = place.fresh('out');
    const { code, error } = await issuesOf(
      place.folder,
      ...['draw', '--prepared', folder, ...entropy, '--out', out],
    );
    expect(existsSync(out)).toBe(false);
    return [code, error];
  };

  it('refuses a folder that was changed', async () => {
    const file = 'private/prepared.json';
    const folder = tampered(file, (text) => text.replace('"T-1"', '"T-2"'), false);
    expect(await refusal(folder)).toEqual([3, 'output-changed']);
    rmSync(join(folder, file));
    expect(await refusal(folder)).toEqual([3, 'output-changed']);
  });

  it('refuses a notice A that is not the prepared plan’s, even with the manifest forged', async () => {
    const folder = tampered('public/notice-a.json', (text) => text.replace('"T-1"', '"T-2"'));
    expect(await refusal(folder)).toEqual([3, 'notice-a-differs']);
  });

  it('refuses a prepared plan whose frame was changed under its root', async () => {
    const folder = tampered('private/prepared.json', (text) => {
      const plan = JSON.parse(text);
      plan.tasks.find(({ frame }: { frame: unknown[] }) => frame.length > 0).frame.pop();
      return JSON.stringify(plan);
    });
    expect(await refusal(folder)).toEqual([3, 'prepared-differs']);
    const shapeless = tampered('private/prepared.json', (text) => {
      const { tasks: _, ...plan } = JSON.parse(text);
      return JSON.stringify(plan);
    });
    expect(await refusal(shapeless)).toEqual([3, 'prepared-differs']);
  });

  it('refuses a folder that is none of ours', async () => {
    expect(await refusal(city)).toEqual([5, 'not-our-output']);
    expect(await refusal(place.fresh('nothing'))).toEqual([5, 'not-our-output']);
    const other = tampered('private/prepared.json', () => '{}');
    expect(await refusal(other)).toEqual([5, 'not-our-output']);
  });
});

describe('verify', () => {
  const a = join(drawn, 'public/notice-a.json');
  const b = join(drawn, 'public/notice-b.json');

  it('accepts what was drawn, in both languages', async () => {
    const en = await here('verify', drawn);
    expect(en.code).toBe(0);
    expect(en.out.match(/^✓/gm)).toHaveLength(13);
    const zh = await here('verify', drawn, '--lang', 'zh');
    expect(zh.out).toContain('核验通过');
  });

  it('serves a stranger who has the notices alone, and says what was not checked', async () => {
    const { code, out } = await here('verify', '--notice-a', a, '--notice-b', b);
    expect(code).toBe(0);
    expect(out).toMatch(/^– frame .*not checked/m);
  });

  it('serves a stranger who has the folder that was published', async () => {
    const { code, out } = await here('verify', join(drawn, 'public'));
    expect(code).toBe(0);
    expect(out.match(/^✓/gm)).toHaveLength(12);
    expect(out).toMatch(/^– frame .*not checked/m);
  });

  it('knows notice A by its published digest', async () => {
    const { digest } = JSON.parse(readFileSync(a, 'utf8'));
    expect((await here('verify', drawn, '--digest-of-a', digest.toUpperCase())).code).toBe(0);
    const { code, out } = await here('verify', drawn, '--digest-of-a', '0'.repeat(64));
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ notice-a/m);
  });

  it('names the field that differs in a forged notice', async () => {
    const forged = place.file(
      'notice-b.json',
      readFileSync(b, 'utf8').replace('"value": "1.2"', '"value": "abd"'),
    );
    const { code, out } = await here('verify', '--notice-a', a, '--notice-b', forged);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^✗ seed .*\n {4}field B\.seed\n {4}expected [0-9a-f]{64}\n {4}found [0-9a-f]{64}$/m,
    );
    const json = await here('verify', '--notice-a', a, '--notice-b', forged, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ ok: false });
  });

  it('finds a row missing from the frame', async () => {
    const frame = readFileSync(join(drawn, 'auditor/frame.csv'), 'utf8').split('\n');
    frame.splice(3, 1);
    const less = place.file('frame.csv', frame.join('\n'));
    const { code, out } = await here('verify', drawn, '--frame', less);
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ frame/m);
  });

  it('finds another programme than the one committed to', async () => {
    const programme = place.file(
      'programme.json',
      readFileSync(join(drawn, 'auditor/programme.json'), 'utf8').replace(
        '"version": "2026"',
        '"version": "2027"',
      ),
    );
    const { code, out } = await here('verify', drawn, '--programme', programme);
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ policy/m);
  });

  it.each<[string, () => string[], number, string]>([
    ['no notices', () => [], 2, 'option-missing'],
    ['one notice', () => ['--notice-a', a], 2, 'option-missing'],
    ['a folder without notice B', () => [prepared], 5, 'input-file-missing'],
    ['a folder without any', () => [city], 5, 'input-file-missing'],
    [
      'no JSON',
      () => ['--notice-a', join(drawn, 'summary.txt'), '--notice-b', b],
      3,
      'faulty-document',
    ],
    ['no frame', () => [drawn, '--frame', join(drawn, 'plan/loads.csv')], 3, 'file-not-whole'],
    ['no programme', () => [drawn, '--programme', b], 3, 'faulty-document'],
    ['no digest', () => [drawn, '--digest-of-a', 'abc'], 2, 'bad-option'],
  ])('refuses %s', async (_, argv, exit, wanted) => {
    const { code, error } = await issuesOf(place.folder, 'verify', ...argv());
    expect([code, error]).toEqual([exit, wanted]);
  });

  it('calls something that is no notice a failed check', async () => {
    const none = place.file('none.json', 'null');
    for (const more of [[], ['--json']]) {
      const { code, out } = await here('verify', '--notice-a', none, '--notice-b', b, ...more);
      expect(code).toBe(1);
      expect(out).toContain('notice-a');
    }
    const { code, out } = await here('verify', '--notice-a', b, '--notice-b', b);
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ notice-a/m);
  });
});

describe('explain', () => {
  const firstVisit = () =>
    readFileSync(join(drawn, 'plan/visits.csv'), 'utf8').split('\n')[1]?.split(',')[1] as string;

  it('gives the receipt, which anyone can compute again', async () => {
    const { register, programme } = sampleCity({ entities: 300, seed: 'cli' });
    const entity = register.entities[7];
    if (entity === undefined) throw new Error('no entity');
    const told = [
      'explain',
      '--id',
      entity.id,
      '--in',
      city,
      '--as-of',
      '2025-12-31',
      '--year',
      '2026',
    ];
    const { code, out } = await here(...told, '--json');
    expect(code).toBe(0);
    expect(verifyAssessment(parseProgramme(programme), entity, JSON.parse(out))).toEqual({
      ok: true,
    });
  });

  it('says what the plan does with a visited entity: task, stratum or reason, visit, team', async () => {
    const id = firstVisit();
    const en = await here('explain', '--id', id, '--in', city, '--plan', drawn);
    expect(en.code).toBe(0);
    for (const part of [
      'Assessment of',
      'How to a better credit grade',
      `visit ${id}/`,
      'led by',
    ]) {
      expect(en.out).toContain(part);
    }
    const zh = await here('explain', '--id', id, '--in', city, '--plan', drawn, '--lang', 'zh');
    for (const part of ['的评定', '如何提升信用等级', `入企检查 ${id}/`, '组长']) {
      expect(zh.out).toContain(part);
    }
  });

  it('shows ticket and threshold, and both agree with who is drawn', async () => {
    const rows = readFileSync(join(drawn, 'plan/samples.csv'), 'utf8').split('\n').slice(1);
    for (const how of ['selected', 'substitute']) {
      const row = rows.find((line) => line.split(',')[2] === how) as string;
      const [task = '', stratum, , , id = '', , ticket = ''] = row.split(',');
      const { out } = await here('explain', '--id', id, '--plan', drawn, '--json');
      const { plan, receipt } = JSON.parse(out);
      expect(receipt).toBeUndefined();
      const own = plan.tasks.find((one: { task: string }) => one.task === task);
      expect(own).toMatchObject({ stratum, ticket, isDrawn: how === 'selected' });
      if (own.threshold !== undefined) expect(ticket <= own.threshold).toBe(own.isDrawn);
    }
  });

  it('reads a folder that is prepared and not drawn', async () => {
    const { code, out } = await here('explain', '--id', firstVisit(), '--prepared', prepared);
    expect(code).toBe(0);
    expect(out).toContain('nothing is drawn yet');
  });

  it.each<[string, string[], number, string]>([
    ['nobody', ['--id', 'nobody', '--sample-city', '50'], 3, 'entity-not-found'],
    ['nobody in a plan', ['--id', 'nobody', '--plan', prepared], 3, 'entity-not-found'],
    ['without an input', ['--id', 'x'], 2, 'option-missing'],
    ['without a day', ['--id', 'x', '--in', city], 2, 'option-missing'],
  ])('refuses %s', async (_, argv, exit, wanted) => {
    const { code, error } = await issuesOf(place.folder, 'explain', ...argv);
    expect([code, error]).toEqual([exit, wanted]);
  });
});

describe('check', () => {
  it('finds no errors in the sample city, and what is known of its policy', async () => {
    const { code, out } = await here('check', '--in', city);
    expect([code, out]).toEqual([0, '0 errors, 6 warnings\n']);
    const zh = await here('check', '--in', city, '--lang', 'zh');
    expect(zh.out).toBe('错误 0 处，警告 6 处\n');
  });

  it('checks documents and notices by their schema', async () => {
    const programme = JSON.parse(readFileSync(join(city, 'programme.json'), 'utf8'));
    for (const document of programme.documents) {
      const path = place.file(`${document.id}.json`, JSON.stringify(document));
      const { issues } = await issuesOf(place.folder, 'check', path);
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
    for (const name of ['notice-a', 'notice-b']) {
      const path = join(drawn, `public/${name}.json`);
      expect((await issuesOf(place.folder, 'check', path)).issues).toEqual([]);
      const half = place.file(`${name}.json`, JSON.stringify({ schema: `evenhand/${name}/1` }));
      expect((await issuesOf(place.folder, 'check', half)).code).toBe(1);
    }
    const stranger = place.file('stranger.json', '{"schema":"other"}');
    expect((await issuesOf(place.folder, 'check', stranger)).code).toBe(1);
    expect((await issuesOf(place.folder, 'check', place.file('x.json', ''))).issues).toMatchObject([
      { code: 'empty-file', file: 'x.json' },
    ]);
  });

  it('checks a single table as far as that goes', async () => {
    const events = join(city, 'events.csv');
    expect((await issuesOf(place.folder, 'check', events)).code).toBe(0);
    const staff = join(city, 'inspectors.csv');
    expect((await issuesOf(place.folder, 'check', staff)).issues).toEqual([]);
    const tasks = place.file('tasks.json', '[{"id":"t"}]');
    const { code, issues } = await issuesOf(place.folder, 'check', tasks);
    expect(code).toBe(1);
    expect(issues[0]).toMatchObject({ code: 'missing-field', file: 'tasks.json', row: 1 });
  });

  it('checks districts.json', async () => {
    const districts = place.file('districts.json', '[]');
    expect((await issuesOf(place.folder, 'check', districts)).code).toBe(1);
    const empty = place.file('districts.json', '[');
    expect((await issuesOf(place.folder, 'check', empty)).issues[0]?.code).toBe('not-json');
  });

  it('finds what only planning shows', async () => {
    const folder = changed(city, place.fresh('in'), 'tasks.json', (text) => {
      const tasks = JSON.parse(text);
      tasks[0].scope = { field: 'industry', under: ['99'] };
      return JSON.stringify(tasks);
    });
    const told = ['check', '--in', folder, '--as-of', '2025-12-31'];
    expect((await issuesOf(place.folder, ...told)).issues).toContainEqual(
      expect.objectContaining({ code: 'empty-frame', params: { task: 'market-publicity' } }),
    );
    const late = await issuesOf(place.folder, ...told, '--year', '2030');
    expect(late.issues.map(({ code }) => code)).toContain('window-outside-year');
  });

  it.each(['events', 'items', 'inspectors'])(
    'says that a whole input lacks its %s',
    async (kind) => {
      const folder = changed(city, place.fresh('in'), 'tasks.json', (text) => text);
      rmSync(join(folder, `${kind}.csv`));
      const { code, issues } = await issuesOf(place.folder, 'check', '--in', folder);
      expect(code).toBe(1);
      expect(issues[0]).toMatchObject({
        code: 'input-file-missing',
        params: { option: `--${kind}` },
      });
    },
  );

  it('warns that a folder without tasks was not checked for a plan, which asks for a year', async () => {
    const folder = changed(city, place.fresh('in'), 'items.csv', (text) => text);
    for (const file of ['tasks.json', 'items.csv', 'inspectors.csv']) rmSync(join(folder, file));
    const told = ['check', '--in', folder, '--as-of', '2025-12-31'];
    const params = { given: folder, expected: 'tasks.json | tasks.ndjson', option: '--tasks' };
    const { code, issues } = await issuesOf(place.folder, ...told);
    expect([code, issues[0]]).toEqual([
      0,
      { code: 'tasks-not-checked', severity: 'warning', path: [], params },
    ]);
    const asked = await issuesOf(place.folder, ...told, '--year', '2026');
    const options = asked.issues
      .filter(({ severity }) => severity === 'error')
      .map((issue) => [issue.code, issue.params['option']]);
    expect([asked.code, options]).toEqual([
      1,
      [
        ['input-file-missing', '--inspectors'],
        ['input-file-missing', '--items'],
        ['input-file-missing', '--tasks'],
      ],
    ]);
  });

  it('needs something to check', async () => {
    expect((await issuesOf(place.folder, 'check')).error).toBe('option-missing');
  });
});
