import { describe, expect, it } from 'vitest';
import { CITY_FACTS } from '../../src/city/cityFacts.js';
import { type CityTable, cityRows } from '../../src/city/cityRows.js';
import { sampleCity } from '../../src/city/sampleCity.js';
import { BEIJING_DISTRICTS } from '../../src/register/division.js';
import type { Register } from '../../src/register/nouns.js';
import type { RawRow } from '../../src/register/rawRow.js';
import { registerFromRows } from '../../src/register/registerFromRows.js';

const city = sampleCity({ entities: 3000 });

/** A table written to text and split again, by tabs, which no cell of it holds. */
function reread({ header, rows }: CityTable, file: string): RawRow[] {
  const text = [header, ...rows].map((cells) => cells.join('\t')).join('\n');
  const [names = [], ...lines] = text.split('\n').map((line) => line.split('\t'));
  return lines.map((cells, i) => ({
    file,
    row: i + 2,
    values: Object.fromEntries(names.map((name, j) => [name, cells[j] ?? ''])),
  }));
}

function readBack(register: Register, asOf: string) {
  const { entities, events, inspectors, items, authorities } = cityRows({ register });
  return registerFromRows(
    {
      entities: reread(entities, 'entities.csv'),
      events: reread(events, 'events.csv'),
      inspectors: reread(inspectors, 'inspectors.csv'),
      items: reread(items, 'items.csv'),
      authorities: reread(authorities, 'authorities.csv'),
    },
    {
      facts: CITY_FACTS,
      eventValues: { amount: 'integer' },
      asOf,
      districts: BEIJING_DISTRICTS.map(({ code }) => code),
    },
  );
}

describe('cityRows', () => {
  it('gives tables that read back to the very same register, with nothing to complain about', () => {
    const read = readBack(city.register, city.asOf);
    expect(read.issues).toEqual([]);
    expect(read.register).toEqual(city.register);
  });

  it('gives each row a cell for every column', () => {
    for (const { header, rows } of Object.values(cityRows(city))) {
      expect(new Set(header).size).toBe(header.length);
      expect(rows.every((cells) => cells.length === header.length)).toBe(true);
    }
  });

  it('keeps what the sample city does not use: values of events, firms that are but an id', () => {
    const register: Register = {
      entities: [
        { id: 'A', facts: {}, events: [], lists: [] },
        {
          id: 'B',
          sites: [{ id: 'x' }, { id: 'y', district: '110101' }],
          facts: { crowd: 0, hazardous: false },
          lists: [],
          events: [
            { id: 'e1', kind: 'fine', on: '2025-01-01', values: { amount: 0 }, source: 's' },
            { id: 'e2', kind: 'fine', on: '2025-01-02', source: 's' },
          ],
        },
      ],
      inspectors: [],
      authorities: [{ id: 'fire' }],
      items: [{ id: 'exits', authority: 'fire', rank: 'key', methods: ['on-site'], basis: ['b'] }],
    };
    const read = readBack(register, '2025-12-31');
    expect(read.issues).toEqual([]);
    expect(read.register).toEqual(register);
  });
});
