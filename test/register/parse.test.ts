import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';
import type { Condition } from '../../src/register/condition.js';
import type { conditionSchema } from '../../src/register/conditionSchema.js';
import type { entitySchema, eventSchema } from '../../src/register/entitySchema.js';
import * as room from '../../src/register/index.js';
import type { inspectorSchema } from '../../src/register/inspectorSchema.js';
import type { authoritySchema, itemSchema } from '../../src/register/itemSchema.js';
import type * as nouns from '../../src/register/nouns.js';
import type { registerSchema } from '../../src/register/registerSchema.js';
import type { taskSchema } from '../../src/register/taskSchema.js';
import type { demandSchema, visitSchema } from '../../src/register/visitSchema.js';

type Frozen<T> = T extends string | number | boolean
  ? T
  : { readonly [K in keyof T]: Frozen<T[K]> };

describe('the types', () => {
  it('of schemas and nouns are equal', () => {
    expectTypeOf<Frozen<z.output<typeof entitySchema>>>().toEqualTypeOf<Frozen<nouns.Entity>>();
    expectTypeOf<Frozen<z.output<typeof eventSchema>>>().toEqualTypeOf<Frozen<nouns.Event>>();
    expectTypeOf<Frozen<z.output<typeof itemSchema>>>().toEqualTypeOf<Frozen<nouns.Item>>();
    expectTypeOf<z.output<typeof authoritySchema>>().toExtend<nouns.Authority>();
    expectTypeOf<Frozen<z.output<typeof authoritySchema>>>().toEqualTypeOf<nouns.Authority>();
    expectTypeOf<Frozen<z.output<typeof inspectorSchema>>>().toEqualTypeOf<
      Frozen<nouns.Inspector>
    >();
    expectTypeOf<Frozen<z.output<typeof demandSchema>>>().toEqualTypeOf<Frozen<nouns.Demand>>();
    expectTypeOf<Frozen<z.output<typeof visitSchema>>>().toEqualTypeOf<Frozen<nouns.Visit>>();
    expectTypeOf<Frozen<z.output<typeof registerSchema>>>().toEqualTypeOf<Frozen<nouns.Register>>();
    expectTypeOf<z.output<typeof conditionSchema>>().toEqualTypeOf<Condition>();
    expectTypeOf<Frozen<Omit<z.output<typeof taskSchema>, 'scope'>>>().toEqualTypeOf<
      Frozen<Omit<nouns.Task, 'scope'>>
    >();
    expectTypeOf<z.output<typeof taskSchema>['scope']>().toEqualTypeOf<nouns.Task['scope']>();
  });
});

const window = { from: '2026-03-01', to: '2026-06-30' };
const event = { id: 'e1', kind: 'penalty', on: '2025-09-30', source: 'city' };
const entity = {
  id: 'A',
  facts: { seats: 80, code: '6210', open: true },
  events: [event],
  lists: [],
};
const inspector = {
  id: 'P1',
  authority: 'fire',
  lead: true,
  districts: ['110105'],
  items: ['exits'],
  certificates: [{ id: 'C1', to: '2027-12-31' }],
  capacity: 40,
  absences: [{ from: '2026-05-01', to: '2026-05-05' }],
  recusals: [{ entity: 'A', reason: 'kin' }],
};
const item = {
  id: 'exits',
  authority: 'fire',
  rank: 'key',
  methods: ['on-site'],
  basis: ['Act 53'],
};
const authority = { id: 'fire' };
const task = {
  id: 'T',
  lead: 'fire',
  partners: ['food'],
  items: ['exits'],
  scope: { all: [] },
  kind: 'census',
  quota: { by: 'matrix' },
  window,
  group: 'all',
  teamSize: 2,
};
const demand = {
  id: 'd',
  entity: 'A',
  authority: 'fire',
  item: 'exits',
  kind: 'census',
  cause: 'for-cause',
  window,
  weight: 1,
  duty: false,
  evidence: { cause: 'complaint', reference: '12345-7' },
};
const visit = {
  id: 'A/for-cause',
  entity: 'A',
  kind: 'for-cause',
  lead: 'fire',
  partners: [],
  demands: ['d'],
};
const register = {
  entities: [entity],
  inspectors: [inspector],
  authorities: [authority],
  items: [item],
};

const nounsOf = [
  ['Entity', entity, room.parseEntity, room.safeParseEntity],
  ['Event', event, room.parseEvent, room.safeParseEvent],
  ['Inspector', inspector, room.parseInspector, room.safeParseInspector],
  ['Item', item, room.parseItem, room.safeParseItem],
  ['Authority', authority, room.parseAuthority, room.safeParseAuthority],
  ['Task', task, room.parseTask, room.safeParseTask],
  ['Demand', demand, room.parseDemand, room.safeParseDemand],
  ['Visit', visit, room.parseVisit, room.safeParseVisit],
  ['Register', register, room.parseRegister, room.safeParseRegister],
  [
    'Condition',
    { not: { field: 'list', eq: 'key' } },
    room.parseCondition,
    room.safeParseCondition,
  ],
] as const;

