import { frameRoot } from 'evenhand/draw';
import { noticeA, noticeB } from 'evenhand/notice';
import { drawPlan, type Prepared } from 'evenhand/plan';
import { expect, it } from 'vitest';
import { prepared } from '../notice/forger.js';
import { ENTROPY, frameOf } from '../plan/year.js';
import { describeInBrowser, launched } from './chromium.js';
import { checksOf, csvOf, verifierFolder } from './verifierPage.js';

const ROWS = 1_000_000;

/** A draw with a million more firms in one task, in a stratum that none is drawn from. */
function million(): Prepared {
  const [first, ...others] = prepared.tasks;
  if (first === undefined) throw new Error('the town has no task');
  const crowd = Array.from({ length: ROWS }, (_, i) => ({
    id: `91110000MA${String(i).padStart(8, '0')}`,
    stratum: 'z99',
  }));
  const frame = [...first.frame, ...crowd];
  const [model] = first.strata;
  if (model === undefined) throw new Error('its first task has no stratum');
  const strata = [...first.strata, { ...model, code: 'z99', size: ROWS, quota: 0 }];
  // Nobody of the crowd is drawn, so the quota is told as the number that it is.
  const total = first.strata.reduce((sum, { quota }) => sum + quota, 0);
  const task = { ...first.task, quota: { total } };
  return {
    ...prepared,
    tasks: [{ ...first, task, frame, frameRoot: frameRoot(frame), strata }, ...others],
  };
}

describeInBrowser('a frame of a million rows', () => {
  it('is read and drawn from again while the page goes on answering', {
    timeout: 180_000,
  }, async () => {
    const folder = verifierFolder();
    const large = million();
    const files = [
      folder.file('notice-a.json', JSON.stringify(noticeA(large))),
      folder.file('notice-b.json', JSON.stringify(noticeB(drawPlan(large, ENTROPY)))),
      folder.file('frame.csv', csvOf(frameOf(large))),
    ];
    const browser = await launched();
    try {
      const page = await browser.newPage({ locale: 'en-US' });
      await page.goto(folder.url);
      await page.evaluate(`globalThis.seen = new Set();
        setInterval(() => seen.add(document.getElementById('progress-text').textContent), 10);`);
      await page.setInputFiles('#files', files);
      await page.locator('#progress-text', { hasText: 'Reading' }).waitFor();
      // The notices are checked before the frame is read, and a firm is answered meanwhile.
      expect(await page.locator('#checks li.ok').count()).toBe(12);
      await page.click('#language');
      expect(await page.locator('h1').innerText()).toBe('公示核验');
      await page.click('#language');
      await page.fill('#code', '91110000MA00999999');
      await page.press('#code', 'Enter');
      await page.waitForSelector('.task.not-listed', { state: 'attached' });
      expect((await checksOf(page, true))['frame']).toBe('ok');
      const seen = await page.evaluate<string[]>('[...seen]');
      expect(seen.filter((text) => text.startsWith('Reading')).length).toBeGreaterThan(3);
      expect(seen).toContain('Running the draw again from the whole frame …');
      await page.waitForSelector('.task.not-drawn');
      expect(await page.locator('.task.not-drawn').first().innerText()).toContain('stratum z99');
    } finally {
      await browser.close();
      folder.remove();
    }
  });
});
