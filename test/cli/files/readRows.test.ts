import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows, streamRows } from '../../../src/cli/files/readRows.js';
import { readText } from '../../../src/cli/files/readText.js';
import type { RawRow } from '../../../src/cli/files/rows.js';
import { gb18030Encoder } from './gb18030.js';
import { thrown, workplace } from './workplace.js';

const place = workplace();
const gb18030 = gb18030Encoder();
const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (Uint8Array | number[])[]) =>
  Buffer.concat(parts.map((p) => Buffer.from(p)));

const TABLE = 'id,名称\n1,北京市朝阳区\n2,€𠀀ḿ\n';
const VALUES = [
  { id: '1', 名称: '北京市朝阳区' },
  { id: '2', 名称: '€𠀀ḿ' },
];

async function codes(path: string, options = {}) {
  const { issues } = await readRows(path, options);
  return issues.map(({ code, row }) => ({ code, row }));
}

describe('a file that is streamed', () => {
  /** All takers that were asked for, each with what it got. */
  async function takers(content: Uint8Array, options = {}) {
    const given: RawRow[][] = [];
    const found = await streamRows(place.file('a.csv', content), options, () => {
      given.push([]);
      return given.at(-1) as RawRow[];
    });
    return { given: given.map((rows) => rows.map(({ values }) => values)), ...found };
  }
  const long = `id,名称\n${'1,北京\n'.repeat(20_000)}`;

  it('gives the rows that readRows holds', async () => {
    const { given, issues } = await takers(utf8(TABLE));
    expect([given, issues]).toEqual([[VALUES], []]);
  });

  it('begins anew where the first rows were read in another encoding', async () => {
    const { given, encoding } = await takers(
      bytes(utf8(`id,n\n${'1,a\n'.repeat(40_000)}`), gb18030('2,京\n')),
    );
    expect([encoding, given.length, given[0]?.length === 0]).toEqual(['gb18030', 2, false]);
    expect(given[1]).toHaveLength(40_001);
    expect(given[1]?.at(-1)).toEqual({ id: '2', n: '京' });
  });

  it('leaves a taker without rows where no encoding fits', async () => {
    const { given, issues } = await takers(bytes(utf8(long), [0xff, 0xff, 0x0a]));
    expect(given.at(-1)).toEqual([]);
    expect(issues).toHaveLength(1);
  });
});

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', utf8(TABLE), 'utf-8'],
    ['UTF-8 with its mark', utf8(`\ufeff${TABLE}`), 'utf-8'],
    ['GB 18030 with characters of one, two and four bytes', gb18030(TABLE), 'gb18030'],
    ['GB 18030 with its mark', gb18030(`\ufeff${TABLE}`), 'gb18030'],
    ['the famous 联通, which passes for UTF-8 at first', gb18030(`${TABLE}3,联通\n`), 'gb18030'],
  ])('is found: %s', async (_, content, encoding) => {
    const read = await readRows(place.file('a.csv', content));
    expect(read).toMatchObject({ encoding, format: 'csv', issues: [] });
    expect(read.rows.slice(0, 2).map(({ values }) => values)).toEqual(VALUES);
  });

  it('is taken as told', async () => {
    const file = place.file('a.csv', gb18030(TABLE));
    expect((await readRows(file, { encoding: 'gb18030' })).rows.length).toBe(2);
  });

  it('is not decided before the whole file is read', async () => {
    const ascii = utf8('id,n\n'.concat('1,a\n'.repeat(100_000)));
    const file = place.file('a.csv', bytes(ascii, gb18030('2,京\n')));
    const { encoding, rows } = await readRows(file);
    expect([encoding, rows.at(-1)?.values['n']]).toEqual(['gb18030', '京']);
  });

  it('is not mistaken where many characters pass for UTF-8', async () => {
    const file = place.file('a.csv', gb18030(`id,n\n${'1,一\n'.repeat(100)}2,京\n`));
    expect(await readRows(file)).toMatchObject({ encoding: 'gb18030', issues: [] });
  });

  it('is an issue with byte and row where it is not the one told', async () => {
    const file = place.file('a.csv', gb18030('id,n\n1,a\n2,京\n'));
    const { rows, issues } = await readRows(file, { encoding: 'utf-8' });
    expect(rows).toEqual([]);
    expect(issues).toMatchObject([
      {
        code: 'wrong-encoding',
        file: 'a.csv',
        row: 3,
        params: { offset: 11, given: '0xBE', expected: 'utf-8' },
      },
    ]);
  });

  it('is an issue where the file is neither, or is cut in its only character', async () => {
    expect(await codes(place.file('a.csv', bytes([0x61, 0x0a, 0xff])))).toEqual([
      { code: 'wrong-encoding', row: 2 },
    ]);
    expect(await codes(place.file('a.csv', bytes([0x61, 0x0a, 0xd6])))).toEqual([
      { code: 'wrong-encoding', row: 2 },
    ]);
  });

  it('is an issue where a mark says otherwise', async () => {
    const marked = place.file('a.csv', utf8(`\ufeff${TABLE}`));
    expect(await codes(marked, { encoding: 'gb18030' })).toEqual([
      { code: 'wrong-encoding', row: 1 },
    ]);
    for (const mark of [
      [0xff, 0xfe],
      [0xfe, 0xff],
    ]) {
      const { issues } = await readRows(
        place.file('a.ndjson', bytes(mark, Buffer.from('{', 'utf16le'))),
      );
      expect(issues[0]?.params['given']).toMatch(/^utf-16/);
    }
  });

  it('is UTF-8 beyond doubt, and not GB 18030, where long UTF-8 text is damaged or cut', async () => {
    const long = utf8(`id,n\n1,${'北京'.repeat(20)}\n`);
    const damaged = place.file('a.csv', bytes(long, [0xff], utf8('\n')));
    expect(await readRows(damaged)).toMatchObject({
      rows: [],
      encoding: 'utf-8',
      issues: [{ code: 'damaged-text', row: 3, params: { offset: long.length, given: '0xFF' } }],
    });
    const marked = place.file('a.csv', bytes(utf8('\ufeffid\n'), [0xd6, 0xd0]));
    expect(await codes(marked)).toEqual([{ code: 'damaged-text', row: 2 }]);
    const cut = place.file('a', bytes(long, [0xe5, 0x8c]));
    expect(await codes(cut)).toEqual([{ code: 'truncated-file', row: 3 }]);
    expect(await codes(cut, { encoding: 'utf-8', format: 'csv' })).toEqual([
      { code: 'truncated-file', row: 3 },
    ]);
  });

  it('does not change what is read, for any text both encodings can say', async () => {
    const cell = fc.string({ unit: fc.constantFrom('京', '業', '€', '𠀀', 'ḿ', 'a', '1', ' ') });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
        const text = `a,b\n${cells.map((value, i) => `${i},${value}\n`).join('')}`;
        const [one, other] = await Promise.all([
          readRows(place.file('a.csv', utf8(text)), { encoding: 'utf-8' }),
          readRows(place.file('a.csv', gb18030(text)), { encoding: 'gb18030' }),
        ]);
        expect(one.rows).toEqual(other.rows);
        expect(one.rows.map(({ values }) => values['b'])).toEqual(cells);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the format of a file', () => {
  it.each([
    ['a.csv', 'a\n1\n', 'csv'],
    ['a.ndjson', '{"a":1}\n', 'ndjson'],
    ['a.JSONL', '{"a":1}\n', 'ndjson'],
    ['a.json', '[{"a":1}]', 'json'],
    ['a.ndjson.gz', gzipSync('{"a":1}\n'), 'ndjson'],
    ['register', ' {"a":1}\n', 'ndjson'],
    ['register', '\n[{"a":1}]', 'json'],
    ['register.txt', 'a\n1\n', 'csv'],
    ['register.constructor', 'a\n1\n', 'csv'],
  ])('of %s with %j is found', async (name, content, format) => {
    const read = await readRows(place.file(name, content));
    expect(read).toMatchObject({ format, issues: [] });
    expect(read.rows.length).toBe(1);
  });

  it('is taken as told', async () => {
    const file = place.file('a.csv', '{"a":1}\n');
    expect((await readRows(file, { format: 'ndjson' })).rows[0]).toEqual({
      file: 'a.csv',
      row: 1,
      values: { a: 1 },
    });
  });

  it.each(['a.csv', 'a.ndjson', 'a.json', 'a'])(
    'an empty %s is empty, a blank one too',
    async (name) => {
      for (const text of ['', '\ufeff\n\n']) {
        expect(await codes(place.file(name, text))).toEqual([
          { code: 'empty-file', row: undefined },
        ]);
      }
    },
  );
});

