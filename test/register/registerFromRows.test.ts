import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawRow, RegisterOptions, RegisterRows } from '../../src/register/index.js';
import { registerFromRows as atOnce, safeParseRegister, usccOf } from '../../src/register/index.js';
import { throughIntake } from './throughIntake.js';

/** All at once, and the same row by row. */
function registerFromRows(rows: RegisterRows, options: RegisterOptions) {
  const read = atOnce(rows, options);
  expect(throughIntake(rows, options)).toEqual(read);
  return read;
}

const options: RegisterOptions = {
  facts: { seats: 'integer', area: 'decimal', industry: 'category', gas: 'boolean', opened: 'day' },
  asOf: '2026-01-01',
  districts: ['110105', '110108'],
};

/** Rows of one file, the first in row 2 as under a header. */
function rowsOf(file: string, ...values: RawRow['values'][]): RawRow[] {
  return values.map((one, i) => ({ file, row: i + 2, values: one }));
}

const authorities = rowsOf(
  'authorities.csv',
  { id: 'fire', name: '消防救援' },
  { id: 'food', name: '' },
);
const items = rowsOf('items.csv', {
  id: 'exits',
  name: '疏散通道',
  authority: 'fire',
  rank: '重点',
  methods: '现场;书面',
  basis: '消防法第五十三条',
});
const inspector = {
  id: 'P1',
  authority: 'fire',
  lead: '是',
  districts: '110105;110108',
  items: 'exits',
  certificates: 'C1@2027-12-31; C2@2020-01-01',
  capacity: '40',
  absences: '2026-05-01/2026-05-05',
  recusals: 'A:近亲属',
};
const firm = {
  id: 'A',
  name: '示例餐饮',
  since: '2020-05-01',
  district: '110105',
  state: '存续',
  lists: 'key; watch',
  sites: 'S1@110108;S2',
  lastVisits: 'fire=2024-03-01',
  seats: '80',
  area: '120.50',
  industry: '6210',
  gas: '1',
  opened: '2020-06-01',
};
const penalty = {
  id: 'e1',
  entity: 'A',
  kind: 'penalty',
  on: '2025-09-30',
  knownOn: '2026-02-01',
  until: '',
  repairedOn: '',
  source: 'city',
  amount: '5000',
  note: '',
};
const city: RegisterRows = {
  entities: rowsOf('entities.csv', firm),
  events: rowsOf('events.csv', penalty),
  inspectors: rowsOf('inspectors.csv', inspector),
  items,
  authorities,
};

const nouns = {
  entity: {
    id: 'A',
    name: '示例餐饮',
    since: '2020-05-01',
    district: '110105',
    state: 'active',
    lists: ['key', 'watch'],
    sites: [{ id: 'S1', district: '110108' }, { id: 'S2' }],
    lastVisits: { fire: '2024-03-01' },
    facts: { seats: 80, area: '120.5', industry: '6210', gas: true, opened: '2020-06-01' },
    events: [
      {
        id: 'e1',
        kind: 'penalty',
        on: '2025-09-30',
        knownOn: '2026-02-01',
        source: 'city',
        values: { amount: '5000' },
      },
    ],
  },
  inspector: {
    id: 'P1',
    authority: 'fire',
    lead: true,
    districts: ['110105', '110108'],
    items: ['exits'],
    certificates: [
      { id: 'C1', to: '2027-12-31' },
      { id: 'C2', to: '2020-01-01' },
    ],
    capacity: 40,
    absences: [{ from: '2026-05-01', to: '2026-05-05' }],
    recusals: [{ entity: 'A', reason: '近亲属' }],
  },
  item: {
    id: 'exits',
    name: '疏散通道',
    authority: 'fire',
    rank: 'key',
    methods: ['on-site', 'written'],
    basis: ['消防法第五十三条'],
  },
};
const wanted = {
  entities: [nouns.entity],
  inspectors: [nouns.inspector],
  authorities: [{ id: 'fire', name: '消防救援' }, { id: 'food' }],
  items: [nouns.item],
};
const noneAside = { entities: 0, events: 0, inspectors: 0, items: 0, authorities: 0 };

