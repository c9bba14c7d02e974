import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FrameRow } from 'evenhand/notice';
import type { Page } from 'playwright-core';

const root = join(import.meta.dirname, '../..');

/** A folder with the built page, and with the files a test drops on it. */
export function verifierFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-page-'));
  const page = join(folder, 'public-verifier.html');
  execFileSync(process.execPath, ['examples/public-verifier/build.mjs', page], { cwd: root });
  return {
    page,
    url: pathToFileURL(page).href,
    /** Writes a file and gives its path. */
    file(name: string, content: string): string {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A frame as its CSV file, with weights where a row has one. */
export function csvOf(frame: readonly FrameRow[]): string {
  const isWeighted = frame.some(({ weight }) => weight !== undefined);
  const lines = frame.map(({ task, id, stratum, weight = 1 }) =>
    [task, id, stratum, ...(isWeighted ? [weight] : [])].join(','),
  );
  return [`task,id,stratum${isWeighted ? ',weight' : ''}`, ...lines, ''].join('\n');
}

/** The page's checks, once the notices (and the frame, where there is one) have been looked at. */
export async function checksOf(page: Page, hasFrame = false): Promise<Record<string, string>> {
  await page.waitForSelector(
    hasFrame ? '#checks li[data-check=frame]:not(.skipped)' : '#checks li[data-check]',
  );
  await page.waitForSelector('#progress', { state: 'hidden' });
  const checks = await page
    .locator('#checks li')
    .evaluateAll(
      (list) =>
        list.map((one) => [one.getAttribute('data-check'), one.getAttribute('class')]) as [
          string,
          string,
        ][],
    );
  return Object.fromEntries(checks);
}

/** The checks that do not hold, each with the field the page names. */
export async function faultsOf(page: Page, hasFrame = false): Promise<Record<string, string>> {
  await checksOf(page, hasFrame);
  const wrong = page.locator('#checks li.wrong');
  const found: [string, string][] = [];
  for (const one of await wrong.all()) {
    const check = (await one.getAttribute('data-check')) ?? '';
    found.push([check, await one.locator('dd').first().innerText()]);
  }
  return Object.fromEntries(found);
}
