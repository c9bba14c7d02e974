import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import {
  amendPlan,
  type FrameRow,
  type NoticeB,
  noticeB,
  planNow,
  proveEntity,
  sealNotice,
  verifyDraw,
} from 'evenhand/notice';
import { drawPlan } from 'evenhand/plan';
import { ticket } from 'evenhand/ticket';
import type { Browser, BrowserContextOptions, FileChooser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  digestOfA,
  edited,
  type Forgery,
  frame,
  honest,
  type Open,
  otherDigest,
  prepared,
  republished,
} from '../notice/forger.js';
import { ENTROPY } from '../plan/year.js';
import { describeInBrowser, launched } from './chromium.js';
import { checksOf, csvOf, faultsOf, verifierFolder } from './verifierPage.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Stratum = Open<NoticeB['samples'][number]['strata'][number]>;

/** A stratum of notice B with several drawn and several substitutes. */
function crowded(b: Open<NoticeB>): Stratum {
  return b.samples
    .flatMap(({ strata }) => strata)
    .find(({ selected, substitutes }) => selected.length > 1 && substitutes.length > 1) as Stratum;
}

/** The key that the crowded stratum's group is drawn with. */
function selectKey(b: Open<NoticeB>): string {
  const i = b.samples.findIndex(({ strata }) => strata.includes(crowded(b)));
  return b.keys[`select:${honest.a.tasks[i]?.group}`] as string;
}

const sampled = honest.b.samples.flatMap(({ task, strata }) =>
  strata.flatMap(({ selected, substitutes }) =>
    [...selected, ...substitutes].map(({ id }) => `${task} ${id}`),
  ),
);
const drawn = crowded(honest.b as Open<NoticeB>).selected[0]?.id as string;
const certain = honest.b.samples.flatMap((sample) => sample.certain)[0] as {
  id: string;
  reason: string;
};
/** A struck firm of the crowded stratum, then an absent officer. */
const struck = {
  kind: 'strike',
  task: honest.b.samples.find(({ strata }) =>
    strata.some((one) => one === (crowded(honest.b as Open<NoticeB>) as unknown)),
  )?.task as string,
  entity: drawn,
  reason: 'closed since the cut-off',
} as const;
const absent = {
  kind: 'absence',
  inspector: 'M1',
  from: '2026-01-01',
  to: '2026-12-31',
} as const;
const about = { prepared, noticeB: honest.b };
const strike = amendPlan({ ...about, amendments: [] }, struck);
const amendments = [strike, amendPlan({ ...about, amendments: [strike] }, absent)];
const substitute = strike.substitution?.id as string;

/** A place in a frame that the draw left out. */
const leftOut = frame.find(({ task, id }) => !sampled.includes(`${task} ${id}`)) as FrameRow;

