import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../src/core/issue.js';
import type { NoticeB } from '../../src/notice/notices.js';
import type { BurdenReport } from '../../src/oversight/burden.js';
import { workplace } from './files/workplace.js';
import { issuesOf, run } from './run.js';

const place = workplace();
const here = (...argv: string[]) => run(place.folder, ...argv);
const ledger = join(place.folder, 'ledger.sqlite');
const ACT = ['--id', 'E1', '--visit', 'fire:1'];

const reserve = (request: string, ...more: string[]) =>
  here(
    ...['ledger', 'reserve', ledger, '--id', 'E1', '--request', request, '--lead', 'fire'],
    ...['--as-of', '2026-01-05', ...more],
  );

describe('evenhand ledger', () => {
  it('books a visit once, and says why the next is refused and when it could be', async () => {
    const first = await reserve('fire:1', '--kind', 'census', '--day', '2026-06-01');
    expect([first.code, first.out]).toEqual([0, 'admitted, counts in the limits\n']);
    const again = await reserve('fire:1', '--kind', 'census', '--day', '2026-06-01');
    expect([again.code, again.out]).toEqual([0, first.out]);
    const second = await reserve('fire:2', '--kind', 'census', '--day', '2026-09-01');
    expect(second.code).toBe(1);
    expect(second.out).toBe('refused; free from 2027-01-01 on\n');
    expect(second.err).toContain('beijing-two-inspections/census');
    const cause = await reserve(
      ...['fire:3', '--kind', 'for-cause', '--day', '2026-09-01'],
      ...['--evidence', 'complaint:12345-2026-0901'],
    );
    expect([cause.code, cause.out]).toEqual([0, 'admitted, stands outside the limits\n']);
  });

  it('says where the firm stands, which decides whether a cap protects it', async () => {
    const other = place.fresh('standing.sqlite');
    const ask = (request: string, day: string, ...standing: string[]) =>
      here(
        ...['ledger', 'reserve', other, '--id', 'E1', '--request', request, '--lead', 'fire'],
        ...['--kind', 'census', '--day', day, '--as-of', '2026-01-05'],
        ...standing.flatMap((one) => ['--standing', one]),
      );
    const poor = ['example-credit=D', 'example-risk=high'];
    expect((await ask('s1', '2026-03-02', ...poor)).code).toBe(0);
    expect((await ask('s2', '2026-05-04', ...poor)).code).toBe(0);
    const part = await ask('s3', '2026-07-01', 'example-credit=A');
    expect([part.code, part.err]).toEqual([1, expect.stringContaining('fact-missing')]);
    expect((await ask('s4', '2026-07-01')).code).toBe(1);
    expect((await ask('s5', '2026-07-01', 'A')).code).toBe(2);
    const act = ['--id', 'E1', '--visit', 's1', '--lead', 'fire', '--request', 's1/in'];
    const day = ['--as-of', '2026-03-02', '--standing', 'example-credit=A'];
    const begun = await here('ledger', 'start', other, ...act, ...day);
    expect([begun.code, begun.err]).toEqual([1, expect.stringContaining('fact-missing')]);
    const whole = await here(
      'ledger',
      'start',
      other,
      ...act,
      ...day,
      '--standing',
      'example-risk=low',
    );
    expect(whole.out).toBe('recorded: s1 is started\n');
  });

  it('enters what becomes of a visit, once, and refuses what comes at the wrong time', async () => {
    const visit = join(place.folder, 'acts.sqlite');
    const act = (action: string, request: string, ...more: string[]) =>
      here(
        ...['ledger', action, visit, '--id', 'E1', '--request', request, '--lead', 'fire'],
        ...more,
      );
    const held = ['--kind', 'census', '--day', '2026-06-01', '--until', '2026-03-31'];
    await act('reserve', 'v', ...held, '--as-of', '2026-01-05');
    const on = ['--visit', 'v', '--as-of'];
    const early = await act('start', 'v/in', ...on, '2026-01-06');
    expect(early.code).toBe(1);
    expect(early.err).toContain('reserved');
    const said = async (...told: [string, string, ...string[]]) => (await act(...told)).out;
    expect(await said('confirm', 'v/yes', ...on, '2026-03-30')).toBe('recorded: v is admitted\n');
    expect(await said('start', 'v/go', ...on, '2026-06-01', '--reference', 'scan-1')).toBe(
      'recorded: v is started\n',
    );
    const over = ['--outcome', 'no-problem', '--days', '2', '--reference', 'report-1'];
    const done = await said('finish', 'v/out', ...on, '2026-06-02', ...over);
    expect(done).toBe('recorded: v is done\n');
    expect(await said('finish', 'v/out', ...on, '2026-06-09', ...over)).toBe(done);
    expect((await act('cancel', 'v/off', ...on, '2026-06-03', '--reason', 'late')).code).toBe(1);
    const status = JSON.parse((await here('ledger', 'status', visit, '--id', 'E1', '--json')).out);
    expect(status.visits).toMatchObject([{ state: 'done', days: 2, outcome: 'no-problem' }]);
    await act(
      'reserve',
      'w',
      '--kind',
      'spot-check',
      '--day',
      '2026-07-01',
      '--as-of',
      '2026-06-09',
    );
    const off = ['--visit', 'w', '--reason', 'no staff', '--lang', 'zh'];
    expect(await said('cancel', 'w/off', ...off)).toBe('已记录：w，已取消\n');
  });

  it('tells an entity’s visits, and how many there are', async () => {
    const one = await here('ledger', 'status', ledger, '--id', 'E1');
    expect(one.out).toContain('fire:1');
    expect(one.out).toContain('requests refused: 1');
    const zh = await here('ledger', 'status', ledger, '--id', 'E1', '--lang', 'zh');
    expect(zh.out).toMatch(/fire:1 +普查 +已登记 +2026-06-01/);
    expect((await here('ledger', 'status', ledger, '--lang', 'zh')).out).toContain('已登记  ');
    const all = await here('ledger', 'status', ledger, '--json');
    expect(JSON.parse(all.out)).toEqual({ entities: 1, events: 3, visits: { admitted: 2 } });
  });

  it.each([
    [['ledger', 'sell', ledger], 'bad-option'],
    [['ledger', 'status', 'nowhere.sqlite'], 'no-such-file'],
    [['ledger', 'status', place.file('firms.csv', 'id\nE1\n'.repeat(400))], 'not-a-ledger'],
    [['ledger', 'status', ledger, '--id', 'E9'], 'entity-not-found'],
    [['ledger', 'report', ledger, '--out', 'x'], 'option-missing'],
    [['ledger', 'import', ledger], 'option-missing'],
    [['ledger', 'reserve', ledger, '--id', 'E1'], 'option-missing'],
    [['ledger', 'confirm', ledger], 'option-missing'],
    [['ledger', 'start', ledger, '--id', 'E1'], 'option-missing'],
    [['ledger', 'start', ledger, '--id', 'E1', '--visit', 'fire:1'], 'option-missing'],
    [['ledger', 'finish', ledger, ...ACT, '--request', 'x'], 'option-missing'],
    [['ledger', 'cancel', ledger, ...ACT, '--lead', 'fire', '--request', 'x'], 'option-missing'],
    [['ledger', 'finish', ledger, ...ACT, '--lead', 'fire', '--request', 'x'], 'option-missing'],
    [['ledger', 'finish', ledger, ...ACT, '--lead', 'fire', '--days', '0'], 'bad-option'],
  ])('%j is refused: %s', async (argv, code) => {
    expect((await issuesOf(place.folder, ...argv)).error).toBe(code);
  });

  it('refuses a table where a list of objects is due, once and not cell by cell', async () => {
    const table = `id,entity,lead,kind\n${'a,E5,fire,census\n'.repeat(5)}`;
    for (const name of ['requests.csv', 'requests.txt']) {
      const file = place.file(name, table);
      const told = ['ledger', 'import', ledger, '--requests', file];
      const { code, issues } = await issuesOf(place.folder, ...told);
      expect([code, issues.map((one) => one.code)]).toEqual([3, ['unclean-rows', 'not-a-list']]);
      const report = ['ledger', 'report', ledger, '--year', '2026', '--demands', file];
      const due = await issuesOf(place.folder, ...report, '--out', place.fresh('due'));
      expect(due.issues.map((one) => one.code)).toEqual(['unclean-rows', 'not-a-list']);
    }
  });

  it('refuses a file with bad rows whole, and names each', async () => {
    const file = join(place.folder, 'bad.ndjson');
    const good = { id: 'a', entity: 'E5', lead: 'fire', kind: 'census', day: '2026-06-01' };
    writeFileSync(file, `${JSON.stringify(good)}\n${JSON.stringify({ ...good, lead: 7 })}\n`);
    const told = ['ledger', 'import', ledger, '--requests', file, '--as-of', '2026-01-05'];
    const { code, issues } = await issuesOf(place.folder, ...told);
    expect(code).toBe(3);
    expect(issues.map((one) => [one.code, one.row, one.path.at(-1)])).toEqual([
      ['unclean-rows', undefined, undefined],
      ['wrong-type', 2, 'lead'],
    ]);
    expect((await issuesOf(place.folder, 'ledger', 'status', ledger, '--id', 'E5')).error).toBe(
      'entity-not-found',
    );
  });

  it('refuses a firm, an authority and an item that the register does not have', async () => {
    const folder = place.fresh('register');
    mkdirSync(folder);
    writeFileSync(join(folder, 'entities.csv'), 'id,name\nE7,示例企业00007\n');
    writeFileSync(join(folder, 'authorities.csv'), 'id,name\nfire,消防\nfood,食品\n');
    writeFileSync(
      join(folder, 'items.csv'),
      'id,authority,rank,methods,basis\nexits,fire,general,on-site,example-law/1\n',
    );
    const file = join(place.folder, 'known.ndjson');
    const good = { id: 'k1', entity: 'E7', lead: 'fire', kind: 'census', day: '2026-06-01' };
    const rows = [
      { ...good, items: ['exits'] },
      { ...good, id: 'k2', entity: 'E8' },
      { ...good, id: 'k3', lead: 'navy' },
      { ...good, id: 'k4', lead: 'food', items: ['exits'] },
    ];
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const told = ['ledger', 'import', ledger, '--requests', file, '--in', folder];
    expect((await issuesOf(place.folder, ...told)).error).toBe('option-missing');
    const { out } = await here(...told, '--as-of', '2026-01-09', '--json');
    const { admitted, refusals } = JSON.parse(out);
    expect(admitted).toBe(1);
    expect(refusals.map(({ code, row }: Issue) => [row, code])).toEqual([
      [2, 'firm-unknown'],
      [3, 'authority-unknown'],
      [4, 'item-of-another'],
    ]);
    const one = ['ledger', 'reserve', ledger, '--id', 'E8', '--request', 'k5', '--lead', 'fire'];
    const more = ['--kind', 'census', '--day', '2026-06-01', '--as-of', '2026-01-09'];
    const unknown = await here(...one, ...more, '--in', folder);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('firm-unknown')]);
    const none = ['--in', place.folder];
    expect((await issuesOf(place.folder, ...one, ...more, ...none)).error).toBe(
      'input-file-missing',
    );
  });

  it('names the row of what has no shape of a request, and of what the ledger refuses', async () => {
    const file = join(place.folder, 'rows.ndjson');
    const good = { id: 'a', entity: 'E6', lead: 'fire', kind: 'census', day: '2026-06-01' };
    const write = (...rows: readonly object[]) =>
      writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const told = ['ledger', 'import', ledger, '--requests', file, '--as-of', '2026-01-09'];
    write(
      ...[good, { ...good, kind: 'censsus' }, { ...good, items: 'exits' }],
      ...[
        { ...good, untill: '2026-02-01' },
        { ...good, window: { from: '2026-06-01' } },
      ],
    );
    const shapes = await issuesOf(place.folder, ...told);
    expect(shapes.code).toBe(3);
    expect(shapes.issues.map((one) => [one.code, one.row, one.path.join('.')])).toEqual([
      ['unclean-rows', undefined, ''],
      ['not-one-of', 2, 'kind'],
      ['wrong-type', 3, 'items'],
      ['unknown-field', 4, 'untill'],
      ['missing-field', 5, 'window.to'],
    ]);
    const lost = { ...good, item: 'exits', cause: 'draw', weight: 1, duty: false };
    const fresh = place.fresh('fresh.sqlite');
    const list = place.file('asked.json', JSON.stringify([good, lost]));
    const nobody = await here('ledger', 'import', fresh, '--requests', list);
    expect(nobody.err).toMatch(/^error: asked.json entry 2, field authority: field is missing/m);
    expect(existsSync(fresh)).toBe(false);
    write({ ...good, counts: true }, { ...good, id: 'b', lead: '', day: '2026-02-30' });
    const { err, out, code } = await here(...told);
    expect([code, out]).toEqual([1, 'requests: 2; booked: 1, joined: 0, refused: 1\n']);
    expect(err.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^error: rows.ndjson row 2, field lead: .*`b`.*\[authority-missing\]$/),
      expect.stringMatching(/^error: rows.ndjson row 2, field day: .*2026-02-30.*\[no-such-day\]$/),
    ]);
  });
});

