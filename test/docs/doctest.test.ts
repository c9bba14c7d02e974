import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checked } from './checked.js';
import { fences, fencesOf, root } from './fences.js';

// A folder for each process, so that two runs of the suite do not meet.
const out = join(root, 'test/docs/.doctest', String(process.pid));
mkdirSync(out, { recursive: true });
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('what the documentation says is true', () => {
  const all = fences().map((fence) => [`${fence.file}:${fence.line}`, fence] as const);

  it.each(all)('%s', async (_, { file, line, code }) => {
    const path = join(out, `${file.replaceAll(/\W/g, '_')}_${line}.ts`);
    const padding = '\n'.repeat(line);
    writeFileSync(path, `import { expect } from 'vitest';${padding}${checked(code)}\nexport {};\n`);
    await import(/* @vite-ignore */ path);
  });
});

describe('a fence', () => {
  it('is found in a page and in a doc comment, with its line', () => {
    expect(fencesOf('a.md', 'Text\n\n```ts\n1; // => 1\n```\n')).toEqual([
      { file: 'a.md', line: 3, code: '1; // => 1\n' },
    ]);
    expect(fencesOf('a.ts', '/**\n * ```ts\n * 2 *\n *   3;\n * ```\n */')).toEqual([
      { file: 'a.ts', line: 2, code: '2 *\n  3;\n' },
    ]);
  });

  it('is only shown where it says so', () => {
    expect(fencesOf('a.md', '```ts no-run\nsecret();\n```\n')).toEqual([]);
  });

  it('compares what stands before `=>` with what stands behind it', () => {
    expect(checked('f(1); // => [2]')).toBe('expect(f(1)).toEqual([2]); // => [2]');
  });

  it('compares a statement of several lines, and moves none', () => {
    expect(checked('a();\nf({\n  a: "; // x",\n}).b; // => 3\nb();')).toBe(
      'a();\nexpect(f({\n  a: "; // x",\n}).b).toEqual(3); // => 3\nb();',
    );
  });

  it('wants the code of an error', () => {
    expect(checked("f(1); // throws 'bad-id'")).toBe(
      "expect(() => f(1)).toThrow(expect.objectContaining({ code: 'bad-id' })); // throws 'bad-id'",
    );
  });

  it('refuses a claim that nothing would check', () => {
    expect(() => checked('const a = 1; // => 1')).toThrow('a claim needs an expression');
    expect(() => checked('{\n  f(); // => 1\n}')).toThrow('1 of 1 claims stand alone');
  });
});
