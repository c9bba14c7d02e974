import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { bundle } from './bundle.js';

const rooms = Object.keys(packageJson.exports)
  .map((path) => path.slice(2))
  .filter((room) => room !== '' && !['cli', 'testing', 'package.json'].includes(room));

it('every room runs where there is nothing but the language', async () => {
  const { text } = await bundle(
    `import * as evenhand from 'evenhand';
     ${rooms.map((room, i) => `import * as room${i} from 'evenhand/${room}';`).join('\n     ')}
     const rooms = [${rooms.map((_, i) => `room${i}`).join(', ')}];
     const programme = evenhand.parseProgramme(evenhand.exampleProgramme);
     const firm = { id: '示例企业00017', facts: { industry: '6210' }, lists: [], events: [] };
     const { cell } = evenhand.assess(programme, firm, { asOf: '2026-01-15' });
     const names = rooms.map((room) => Object.keys(room).length > 0);
     answer = JSON.stringify([cell, evenhand.sha256('双随机'), names.every(Boolean), names.length]);`,
    'iife',
  );
  // No console, no process, no crypto, no TextEncoder: a page has more, never less.
  const page: { answer?: string } = createContext({ answer: '' });
  runInContext(text, page);
  expect(JSON.parse(page.answer ?? '')).toEqual([
    { risk: 'medium', credit: 'A' },
    createHash('sha256').update('双随机').digest('hex'),
    true,
    rooms.length,
  ]);
});

it('a Node built-in would be found', async () => {
  await expect(bundle("export { createHash } from 'node:crypto'")).rejects.toThrow('node:crypto');
});