describe('a register read from rows', () => {
  it('is the same from tables as from objects', () => {
    const fromTables = registerFromRows(city, options);
    expect(fromTables).toEqual({ register: wanted, issues: [], setAside: noneAside });
    const { facts, ...rest } = nouns.entity;
    const fromObjects = registerFromRows(
      {
        entities: rowsOf('e.ndjson', {
          ...rest,
          name: nouns.entity.name,
          facts: { ...facts, area: 120.5 },
        }),
        inspectors: rowsOf('i.ndjson', nouns.inspector),
        items: rowsOf('t.ndjson', nouns.item),
        authorities: rowsOf(
          'a.ndjson',
          { id: 'food', name: null },
          { id: 'fire', name: '消防救援' },
        ),
      },
      options,
    );
    expect(fromObjects).toEqual(fromTables);
    expect(safeParseRegister(fromTables.register).ok).toBe(true);
  });

  it('is the same under Chinese headers', () => {
    const chinese = registerFromRows(
      {
        entities: rowsOf('e.csv', {
          统一社会信用代码: 'A',
          名称: '示例餐饮',
          成立日期: '2020-05-01',
          行政区划: '110105',
          登记状态: '存续',
          名单: 'key；watch',
          经营场所: 'S1@110108；S2',
          最近检查: 'fire=2024-03-01',
          seats: '80',
          area: '120.5',
          industry: '6210',
          gas: '是',
          opened: '2020-06-01',
        }),
        events: rowsOf('v.csv', {
          信息编号: 'e1',
          统一社会信用代码: 'A',
          信息类型: 'penalty',
          发生日期: '2025-09-30',
          归集日期: '2026-02-01',
          来源: 'city',
          amount: '5000',
        }),
        inspectors: rowsOf('i.csv', {
          执法证号: 'P1',
          监管部门: 'fire',
          组长: 'true',
          行政区划: '110105；110108',
          抽查事项: 'exits',
          证件: 'C1@2027-12-31；C2@2020-01-01',
          检查上限: '40',
          缺勤: '2026-05-01/2026-05-05',
          回避: 'A：近亲属',
        }),
        items: rowsOf('t.csv', {
          事项编号: 'exits',
          事项名称: '疏散通道',
          监管部门: 'fire',
          事项类别: '重点',
          检查方式: '现场；written',
          检查依据: '消防法第五十三条',
        }),
        authorities,
      },
      options,
    );
    expect(chinese).toEqual({ register: wanted, issues: [], setAside: noneAside });
  });

  it('comes by the bytes of ids, events by day and id, whatever the order of rows', () => {
    const ids = ['B', 'A', '乙', '\u{10000}', '\ufffd', 'A1', 'Z', 'Z'];
    const entities = rowsOf('e.csv', ...ids.map((id) => ({ id, since: '2020-01-01', seats: '1' })));
    const events = rowsOf(
      'v.csv',
      ...ids.flatMap((entity, i) =>
        ['2025-03-01', '2025-02-01', '2019-01-01', '2025-02-01'].map((on, j) => ({
          id: `${entity}-${(i + j) % 3}`,
          entity,
          kind: 'k',
          on,
          source: 's',
        })),
      ),
    );
    const first = registerFromRows({ entities, events }, options);
    expect(first.register.entities.map(({ id }) => id)).toEqual([
      'A',
      'A1',
      'B',
      '乙',
      '\ufffd',
      '\u{10000}',
    ]);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entities, { minLength: entities.length }),
        fc.shuffledSubarray(events, { minLength: events.length }),
        (shuffled, shuffledEvents) => {
          const again = registerFromRows({ entities: shuffled, events: shuffledEvents }, options);
          expect(again.register).toEqual(first.register);
          expect(again.setAside).toEqual(first.setAside);
          const codes = (reading: typeof first) => reading.issues.map(({ code }) => code).sort();
          expect(codes(again)).toEqual(codes(first));
        },
      ),
    );
    for (const { events: kept } of first.register.entities) {
      const keys = kept.map(({ on, id }) => `${on} ${id}`);
      expect(keys).toEqual([...keys].sort());
    }
  });

  it('has the authorities that items and inspectors name, where no rows give them', () => {
    const { register, issues } = registerFromRows({ ...city, authorities: undefined }, options);
    expect(register.authorities).toEqual([{ id: 'fire' }]);
    expect(issues).toEqual([]);
  });

  it('is empty for no rows', () => {
    expect(registerFromRows({ entities: [] }, options).register).toEqual({
      entities: [],
      inspectors: [],
      authorities: [],
      items: [],
    });
  });

  it('leaves its arguments as they were', () => {
    const before = structuredClone(city);
    registerFromRows(city, options);
    expect(city).toEqual(before);
  });

  it('types the values of events that are declared, and leaves the others as text', () => {
    const read = (values: Record<string, unknown>) =>
      registerFromRows(
        { ...city, events: rowsOf('v.csv', { ...penalty, ...values }) },
        { ...options, eventValues: { amount: 'integer' } },
      );
    expect(read({ note: '007' }).register.entities[0]?.events[0]?.values).toEqual({
      amount: 5000,
      note: '007',
    });
    expect(read({ amount: '' }).register.entities[0]?.events[0]).not.toHaveProperty('values');
    expect(read({ amount: '5k' }).issues).toMatchObject([
      { code: 'not-an-integer', path: ['values', 'amount'], file: 'v.csv', row: 2 },
    ]);
  });

  it('reads 20,000 entities and 60,000 events', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({
      ...firm,
      id: usccOf({
        authority: '9',
        type: '1',
        division: '110105',
        organisation: String(i).padStart(8, '0'),
      }),
    }));
    const events = many.flatMap(({ id }) =>
      [1, 2, 3].map((n) => ({ ...penalty, id: `e${n}`, entity: id })),
    );
    const rows = {
      entities: rowsOf('e.csv', ...many),
      events: rowsOf('v.csv', ...events),
      authorities,
    };
    const { register, issues } = registerFromRows(rows, options);
    expect(register.entities).toHaveLength(20_000);
    expect(register.entities.every((entity) => entity.events.length === 3)).toBe(true);
    expect(issues).toEqual([]);
  });
});

