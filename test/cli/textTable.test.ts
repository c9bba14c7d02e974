import { describe, expect, it } from 'vitest';
import { CITY_FACTS } from '../../src/city/cityFacts.js';
import { displayWidth, padded } from '../../src/cli/displayWidth.js';
import { factTypes } from '../../src/cli/factTypes.js';
import { grouped, textTable } from '../../src/cli/textTable.js';
import type { ProgrammeSource } from '../../src/programme/programme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';

describe('a table of text', () => {
  it('aligns Chinese by the columns it takes on a terminal', () => {
    const lines = textTable(
      ['任务', '范围'],
      [
        ['消防检查', 1200],
        ['tax', 7],
      ],
    );
    expect(lines).toEqual([
      '  任务       范围',
      '  --------  -----',
      '  消防检查  1,200',
      '  tax           7',
    ]);
    expect(lines.slice(1).map(displayWidth)).toEqual([17, 17, 17]);
  });

  it('is its header alone where there are no rows', () => {
    expect(textTable(['a', 'b'], [], 0)).toEqual(['a  b', '-  -']);
  });

  it.each([
    ['abc', 3],
    ['检查', 4],
    ['(全)', 4],
    ['가나', 4],
    ['𠀀', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('pads on either side and never cuts', () => {
    expect(padded('检', 4, 'left')).toBe('检  ');
    expect(padded('检', 4, 'right')).toBe('  检');
    expect(padded('long', 2, 'left')).toBe('long');
  });

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('groups %i as %s', (number, text) => {
    expect(grouped(number)).toBe(text);
  });
});

describe('the types of facts', () => {
  it('follow from the inputs of a programme’s schemes', () => {
    expect(factTypes(exampleProgramme)).toEqual(CITY_FACTS);
  });

  it('are days where years are counted from a fact, and decimals where any scheme has places', () => {
    const scheme = (inputs: object) => ({ kind: 'scheme', inputs });
    const source = {
      documents: [
        scheme({ load: { type: 'decimal', places: 1 }, since: { type: 'day' } }),
        scheme({ load: { type: 'integer' }, years: { type: 'full-years', since: 'opened' } }),
      ],
    } as unknown as ProgrammeSource;
    expect(factTypes(source)).toEqual({ load: 'decimal', opened: 'day' });
  });
});
