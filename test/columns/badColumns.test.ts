import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { assessColumns } from '../../src/columns/assessColumns.js';
import { columnsOf } from '../../src/columns/columnBuilder.js';
import { compileColumns } from '../../src/columns/compileColumns.js';
import { entityAt } from '../../src/columns/entityAt.js';
import type {
  CodeColumn,
  DayColumn,
  EntityColumns,
  EventColumns,
  NumberColumn,
} from '../../src/columns/entityColumns.js';
import { explainRow } from '../../src/columns/explainRow.js';
import { unsupportedIn } from '../../src/columns/unsupported.js';
import type { EvenhandError } from '../../src/core/error.js';
import type { Issue } from '../../src/core/issue.js';
import { classify } from '../../src/programme/classify.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { exampleCredit } from '../../src/schemes/exampleCredit.js';
import { exampleRisk } from '../../src/schemes/exampleRisk.js';
import * as published from '../../src/schemes/index.js';
import type { Scheme } from '../../src/scoring/scheme.js';
import { programmeOf } from './programmeOf.js';

const { register, programme, asOf } = sampleCity({ entities: 300 });
const compiled = compileColumns(parseProgramme(programme).at(asOf));
const columns = columnsOf(compiled, register.entities);
const events = columns.events as EventColumns;
const industry = columns.facts['industry'] as CodeColumn;

function thrown(action: () => unknown): EvenhandError {
  try {
    action();
  } catch (error) {
    return error as EvenhandError;
  }
  throw new Error('nothing was thrown');
}

const faults = ({ issues }: EvenhandError): string[] =>
  issues.map(({ code, path }) => `${code} at ${path.join('.')}`);

describe('columns that do not fit', () => {
  const cases: [string, EntityColumns, string[]][] = [
    [
      'of unequal length',
      {
        ...columns,
        facts: { ...columns.facts, industry: { ...industry, codes: industry.codes.subarray(1) } },
      },
      ['column-length at facts.industry'],
    ],
    [
      'with validity of another length',
      { ...columns, facts: { industry: { ...industry, valid: new Uint8Array(3) } } },
      ['column-length at facts.industry.valid'],
    ],
    [
      'with offsets that fall',
      { ...columns, events: { ...events, offsets: events.offsets.with(3, 0xffff) } },
      ['bad-offsets at events.offsets.4'],
    ],
    [
      'with offsets that end early',
      {
        ...columns,
        events: { ...events, offsets: events.offsets.with(300, events.offsets[299] as number) },
      },
      ['bad-offsets at events.offsets.300'],
    ],
    [
      'with a text twice in a dictionary',
      {
        ...columns,
        events: { ...events, kinds: [...events.kinds.slice(1), events.kinds[1] as string] },
      },
      [`column-type at events.kinds.${events.kinds.length - 1}`],
    ],
    [
      'with several faults, all told at once',
      {
        ...columns,
        ids: [],
        events: { ...events, on: events.on.subarray(2), until: new Int32Array(1) },
      },
      ['column-length at ids', 'column-length at events.on', 'column-length at events.until'],
    ],
    [
      'with places that are none',
      {
        ...columns,
        facts: { crowd: { kind: 'number', values: new Int32Array(300), places: 0.5 } },
      },
      ['bad-places at facts.crowd.places'],
    ],
  ];
  it.each(cases)('%s are refused', (_, given, expected) => {
    const error = thrown(() => assessColumns(compiled, given));
    expect(error.code).toBe('bad-columns');
    expect(faults(error)).toEqual(expected);
  });

  it('of another kind than the input asks for are refused by name', () => {
    const facts = {
      ...columns.facts,
      industry: { kind: 'day', values: new Int32Array(300) } as const,
    };
    const error = thrown(() => assessColumns(compiled, { ...columns, facts }));
    expect([error.code, error.issues[0]?.path]).toEqual(['column-type', ['facts', 'industry']]);
  });
});

describe('a code beyond its dictionary', () => {
  const only = (row: number, issues: readonly { row: number; issues: readonly Issue[] }[]) =>
    issues
      .map((one) => [one.row, one.issues.map(({ code, path }) => `${code} at ${path.join('.')}`)])
      .filter(([at]) => at === row);

  it('of a fact is an issue of its row, and of no other', () => {
    const codes = industry.codes.slice();
    codes[17] = 250;
    const facts = { ...columns.facts, industry: { ...industry, codes } };
    const { issues } = assessColumns(compiled, { ...columns, facts });
    expect(issues).toHaveLength(1);
    expect(only(17, issues)).toEqual([[17, ['code-beyond-dictionary at facts.industry']]]);
  });

  it('of an event is an issue of its row', () => {
    const row = register.entities.findIndex((firm) => firm.events.length > 1);
    const kind = events.kind.slice();
    kind[(events.offsets[row] as number) + 1] = 250;
    const { issues } = assessColumns(compiled, { ...columns, events: { ...events, kind } });
    expect(issues).toHaveLength(1);
    expect(only(row, issues)).toEqual([[row, ['code-beyond-dictionary at events.1.kind']]]);
  });
});

