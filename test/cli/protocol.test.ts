import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanAmendment } from '../../src/notice/amend/amendment.js';
import type { NoticeA, NoticeB } from '../../src/notice/notices.js';
import { workplace } from './files/workplace.js';
import { changed, filesIn, issuesOf, run } from './run.js';

const place = workplace();
const here = (...argv: string[]) => run(place.folder, ...argv);
const issues = (...argv: string[]) => issuesOf(place.folder, ...argv);
const read = <T>(...parts: string[]): T => JSON.parse(readFileSync(join(...parts), 'utf8')) as T;

const city = place.fresh('city');
const prepared = place.fresh('prepared');
const drawn = place.fresh('drawn');
const sealed = place.fresh('sealed');
const day = ['--year', '2026', '--as-of', '2025-12-31', '--draw-id', 'T-001', '--set-aside'];
const sources = [
  '--source',
  'dice:20@2026-01-15',
  '--source',
  'drand:quicknet@2026-01-15T12:00:00Z',
];
const entropy = [
  ...['--entropy', 'dice.2026-01-15=4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9.4.4.7.1'],
  ...['--entropy', `drand.quicknet.25225012=${'ab'.repeat(32)}`],
];
let a: NoticeA;
let b: NoticeB;
let task = '';
let entity = '';

beforeAll(async () => {
  await here('sample-city', '--entities', '300', '--seed', 'cli', '--out', city);
  const made = await here('prepare', '--in', city, ...day, ...sources, '--out', prepared);
  expect([made.code, made.err]).toEqual([0, made.err]);
  a = read(prepared, 'public/notice-a.json');
  expect((await here('draw', '--prepared', prepared, ...entropy, '--out', drawn)).code).toBe(0);
  const closed = await here(
    'draw',
    '--prepared',
    prepared,
    ...entropy,
    '--sealed',
    '--out',
    sealed,
  );
  expect(closed.code).toBe(0);
  b = read(drawn, 'public/notice-b.json');
  const sample = b.samples.find(({ strata }) =>
    strata.some(({ selected, substitutes }) => selected.length > 0 && substitutes.length > 0),
  );
  task = sample?.task as string;
  const stratum = sample?.strata.find(
    ({ selected, substitutes }) => selected.length > 0 && substitutes.length > 0,
  );
  entity = stratum?.selected[0]?.id as string;
});

describe('sources', () => {
  it('typed as dice or a round of drand stand in notice A with instructions', () => {
    const [dice, drand] = a.sources.slice(-2);
    expect(dice).toMatchObject({ label: 'dice.2026-01-15', bits: 66, available: '2026-01-15' });
    expect(drand?.label).toMatch(/^drand\.quicknet\.\d+$/);
    expect(drand?.instructions?.en).toContain('2026-01-15T12:00:00Z');
  });

  it('listed in a file as data are the same', async () => {
    const file = place.file(
      'sources.json',
      JSON.stringify(a.sources.slice(-2).map(({ spec }) => spec)),
    );
    const own = a.sources
      .slice(0, -2)
      .flatMap(({ label, bits }) => ['--source', `${label}=${bits}`]);
    const out = place.fresh('out');
    const made = await here(
      ...['prepare', '--in', city, ...day, '--sources', file, ...own, '--out', out],
    );
    expect(made.code).toBe(0);
    const labels = read<NoticeA>(out, 'public/notice-a.json').sources.map(({ label }) => label);
    expect(new Set(labels)).toEqual(new Set(a.sources.map(({ label }) => label)));
    const bad = place.file('sources.json', '[{"kind":"dice","label":"d","on":"2026-01-15"}]');
    const refused = await issues('prepare', '--in', city, ...day, '--sources', bad, '--out', out);
    expect(refused.code).not.toBe(0);
  });

  it.each(['dice:0@2026-01-15', 'dice:39@2026-02-30', 'drand:quicknet@noon', 'drand:other@x', 'x'])(
    '%s is none',
    async (text) => {
      const { code, error } = await issues(
        'prepare',
        '--in',
        city,
        ...day,
        '--source',
        text,
        '--out',
        'x',
      );
      expect([code, error]).toEqual([2, 'bad-option']);
    },
  );

  it('with a value of another form stop the draw', async () => {
    const short = entropy.map((text) => (text.startsWith('dice') ? 'dice.2026-01-15=1.2' : text));
    const { error } = await issues(
      'draw',
      '--prepared',
      prepared,
      ...short,
      '--out',
      place.fresh('o'),
    );
    expect(error).toBe('bad-entropy-value');
  });
});