/** What is said of a city with one row changed, as `code file:row path`. */
function told(part: Partial<RegisterRows>, changed: Partial<RegisterOptions> = {}) {
  const { issues, setAside, register } = registerFromRows(
    { ...city, ...part },
    { ...options, ...changed },
  );
  const faults = issues.map(
    ({ code, severity, file, row, path }) =>
      `${severity} ${code} ${file}:${row ?? ''} ${path.join('.')}`,
  );
  return { faults, setAside, register, issues };
}

describe('an entity that is wrong', () => {
  it.each([
    [{ since: '2023-02-29' }, 'no-such-day', 'since'],
    [{ id: ' A' }, 'bad-id', 'id'],
    [{ id: '' }, 'missing-field', 'id'],
    [{ state: '沉睡' }, 'not-one-of', 'state'],
    [{ district: '110228' }, 'unknown-district', 'district'],
    [{ sites: 'S1@999999' }, 'unknown-district', 'sites.0.district'],
    [{ sites: 'S1;S1' }, 'repeated-site', 'sites.1.id'],
    [{ sites: '@110105' }, 'bad-id', 'sites.0.id'],
    [{ lastVisits: 'fire' }, 'no-such-day', 'lastVisits.fire'],
    [{ seats: '八十' }, 'not-an-integer', 'facts.seats'],
    [{ id: '91110108551385082R' }, 'uscc-check', 'id'],
    [{ id: '9111010855138508OQ' }, 'uscc-alphabet', 'id'],
    [{ id: 'Z11101085513850821' }, 'uscc-alphabet', 'id'],
  ])('with %j is set aside: %s at %s', (part, code, path) => {
    const { faults, setAside, register } = told({
      entities: rowsOf('e.csv', { ...firm, id: 'B' }, { ...firm, ...part }),
      events: [],
      inspectors: [],
    });
    expect(faults).toEqual([`error ${code} e.csv:3 ${path}`]);
    expect(setAside.entities).toBe(1);
    expect(register.entities.map(({ id }) => id)).toEqual(['B']);
  });

  it('is only warned of for a foreign organisation code or an abolished authority', () => {
    const organisation = told({
      entities: rowsOf('e.csv', { ...firm, id: '91110105123456780A' }),
      events: [],
      inspectors: [],
    });
    expect(organisation.faults).toEqual(['warning uscc-organisation e.csv:2 id']);
    expect(organisation.register.entities).toHaveLength(1);
    const authority = told({
      entities: rowsOf('e.csv', { ...firm, lastVisits: 'old=2020-01-01' }),
    });
    expect(authority.faults).toEqual(['warning unknown-authority e.csv:2 lastVisits.old']);
    expect(authority.register.entities).toHaveLength(1);
  });

  const alone = { events: [], inspectors: [] };

  it.each([
    '9.11101E+17',
    '9111010100000.0',
    '91110108551385082q',
    '91110108551385082Q\u200b',
    '\u3000JC-1',
    'JC\u200e-1',
    "'91110108551385082Q",
  ])('is warned of where its id was hardly meant: %j', (id) => {
    const { faults, register } = told({ ...alone, entities: rowsOf('e.csv', { ...firm, id }) });
    expect(faults).toEqual(['warning doubtful-id e.csv:2 id']);
    expect(register.entities).toHaveLength(1);
  });

  it.each(['示例企业00017', 'jc-000123', '91110108551385082x', 'E1', '17', '1.5', 'A 1'])(
    'may be called %j',
    (id) => {
      expect(told({ ...alone, entities: rowsOf('e.csv', { ...firm, id }) }).faults).toEqual([]);
    },
  );

  it('may have any id of 18 characters where codes are not checked', () => {
    const part = {
      entities: rowsOf('e.csv', { ...firm, id: '91110108551385082R' }),
      events: [],
      inspectors: [],
    };
    expect(told(part, { checkUscc: false }).faults).toEqual([]);
    expect(
      told({ ...part, entities: rowsOf('e.csv', { ...firm, id: '示例企业00017' }) }).faults,
    ).toEqual([]);
  });

  it('may lie in any district where none are given', () => {
    const part = { entities: rowsOf('e.csv', { ...firm, district: 'x', sites: 'S@y' }) };
    expect(told(part, { districts: undefined }).faults).toEqual([]);
  });

  it('is set aside with every row of its id, and both rows are named', () => {
    const entities = rowsOf('e.csv', firm, { ...firm, id: 'B' }, { ...firm, name: '另名' });
    const { faults, setAside, register, issues } = told({ entities });
    expect(faults).toEqual([
      'error repeated-id e.csv:4 id',
      'error entity-set-aside events.csv:2 entity',
    ]);
    expect(issues[0]?.params).toEqual({ given: 'A', first: 'e.csv:2', second: 'e.csv:4' });
    expect(setAside).toEqual({ ...noneAside, entities: 2, events: 1 });
    expect(register.entities.map(({ id }) => id)).toEqual(['B']);
  });

  it('takes the events inside its own object with it, in silence', () => {
    const entities = rowsOf('e.ndjson', { ...nouns.entity, since: 'x' });
    const { faults, setAside } = told({ entities, events: [] });
    expect(faults).toEqual(['error no-such-day e.ndjson:2 since']);
    expect(setAside).toEqual({ ...noneAside, entities: 1, events: 1 });
  });

  it.each([
    [{ facts: [] }, ['error wrong-type e.ndjson:2 facts']],
    [{ events: {} }, ['error wrong-type e.ndjson:2 events']],
    [{ events: [7] }, ['error wrong-type e.ndjson:2 events.0']],
    [
      { events: [{ ...nouns.entity.events[0], values: 7 }] },
      ['error wrong-type e.ndjson:2 events.0.values'],
    ],
    [{ colour: 'red' }, ['error unknown-field e.ndjson:2 colour']],
    [{ facts: { beds: 3 } }, ['warning unknown-column e.ndjson:2 facts.beds']],
  ])('as an object with %j is told: %j', (part, expected) => {
    const entities = rowsOf('e.ndjson', { ...nouns.entity, ...part });
    expect(told({ entities, events: [], inspectors: [] }).faults).toEqual(expected);
  });
});

