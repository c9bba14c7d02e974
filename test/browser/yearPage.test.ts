import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ToldYear, tellYear } from '../../examples/a-year-in-the-city/tellYear.js';
import { describeInBrowser, launched } from './chromium.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describeInBrowser('the page of a year', () => {
  let browser: Browser;
  let told: ToldYear;
  beforeAll(async () => {
    browser = await launched();
    told = tellYear(200, 2);
  }, 300_000);
  afterAll(() => browser?.close());

  it.each([
    ['zh', 1240],
    ['zh', 360],
    ['en', 1240],
    ['en', 360],
  ] as const)(
    'in %s, %i pixels wide, is accessible, fits, and asks for nothing',
    async (lang, width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setContent(told.pages[lang]);
      await page.evaluate(axe);
      const { violations } = await page.evaluate<{
        violations: { id: string; nodes: { html: string }[] }[];
      }>('axe.run()');
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual(
        [],
      );
      const isWider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect(isWider).toBe(false);
      // Every plot that is shown has a place, and its letters are no smaller than eleven pixels.
      const letters = await page.evaluate<number[]>(
        `[...document.querySelectorAll('svg text')].filter((t) => t.getClientRects().length > 0 && t.textContent !== '')
        .map((t) => parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getBoundingClientRect().width / t.ownerSVGElement.viewBox.baseVal.width)`,
      );
      expect(letters.length).toBeGreaterThan(50);
      expect(Math.min(...letters)).toBeGreaterThan(10);
      expect(asked).toEqual([]);
      await page.close();
    },
    60_000,
  );
});
