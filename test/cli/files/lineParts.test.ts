import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineParts, readLineParts } from '../../../src/cli/files/lineParts.js';
import { writeFileWhole } from '../../../src/cli/files/writeFileWhole.js';
import { workplace } from './workplace.js';

const place = workplace();

describe('data that is kept line by line', () => {
  it('is read as JSON would have it, whatever it holds', async () => {
    const deep = { a: [{ b: [{ c: [{ d: [[1, 'x\ny\u2028']] }] }] }], ['__proto__']: { e: null } };
    const path = place.fresh('kept');
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.constant(deep)), async (value) => {
        await writeFileWhole(path, lineParts('first', value));
        const expected = JSON.parse(JSON.stringify(value));
        expect(await readLineParts(path, 'first')).toStrictEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('has a line for each row, and leaves out what has no value', async () => {
    const path = place.fresh('kept');
    const rows = (function* () {
      for (let i = 0; i < 3; i++) yield { i, none: undefined };
    })();
    await writeFileWhole(path, lineParts('k', { rows, none: undefined }));
    const text = readFileSync(path, 'utf8');
    expect(text).toBe('k\n{\n:"rows"\n[\n={"i":0}\n={"i":1}\n={"i":2}\n]\n}\n');
    expect(await readLineParts(path, 'k')).toEqual({ rows: [{ i: 0 }, { i: 1 }, { i: 2 }] });
  });

  it('counts only whole, under its own first line', async () => {
    const path = place.fresh('kept');
    await writeFileWhole(path, lineParts('key', { a: [1, 2, { b: [] }] }));
    const whole = readFileSync(path, 'utf8');
    expect(await readLineParts(path, 'key')).toEqual({ a: [1, 2, { b: [] }] });
    expect(await readLineParts(path, 'another')).toBeUndefined();
    expect(await readLineParts(place.fresh('nothing'), 'key')).toBeUndefined();
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.slice(0, length));
      expect(await readLineParts(path, 'key')).toBeUndefined();
    }
    for (const odd of [`${whole}=1\n`, whole.replace(']', '}'), whole.replace('=1', 'x1')]) {
      writeFileSync(path, odd);
      expect(await readLineParts(path, 'key')).toBeUndefined();
    }
  });
});