describe('an event that is wrong', () => {
  it.each([
    [{ on: '2019-12-31' }, 'event-before-birth', 'on'],
    [{ on: '2026-01-02' }, 'event-in-future', 'on'],
    [{ on: '2025-13-01' }, 'no-such-day', 'on'],
    [{ on: '2025/3/1', repairedOn: '2025-04-03', until: '2025-05-01' }, 'no-such-day', 'on'],
    [{ on: '' }, 'missing-field', 'on'],
    [{ until: '2025-09-29' }, 'until-before-on', 'until'],
    [{ repairedOn: '2025-09-29' }, 'repaired-before-on', 'repairedOn'],
    [{ entity: 'Z' }, 'unknown-entity', 'entity'],
    [{ entity: '' }, 'missing-field', 'entity'],
    [{ entity: 7 }, 'wrong-type', 'entity'],
    [{ source: '' }, 'missing-field', 'source'],
    [{ id: '' }, 'missing-field', 'id'],
  ])('with %j is set aside: %s at %s', (part, code, path) => {
    const events = rowsOf('v.csv', { ...penalty, id: 'e0' }, { ...penalty, ...part });
    const { faults, setAside, register } = told({ events });
    expect(faults).toEqual([`error ${code} v.csv:3 ${path}`]);
    expect(setAside).toEqual({ ...noneAside, events: 1 });
    expect(register.entities[0]?.events.map(({ id }) => id)).toEqual(['e0']);
  });

  it('is told by its place inside its entity', () => {
    const event = { ...nouns.entity.events[0], on: '2019-12-31' };
    const { faults, register } = told({
      entities: rowsOf('e.ndjson', { ...nouns.entity, events: [event] }),
      events: [],
    });
    expect(faults).toEqual(['error event-before-birth e.ndjson:2 events.0.on']);
    expect(register.entities).toHaveLength(1);
  });

  it('is the same as an object of its own file', () => {
    const event = { ...nouns.entity.events[0], entity: 'A', until: null };
    expect(told({ events: rowsOf('v.ndjson', event) }).register).toEqual(wanted);
    const wrong = told({ events: rowsOf('v.ndjson', { ...event, values: [1] }) });
    expect(wrong.faults).toEqual(['error wrong-type v.ndjson:2 values']);
  });

  it('may share its id with another firm, not with another event of its own', () => {
    const entities = rowsOf('e.csv', firm, { ...firm, id: 'B' });
    const shared = rowsOf('v.csv', penalty, { ...penalty, entity: 'B' });
    expect(told({ entities, events: shared }).faults).toEqual([]);
    const twice = told({
      entities,
      events: rowsOf('v.csv', penalty, { ...penalty, on: '2025-01-01' }),
    });
    expect(twice.faults).toEqual(['error repeated-id v.csv:3 id']);
    expect(twice.setAside.events).toBe(2);
  });

  it('may be of the day of the register, of the first day, and end the day it began', () => {
    for (const on of ['2026-01-01', '2020-05-01']) {
      const event = { ...penalty, on, until: on, repairedOn: on };
      expect(told({ events: rowsOf('v.csv', event) }).faults).toEqual([]);
    }
  });
});