describe.each(nounsOf)('parse%s', (name, value, parse, safeParse) => {
  it('gives back what has its shape, and survives JSON', () => {
    expect(parse(value)).toEqual(value);
    expect(safeParse(JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
  });

  it('refuses an unknown field, by throwing and by telling', () => {
    const given = { ...value, colour: 'red' };
    const told = safeParse(given);
    expect(told.ok).toBe(false);
    if (!told.ok) expect(told.issues.map(({ code }) => code)).toContain('unknown-field');
    expect(() => parse(given)).toThrow(
      expect.objectContaining({ code: 'bad-noun', issues: told.ok ? [] : told.issues }),
    );
    expect(() => parse(given)).toThrow(`this is no ${name.toLowerCase()}`);
  });

  it.each([[undefined], [null], [7], ['text'], [[]]])('refuses %j', (given) => {
    expect(safeParse(given).ok).toBe(false);
  });
});

const faults = (result: room.Parsed<unknown>): string[] =>
  result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('a noun', () => {
  it.each([
    [{ since: '2023-02-29' }, 'no-such-day since'],
    [{ id: ' A' }, 'bad-id id'],
    [{ id: '' }, 'bad-id id'],
    [{ name: '' }, 'bad-value name'],
    [{ name: '\ud800' }, 'bad-value name'],
    [{ state: 'asleep' }, 'not-one-of state'],
    [{ facts: { x: 0.5 } }, 'bad-value facts.x'],
    [{ facts: { x: -0 } }, 'not-a-decimal facts.x'],
    [{ facts: { x: '' } }, 'bad-value facts.x'],
    [{ facts: { x: null } }, 'bad-value facts.x'],
    [{ lastVisits: { fire: '2025-1-1' } }, 'no-such-day lastVisits.fire'],
    [{ events: [{ ...event, until: '2025-09-29' }] }, 'until-before-on events.0.until'],
    [
      { events: [{ ...event, repairedOn: '2025-09-29' }] },
      'repaired-before-on events.0.repairedOn',
    ],
    [{ name: undefined }, 'missing-field name'],
  ])('entity with %j is told: %s', (part, fault) => {
    expect(faults(room.safeParseEntity({ ...entity, ...part }))).toEqual([fault]);
  });

  it.each([
    [{ quota: { ratio: '3%', rule: 'at-least' } }, []],
    [{ quota: { total: 5 } }, []],
    [{ quota: { all: 'few' } }, []],
    [{ quota: { ratio: '3', rule: 'at-least' } }, ['bad-ratio quota.ratio']],
    [{ quota: { total: -1 } }, ['bad-value quota.total']],
    [{ group: 'a b' }, ['bad-name group']],
    [{ teamSize: 0 }, ['bad-value teamSize']],
    [{ window: { from: '2026-03-02', to: '2026-03-01' } }, ['range-inverted window']],
    [{ scope: { field: 'x', gt: true } }, ['bad-value scope.gt']],
    [
      { scope: { all: [{ any: [{ field: 'x', in: [0.5] }] }] } },
      ['bad-value scope.all.0.any.0.in.0'],
    ],
    [{ scope: { events: { kinds: [] } } }, ['bad-value scope.events.kinds']],
    [{ scope: 'x' }, ['bad-value scope']],
  ])('task with %j is told: %j', (part, expected) => {
    expect(faults(room.safeParseTask({ ...task, ...part }))).toEqual(expected);
  });

  it.each<Condition>([
    { field: 'x', under: ['62', '61'] },
    { field: 'x', lt: '0.5' },
    { field: 'x', lte: '2026-01-01' },
    { field: 'x', gte: 3 },
    { field: 'x', between: [1, 2] },
    { field: 'x', between: ['2026-01-01', '2026-02-01'] },
    { field: 'x', exists: true },
    { events: { kinds: ['k'], within: { months: 6 }, unrepaired: true, atLeast: 1, atMost: 9 } },
    { events: { kinds: ['k'], within: { days: 6 } } },
    { events: { kinds: ['k'], within: { years: 6 } } },
  ])('condition %j is taken', (condition) => {
    expect(room.parseCondition(condition)).toEqual(condition);
  });

  it('is told from any value at all, never thrown', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const [, , , safeParse] of nounsOf) expect(safeParse(value).ok).toBeTypeOf('boolean');
      }),
    );
  });
});

describe('the JSON Schemas', () => {
  it('name every noun and refer to each other by file', () => {
    const schemas = room.registerJsonSchemas();
    for (const [name] of nounsOf) expect(schemas[name]['$id']).toBe(`${name}.json`);
    expect(schemas.Day).toMatchObject({ type: 'string', format: 'date' });
    expect(schemas.Entity).toMatchObject({
      additionalProperties: false,
      required: ['id', 'facts', 'events', 'lists'],
      properties: { since: { $ref: 'Day.json' }, events: { items: { $ref: 'Event.json' } } },
    });
    expect(JSON.stringify(schemas.Condition)).toContain('"$ref":"Condition.json"');
    expect(JSON.parse(JSON.stringify(schemas))).toEqual(schemas);
  });
});