describe('line breaks', () => {
  it.each([
    ['\\r\\n', 'a,b\r\n1,"x\r\ny"\r\n2,z\r\n'],
    ['\\r', 'a,b\r1,"x\ry"\r2,z\r'],
    ['mixed', 'a,b\r\n1,"x\ny"\n2,z'],
  ])('of any kind (%s) count once and read as \\n', async (_, text) => {
    const { rows } = await readRows(place.file('a.csv', text));
    expect(rows.map(({ row, values }) => [row, values['b']])).toEqual([
      [2, 'x\ny'],
      [4, 'z'],
    ]);
  });
});

describe('NDJSON', () => {
  it('sets a bad line aside with its number and goes on', async () => {
    const lines = ['{"a":1}', '', '{"a":', '[1]', 'null', '7', '\0', '{"a":2}'];
    const { rows, issues } = await readRows(place.file('a.ndjson', `${lines.join('\n')}\n`));
    expect(rows.map(({ row, values }) => [row, values])).toEqual([
      [1, { a: 1 }],
      [8, { a: 2 }],
    ]);
    expect(issues.map(({ code, row, params }) => [code, row, params['given']])).toEqual([
      ['bad-json', 3, '{"a":'],
      ['not-an-object', 4, 'list'],
      ['not-an-object', 5, 'null'],
      ['not-an-object', 6, 'number'],
      ['nul-byte', 7, undefined],
    ]);
  });

  it('says that a file whose last line is cut is not complete', async () => {
    const file = place.file('a.ndjson', '{"a":1}\n{"a":');
    expect(await codes(file)).toEqual([{ code: 'truncated-file', row: 2 }]);
  });

  it('takes a last line without a line break', async () => {
    const { rows, issues } = await readRows(place.file('a.ndjson', '{"a":1}\n{"a":2}'));
    expect([rows.length, issues.length]).toEqual([2, 0]);
  });
});