describe('an inspector or an item that is wrong', () => {
  it.each([
    [{ authority: 'tax' }, ['error unknown-authority i.csv:2 authority']],
    [{ items: 'exits;wires' }, ['error unknown-item i.csv:2 items.1']],
    [{ districts: '110105;1' }, ['error unknown-district i.csv:2 districts.1']],
    [{ certificates: 'C1' }, ['error missing-field i.csv:2 certificates.0.to']],
    [{ certificates: 'C1@soon' }, ['error no-such-day i.csv:2 certificates.0.to']],
    [{ capacity: '-1' }, ['error wrong-type i.csv:2 capacity']],
    [{ capacity: '' }, ['error missing-field i.csv:2 capacity']],
    [{ lead: '可' }, ['error wrong-type i.csv:2 lead']],
    [{ lead: '' }, ['error missing-field i.csv:2 lead']],
    [{ absences: '2026-05-05/2026-05-01' }, ['error range-inverted i.csv:2 absences.0']],
    [{ recusals: 'A' }, ['error missing-field i.csv:2 recusals.0.reason']],
    [{ recusals: 'Z:kin' }, ['warning unknown-recusal i.csv:2 recusals.0.entity']],
    [{ absences: '', recusals: '' }, []],
    [{ 姓名: '甲' }, ['warning unknown-column i.csv:2 姓名']],
  ])('inspector with %j is told: %j', (part, expected) => {
    const { faults, setAside } = told({ inspectors: rowsOf('i.csv', { ...inspector, ...part }) });
    expect(faults).toEqual(expected);
    expect(setAside.inspectors).toBe(expected.some((fault) => fault.startsWith('error')) ? 1 : 0);
  });

  it.each([
    [{ authority: 'tax' }, 'unknown-authority t.csv:2 authority'],
    [{ rank: '次要' }, 'not-one-of t.csv:2 rank'],
    [{ methods: '现场;电话' }, 'not-one-of t.csv:2 methods.1'],
  ])('item with %j is told: %s', (part, fault) => {
    const { faults, setAside } = told({
      items: rowsOf('t.csv', { ...items[0]?.values, ...part }),
      inspectors: [],
    });
    expect(faults).toEqual([`error ${fault}`]);
    expect(setAside.items).toBe(1);
  });

  it('is looked up only in rows that were given', () => {
    const { faults } = told({ items: undefined, authorities: undefined });
    expect(faults).toEqual([]);
  });
});

