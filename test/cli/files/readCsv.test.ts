import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/cli/files/csvText.js';
import { csvReader } from '../../../src/cli/files/readCsv.js';
import type { RawRow } from '../../../src/cli/files/rows.js';
import type { Issue } from '../../../src/core/issue.js';
import { slowCsv } from './slowCsv.js';

function read(...blocks: string[]) {
  return readBy(undefined, ...blocks);
}

function readBy(size: number | undefined, ...blocks: string[]) {
  const found = { rows: [] as RawRow[], issues: [] as Issue[] };
  const reader = csvReader('a.csv', found, size);
  blocks.every((block) => reader.take(block));
  reader.end();
  return {
    rows: found.rows.map(({ row, values }) => ({ row, values })),
    issues: found.issues.map(({ code, row }) => ({ code, row })),
    found,
  };
}

describe('a well-formed CSV file', () => {
  it('gives each record by column name, as text, with the row an editor shows', () => {
    expect(read('id,name\n007,"北京, ""老字号"""\n8,\n').rows).toEqual([
      { row: 2, values: { id: '007', name: '北京, "老字号"' } },
      { row: 3, values: { id: '8', name: '' } },
    ]);
  });

  it('numbers a record with line breaks in a cell by its first line', () => {
    expect(read('a,b\n1,"x\n\ny"\n2,z\n')).toMatchObject({
      rows: [
        { row: 2, values: { b: 'x\n\ny' } },
        { row: 5, values: { b: 'z' } },
      ],
      issues: [],
    });
  });

  it('joins a cell whose line breaks fall between blocks', () => {
    const { rows } = read('a,b\n1,"x\n', 'y\n', 'z"\n', '2,w');
    expect(rows).toEqual([
      { row: 2, values: { a: '1', b: 'x\ny\nz' } },
      { row: 5, values: { a: '2', b: 'w' } },
    ]);
  });

  it('passes over blank lines and counts them', () => {
    expect(read('\na,b\n\n1,2\n\n').rows).toEqual([{ row: 4, values: { a: '1', b: '2' } }]);
  });

  it('keeps a column named like a part of every object', () => {
    const [row] = read('__proto__,constructor\n1,2\n').rows;
    expect(Object.entries(row?.values ?? {})).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});

describe('a faulty CSV file', () => {
  it.each([
    ['an empty file', '', [{ code: 'empty-file', row: undefined }]],
    ['blank lines alone', '\n\n', [{ code: 'empty-file', row: undefined }]],
    ['a header alone', 'a,b\n', [{ code: 'no-rows', row: undefined }]],
    ['a column without a name', 'a, ,b\n1,2,3\n', [{ code: 'empty-header', row: 1 }]],
    ['two columns of one name', 'a,b,a\n1,2,3\n', [{ code: 'repeated-header', row: 1 }]],
    ['a NUL in the header', 'a,\0b\n1,2\n', [{ code: 'nul-byte', row: 1 }]],
    ['a last line that was cut short', 'a,b\n1', [{ code: 'truncated-file', row: 2 }]],
    ['an unclosed quote at the end', 'a,b\n1,"x\n2,y\n', [{ code: 'truncated-file', row: 2 }]],
  ])('%s gives no rows and one issue', (_, text, issues) => {
    expect(read(text)).toMatchObject({ rows: [], issues });
  });

  it('only warns of a file without rows', () => {
    expect(read('a,b\n').found.issues[0]?.severity).toBe('warning');
  });

  it.each([
    ['too few columns', '1', 'column-count'],
    ['too many columns', '1,2,3', 'column-count'],
    ['a NUL byte', '1,x\0y', 'nul-byte'],
    ['a quote inside a plain cell', '1,北京"老字号"', 'bad-quotes'],
    ['text after a closing quote', '"1"x,2', 'bad-quotes'],
  ])('a row with %s is set aside and the others go on', (_, line, code) => {
    expect(read(`a,b\n1,2\n${line}\n3,4\n`)).toMatchObject({
      rows: [{ row: 2 }, { row: 4, values: { a: '3', b: '4' } }],
      issues: [{ code, row: 3 }],
    });
  });

  it('names the numbers of columns and a repeated header in the parameters', () => {
    expect(read('a,b\n1\n').found.issues[0]).toMatchObject({
      file: 'a.csv',
      params: { given: 1, expected: 2 },
    });
    expect(read('a,b,a\n').found.issues[0]?.params).toMatchObject({
      name: 'a',
      first: 1,
      column: 3,
    });
  });

  it('quotes no more than the beginning of a long row', () => {
    const given = read(`a,b\n${'长'.repeat(500)}"x\n`).found.issues[0]?.params['given'];
    expect(given).toBe(`${'长'.repeat(60)}…`);
  });

  it('loses one row, not the rest of a large file, to a quote that is never closed', () => {
    const many = '1,2\n'.repeat(300_000);
    const { rows, issues } = read('a,b\n1,"stray\n', many.slice(0, 600_000), many.slice(600_000));
    expect(issues).toEqual([{ code: 'bad-quotes', row: 2 }]);
    expect(rows.length).toBe(300_000);
    expect(rows[0]?.row).toBe(3);
  });
});

describe('csvReader', () => {
  const soup = fc
    .array(fc.constantFrom('a', '"', ',', '\n', '""', '",', '\n"', '京'), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('agrees with the slow reader on any text, well-formed or not, in any blocks', () => {
    fc.assert(
      fc.property(soup, fc.boolean(), fc.nat({ max: 60 }), (body, inBlocks, size) => {
        const text = `h1,h2\n${body}`;
        const blocks = inBlocks ? text.split(/(?<=\n)/) : [text];
        const { records, faults } = slowCsv(text);
        const isCut = (row: number) =>
          !text.endsWith('\n') && [...records, ...faults].every((other) => other.row <= row);
        const expected = {
          rows: records.slice(1).filter(({ cells }) => cells.length === 2),
          issues: [
            ...faults,
            ...records
              .filter(({ cells }) => cells.length !== 2)
              .map(({ row, cells }) => ({
                row,
                code: isCut(row) && cells.length < 2 ? 'truncated-file' : 'column-count',
              })),
          ].sort((a, b) => a.row - b.row),
        };
        const { rows, issues } = readBy(size + 1, ...blocks);
        expect(rows).toEqual(
          expected.rows.map(({ row, cells: [h1, h2] }) => ({ row, values: { h1, h2 } })),
        );
        expect(issues.filter(({ code }) => code !== 'no-rows')).toEqual(expected.issues);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back whatever csvText wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '京', '"', ',', '\n', ' ', '𠀀', "'") });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (cells) => {
        const rows = cells.filter(([a, b]) => a !== '' || b !== '');
        const back = read(csvText([['a', 'b'], ...rows])).rows.map(({ values }) => values);
        expect(back).toEqual(rows.map(([a, b]) => ({ a, b })));
      }),
    );
  });
});
