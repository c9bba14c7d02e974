import { noticeB, noticeBMarkdown } from 'evenhand/notice';
import { expect, it } from 'vitest';
import { jsonParts } from '../../src/cli/files/jsonParts.js';
import { ownDigest } from '../../src/core/digest.js';
import { noticeBPieces } from '../../src/notice/markdownB.js';
import { noticeBRows } from '../../src/notice/noticeB.js';
import { plan } from './forger.js';

const rows = noticeBRows(plan);
const whole = noticeB(plan);

it('notice B row by row is the notice: the same JSON, digest and page', async () => {
  expect(JSON.stringify(rows)).toBe(JSON.stringify(whole));
  expect(whole.visits.length).toBeGreaterThan(0);
  expect(structuredClone(whole)).toEqual(whole);
  expect(whole.digest).toBe(ownDigest({ ...whole }));
  const parts: string[] = [];
  const content = jsonParts(rows, { indent: 2 });
  if (typeof content === 'function') await content(async (part) => void parts.push(String(part)));
  expect(parts.join('')).toBe(`${JSON.stringify(whole, null, 2)}\n`);
  for (const lang of ['zh', 'en'] as const) {
    const pieces = [...noticeBPieces(rows, lang)];
    expect(pieces.length).toBeGreaterThan(whole.visits.length);
    expect(pieces.join('')).toBe(noticeBMarkdown(whole, lang));
  }
});
