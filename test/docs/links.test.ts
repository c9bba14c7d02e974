import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './fences.js';

const pages = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join('docs', name),
  ),
].filter((name) => name.endsWith('.md'));

it.each(pages)('%s links to pages and headings that are there', (page) => {
  const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const local = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(local.filter((link) => !isThere(page, link))).toEqual([]);
});

it('every page is reached from the first page of its language or of the documentation', () => {
  const reached = new Set<string>();
  const waiting = ['README.md', 'docs/README.md', 'docs/zh/README.md'];
  for (const page of waiting) {
    if (reached.has(page)) continue;
    reached.add(page);
    for (const [, link = ''] of textOf(page).matchAll(/\]\(([^)#\s]+\.md)(?:#[^)\s]*)?\)/g)) {
      if (!/^[a-z]+:/.test(link)) waiting.push(join(dirname(page), link));
    }
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

it.each(pages)('%s says something', (page) => {
  expect(textOf(page)).toMatch(/^# .+\n+\S/);
});

function isThere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || headingsOf(target).includes(heading);
}

/** The anchors of a page's headings, as web views of Markdown make them. */
function headingsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
}