describe('a JSON list', () => {
  it('numbers its objects by their place', async () => {
    const { rows, issues } = await readRows(place.file('a.json', '[{"a":1},\n3,{"a":2}]'));
    expect(rows.map(({ row }) => row)).toEqual([1, 3]);
    expect(issues).toMatchObject([{ code: 'not-an-object', row: 2 }]);
  });

  it.each([
    ['[]', 'no-rows', undefined],
    ['{"a":1}', 'not-a-list', undefined],
    ['[{"a":1},', 'truncated-file', undefined],
    ['[{"a":1},\n{"a" 1}]', 'bad-json', 2],
    ['nonsense', 'bad-json', 1],
    ['[{"a":"\0"}]', 'nul-byte', undefined],
  ])('%j is an issue', async (text, code, row) => {
    expect(await codes(place.file('a.json', text))).toEqual([{ code, row }]);
  });
});

describe('a gzip file', () => {
  const many = `a,b\n${'1,京\n'.repeat(5_000)}`;

  it('reads as what is inside', async () => {
    const { rows } = await readRows(place.file('a.csv.gz', gzipSync(gb18030(many))));
    expect(rows.length).toBe(5_000);
  });

  it('is an issue where it is cut or damaged', async () => {
    const whole = gzipSync(many);
    const cut = place.file('a.csv.gz', whole.subarray(0, whole.length - 9));
    expect(await codes(cut)).toEqual([{ code: 'truncated-file', row: undefined }]);
    const damaged = Buffer.from(whole);
    damaged[20] = 0xff - (damaged[20] as number);
    expect(await codes(place.file('a.gz', damaged))).toEqual([
      { code: 'damaged-gzip', row: undefined },
    ]);
  });
});

describe('reading', () => {
  it('tells how far it is, never backwards, up to the end', async () => {
    const text = `a,b\n${'1,2\n'.repeat(60_000)}`;
    const seen: number[] = [];
    await readRows(place.file('a.csv', text), {
      onProgress: (done, total) => {
        expect(total).toBe(text.length);
        seen.push(done);
      },
    });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(text.length);
  });

  it('lets an error of the listener through', async () => {
    const file = place.file('a.csv', TABLE);
    const onProgress = () => {
      throw new RangeError('mine');
    };
    await expect(readRows(file, { onProgress })).rejects.toThrow('mine');
    await expect(readRows(file, { encoding: 'gb18030', onProgress })).rejects.toThrow('mine');
  });

  it('throws for a file that is not there, is a folder, or can not be read', async () => {
    const file = place.file('a.csv', 'a\n');
    const loop = join(dirname(file), 'loop');
    symlinkSync(loop, loop);
    mkdirSync(join(dirname(file), 'folder.csv'));
    for (const read of [readRows, readText]) {
      expect(await thrown(() => read(join(dirname(file), 'none')))).toMatchObject({
        code: 'no-such-file',
      });
      expect((await thrown(() => read(join(file, 'inside')))).code).toBe('no-such-file');
      expect((await thrown(() => read(join(dirname(file), 'folder.csv')))).code).toBe(
        'is-a-folder',
      );
      expect(await thrown(() => read(loop))).toEqual({
        code: 'not-readable',
        params: { file: loop, reason: 'ELOOP' },
      });
      expect((await thrown(() => read('/dev/null'))).code).toBe('not-readable');
    }
  });

  it('reads 200,000 rows of Chinese text', async () => {
    const tail = gb18030(',示例企业,朝阳区,6210,"餐饮, 中式",2020-01-01,A\n');
    const lines = Array.from({ length: 200_000 }, (_, i) => bytes(utf8(String(i)), tail));
    const header = utf8('id,name,district,industry,note,since,grade\n');
    const file = place.file('a.csv', Buffer.concat([header, ...lines]));
    const { rows, issues } = await readRows(file);
    expect([rows.length, issues.length]).toEqual([200_000, 0]);
    expect(rows.at(-1)).toMatchObject({
      row: 200_001,
      values: { id: '199999', note: '餐饮, 中式' },
    });
  });
});

describe('readText', () => {
  it('gives the text without mark, with plain line breaks', async () => {
    expect(await readText(place.file('a.json', '\ufeff{\r\n}'))).toBe('{\n}');
    expect(await readText(place.file('a.json', ''))).toBe('');
  });

  it('refuses what is not UTF-8', async () => {
    expect(await thrown(() => readText(place.file('a.json', gb18030('{"a":"京"}'))))).toMatchObject(
      {
        code: 'wrong-encoding',
        params: { offset: 6, given: '0xBE', expected: 'utf-8' },
      },
    );
  });
});
