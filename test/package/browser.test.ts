import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { bundle } from './bundle.js';

it('everything at the root runs where there is nothing but the language', async () => {
  const { text } = await bundle(
    `import * as evenhand from 'evenhand';
     const programme = evenhand.parseProgramme(evenhand.exampleProgramme);
     const firm = { id: '示例企业00017', facts: { industry: '6210' }, lists: [], events: [] };
     const { cell } = evenhand.assess(programme, firm, { asOf: '2026-01-15' });
     answer = JSON.stringify([cell, evenhand.sha256('双随机')]);`,
    'iife',
  );
  // No console, no process, no crypto, no TextEncoder: a page has more, never less.
  const page: { answer?: string } = createContext({ answer: '' });
  runInContext(text, page);
  expect(JSON.parse(page.answer ?? '')).toEqual([
    { risk: 'medium', credit: 'A' },
    createHash('sha256').update('双随机').digest('hex'),
  ]);
});

it('a Node built-in would be found', async () => {
  await expect(bundle("export { createHash } from 'node:crypto'")).rejects.toThrow('node:crypto');
});