describe('the columns', () => {
  it('that are missing are told once a file, and its rows set aside', () => {
    const { id: _, ...rest } = penalty;
    const { faults, setAside, issues } = told({
      events: [...rowsOf('v.csv', rest, rest), ...rowsOf('w.csv', penalty)],
    });
    expect(faults).toEqual(['error missing-column v.csv: id']);
    expect(issues[0]?.params).toEqual({ given: 'id', expected: ['id', '信息编号', '事件编号'] });
    expect(setAside.events).toBe(2);
  });

  it('that nothing is known of are told once a file', () => {
    const entities = rowsOf('e.csv', { ...firm, beds: '1' }, { ...firm, id: 'B', beds: '2' });
    expect(told({ entities }).faults).toEqual(['warning unknown-column e.csv:2 facts.beds']);
  });

  it('that stand twice are told once, and the first is read', () => {
    const entities = rowsOf('e.csv', { ...firm, 名称: 'x' }, { ...firm, id: 'B', 名称: 'y' });
    const { faults, register } = told({ entities });
    expect(faults).toEqual(['warning repeated-column e.csv:2 name']);
    expect(register.entities.map(({ name }) => name)).toEqual(['示例餐饮', '示例餐饮']);
  });

  it('never reach a prototype', () => {
    const row = JSON.parse('{"id":"B","__proto__":"x","constructor":"y"}') as RawRow['values'];
    const events = rowsOf(
      'v.csv',
      JSON.parse(JSON.stringify({ ...penalty, entity: 'B', constructor: 'y' })) as RawRow['values'],
    );
    const { register } = told({ entities: rowsOf('e.csv', row), events, inspectors: [] });
    expect(register.entities[0]?.facts).toEqual({});
    expect(register.entities[0]?.events[0]?.values).toEqual({ amount: '5000', constructor: 'y' });
  });
});

describe('the options', () => {
  it.each([
    [{ asOf: '2026-02-30' }, 'no-such-day'],
    [{ facts: { name: 'category' } }, 'reserved-fact'],
    [{ facts: { 名称: 'category' } }, 'reserved-fact'],
    [{ facts: { x: 'number' as 'integer' } }, 'reserved-fact'],
  ] as [Partial<RegisterOptions>, string][])('with %j are refused: %s', (part, code) => {
    expect(() => registerFromRows(city, { ...options, ...part })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

it('any rows at all are read without a throw, and every row is kept or set aside', () => {
  const values = fc.dictionary(
    fc.oneof(
      fc.constantFrom('id', 'entity', 'on', 'events', 'facts', 'seats', 'sites', '名称'),
      fc.string(),
    ),
    fc.oneof(fc.constantFrom('A', 'B', '2025-01-01', 'x@y;z'), fc.string(), fc.jsonValue()),
    { maxKeys: 8 },
  );
  const rows = fc.array(values, { maxLength: 6 }).map((all) => rowsOf('any', ...all));
  fc.assert(
    fc.property(rows, rows, rows, rows, rows, (entities, events, inspectors, given, bodies) => {
      const { register, setAside, issues } = registerFromRows(
        { entities, events, inspectors, items: given, authorities: bodies },
        options,
      );
      expect(safeParseRegister(register).ok).toBe(true);
      expect(register.entities.length + setAside.entities).toBe(entities.length);
      expect(register.inspectors.length + setAside.inspectors).toBe(inspectors.length);
      expect(register.items.length + setAside.items).toBe(given.length);
      expect(register.authorities.length + setAside.authorities).toBe(bodies.length);
      const errors = issues.filter(({ severity }) => severity === 'error').length;
      const aside = Object.values(setAside).reduce((sum, count) => sum + count, 0);
      expect(aside === 0).toBe(errors === 0);
      expect(issues.every(({ file }) => file === 'any')).toBe(true);
    }),
  );
});
