import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/cli/files/csvText.js';

describe('csvText', () => {
  it('quotes by RFC 4180 and ends lines in a line feed', () => {
    const rows = [
      ['id', '名称'],
      ['1', '北京, "老字号"'],
      ['2', 'a\nb'],
      ['3', 'a\rb'],
    ];
    expect(csvText(rows)).toBe('id,名称\n1,"北京, ""老字号"""\n2,"a\nb"\n3,"a\rb"\n');
  });

  it('writes numbers and booleans plainly and undefined as an empty cell', () => {
    expect(csvText([[-5, 0.25, true, false, undefined, '']])).toBe('-5,0.25,true,false,,\n');
  });

  it.each(['=1+1', '+1', '-1', '@a', '\ta', '＝1', '＋1', '－1', '＠a'])(
    'never lets a spreadsheet run %j',
    (cell) => {
      expect(csvText([[cell, 'x']])).toBe(`'${cell},x\n`);
    },
  );

  it('quotes a cell that begins with a carriage return as well', () => {
    expect(csvText([['\r=1']])).toBe('"\'\r=1"\n');
  });

  it('begins with a byte order mark when asked', () => {
    expect(csvText([['a']], { bom: true })).toBe('\ufeffa\n');
    expect(csvText([], { bom: true })).toBe('\ufeff');
    expect(csvText([])).toBe('');
  });

  it('changes no row it is given', () => {
    const rows = Object.freeze([Object.freeze(['=a', 1])]);
    expect(csvText(rows)).toBe("'=a,1\n");
    expect(rows).toEqual([['=a', 1]]);
  });
});