describe('a notice that is not in its form', () => {
  it.each([
    ['zh', '    字段 B.seed\n    问题 缺少字段（应为 文本）\n'],
    ['en', '    field B.seed\n    fault field is missing (expected string)\n'],
  ])('is told in words, not by a code (%s)', async (lang, text) => {
    const { seed: _, ...rest } = b;
    const file = place.file('notice-b.json', JSON.stringify(rest));
    const given = ['--notice-a', join(drawn, 'public/notice-a.json'), '--notice-b', file];
    const { code, out } = await here('verify', ...given, '--lang', lang);
    expect(code).toBe(1);
    expect(out).toContain(text);
    expect(out).not.toContain('missing-field');
  });
});

describe('a simulation', () => {
  const simulated = (...told: string[]) =>
    here('plan', '--in', city, ...day, ...told, '--out', place.fresh('simulated'));

  it.each([
    ['en', 'warning', 'is too short to hold the 132 bits it claims'],
    ['zh', '警告', '太短，不可能含有所声明的 132 比特'],
  ])('goes on with entropy that is too short, and warns (%s)', async (lang, word, text) => {
    const told = ['--source', 'coin=132', '--entropy', 'coin=1', '--lang', lang];
    const { code, err } = await simulated(...told);
    expect([0, 4]).toContain(code);
    const lines = err.split('\n').filter((line) => line.includes('[entropy-too-short]'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(text);
    expect(lines[0]?.startsWith(word)).toBe(true);
  });

  it('has values for demonstration in the form of each source', async () => {
    const { code, err } = await simulated(...sources);
    expect([0, 4]).toContain(code);
    expect(err).not.toContain('entropy');
  });
});

describe('a top-up', () => {
  it('is written, verified with the frame, and entered in the register of draws', async () => {
    const sample = b.samples.find((one) => one.task === task);
    const now = sample?.strata.reduce((sum, { quota }) => sum + quota, 0) ?? 0;
    const out = place.fresh('more');
    const told = [
      '--top-up',
      task,
      '--total',
      String(now + 2),
      '--reason',
      'a summer of complaints',
    ];
    const made = await here('amend', drawn, ...told, '--out', out);
    expect(made.code).toBe(0);
    expect(made.out).toContain('more');
    const checked = await here('verify', out);
    expect([checked.code, checked.out.includes('✓ amendments')]).toEqual([0, true]);
    const amendment = join(out, 'public/amendments/001.json');
    const register = place.fresh('draws.json');
    const add = (...more: string[]) => here('register', 'add', register, ...more);
    const purpose = ['--purpose', '2026 plan'];
    expect((await add('--notice-a', join(out, 'public/notice-a.json'), ...purpose)).code).toBe(0);
    expect((await issues('register', 'add', register, '--topped-up', amendment)).error).toBe(
      'entry-out-of-turn',
    );
    expect((await add('--notice-b', join(out, 'public/notice-b.json'))).code).toBe(0);
    expect((await add('--topped-up', amendment)).code).toBe(0);
    expect((await here('register', 'check', register)).code).toBe(0);
  });

  it.each([
    ['option-missing', ['--top-up', 'food']],
    ['option-missing', ['--top-up', 'food', '--total', '9']],
    ['options-conflict', ['--top-up', 'food', '--strike', 'x']],
    ['unknown-task', ['--top-up', 'none', '--total', '9', '--reason', 'x']],
  ])('is refused as %s', async (code, told) => {
    const { error } = await issues('amend', drawn, ...told, '--out', place.fresh('o'));
    expect(error).toBe(code);
  });
});

describe('a plan that was amended', () => {
  const out = place.fresh('struck');
  let spare = '';
  const rows = (folder: string, name: string) =>
    readFileSync(join(folder, 'plan', `${name}.csv`), 'utf8').split('\n');
  const mentions = (folder: string, name: string, id: string) =>
    rows(folder, name).filter((row) => row.includes(`${task}/`) && row.includes(id)).length;

  beforeAll(async () => {
    const told = ['--strike', entity, '--task', task, '--reason', 'closed'];
    expect((await here('amend', drawn, ...told, '--out', out)).code).toBe(0);
    spare = read<PlanAmendment>(out, 'public/amendments/001.json').substitution?.id as string;
  });

  it('is told by its tables, while what was published stays byte by byte', () => {
    expect([mentions(drawn, 'demands', entity), mentions(drawn, 'demands', spare)]).toEqual([
      expect.any(Number),
      0,
    ]);
    expect(mentions(drawn, 'demands', entity)).toBeGreaterThan(0);
    expect(mentions(out, 'demands', entity)).toBe(0);
    expect(mentions(out, 'demands', spare)).toBeGreaterThan(0);
    const how = (id: string) =>
      rows(out, 'samples').find((row) => row.startsWith(`${task},`) && row.includes(id)) ?? '';
    expect(how(entity)).toBe('');
    expect(how(spare)).toContain(',selected,');
    expect(rows(out, 'visits').length).toBeGreaterThan(2);
    for (const name of Object.keys(filesIn(drawn))) {
      if (/^(public|private|auditor)\//.test(name)) {
        expect(readFileSync(join(out, name))).toEqual(readFileSync(join(drawn, name)));
      }
    }
  });

  it('is told of whom it struck and who came in', async () => {
    const told = async (id: string) => (await here('explain', '--plan', out, '--id', id)).out;
    expect(await told(entity)).toContain('not drawn');
    expect(await told(entity)).toContain('amendment 1: struck');
    expect(await told(spare)).toContain('amendment 1: came in as a substitute');
    const zh = await here('explain', '--plan', out, '--id', spare, '--lang', 'zh');
    expect(zh.out).toContain('变更公告第 1 号：递补进入');
  });

  it('is told to whoever proves or verifies the place of one of them', async () => {
    for (const [id, en, zh] of [
      [entity, 'amendment 1: struck (closed)', '变更公告第 1 号：撤出（理由：closed）'],
      [spare, 'amendment 1: came in as a substitute', '变更公告第 1 号：递补进入'],
    ] as const) {
      const file = place.fresh('proof.json');
      const made = await here(
        ...['prove', '--plan', out, '--id', id, '--task', task, '--out', file],
      );
      expect(made.err).toContain(en);
      expect(made.err).toContain('--amendment');
      expect((await here('verify', out, '--proof', file)).out).toContain(`    ${en}`);
      const chinese = await here('verify', out, '--proof', file, '--lang', 'zh');
      expect(chinese.out).toContain(`    ${zh}`);
      const answer = JSON.parse((await here('verify', out, '--proof', file, '--json')).out);
      expect(answer.proof.changes).toMatchObject([{ number: 1 }]);
      // Without the amendments it says that it does not know of them.
      const before = await here('verify', drawn, '--proof', file);
      expect([before.code, before.out.includes('amendment 1')]).toEqual([0, false]);
      expect(before.out).toContain('– whether the entity was struck or came in afterwards');
    }
  });

  it('tells nothing out of amendments that do not hold', async () => {
    const file = place.fresh('proof.json');
    await here('prove', '--plan', out, '--id', entity, '--task', task, '--out', file);
    const forged = changed(out, place.fresh('forged'), 'public/amendments/001.json', (text) =>
      text.replace('"closed"', '"a friend"'),
    );
    const found = await here('verify', forged, '--proof', file);
    expect([found.code, found.out.includes('amendment 1: struck')]).toEqual([1, false]);
  });

  it('keeps the byte order mark of its tables', async () => {
    const marked = place.fresh('marked');
    const again = place.fresh('again');
    await here('draw', '--prepared', prepared, ...entropy, '--bom', '--out', marked);
    const told = ['--strike', entity, '--task', task, '--reason', 'closed'];
    expect((await here('amend', marked, ...told, '--out', again)).code).toBe(0);
    expect(rows(again, 'visits')[0]?.startsWith('\ufeff')).toBe(true);
    expect(rows(out, 'visits')[0]?.startsWith('\ufeff')).toBe(false);
  });

  it('is explained where it is sealed', async () => {
    const { out: text } = await here('explain', '--plan', sealed, '--id', entity);
    expect(text).toContain('— drawn');
  });
});

describe('told something no draw can hold', () => {
  const broken = (change: (notice: NoticeB & { keys: Record<string, string> }) => void): string => {
    const notice = read<NoticeB & { keys: Record<string, string> }>(drawn, 'public/notice-b.json');
    change(notice);
    return place.file('notice-b.json', JSON.stringify(notice));
  };

  it.each(['abc', 'G'.repeat(64), 'A'.repeat(64)])(
    'a key %s is named with its form',
    async (key) => {
      const file = broken((notice) => {
        notice.keys['pair'] = key;
      });
      const { code, out } = await here('--lang', 'en', 'verify', drawn, '--notice-b', file);
      expect(code).toBe(1);
      expect(out).toContain(`field B.keys.pair\n    fault bad value: \`${key}\` ([0-9a-f]{64})`);
      expect(out).toContain('not checked: a notice is not in its form');
    },
  );

  it('an id with control characters is refused, and never reaches the terminal as it is', async () => {
    const id = 'a\u001b[31mb';
    for (const told of [
      ['prove', '--plan', drawn, '--id', id],
      ['amend', drawn, '--strike', id, '--task', task, '--reason', 'x', '--out', place.fresh('o')],
    ]) {
      const { code, err } = await here(...told);
      expect([code, err.includes('\u001b'), err.includes('\\u001b[31m')]).toEqual([3, false, true]);
      expect((await issues(...told)).error).toBe('bad-id');
    }
  });

  it('a row of the frame with one is named without the kind of the error', async () => {
    const frame = readFileSync(join(drawn, 'auditor/frame.csv'), 'utf8');
    const file = place.file('frame.csv', frame.replace(/\n(\S+?),(\S+?),/, '\n$1,$2\u0007,'));
    const { code, out } = await here('--lang', 'en', 'verify', drawn, '--frame', file);
    expect(code).toBe(1);
    expect(out).toMatch(
      /found bad id of a unit of the frame: `\w+\\u0007`; it has a control character/,
    );
  });
});

describe('prove', () => {
  it('writes a proof that verifies with the notices alone', async () => {
    const file = join(place.folder, 'proof.json');
    const made = await here(
      'prove',
      '--id',
      entity,
      '--plan',
      drawn,
      '--task',
      task,
      '--out',
      file,
    );
    expect(made.code).toBe(0);
    const notices = ['--notice-a', join(drawn, 'public/notice-a.json')];
    const before = await here('verify', ...notices, '--proof', file);
    expect([before.code, before.out.startsWith('✓ proof')]).toEqual([0, true]);
    expect(JSON.parse((await here('verify', ...notices, '--proof', file, '--json')).out)).toEqual({
      ok: true,
      proof: { ok: true, inFrame: true },
    });
    const both = [...notices, '--notice-b', join(drawn, 'public/notice-b.json'), '--proof', file];
    const after = await here('verify', ...both);
    expect(after.code).toBe(0);
    expect(after.out).toContain('✓ proof');
    expect(after.out).toContain('    drawn');
    expect((await here('verify', ...both, '--lang', 'zh')).out).toContain('    中签');
    const forged = place.file('forged.json', readFileSync(file, 'utf8').replace(entity, 'nobody'));
    const wrong = await here('verify', drawn, '--proof', forged);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('✗ proof');
    expect(wrong.out).toContain('proof.path');
  });

  it('writes to standard output, and says of a substitute which it is', async () => {
    const strata = b.samples.find((one) => one.task === task)?.strata ?? [];
    const spare = strata.find(({ substitutes }) => substitutes.length > 0)?.substitutes[0]?.id;
    const made = await here('prove', '--id', spare as string, '--plan', drawn, '--task', task);
    const file = place.file('proof.json', made.out);
    expect((await here('verify', drawn, '--proof', file)).out).toContain(
      'not drawn (substitute 1)',
    );
  });

  it('needs the task where an entity is in several frames, and finds it where in one', async () => {
    const frame = readFileSync(join(drawn, 'auditor/frame.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const tasks = new Map<string, string[]>();
    for (const line of frame) {
      const [of = '', id = ''] = line.split(',');
      tasks.set(id, [...(tasks.get(id) ?? []), of]);
    }
    const several = [...tasks].find(([, of]) => of.length > 1)?.[0] as string;
    const { code, error } = await issues('prove', '--id', several, '--plan', drawn);
    expect([code, error]).toEqual([2, 'option-missing']);
    expect((await issues('prove', '--id', 'nobody', '--plan', drawn)).error).toBe('not-in-frame');
    const one = [...tasks].find(([, of]) => of.length === 1)?.[0];
    if (one !== undefined) expect((await here('prove', '--id', one, '--plan', drawn)).code).toBe(0);
  });
});

describe('a sealed draw', () => {
  it('publishes digests, keeps notice B private, and is the same draw', async () => {
    const files = filesIn(sealed);
    const open = filesIn(drawn);
    expect(files['public/notice-b.json']).toBeUndefined();
    expect(files['public/notice-b.en.md']).toBeUndefined();
    expect(files['private/notice-b.json']).toBe(open['public/notice-b.json']);
    expect(files['public/sealed-b.json']).not.toContain(entity);
    const checked = await here('verify', sealed);
    expect(checked.code).toBe(0);
    expect(checked.out).toContain('✓ seal');
  });

  it('is opened by no other notice B', async () => {
    const other = join(place.fresh('other'), 'o');
    await here(
      ...['draw', '--prepared', prepared, '--out', other],
      ...entropy.map((text) => text.replace(/=4\.1\.9/, '=4.1.8')),
    );
    const { code, out } = await here(
      ...['verify', '--notice-a', join(drawn, 'public/notice-a.json')],
      ...['--notice-b', join(other, 'public/notice-b.json')],
      ...['--sealed', join(sealed, 'public/sealed-b.json')],
    );
    expect(code).toBe(1);
    expect(out).toContain('✗ seal');
  });
});

describe('amend', () => {
  const first = place.fresh('first');
  const second = place.fresh('second');
  const strike = ['--task', '', '--reason', 'closed'];

  it('adds amendments and leaves every file as it was', async () => {
    strike[1] = task;
    const struck = await here('amend', drawn, '--strike', entity, ...strike, '--out', first);
    expect(struck.code).toBe(0);
    expect(struck.out).toContain('substitute: ');
    const absent = b.loads.find(({ load }) => load > 0)?.inspector as string;
    const days = ['--from', '2026-03-01', '--to', '2026-06-30'];
    const gone = await here(
      'amend',
      first,
      '--absent',
      absent,
      ...days,
      '--out',
      second,
      '--lang',
      'zh',
    );
    expect([0, 4]).toContain(gone.code);
    expect(gone.out).toContain('变更公告第 2 号');
    const after = filesIn(second);
    for (const [name, bytes] of Object.entries(filesIn(first))) {
      if (/^(public|private|auditor)\//.test(name)) expect(after[name]).toBe(bytes);
    }
    expect(after['public/amendments/002.en.md']).toContain('# Amendment T-001');
    const checked = await here('verify', second);
    expect([checked.code, checked.out.includes('✓ amendments')]).toEqual([0, true]);
  });

  it('is verified by a stranger, file by file, and a changed one is found', async () => {
    const notices = [
      ...['--notice-a', join(drawn, 'public/notice-a.json')],
      ...['--notice-b', join(drawn, 'public/notice-b.json')],
    ];
    const file = (n: string) => ['--amendment', join(second, `public/amendments/${n}.json`)];
    expect((await here('verify', ...notices, ...file('001'), ...file('002'))).code).toBe(0);
    const skipped = await here('verify', ...notices, ...file('002'));
    expect(skipped.code).toBe(1);
    expect(skipped.out).toContain('amendments[0].previous');
    const third = place.fresh('third');
    const idle = ['--absent', b.staff[0]?.id as string, '--to', '2026-01-01'];
    await here('amend', second, ...idle, '--out', third);
    const numbers = ['001', '002', '003'].map((n) =>
      read<{ number: number }>(third, `public/amendments/${n}.json`),
    );
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect((await here('verify', third)).code).toBe(0);
    const forged = changed(second, place.fresh('forged'), 'public/amendments/001.json', (text) =>
      text.replace('"closed"', '"a friend"'),
    );
    const found = await here('verify', forged, '--lang', 'zh');
    expect(found.code).toBe(1);
    expect(found.out).toContain('amendments[0].digest');
    expect((await issues('amend', forged, '--absent', 'x', '--out', 'y')).error).toBe(
      'output-changed',
    );
  });

  it('of a sealed draw stays private with it', async () => {
    const out = place.fresh('out');
    await here('amend', sealed, '--strike', entity, ...strike, '--out', out, '--quiet');
    const names = Object.keys(filesIn(out)).filter((name) => name.includes('amendments'));
    expect(names).toHaveLength(3);
    for (const name of names) expect(name.startsWith('private/')).toBe(true);
    expect((await here('verify', out)).out).toContain('✓ amendments');
    const whole = await here(
      'amend',
      out,
      '--absent',
      b.staff[0]?.id as string,
      '--out',
      place.fresh('o'),
      '--json',
    );
    expect(JSON.parse(whole.out).act).toMatchObject({ from: '2026-01-01', to: '2026-12-31' });
  });

  it.each<[string[], number, string]>([
    [[], 2, 'option-missing'],
    [['--strike', 'x'], 2, 'option-missing'],
    [['--strike', 'x', '--task', 'y'], 2, 'option-missing'],
    [['--strike', 'x', '--absent', 'y'], 2, 'options-conflict'],
    [['--absent', 'nobody'], 3, 'unknown-inspector'],
    [['--absent', 'x', '--from', '2026-02-30'], 2, 'bad-option'],
    [['--strike', 'nobody', '--task', 'y', '--reason', 'z'], 3, 'not-drawn'],
  ])('is refused with %j', async (argv, code, error) => {
    const found = await issues('amend', drawn, ...argv, '--out', place.fresh('out'));
    expect([found.code, found.error]).toEqual([code, error]);
  });

  it('is refused where nothing was drawn yet', async () => {
    const found = await issues('amend', prepared, '--absent', 'x', '--out', place.fresh('out'));
    expect([found.code, found.error]).toEqual([5, 'nothing-drawn']);
  });
});

describe('register', () => {
  const file = place.file('draws.json', '');
  const register = (...argv: string[]) => here('register', ...argv);
  const noticeA = () => join(drawn, 'public/notice-a.json');

  it('adds what was announced and drawn, and checks it', async () => {
    const path = join(place.folder, 'fresh/draws.json');
    const begun = await register('add', path, '--notice-a', noticeA(), '--purpose', 'plan 2026');
    expect([begun.code, begun.out.includes('entries: 1, errors: 0')]).toEqual([0, true]);
    await register('add', path, '--notice-b', join(sealed, 'public/sealed-b.json'));
    const { entries } = read<{ entries: Record<string, unknown>[] }>(path);
    expect(entries[1]).toMatchObject({ state: 'drawn', noticeB: b.digest, purpose: 'plan 2026' });
    const checked = await here('register', 'check', path, '--json');
    expect(checked.code).toBe(0);
    const { lastKnown } = JSON.parse(checked.out);
    expect((await register('check', path, '--last-known', lastKnown)).code).toBe(0);
    const cut = await here(
      'register',
      'check',
      path,
      '--last-known',
      'a'.repeat(64),
      '--lang',
      'zh',
    );
    expect([cut.code, cut.err.includes('既往记录被改动')]).toEqual([1, true]);
    expect((await here('check', path)).code).toBe(0);
    // The same draw can't be drawn twice, and nothing is written.
    const before = readFileSync(path, 'utf8');
    const twice = await issues(
      'register',
      'add',
      path,
      '--notice-b',
      join(drawn, 'public/notice-b.json'),
    );
    expect([twice.code, twice.error]).toEqual([3, 'entry-out-of-turn']);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('shows a gap, and takes its explanation', async () => {
    const path = join(place.folder, 'gap/draws.json');
    await register('add', path, '--notice-a', noticeA(), '--purpose', 'plan');
    const jumped = await register('add', path, '--abandon', 'T-003', '--explanation', 'dice fell');
    expect([jumped.code, jumped.err.includes('T-002')]).toEqual([1, true]);
    const told = ['--abandon', 'T-002', '--explanation', 'a number was skipped'];
    expect((await register('add', path, ...told)).code).toBe(0);
    const silent = await issues(
      'register',
      'add',
      path,
      '--abandon',
      'T-004',
      '--explanation',
      ' ',
    );
    expect(silent.error).toBe('abandoned-unexplained');
  });

  it.each<[string[], string]>([
    [['drop', 'x'], 'bad-option'],
    [['add', 'x'], 'option-missing'],
    [['add', 'x', '--notice-a', 'a', '--abandon', 'b'], 'options-conflict'],
    [['add', 'x', '--notice-a', 'a'], 'option-missing'],
    [['check', 'x', '--last-known', 'zz'], 'bad-option'],
  ])('is refused with %j', async (argv, error) => {
    expect((await issues('register', ...argv)).error).toBe(error);
  });

  it('is refused for a file that is none', async () => {
    expect((await issues('register', 'check', file)).error).toBe('faulty-document');
    const other = place.file('other.json', '{}');
    expect((await issues('register', 'check', other)).error).toBe('bad-noun');
    const path = join(place.folder, 'told/draws.json');
    await register('add', path, '--notice-a', noticeA(), '--purpose', 'plan');
    expect((await issues('register', 'add', path)).error).toBe('option-missing');
    expect((await issues('register', 'add', path, '--abandon', 'T-001')).error).toBe(
      'option-missing',
    );
  });
});

it('check reads amendments, seals and proofs', async () => {
  expect((await here('check', join(sealed, 'public/sealed-b.json'))).code).toBe(0);
  for (const schema of ['amendment', 'proof', 'sealed-b', 'draw-register']) {
    const bad = place.file(`${schema}.json`, JSON.stringify({ schema: `evenhand/${schema}/1` }));
    expect((await here('check', bad)).code).toBe(1);
  }
});