describe('the ledger of a drawn plan', () => {
  const db = join(place.folder, 'plan.sqlite');
  const plan = place.fresh('plan');
  const out = place.fresh('burden');
  beforeAll(async () => {
    await here('plan', '--sample-city', '400', '--out', plan);
    const booked = await here('ledger', 'import', db, '--plan', plan, '--as-of', '2025-12-31');
    expect(booked.err).toBe('');
    const told = ['--year', '2026', '--plan', plan, '--out', out];
    expect((await here('ledger', 'report', db, ...told)).code).toBe(0);
  }, 120_000);

  it('books every visit of the plan, and again nothing', async () => {
    const visits =
      readFileSync(join(plan, 'plan/visits.csv'), 'utf8').trim().split('\n').length - 1;
    const status = async () => JSON.parse((await here('ledger', 'status', db, '--json')).out);
    const before = await status();
    expect(visits).toBeGreaterThan(20);
    expect(before.events).toBe(visits);
    await here('ledger', 'import', db, '--plan', plan, '--as-of', '2026-01-02');
    expect(await status()).toEqual(before);
  });

  it('names the visit of whom an amendment struck, where it was booked before', async () => {
    const notice = JSON.parse(readFileSync(join(plan, 'public/notice-b.json'), 'utf8')) as NoticeB;
    const drawn = notice.samples.flatMap(({ task, strata }) =>
      strata.flatMap(({ selected }) => selected.map(({ id }) => ({ task, id }))),
    );
    // A visit for the one task that its firm was drawn for: struck, it is due no more.
    const visit = notice.visits.find(({ entity, demands }) => {
      const own = drawn.filter(({ id }) => id === entity);
      return own.length === 1 && demands.every(({ task }) => task === own[0]?.task);
    });
    const entity = visit?.entity as string;
    const task = drawn.find(({ id }) => id === entity)?.task as string;
    const amended = place.fresh('amended');
    const told = ['--strike', entity, '--task', task, '--reason', 'closed', '--out', amended];
    expect([0, 4]).toContain((await here('amend', plan, ...told)).code);
    const own = place.fresh('own.sqlite');
    const day = ['--as-of', '2026-01-02'];
    await here('ledger', 'import', own, '--plan', plan, ...day);
    const again = ['ledger', 'import', own, '--plan', amended, ...day];
    const { err } = await here(...again);
    expect(err).toBe(
      `the visit ${notice.drawId}:${visit?.id} stands in the ledger and no longer in the plan: let its authority cancel it\n`,
    );
    const gone = ['--id', entity, '--visit', `${notice.drawId}:${visit?.id}`, '--reason', 'struck'];
    const by = ['--lead', visit?.lead as string, '--request', 'struck:1', ...day];
    expect((await here('ledger', 'cancel', own, ...gone, ...by)).code).toBe(0);
    expect((await here(...again)).err).toBe('');
  });

  it('gives the next plan what it holds: that joins it, keeps its caps, is verified and booked', async () => {
    const copy = join(place.folder, 'second.sqlite');
    const platform = join(place.folder, 'customs.ndjson');
    const rows = readFileSync(join(plan, 'plan/visits.csv'), 'utf8').trim().split('\n').slice(1);
    const asked = rows.map((row, i) => {
      const entity = row.split(',')[1];
      return JSON.stringify({
        id: `c:${i}`,
        entity,
        lead: 'customs',
        kind: 'census',
        day: '2026-06-15',
      });
    });
    writeFileSync(platform, asked.join('\n'));
    const at = ['--as-of', '2025-12-31'];
    await here('ledger', 'import', copy, '--requests', platform, ...at);
    const second = place.fresh('second');
    const told = ['--ledger', copy, '--out', second];
    expect((await here('plan', '--sample-city', '400', ...told)).code).toBe(0);
    const notice = JSON.parse(readFileSync(join(second, 'public/notice-b.json'), 'utf8'));
    expect(notice.joined.length).toBeGreaterThan(5);
    expect((await here('verify', second)).code).toBe(0);
    const summary = readFileSync(join(second, 'summary.txt'), 'utf8');
    expect(summary).toContain('demands done on booked visits');
    const booked = await here('ledger', 'import', copy, '--plan', second, ...at);
    expect([booked.code, booked.err]).toEqual([0, '']);
    expect(booked.out).toMatch(/, joined: [1-9]\d*, refused: 0/);
  }, 60_000);

  it('reports what the year costs, in tables and in two languages', () => {
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as BurdenReport;
    expect(report.total.after.visits).toBeGreaterThan(20);
    expect(report.saved.visits).toBeGreaterThan(0);
    expect(report.floorsMissed).toBeDefined();
    const firms = readFileSync(join(out, 'firms.csv'), 'utf8').trim().split('\n');
    expect(firms).toHaveLength(report.firms + 1);
    for (const lang of ['zh', 'en']) {
      const page = readFileSync(join(out, `report.${lang}.html`), 'utf8');
      expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|@import|url\(/);
      expect(page.match(/<svg/g)?.length).toBeGreaterThanOrEqual(6);
      expect(page).toContain(
        lang === 'zh' ? '2026 年涉企检查负担报告' : 'The burden of inspections',
      );
    }
  });

  it('reports without pages where nobody wants them', async () => {
    const plain = place.fresh('plain');
    const told = ['--year', '2026', '--out', plain, '--no-html'];
    expect((await here('ledger', 'report', db, ...told)).code).toBe(0);
    expect(existsSync(join(plain, 'report.en.html'))).toBe(false);
    expect(existsSync(join(plain, 'months.csv'))).toBe(true);
  });
});