describeInBrowser('the public verifier', () => {
  let folder: ReturnType<typeof verifierFolder>;
  let paths: { readonly a: string; readonly b: string; readonly frame: string };
  let browser: Browser;
  const open: Page[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = verifierFolder();
    paths = {
      a: folder.file('notice-a.json', JSON.stringify(honest.a)),
      b: folder.file('notice-b.json', JSON.stringify(honest.b)),
      frame: folder.file('frame.csv', csvOf(frame)),
    };
    browser = await launched();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((page) => page.context().close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    folder?.remove();
  });

  /** The page, fresh; whatever the browser complains about fails the test. */
  async function opened(options: BrowserContextOptions = {}, url = folder.url): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-US', ...options });
    const page = await context.newPage();
    open.push(page);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(url);
    return page;
  }

  async function withAll(options?: BrowserContextOptions): Promise<Page> {
    const page = await opened(options);
    await page.setInputFiles('#files', Object.values(paths));
    await checksOf(page, true);
    return page;
  }

  async function lookedUp(page: Page, code: string): Promise<void> {
    await page.fill('#code', code);
    await page.press('#code', 'Enter');
    await page.waitForSelector('#answer > *');
  }

  it('passes an honest draw, with the frame and the published digest', async () => {
    const page = await opened();
    await page.fill('#digest', ` ${digestOfA.toUpperCase()} `);
    await page.setInputFiles('#files', Object.values(paths));
    const checks = await checksOf(page, true);
    expect(Object.keys(checks)).toHaveLength(13);
    expect(new Set(Object.values(checks))).toEqual(new Set(['ok']));
    expect(await page.locator('#verdict h3').innerText()).toBe('The draw holds');
    expect(await page.locator('#status').textContent()).toBe('The draw holds');
    const verdict = await page.locator('#verdict').innerText();
    expect(verdict).not.toContain('No frame');
    expect(verdict).not.toContain('No published digest');
  });

  it('says what it could not check with the two notices alone', async () => {
    const page = await opened();
    await page.setInputFiles('#files', [paths.b, paths.a]);
    expect((await checksOf(page))['frame']).toBe('skipped');
    const verdict = await page.locator('#verdict').innerText();
    expect(verdict).toContain('No frame was given');
    expect(verdict).toContain('No published digest was typed in');
  });

  it('takes files that are dropped, one after another', async () => {
    const page = await opened();
    for (const path of [paths.a, paths.b]) {
      const data = await page.evaluateHandle(
        `(() => { const data = new DataTransfer();
          data.items.add(new File([${JSON.stringify(readFileSync(path, 'utf8'))}], 'x.json'));
          return data; })()`,
      );
      await page.dispatchEvent('#drop', 'drop', { dataTransfer: data });
    }
    expect((await checksOf(page))['samples']).toBe('ok');
  });

  it('works from a web server, and asks it for nothing but itself', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(readFileSync(folder.page));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const page = await opened({}, `http://127.0.0.1:${port}/`);
      await page.setInputFiles('#files', Object.values(paths));
      expect((await checksOf(page, true))['frame']).toBe('ok');
      const leak = `fetch('/leak').then(() => 'sent', () => 'refused')`;
      expect(await page.evaluate(leak)).toBe('refused');
      expect(complaints.splice(0).join()).toContain('Content Security Policy');
      expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/']);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('makes the proof of a firm out of the frame, which holds later without the frame', async () => {
    const page = await withAll();
    await lookedUp(page, leftOut.id);
    const task = `.task[data-task="${leftOut.task}"]`;
    await page.focus(`${task} [data-prove]`);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${task} .proof.ok`);
    expect(await page.evaluate('document.activeElement.className')).toBe('proof ok');
    expect(await page.locator(`${task} .proof > p`).innerText()).toContain('The proof holds');
    await page.click(`${task} .proof summary`);
    const text = await page.locator(`${task} .proof pre`).innerText();
    const proof = JSON.parse(text) as { stratum: string; path: string[] };
    expect(proof).toEqual(proveEntity(prepared, leftOut.task, leftOut.id));

    const alone = await opened();
    const kept = folder.file('proof.json', text);
    await alone.setInputFiles('#files', [kept, paths.a, paths.b]);
    await checksOf(alone);
    await alone.waitForSelector(`${task}.not-drawn .proof.ok`);
    expect(await alone.locator(task).innerText()).toContain(`stratum ${proof.stratum}`);

    const forged = { ...proof, path: [otherDigest('node'), ...proof.path.slice(1)] };
    await alone.setInputFiles('#files', folder.file('forged.json', JSON.stringify(forged)));
    await alone.waitForSelector('.proof.wrong');
    expect(await alone.locator('.proof.wrong dd').first().innerText()).toBe('proof.path');
  });

  it('shows a sealed notice, and once it is opened whether it is the one that was sealed', async () => {
    const page = await opened();
    const seal = sealNotice(honest.b);
    const sealed = folder.file('sealed.json', JSON.stringify(seal));
    await page.setInputFiles('#files', [paths.a, sealed]);
    await page.waitForSelector('[data-later=seal].skipped');
    const item = page.locator('[data-later=seal]');
    expect(await item.innerText()).toContain('not yet opened');
    expect(await item.locator('dd').allInnerTexts()).toEqual([seal.digest, honest.b.digest]);
    expect(await page.locator('#outcome').isHidden()).toBe(true);

    await page.setInputFiles('#files', paths.b);
    await page.waitForSelector('[data-later=seal].ok');
    await checksOf(page);
    expect(await page.locator('#verdict h3').innerText()).toBe('The draw holds');

    // Another draw, right in itself, in the place of the one that was sealed.
    const again = ENTROPY.map((one) => ({ ...one, value: `${one.value}.1` }));
    const b = noticeB(drawPlan(prepared, again));
    await page.setInputFiles('#files', folder.file('other-b.json', JSON.stringify(b)));
    await page.waitForSelector('[data-later=seal].wrong');
    expect(await item.locator('.difference dd').first().innerText()).toBe('B.digest');
    await checksOf(page);
    expect(await page.locator('#verdict h3').innerText()).toBe('The draw does not hold');
    expect(await page.locator('#checks .wrong').count()).toBe(0);
  });

  it('shows who was struck and who came in, and takes no amendment that does not follow', async () => {
    const page = await opened();
    const files = amendments.map((one) =>
      folder.file(`amendment-${one.number}.json`, JSON.stringify(one)),
    );
    await page.setInputFiles('#files', [...files.toReversed(), paths.b, paths.a]);
    await page.waitForSelector('[data-later=chain].ok');
    const first = page.locator('[data-amendment="1"]');
    expect(await first.innerText()).toContain(`${drawn} was struck`);
    expect(await first.innerText()).toContain(`${substitute} came in`);
    const second = page.locator('[data-amendment="2"]');
    expect(await second.innerText()).toContain('Officer M1 is absent');
    for (const { visit } of amendments[1]?.teams ?? []) {
      expect(await second.innerText()).toContain(visit);
    }
    const now = planNow(honest.b, amendments);
    for (const [code, kind] of [
      [drawn, 'struck'],
      [substitute, 'came-in'],
    ] as const) {
      await lookedUp(page, code);
      await page.waitForSelector(`.task[data-task="${struck.task}"] .change.${kind}`);
      const visits = now.visits.filter(({ entity }) => entity === code);
      const summary = await page.locator('.summary').first().innerText();
      expect(summary).toContain(`visits: ${visits.length}.`);
      const drawnFor = now.samples.filter(({ strata }) =>
        strata.some(({ takeAll = [], selected }) =>
          [...takeAll, ...selected].some(({ id }) => id === code),
        ),
      );
      expect(summary).toContain(`tasks drawn: ${drawnFor.length},`);
      for (const { leader = '' } of visits) {
        expect(await page.locator('.visits').innerText()).toContain(`led by ${leader}`);
      }
    }

    const alone = await opened();
    await alone.setInputFiles('#files', [files[1] as string, paths.b, paths.a]);
    await alone.waitForSelector('[data-later=chain].wrong');
    expect(await alone.locator('[data-later=chain] .difference dd').first().innerText()).toBe(
      'amendments[0].previous',
    );
    await checksOf(alone);
    expect(await alone.locator('#status').textContent()).toContain('does not hold');
    await lookedUp(alone, drawn);
    expect(await alone.locator('.change').count()).toBe(0);

    const cut = { ...strike, act: { kind: 'strike' } };
    await alone.setInputFiles('#files', folder.file('cut.json', JSON.stringify(cut)));
    await alone.waitForSelector('#materials li.wrong');
    expect(await alone.locator('#materials li.wrong').innerText()).toContain('act.');
  });

  it('says in words what a failing check is about', async () => {
    const page = await opened();
    const { a, b } = edited((open) => {
      crowded(open).selected.splice(0, 1, { id: drawn, ticket: otherDigest('ticket') });
    });
    const files = [
      folder.file('a.json', JSON.stringify(a)),
      folder.file('b.json', JSON.stringify(b)),
    ];
    await page.setInputFiles('#files', files);
    await checksOf(page);
    const place = page.locator('#checks li[data-check=samples] .place');
    expect(await place.innerText()).toMatch(
      new RegExp(`^task “.+” · stratum s\\d+ · number 1 of those drawn · firm ${drawn}$`),
    );
  });

  const tamperings: [string, string, Forgery, { rows?: typeof frame }?][] = [
    [
      'a firm put in the place of a drawn one',
      'samples',
      edited((b) => {
        const { selected } = crowded(b);
        const id = 'someone else';
        selected.splice(-1, 1, { id, ticket: ticket(selectKey(b), id) });
      }),
    ],
    [
      'a ticket changed',
      'samples',
      edited((b) => {
        crowded(b).selected.splice(0, 1, { id: drawn, ticket: otherDigest('ticket') });
      }),
    ],
    [
      'substitutes in another order',
      'samples',
      edited((b) => {
        crowded(b).substitutes.reverse();
      }),
    ],
    [
      'a quota cut',
      'strata',
      edited((b) => {
        const stratum = crowded(b);
        stratum.quota -= 1;
        stratum.selected.pop();
      }),
    ],
    [
      'another seed',
      'seed',
      edited((b) => {
        b.seed = otherDigest('seed');
      }),
    ],
    [
      'an entropy of another source',
      'entropy',
      edited((b) => {
        b.entropy[0] = { label: 'dice.made-up', value: '1' };
      }),
    ],
    [
      'another programme',
      'policy',
      edited((b) => {
        b.policy.digest = otherDigest('policy');
      }),
    ],
    [
      'the reason of a certain visit changed',
      'certain',
      edited((b) => {
        for (const one of b.samples.flatMap((sample) => sample.certain)) one.reason = 'because';
      }),
    ],
    [
      'an inspector exchanged',
      'teams',
      edited((b) => {
        const [visit] = b.visits;
        const other = b.staff.find(({ id }) => visit?.members?.includes(id) === false);
        if (visit === undefined || other === undefined) throw new Error('the town is too small');
        visit.members = [other.id, ...(visit.members?.slice(1) ?? [])];
      }),
    ],
    [
      'a visit dropped',
      'visits',
      edited((b) => {
        b.visits.splice(
          b.visits.findIndex(({ kind }) => kind !== 'for-cause'),
          1,
        );
      }),
    ],
    [
      'notice A changed after it was published',
      'notice-a',
      republished((a) => {
        a.organ = `${a.organ}!`;
      }),
    ],
    [
      'a result without its digest',
      'result',
      { ...honest, b: { ...honest.b, result: otherDigest('r') } },
    ],
    ['a row struck from the frame', 'frame', honest, { rows: frame.slice(1) }],
  ];

  it.each(tamperings)('finds %s', async (_, check, { a, b }, { rows } = {}) => {
    const page = await opened();
    await page.fill('#digest', digestOfA);
    const files = [
      folder.file('forged-a.json', JSON.stringify(a)),
      folder.file('forged-b.json', JSON.stringify(b)),
      ...(rows === undefined ? [] : [folder.file('forged.csv', csvOf(rows))]),
    ];
    await page.setInputFiles('#files', files);
    const found = await faultsOf(page, rows !== undefined);
    const options = { digestOfA, ...(rows === undefined ? {} : { frame: rows }) };
    const expected = verifyDraw(a, b, options).checks.filter(({ ok }) => !ok);
    expect(found).toEqual(Object.fromEntries(expected.map((one) => [one.check, one.field])));
    expect(Object.keys(found)).toContain(check);
    expect(await page.locator('#verdict h3').innerText()).toBe('The draw does not hold');
  });

  it('says of a notice without its shape what is missing, and shows nothing else of it', async () => {
    const page = await opened();
    const { seed: _, ...rest } = honest.b;
    const file = folder.file('torn-b.json', JSON.stringify(rest));
    await page.setInputFiles('#files', [paths.a, file]);
    expect(await faultsOf(page)).toEqual({ 'notice-b': 'B.seed' });
    expect(await page.locator('#firm').isVisible()).toBe(false);
  });

  it.each([
    ['torn.json', '{"schema":', 'is no whole JSON'],
    ['other.json', '{"schema":"evenhand/notice-a/2"}', 'another version (evenhand/notice-a/2)'],
    ['summary.json', '[1, 2]', 'neither notice A nor notice B'],
    ['visits.csv', 'id,day\n1,2\n', 'is no frame'],
    ['nothing.csv', '', 'is no frame'],
    ['short.csv', 'task,id,stratum\nt,1,s01\nt,2\n', 'row 3'],
    ['quotes.csv', 'task,id,stratum\nt,"1"x,s01\n', 'row 2'],
  ])('names what is wrong with %s', async (name, content, text) => {
    const page = await opened();
    await page.setInputFiles('#files', folder.file(name, content));
    const fault = page.locator('#materials [role=alert]');
    expect(await fault.innerText()).toContain(text);
    expect(await page.locator('#outcome').isVisible()).toBe(false);
  });

  it('names a file that was no use until it is brought again, whatever comes after it', async () => {
    const page = await opened();
    const faults = page.locator('#materials [role=alert]');
    const torn = folder.file('torn (1).json', '{"schema":');
    await page.setInputFiles('#files', [torn, folder.file('short.csv', 'task,id,stratum\nt,2\n')]);
    await page.setInputFiles('#files', [paths.a, paths.b]);
    await checksOf(page);
    expect(await faults.allInnerTexts()).toEqual([
      expect.stringContaining('torn (1).json is no whole JSON'),
      expect.stringContaining('short.csv, row 2'),
    ]);
    await page.setInputFiles('#files', paths.frame);
    await checksOf(page, true);
    expect(await faults.allInnerTexts()).toEqual([expect.stringContaining('torn (1).json')]);
    await page.setInputFiles('#files', folder.file('torn.json', JSON.stringify(honest.b)));
    await faults.waitFor({ state: 'detached' });
  });

  it('reads a frame with quotes, guarded cells, line ends of Windows and a byte order mark', async () => {
    const page = await opened();
    const rows = frame.map(({ task, id, stratum }) => `"${stratum}",'=,"${id}",${task}\r\n`);
    const text = `\ufeffstratum,"a ""note""",id,task\r\n${rows.join('')}`;
    await page.setInputFiles('#files', [paths.a, paths.b, folder.file('odd.csv', text)]);
    expect((await checksOf(page, true))['frame']).toBe('ok');
  });

  it('uses no digest that is not whole, and says so', async () => {
    const page = await opened();
    await page.setInputFiles('#files', [paths.a, paths.b]);
    await checksOf(page);
    await page.fill('#digest', 'abc');
    await page.press('#digest', 'Tab');
    expect(await page.locator('#digest-fault').innerText()).toContain('64 hex digits');
    await page.fill('#digest', otherDigest('another'));
    await page.press('#digest', 'Tab');
    await page.waitForSelector('#checks li.wrong');
    expect(await faultsOf(page)).toEqual({ 'notice-a': 'A.digest' });
  });

  it('tells a drawn firm its ticket, by commands that anybody can repeat', async () => {
    const page = await withAll();
    await lookedUp(page, drawn);
    const task = page.locator('.task.drawn').first();
    await task.locator('.by-hand summary').click();
    const commands = await task.locator('pre').allInnerTexts();
    const results = await task.locator('output').allInnerTexts();
    const run = (command: string): string =>
      execFileSync('sh', ['-c', command], { encoding: 'utf8' }).slice(0, 64);
    expect(commands.map(run)).toEqual(results);
    expect(results).toHaveLength(3);
    expect(results[0]).toBe(honest.b.seed);
    expect(await task.locator('.tickets dd').first().innerText()).toBe(results[2]);
  });

  it('tells a firm that was not drawn its stratum and the threshold it is above', async () => {
    const page = await withAll();
    await lookedUp(page, leftOut.id);
    const task = page.locator(`[data-task="${leftOut.task}"]`);
    expect(await task.getAttribute('class')).toBe('task not-drawn');
    const text = await task.innerText();
    const stratum = honest.b.samples
      .find((sample) => sample.task === leftOut.task)
      ?.strata.find(({ code }) => code === leftOut.stratum);
    expect(text).toContain(`stratum ${leftOut.stratum}`);
    for (const shown of [stratum?.lastIn, stratum?.firstOut]) expect(text).toContain(shown ?? '');
    expect(await page.locator('.passed-over').count()).toBe(0);
  });

  it('tells a firm that is certain the reason', async () => {
    const page = await withAll();
    await lookedUp(page, certain.id);
    expect(await page.locator('.task.certain').first().innerText()).toContain(certain.reason);
  });

  it('shows a firm that was passed over as such', async () => {
    const forged = edited((b) => {
      crowded(b).selected.shift();
    });
    const page = await opened();
    const file = folder.file('passed-b.json', JSON.stringify(forged.b));
    await page.setInputFiles('#files', [paths.a, file, paths.frame]);
    await checksOf(page, true);
    await lookedUp(page, drawn);
    expect(await page.locator('.task.passed-over').count()).toBeGreaterThan(0);
  });

  it('without the frame says which strata would have drawn a firm', async () => {
    const page = await opened();
    await page.setInputFiles('#files', [paths.a, paths.b]);
    await checksOf(page);
    await lookedUp(page, '没有这一户');
    expect(await page.locator('.summary').first().innerText()).toContain('do not name 没有这一户');
    await page.locator('.others > summary').click();
    const tasks = await page.locator('.task').allInnerTexts();
    expect(tasks).toHaveLength(honest.a.tasks.length);
    expect(tasks.every((text) => /above the threshold of all|Only in stratum/.test(text))).toBe(
      true,
    );
  });

  it('says why a text can be no code, in either language', async () => {
    const page = await withAll();
    await lookedUp(page, 'x'.repeat(300));
    expect(await page.locator('#answer').innerText()).toContain('longer than 256 bytes');
    await page.click('#language');
    expect(await page.locator('#answer').innerText()).toBe('这不可能是代码：超过 256 字节。');
  });

  it('finds a firm whose code was typed with the wide signs of an input method', async () => {
    const page = await withAll();
    const wide = drawn.replaceAll(/[!-~]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
    );
    await lookedUp(page, wide);
    expect(await page.locator('#answer .note').first().innerText()).toContain(
      `Looked up as ${drawn}`,
    );
  });

  it('draws strata and loads that add up, with their figures as tables', async () => {
    const page = await withAll();
    const most = honest.a.tasks.toSorted((x, y) => y.strata.length - x.strata.length)[0];
    await page.selectOption('#task', most?.id as string);
    await page.locator('#strata-picture summary').click();
    const figures = await page.locator('#strata-picture td:nth-child(2)').allInnerTexts();
    const sum = (texts: readonly string[]): number =>
      texts.reduce((total, text) => total + Number(text.replaceAll(/\D/g, '')), 0);
    expect(sum(figures)).toBe(most?.frame.count);
    expect(await page.locator('#strata-picture svg g').count()).toBe(figures.length);
    await page.locator('#loads-picture summary').click();
    const officers = await page.locator('#loads-picture td:last-child').allInnerTexts();
    expect(sum(officers)).toBe(honest.b.loads.length);
  });

  it('speaks Chinese to a Chinese browser, and either language on demand', async () => {
    const page = await withAll({ locale: 'zh-CN' });
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    expect(await page.locator('#verdict h3').innerText()).toBe('核验通过');
    await lookedUp(page, drawn);
    await page.click('#language');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.locator('h1').innerText()).toBe('Check a public draw');
    const names = honest.a.tasks.map(({ name = '' }) => name).join('');
    const left = (await page.locator('main [data-en], #checks, #verdict').allInnerTexts()).join('');
    expect(
      [...left].filter((sign) => /\p{Script=Han}/u.test(sign) && !names.includes(sign)),
    ).toEqual([]);
  });

  it('fits a phone without sideways scrolling, and its controls a thumb', async () => {
    const phone = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
    const page = await withAll(phone);
    const more = [sealNotice(honest.b), ...amendments].map((one, i) =>
      folder.file(`phone-${i}.json`, JSON.stringify(one)),
    );
    await page.setInputFiles('#files', more);
    await page.waitForSelector('[data-later=chain].ok');
    await page.waitForSelector('#progress', { state: 'hidden' });
    await lookedUp(page, drawn);
    for (const one of await page.locator('details').all()) {
      await one.evaluate((element) => element.setAttribute('open', ''));
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    const controls = page.locator('button, .button, input:not(.hidden), select');
    for (const box of await Promise.all((await controls.all()).map((one) => one.boundingBox()))) {
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
  });

  it('is used with the keyboard alone, and shows where it is', async () => {
    const page = await opened();
    // A listener from the start, so that the dialog is caught however soon it comes.
    const chooser = new Promise<FileChooser>((resolve) => page.once('filechooser', resolve));
    const focused = (): Promise<string> => page.evaluate(`document.activeElement.id`);
    const tabTo = async (id: string): Promise<void> => {
      for (let i = 0; i < 12 && (await focused()) !== id; i++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(id);
      const ring = `getComputedStyle(document.activeElement.matches('.hidden')
        ? document.activeElement.nextElementSibling : document.activeElement).outlineStyle`;
      expect(await page.evaluate(ring)).toBe('solid');
    };
    await tabTo('language');
    await page.keyboard.press('Enter');
    expect(await page.locator('h1').innerText()).toBe('公示核验');
    await page.keyboard.press('Enter');
    await tabTo('files');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(Object.values(paths));
    await checksOf(page, true);
    await tabTo('digest');
    await page.keyboard.type(digestOfA);
    await tabTo('code');
    await page.waitForSelector('#progress', { state: 'hidden' });
    await page.keyboard.type(drawn);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.task.drawn');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.by-hand[open]');
    await tabTo('task');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#strata-picture .summary').innerText()).toContain(
      honest.a.tasks[1]?.name ?? honest.a.tasks[1]?.id,
    );
  });

  it.each([
    ['light', 'en-US'],
    ['dark', 'zh-CN'],
  ] as const)(
    'has no fault an accessibility checker finds (%s, %s)',
    async (colorScheme, locale) => {
      const page = await withAll({ colorScheme, locale, reducedMotion: 'reduce' });
      const more = [sealNotice(honest.b), ...amendments].map((one, i) =>
        folder.file(`more-${i}.json`, JSON.stringify(one)),
      );
      await page.setInputFiles('#files', more);
      await page.waitForSelector('[data-later=chain].ok');
      await page.waitForSelector('#progress', { state: 'hidden' });
      await lookedUp(page, drawn);
      for (const one of await page.locator('details').all()) {
        await one.evaluate((element) => element.setAttribute('open', ''));
      }
      await page.evaluate(axe);
      const { violations } = await page.evaluate<{
        violations: { id: string; nodes: { html: string }[] }[];
      }>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
  );

  it('says a fault without colour, to an accessibility checker too', async () => {
    const page = await opened();
    const forged = edited((b) => {
      b.seed = otherDigest('seed');
    });
    await page.setInputFiles('#files', [paths.a, folder.file('f.json', JSON.stringify(forged.b))]);
    await checksOf(page);
    expect(await page.locator('[data-check=seed]').innerText()).toContain('Does not hold');
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{ violations: { id: string }[] }>('axe.run()');
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('prints the checks and the figures, without its controls', async () => {
    const page = await withAll();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible, label.button:visible').count()).toBe(0);
    expect(await page.locator('#checks li').first().isVisible()).toBe(true);
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await page.locator('#facts dl').isVisible()).toBe(true);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await page.locator('#facts details').getAttribute('open')).toBe(null);
  });

  it('shows text of a notice as text, whatever it holds', async () => {
    const page = await opened();
    const { a } = republished((changed) => {
      for (const task of changed.tasks) task.name = '<img src=x onerror="document.title=1">';
    });
    await page.setInputFiles('#files', [folder.file('markup-a.json', JSON.stringify(a)), paths.b]);
    await checksOf(page);
    expect(await page.locator('#strata-picture .summary').innerText()).toContain('<img src=x');
    expect(await page.locator('img').count()).toBe(0);
  });
});
