import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

/** Where Chromium is: as told, or wherever the system keeps it. */
const path = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'chromium')),
].find((one) => one !== undefined && one !== '' && existsSync(one));

const isRequired = process.env['EVENHAND_REQUIRE_BROWSER'] === '1';

/**
 * Claims about a page in a real browser. Where there is no Chromium they are reported as left out; the
 * gate requires it, and there they fail.
 */
export const describeInBrowser: typeof describe.skip = describe.runIf(
  path !== undefined || isRequired,
);

/** Chromium without a window, without a profile of anybody's and without talking to anybody. */
export function launched(): Promise<Browser> {
  if (path === undefined) {
    throw new Error('no Chromium: install `chromium`, or name its path in CHROMIUM');
  }
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}