describe('a number beyond what its column can mean', () => {
  const since = columns.facts['since'] as DayColumn;
  const crowd = columns.facts['crowd'] as NumberColumn;
  const issuesWith = (facts: EntityColumns['facts'], by = compiled) => {
    const given = { ...columns, facts: { ...columns.facts, ...facts } };
    const { issues } = assessColumns(by, given);
    for (const one of issues) expect(one.issues).toEqual(classify(by.at, entityAt(given, one.row)));
    return issues.map(({ row, issues: own }) => [row, ...own.map(({ code }) => code)]);
  };

  it.each([4_000_000, -800_000, 2 ** 31 - 1, -(2 ** 31)])(
    'as the day %d is an issue of its row',
    (day) => {
      const values = since.values.slice();
      values[17] = day;
      expect(issuesWith({ since: { ...since, values } })).toEqual([[17, 'wrong-fact-type']]);
    },
  );

  it('as a day that only a condition asks for is compared with none', () => {
    const when = { field: 'since', gte: '2000-01-01' } as const;
    const asked = programmeOf(
      {
        ...exampleCredit,
        terms: [
          {
            kind: 'conditional',
            id: 'young',
            when,
            points: '7',
            missing: { points: '0' },
            cite: 'example',
          },
        ],
        parts: [],
        overrides: [],
      } as unknown as Scheme,
      [{ scheme: exampleRisk }],
      asOf,
    );
    const values = since.values.slice();
    values[17] = 4_000_000;
    const { age: _, ...inputs } = exampleRisk.inputs;
    const plain = {
      ...exampleRisk,
      inputs,
      terms: exampleRisk.terms.filter(({ id }) => id !== 'age'),
    };
    const by = compileColumns(
      programmeOf(asked.credit.compiled.scheme, [{ scheme: plain as unknown as Scheme }], asOf),
    );
    const given = { ...columns, facts: { ...columns.facts, since: { ...since, values } } };
    const assessed = assessColumns(by, given);
    const found = classify(by.at, entityAt(given, 17));
    expect('credit' in found && found.credit.units).toBe(assessed.credit.units[17]);
    expect(assessed.issues).toEqual([]);
  });

  it.each([Number.NaN, 1e300, -(2 ** 53), 0.5])(
    'as the count %d is an issue of its row',
    (count) => {
      const values = Float64Array.from(crowd.values);
      values[17] = count;
      const [only, ...others] = issuesWith({ crowd: { ...crowd, values } });
      expect([only?.[0], others]).toEqual([17, []]);
    },
  );
});

describe('an explanation', () => {
  const assessed = assessColumns(compiled, columns, { trace: true });

  it('is refused where the row no longer gives its answer', () => {
    const row = register.entities.findIndex((firm) => firm.events.length > 0);
    const later = { ...columns, events: { ...events, on: events.on.map((day) => day - 4000) } };
    const changed = register.entities
      .map((_, i) => i)
      .filter((i) => {
        try {
          explainRow(compiled, later, assessed, i);
          return false;
        } catch (error) {
          return (error as EvenhandError).code === 'trace-mismatch';
        }
      });
    expect(row).toBeGreaterThanOrEqual(0);
    expect(changed.length).toBeGreaterThan(0);
    const same = register.entities.findIndex((firm) => firm.events.length === 0);
    expect(explainRow(compiled, later, assessed, same).ok).toBe(true);
  });

  it('is refused where only the trace was changed', () => {
    const bins = assessed.trace?.risk[0]?.bins[0] as Uint16Array;
    const forged = bins.slice();
    forged[5] = ((bins[5] as number) + 1) % 3;
    const trace = {
      ...assessed.trace,
      risk: [{ ...assessed.trace?.risk[0], bins: [forged] }],
    } as typeof assessed.trace;
    const error = thrown(() =>
      explainRow(compiled, columns, { ...assessed, ...(trace && { trace }) }, 5),
    );
    expect([error.code, error.issues[0]?.params['given']]).toEqual(['trace-mismatch', 'industry']);
  });

  it('of a row that is not there is refused', () => {
    expect(thrown(() => entityAt(columns, 300)).code).toBe('no-such-row');
    expect(thrown(() => entityAt(columns, -1)).code).toBe('no-such-row');
    expect(thrown(() => entityAt(columns, 0.5)).code).toBe('no-such-row');
  });
});

describe('what columns do not answer', () => {
  const documents: readonly unknown[] = Object.values(published);
  const schemes = documents.filter(
    (one): one is Scheme => (one as { kind?: string }).kind === 'scheme',
  );

  it('is an override that has no bit of its own', () => {
    const [first] = exampleRisk.overrides ?? [];
    const overrides = Array.from({ length: 34 }, (_, i) => ({ ...first, id: `o${i}` }));
    const scheme = { ...exampleRisk, overrides } as unknown as Scheme;
    expect(unsupportedIn(scheme).map(({ path, params }) => [...path, params['rule']])).toEqual([
      ['overrides', 32, 'o32'],
      ['overrides', 33, 'o33'],
    ]);
    const at = programmeOf(exampleCredit as unknown as Scheme, [{ scheme }], asOf);
    expect(thrown(() => compileColumns(at)).code).toBe('columns-unsupported');
  });

  it('is refused by name when it is compiled, for every published scheme', () => {
    const named = new Set(schemes.flatMap(unsupportedIn).map(({ params }) => params['construct']));
    expect(named).toContain('ladder');
    expect(named).toContain('events.consolidate');
    expect(schemes.filter((scheme) => unsupportedIn(scheme).length === 0).length).toBeGreaterThan(
      schemes.length / 2,
    );
  });
});
