import { paretoKey } from 'evenhand/draw';
import { amendPlan, noticeA, noticeB, type PlanAmendment, proveEntity } from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { ticket } from 'evenhand/ticket';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { firms, task, townInput } from '../plan/town.js';
import { town } from '../plan/weighed.js';
import { ENTROPY, frameOf } from '../plan/year.js';
import { describeInBrowser, launched } from './chromium.js';
import { checksOf, csvOf, verifierFolder } from './verifierPage.js';

describeInBrowser('the public verifier, beyond one draw by equal chances', () => {
  let folder: ReturnType<typeof verifierFolder>;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = verifierFolder();
    browser = await launched();
  }, 60_000);
  afterEach(async () => {
    await page.context().close();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    folder?.remove();
  });

  /** The page with files of these names and contents; whatever the browser complains about fails the test. */
  async function pageWith(contents: Readonly<Record<string, unknown>>): Promise<void> {
    page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(folder.url);
    await add(contents);
  }
  const add = (contents: Readonly<Record<string, unknown>>): Promise<void> =>
    page.setInputFiles(
      '#files',
      Object.entries(contents).map(([name, content]) =>
        folder.file(name, typeof content === 'string' ? content : JSON.stringify(content)),
      ),
    );
  async function lookedUp(code: string): Promise<string> {
    await page.fill('#code', code);
    await page.press('#code', 'Enter');
    await page.locator('#answer .summary', { hasText: code }).waitFor();
    return page.locator('#answer').innerText();
  }

  it('tells every kind of firm in a draw by weight its weight, its key, and where it lies', async () => {
    const { a, b, frame } = town;
    await pageWith({ 'a.json': a, 'b.json': b, 'frame.csv': csvOf(frame) });
    expect(new Set(Object.values(await checksOf(page, true)))).toEqual(new Set(['ok']));
    expect(await page.locator('#verdict h3').innerText()).toBe('The draw holds');
    const [stratum] = b.samples[0]?.strata ?? [];
    const { takeAll = [], selected = [], substitutes = [], lastInKey } = stratum ?? {};
    const listed = new Set([...takeAll, ...selected, ...substitutes].map(({ id }) => id));
    const left = frame.filter(({ id }) => !listed.has(id));
    expect([takeAll.length, selected.length > 0, left.length > 0]).toEqual([2, true, true]);

    const heavy = takeAll[0]?.id as string;
    const inByWeight = await lookedUp(heavy);
    await page.waitForSelector('.task.take-all');
    expect(inByWeight).toContain(`with the weight ${frame.find(({ id }) => id === heavy)?.weight}`);

    for (const [kind, one] of [
      ['drawn', selected[0]],
      ['not-drawn', left[0]],
    ] as const) {
      const id = one?.id as string;
      const text = await lookedUp(id);
      await page.waitForSelector(`.task.${kind}`);
      const weight = frame.find((row) => row.id === id)?.weight as number;
      const rows = await page.locator('.task .tickets > *').allInnerTexts();
      const told = (name: string): string => rows[rows.indexOf(name) + 1] as string;
      expect(told('Weight')).toBe(String(weight));
      const own = ticket(b.keys['select:all'] as string, id);
      const key = paretoKey(own, weight, stratum?.weights?.rest ?? 0, stratum?.weights?.quota ?? 0);
      expect(Number(told('Key by weight'))).toBe(key);
      expect(rows).toContain(lastInKey);
      expect(Number(told('Key by weight')) <= Number(lastInKey)).toBe(kind === 'drawn');
      // The order is not that of the tickets, so no line of tickets is drawn.
      expect(await page.locator('.task svg.line').count()).toBe(0);
      if (kind === 'not-drawn') expect(text).toContain('its key is above their threshold');
    }
  });

  it('tells a firm what it weighs by its proof, where nobody has the frame', async () => {
    const { a, b, frame, prepared } = town;
    const [stratum] = b.samples[0]?.strata ?? [];
    const id = frame.find(
      (row) =>
        ![stratum?.takeAll, stratum?.selected, stratum?.substitutes].some((list) =>
          list?.some((unit) => unit.id === row.id),
        ),
    )?.id as string;
    await pageWith({ 'a.json': a, 'b.json': b });
    await checksOf(page);
    await lookedUp(id);
    await page.locator('.others > summary').click();
    expect(await page.locator('.task').innerText()).toContain(
      'is drawn by weight: the frame, or its proof, would tell',
    );
    await add({ 'proof.json': proveEntity(prepared, 'one', id) });
    await page.waitForSelector('.task.not-drawn .proof.ok');
    expect(await page.locator('.task').innerText()).toContain('its key is above their threshold');
  });

  it('shows a top-up, and whom it added', async () => {
    const entities = firms(30, 'low', 'B');
    const prepared = preparePlan(townInput(entities, [task('one', { quota: { total: 6 } })]));
    const b = noticeB(drawPlan(prepared, ENTROPY));
    const reason = 'a summer of complaints';
    const topUp = (amendments: readonly PlanAmendment[], total: number): PlanAmendment =>
      amendPlan(
        { prepared, noticeB: b, amendments },
        { kind: 'top-up', task: 'one', total, reason },
      );
    const first = topUp([], 10);
    const second = topUp([first], 12);
    const files = {
      'a.json': noticeA(prepared),
      'b.json': b,
      'frame.csv': csvOf(frameOf(prepared)),
      'amendment-1.json': first,
      'amendment-2.json': second,
    };
    await pageWith(files);
    await checksOf(page, true);
    await page.waitForSelector('[data-later=chain].ok');
    const shown = await page.locator('[data-amendment="1"]').innerText();
    expect(shown).toContain(`10 in all, because: ${reason}`);
    expect(shown).toContain('the next 4 in the same order, 10 now');
    for (const [number, amendment] of [first, second].entries()) {
      const added = amendment.additions?.flatMap((piece) => piece.added) ?? [];
      expect(added).toHaveLength(number === 0 ? 4 : 2);
      for (const { id } of added) {
        const text = await lookedUp(id);
        await page.waitForSelector('.change.added');
        expect(text).toContain(`Added by amendment ${number + 1}, which draws more: ${reason}`);
        expect(text).toContain('visits: 1.');
      }
    }
    const drawn = b.samples[0]?.strata[0]?.selected[0]?.id as string;
    await lookedUp(drawn);
    expect(await page.locator('.change').count()).toBe(0);

    // One firm exchanged for another: the chain does not hold, and nobody is told it added him.
    const forged = structuredClone(first) as unknown as {
      additions?: { added: { id: string }[] }[];
    };
    const piece = forged.additions?.[0]?.added[0] as { id: string };
    const outside = entities.find(
      ({ id }) => !JSON.stringify([b.samples, first, second]).includes(id),
    )?.id as string;
    piece.id = outside;
    await page.context().close();
    const { 'amendment-2.json': _, ...once } = files;
    await pageWith({ ...once, 'amendment-1.json': forged });
    await checksOf(page, true);
    await page.waitForSelector('[data-later=chain].wrong');
    await lookedUp(outside);
    expect(await page.locator('.change').count()).toBe(0);
  });
});
