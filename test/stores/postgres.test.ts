import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import {
  bookVisit,
  decideAndAppend,
  LEDGER_ROLES,
  ledgerMigrations,
  ledgerMigrationsSql,
  ledgerRolesSql,
  lockLimits,
  migrateLedger,
  postgresLedger,
  recordInLedger,
} from '../../src/stores/index.js';
import type { StoredEvent } from '../../src/stores/ledgerStore.js';
import { readsAll } from '../../src/stores/postgres/readsAll.js';
import type { BookedEvent, LedgerEvent } from '../../src/visits/ledger/event.js';
import { poolsOf } from './pools.js';
import { type PostgresServer, startPostgres } from './postgresServer.js';

let server: PostgresServer;
const pools = poolsOf(() => server.place, 4);
beforeAll(async () => {
  server = await startPostgres();
  const owner = pools.of();
  await migrateLedger(owner);
  await owner.query(ledgerRolesSql());
  for (const [login, role, authority] of [
    ['fire_platform', 'booker', 'fire'],
    ['food_platform', 'booker', 'food'],
    ['food_staff', 'reader', 'food'],
    ['court', 'auditor', 'none'],
    ['everybody', 'booker', '*'],
  ]) {
    await owner.query(`CREATE ROLE ${login} LOGIN IN ROLE evenhand_${role}`);
    await owner.query('INSERT INTO evenhand.ledger_login VALUES ($1, $2)', [login, authority]);
  }
});
afterAll(async () => {
  await pools.end();
  await server?.stop();
});

const event = (entity: string, seq: number, by: string) => ({
  ...{ entity, seq, request: `${entity}#${seq}`, by, visit: `${by}:1` },
  evidence: { cause: 'complaint', reference: `${by}-12345` },
});

it('a ledger of before tells refusals from what bears on decisions once it is brought up', async () => {
  const owner = pools.of();
  const [tables, slots, ...later] = ledgerMigrations('of_before');
  await owner.query(`CREATE SCHEMA of_before; ${tables?.sql} ${slots?.sql}`);
  const answer = (seq: number, type: string) => ({
    request: `b${seq}`,
    by: 'fire',
    event: { entity: 'B1', seq, type, request: `b${seq}` },
  });
  const types = ['admitted', 'refused', 'cancelled', 'refused', 'refused'];
  await owner.query('SELECT of_before.ledger_append($1, 0, $2, false)', [
    'B1',
    JSON.stringify(types.map((type, i) => answer(i + 1, type))),
  ]);
  for (const { sql } of later) await owner.query(sql);
  const bearing = async (request: string | null) => {
    const { rows } = await owner.query('SELECT of_before.ledger_bearing($1, $2) AS text', [
      'B1',
      request,
    ]);
    return JSON.parse(rows[0].text)
      .map(([seq]: [number]) => seq)
      .sort();
  };
  expect(await bearing(null)).toEqual([1, 3, 5]);
  expect(await bearing('b2')).toEqual([1, 2, 3, 5]);
  expect(await bearing('b5')).toEqual([1, 3, 5]);
  const { rows } = await owner.query("SELECT of_before.ledger_bearing('B2', 'b5') AS text");
  expect(rows).toEqual([{ text: null }]);
});

it('a ledger with visits and places goes on as before once whoever adds an event tells what bears', async () => {
  const [owner, schema] = [pools.of(), 'of_seven'];
  const steps = ledgerMigrations(schema);
  await owner.query(
    `CREATE SCHEMA ${schema}; ${steps
      .slice(0, 7)
      .map(({ sql }) => sql)
      .join('')}`,
  );
  await lockLimits(owner, twoInspections, { schema });
  const uses = [{ limit: 'beijing-two-inspections/census', used: 1, most: 1 }];
  const visit = (id: string) => ({
    ...{ type: 'admitted', visit: id, request: id, at: '2026-01-05', kind: 'census' },
    ...{ day: '2026-03-01', uses },
  });
  const refused = (id: string) => ({ type: 'refused', visit: id, request: id, at: '2026-01-05' });
  const add = async (after: number, event: { request: string; type: string }) =>
    (
      await owner.query(`SELECT ${schema}.ledger_add('S1', $1, $2, NULL, $3, $4, NULL) AS done`, [
        ...[after, event.request, event.type === 'refused', JSON.stringify(event)],
      ])
    ).rows[0].done;
  expect(await add(0, refused('r1'))).toBe('appended');
  expect(await add(1, visit('v1'))).toBe('appended');
  expect(await add(2, refused('r2'))).toBe('appended');
  for (const { sql } of steps.slice(7)) await owner.query(sql);
  // It moves behind a refusal of before, and a visit is taken for none.
  expect(await add(2, refused('r3'))).toBe('appended');
  expect(await add(1, refused('r4'))).toBe('lost-race');
  await expect(add(4, visit('v2'))).rejects.toMatchObject({ code: 'EH001' });
  const raw = `INSERT INTO ${schema}.ledger_event (entity, seq, event) VALUES ('S1', 5, $1)`;
  await expect(owner.query(raw, [JSON.stringify(visit('v3'))])).rejects.toMatchObject({
    code: 'EH001',
  });
  const { rows } = await owner.query(`SELECT seq, bears FROM ${schema}.ledger_event ORDER BY seq`);
  expect(rows.map(({ seq, bears }) => [seq, bears])).toEqual([
    ...[
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ],
  ]);
});

it('a refusal is told by its beginning, and read as one whatever else it says', async () => {
  const texts: [text: string, bears: boolean, read: string | undefined][] = [
    ['{"type":"refused","at":"2026-01-05"}', false, 'refused'],
    ['{ "at": "2026-01-05", "type": "refused" }', true, 'refused'],
    ['{"type":"refused","because":[{"type":"other","text":"\\u4e00"}]}', false, 'refused'],
    ['{"type":"admitted","because":[{"type":"refused"}]}', true, 'admitted'],
    ['{"type":"refused","type":"admitted"}', false, 'refused'],
    ['{"type":"refused","typ\\u0065":"admitted"}', false, 'refused'],
    ['{"at":"2026-01-05"}', true, undefined],
  ];
  const owner = pools.of();
  const all = texts.map(([text]) => text);
  for (const [i, text] of all.entries()) {
    await owner.query(`SELECT evenhand.ledger_add('W1', $1, NULL, NULL, false, $2, NULL)`, [
      ...[i, text],
    ]);
  }
  await owner.query(
    `SELECT * FROM evenhand.ledger_add_many($1, $2, $3, $4, $5, $6, $7, $8, NULL)`,
    [
      ...[all.map(() => 1), all.map(() => 'W2'), all.map(() => 0), all.map((_, i) => i + 1)],
      ...[all.map(() => false), all.map((_, i) => `W2#${i}`), all.map(() => null), all],
    ],
  );
  const store = await postgresLedger<StoredEvent>(owner);
  const named = await postgresLedger<StoredEvent>(owner, { prepares: true });
  const types = (events: readonly object[]) =>
    events.map((event) => (event as { readonly type?: string }).type);
  for (const entity of ['W1', 'W2']) {
    const { rows } = await owner.query(
      'SELECT event::text AS text, bears FROM evenhand.ledger_event WHERE entity = $1 ORDER BY seq',
      [entity],
    );
    expect(rows.map(({ text, bears }) => [text, bears])).toEqual(
      texts.map((one) => one.slice(0, 2)),
    );
    expect(types(await store.read(entity))).toEqual(texts.map(([, , type]) => type));
    // It may be read alone or with others, for a request of its own or none.
    for (const requests of [[], ['W2#4'], ['W2#4', 'W2#5']]) {
      for (const [one, others] of [store, named].flatMap((each) => [
        [each, []],
        [each, [{ entity: 'W3', requests: [] }]],
      ]) as [typeof store, { entity: string; requests: string[] }[]][]) {
        const found = await one.readBearing?.([{ entity, requests }, ...others]);
        const known = texts.flatMap(([, bears, type], i) =>
          bears || (entity === 'W2' && requests.includes(`W2#${i}`)) ? [type] : [],
        );
        expect(types(found?.get(entity) ?? [])).toEqual(known);
      }
    }
  }
});

describe('the roles of a ledger in PostgreSQL', () => {
  beforeAll(async () => {
    const fire = await postgresLedger<StoredEvent>(pools.of('fire_platform'));
    const food = await postgresLedger<StoredEvent>(pools.of('food_platform'));
    expect(await fire.append('E1', 0, [event('E1', 1, 'fire')])).toBe('appended');
    expect(await food.append('E1', 1, [event('E1', 2, 'food')])).toBe('appended');
  });

  const seen = async (login: string) =>
    (await (await postgresLedger<StoredEvent>(pools.of(login))).read('E1')).map((one) => [
      one.by,
      JSON.stringify(one).includes('12345'),
    ]);

  it('a platform reads every event, and its own evidence', async () => {
    expect(await seen('fire_platform')).toEqual([
      ['fire', true],
      ['food', false],
    ]);
    expect(await seen('food_platform')).toEqual([
      ['fire', false],
      ['food', true],
    ]);
  });

  it('an authority’s people read their own events alone', async () => {
    expect(await seen('food_staff')).toEqual([['food', true]]);
  });

  it('who reads every event and who does not is known without reading any', async () => {
    const logins = ['postgres', 'fire_platform', 'everybody', 'court', 'food_staff'];
    const all = await Promise.all(logins.map((login) => readsAll(pools.of(login))));
    expect(all).toEqual([true, true, true, true, false]);
  });

  it('whoever may only read is told so, and nothing is written', async () => {
    for (const login of ['court', 'food_staff']) {
      const store = await postgresLedger<StoredEvent>(pools.of(login));
      const append = store.append('E8', 0, [event('E8', 1, 'food')]);
      await expect(append).rejects.toMatchObject({ code: 'may-not-write' });
    }
    expect(await (await postgresLedger(pools.of())).read('E8')).toEqual([]);
  });

  it('an authority’s people see what became of their visits by itself, and not of others’', async () => {
    const all = await postgresLedger<StoredEvent>(pools.of());
    const lapsed = (seq: number, visit: string) => ({ entity: 'E3', seq, visit });
    await all.append('E3', 0, [event('E3', 1, 'fire'), event('E3', 2, 'food')]);
    await all.append('E3', 2, [lapsed(3, 'fire:1'), lapsed(4, 'food:1')]);
    const staff = await postgresLedger<StoredEvent>(pools.of('food_staff'));
    expect((await staff.read('E3')).map(({ seq }) => seq)).toEqual([2, 4]);
  });

  it('a platform appends nothing that nobody asked for but along with its own', async () => {
    const food = await postgresLedger<StoredEvent>(pools.of('food_platform'));
    const lapsed = { entity: 'E4', seq: 1, visit: 'fire:1' };
    await expect(food.append('E4', 0, [lapsed])).rejects.toMatchObject({
      code: 'not-your-authority',
      issues: [{ params: { given: '*' } }],
    });
    expect(await food.append('E4', 0, [lapsed, event('E4', 2, 'food')])).toBe('appended');
  });

  it('an auditor reads all, and so does a login of all authorities', async () => {
    const all = [
      ['fire', true],
      ['food', true],
    ];
    expect(await seen('court')).toEqual(all);
    expect(await seen('everybody')).toEqual(all);
  });

  it.each([
    ['fire_platform', "UPDATE evenhand.ledger_event SET authority = 'x'"],
    ['fire_platform', 'DELETE FROM evenhand.ledger_event'],
    ['fire_platform', 'TRUNCATE evenhand.ledger_event CASCADE'],
    [
      'fire_platform',
      `INSERT INTO evenhand.ledger_event (entity, seq, authority, event) VALUES ('E9', 1, 'fire', '{}')`,
    ],
    ['fire_platform', `INSERT INTO evenhand.ledger_login VALUES ('fire_platform', 'food')`],
    ['fire_platform', 'SELECT * FROM evenhand.ledger_login'],
    ['fire_platform', 'ALTER TABLE evenhand.ledger_event DISABLE TRIGGER ALL'],
    ['food_staff', `SELECT evenhand.ledger_add('E9', 0, 'r', 'food', false, '{}', NULL)`],
    ['court', `SELECT evenhand.ledger_add('E9', 0, 'r', 'food', false, '{}', NULL)`],
    [
      'court',
      `SELECT * FROM evenhand.ledger_add_many('{1}', '{E9}', '{0}', '{1}', '{f}', '{r}', '{food}', '{"{}"}', NULL)`,
    ],
  ])('%s may not: %s', async (login, sql) => {
    await expect(pools.of(login).query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    "UPDATE evenhand.ledger_event SET authority = 'x'",
    'DELETE FROM evenhand.ledger_withheld',
    'TRUNCATE evenhand.ledger_event CASCADE',
  ])('not even the owner rewrites history: %s', async (sql) => {
    await expect(pools.of().query(sql)).rejects.toThrow('never rewritten');
  });

  it('nobody writes for another authority, alone or in a batch', async () => {
    const food = await postgresLedger<StoredEvent>(pools.of('food_platform'));
    const events = [event('E2', 1, 'fire')];
    const refused = { code: 'not-your-authority', issues: [{ params: { given: 'fire' } }] };
    await expect(food.append('E2', 0, events)).rejects.toMatchObject(refused);
    await expect(food.appendMany?.([{ entity: 'E2', afterSeq: 0, events }])).rejects.toMatchObject(
      refused,
    );
    expect(await food.read('E2')).toEqual([]);
  });

  it('keeps who wrote and when, by the server’s clock', async () => {
    const { rows } = await pools.of().query(
      `SELECT recorded_by, recorded_at > now() - interval '1 hour' AS recent
         FROM evenhand.ledger_event WHERE entity = 'E1' ORDER BY seq`,
    );
    expect(rows).toEqual([
      { recorded_by: 'fire_platform', recent: true },
      { recorded_by: 'food_platform', recent: true },
    ]);
  });
});

describe('the schema of a ledger in PostgreSQL', () => {
  it('is made once, whoever comes first', async () => {
    const options = { schema: 'many_at_once' };
    const made = await Promise.all([1, 2, 3, 4].map(() => migrateLedger(pools.of(), options)));
    expect(made).toEqual(made.map(() => ledgerMigrations().map(({ number }) => number)));
  });

  it('is looked at before anything is written', async () => {
    await expect(postgresLedger(pools.of(), { schema: 'nowhere' })).rejects.toMatchObject({
      code: 'not-migrated',
      issues: [{ params: { schema: 'nowhere', given: 0 } }],
    });
    await expect(postgresLedger(pools.of(), { schema: 'x; DROP' })).rejects.toMatchObject({
      code: 'bad-schema-name',
    });
  });

  it('is refused where another text made it', async () => {
    const options = { schema: 'edited' };
    await migrateLedger(pools.of(), options);
    await pools.of().query(`UPDATE edited.ledger_migration SET digest = 'x' WHERE number = 1`);
    const refused = { code: 'migration-changed' };
    await expect(postgresLedger(pools.of(), options)).rejects.toMatchObject(refused);
    await expect(migrateLedger(pools.of(), options)).rejects.toMatchObject(refused);
  });

  it('is made as well by the statements as a text, however often they are run', async () => {
    const options = { schema: 'by_hand' };
    for (const _ of [1, 2]) await pools.of().query(ledgerMigrationsSql(options));
    const store = await postgresLedger<StoredEvent>(pools.of(), options);
    expect(await store.append('E1', 0, [event('E1', 1, 'fire')])).toBe('appended');
  });

  it('leaves nothing behind a step that fails', async () => {
    await pools.of().query('CREATE SCHEMA half; CREATE TABLE half.ledger_withheld ()');
    await expect(migrateLedger(pools.of(), { schema: 'half' })).rejects.toThrow('already exists');
    const { rows } = await pools.of().query(`SELECT to_regclass('half.ledger_event') AS made`);
    expect(rows).toEqual([{ made: null }]);
  });
});

describe('a ledger in PostgreSQL', () => {
  it.each(['synchronous_commit', 'fsync', 'full_page_writes'])(
    'is refused where %s is off',
    async (setting) => {
      const query = async () => ({
        rows: [{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', [setting]: 'off' }],
      });
      await expect(postgresLedger({ query })).rejects.toMatchObject({
        code: 'unsafe-database',
        issues: [{ params: { setting, given: 'off', expected: 'on' } }],
      });
    },
  );

  it('is refused where the session itself does not wait for the disk', async () => {
    await pools.of().query(`ALTER ROLE food_staff SET synchronous_commit = off`);
    const hasty = poolsOf(() => server.place, 1);
    await expect(postgresLedger(hasty.of('food_staff'))).rejects.toMatchObject({
      code: 'unsafe-database',
    });
    await hasty.end();
  });

  it('numbers refusals behind refusals their maker did not know of, and behind nothing else', async () => {
    const store = await postgresLedger<StoredEvent>(pools.of());
    const made = (seq: number, request: string, type = 'refused', at = '2026-01-05') => [
      { entity: 'M1', seq, request, by: 'fire', type, at },
    ];
    expect(await store.append('M1', 0, made(1, 'm1', 'admitted'))).toBe('appended');
    expect(await store.append('M1', 1, made(2, 'm2'))).toBe('appended');
    expect(await store.append('M1', 1, made(2, 'm3'))).toBe('appended');
    const batch = [{ entity: 'M1', afterSeq: 1, events: made(2, 'm4') }];
    expect(await store.appendMany?.(batch)).toEqual(['appended']);
    // Not what was decided on an earlier day, and no booking.
    expect(await store.append('M1', 1, made(2, 'm5', 'refused', '2026-01-04'))).toBe('lost-race');
    expect(await store.append('M1', 1, made(2, 'm6', 'admitted'))).toBe('lost-race');
    expect(await store.append('M1', 4, made(5, 'm7', 'admitted'))).toBe('appended');
    expect(await store.append('M1', 4, made(5, 'm8'))).toBe('lost-race');
    const late = [{ entity: 'M1', afterSeq: 4, events: made(5, 'm9') }];
    expect(await store.appendMany?.(late)).toEqual(['lost-race']);
    // Several refusals go together; one booking among them holds all back.
    const several = (first: string, type: string, requests: readonly string[]) => ({
      ...{ entity: 'M1', afterSeq: 5 },
      events: [...made(6, first, type), ...requests.flatMap((one, i) => made(7 + i, one))],
    });
    expect(await store.appendMany?.([several('n1', 'refused', ['n2', 'n3'])])).toEqual([
      'appended',
    ]);
    expect(await store.append('M1', 5, several('n4', 'refused', ['n5']).events)).toBe('appended');
    expect(await store.appendMany?.([several('n6', 'admitted', ['n7'])])).toEqual(['lost-race']);
    expect((await store.read('M1')).map(({ seq, request }) => [seq, request])).toEqual([
      [1, 'm1'],
      [2, 'm2'],
      [3, 'm3'],
      [4, 'm4'],
      [5, 'm7'],
      ...['n1', 'n2', 'n3', 'n4', 'n5'].map((request, i) => [6 + i, request]),
    ]);
  });

  it('keeps ids with quotes, backslashes and commas as they are, many at once', async () => {
    const store = await postgresLedger<StoredEvent>(pools.of());
    const ids = ['Q"1', 'Q\\2', 'Q,3', '{Q4}', 'NULL'];
    const appends = ids.map((entity) => ({
      entity,
      afterSeq: 0,
      events: [event(entity, 1, entity)],
    }));
    expect(await store.appendMany?.(appends)).toEqual(ids.map(() => 'appended'));
    for (const { entity, events } of appends) expect(await store.read(entity)).toEqual(events);
  });

  it('refuses a text that the database cannot keep, and writes nothing of it', async () => {
    const store = await postgresLedger<StoredEvent>(pools.of());
    for (const text of ['a\u0000b', 'a\ud800b']) {
      const bad = { ...event('U1', 1, 'u1'), type: 'cancelled', reason: text };
      const good = { entity: 'U2', afterSeq: 0, events: [event('U2', 1, 'u2')] };
      const refused = { code: 'bad-append', issues: [{ params: { field: 'events' } }] };
      await expect(store.append('U1', 0, [bad])).rejects.toMatchObject(refused);
      const both = [good, { entity: 'U1', afterSeq: 0, events: [bad] }];
      await expect(store.appendMany?.(both)).rejects.toMatchObject(refused);
    }
    expect([await store.read('U1'), await store.read('U2')]).toEqual([[], []]);
  });

  it('says where a request has been used before', async () => {
    const store = await postgresLedger<StoredEvent>(pools.of());
    const add = (entity: string) =>
      decideAndAppend(store, entity, (history) => ({
        events: [{ entity, seq: history.length + 1, request: 'twice', by: 'fire' }],
        decision: history.length,
      }));
    expect(await add('F1')).toBe(0);
    await expect(add('F2')).rejects.toMatchObject({ code: 'request-elsewhere' });
  });

  it('goes on under the strictest isolation, where the database itself undoes races', async () => {
    const strict = poolsOf(() => server.place, 8);
    await pools.of().query(`CREATE ROLE strict LOGIN SUPERUSER`);
    await pools.of().query(`ALTER ROLE strict SET default_transaction_isolation = serializable`);
    const store = await postgresLedger<StoredEvent>(strict.of('strict'));
    const seqs = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        decideAndAppend(store, 'S1', (history) => {
          const seq = history.length + 1;
          const one = { entity: 'S1', seq, request: `S1/${i}`, by: 'fire' };
          return { events: [one], decision: seq };
        }),
      ),
    );
    await strict.end();
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });
});

describe('the second lock', () => {
  const schema = 'locked';
  const census = (request: string, day: string, more: Partial<LedgerEvent> = {}) =>
    ({
      ...{ entity: 'E1', at: '2026-01-05', visit: request, request, digest: request, by: 'fire' },
      ...{ type: 'admitted', lead: 'fire', partners: [], items: [], demands: [], basis: [] },
      ...{ kind: 'census', method: 'on-site', day, window: { from: day, to: day }, days: 1 },
      ...{ counts: true, caps: [] },
      uses: [{ limit: 'beijing-two-inspections/census', used: 1, most: 1 }],
      ...more,
    }) as unknown as LedgerEvent;
  const cancelled = (request: string, visit: string) =>
    ({
      ...{ entity: 'E1', at: '2026-01-05', visit, request, digest: request, by: 'fire' },
      ...{ type: 'cancelled', reason: 'none' },
    }) as unknown as LedgerEvent;
  const open = async () => {
    const store = await postgresLedger(pools.of(), { schema });
    // Appends whatever it is given, as a program would that has never heard of a cap.
    const add = async (event: LedgerEvent) => {
      const { length } = await store.read(event.entity);
      return store.append(event.entity, length, [{ ...event, seq: length + 1 }]);
    };
    return { store, add };
  };
  const slots = async () =>
    (await pools.of().query(`SELECT year, slot, visit FROM ${schema}.ledger_slot ORDER BY 1, 2`))
      .rows;
  beforeAll(async () => {
    await migrateLedger(pools.of(), { schema });
    const locked = await lockLimits(pools.of(), twoInspections, { schema });
    expect(locked).toEqual([
      'beijing-two-inspections/census',
      'beijing-two-inspections/spot-check',
    ]);
  });

  it('refuses a second census in a year to whoever has not asked the ledger', async () => {
    const { store, add } = await open();
    expect(await add(census('a', '2026-03-01'))).toBe('appended');
    await expect(add(census('b', '2026-09-01'))).rejects.toMatchObject({
      code: 'slot-taken',
      issues: [{ params: { given: 'beijing-two-inspections/census' } }],
    });
    expect(await store.read('E1')).toHaveLength(1);
    expect(await add(census('c', '2027-03-01'))).toBe('appended');
  });

  it('lets through what the ledger marks as allowed past the limit', async () => {
    const { add } = await open();
    const limits = ['beijing-two-inspections/census'];
    expect(await add(census('d', '2026-10-01', { beyond: limits }))).toBe('appended');
    expect(await add(census('e', '2026-11-01', { overridden: limits }))).toBe('appended');
    const uses = [{ limit: limits[0] as string, used: 2, most: 1 }];
    for (const visit of ['d', 'e']) {
      const joined = { type: 'joined', visit, lead: 'food', by: 'food', uses } as const;
      expect(await add(census(`joins-${visit}`, '2026-10-01', joined))).toBe('appended');
    }
    expect(await slots()).toEqual([
      { year: 2026, slot: 1, visit: 'a' },
      { year: 2027, slot: 1, visit: 'c' },
    ]);
  });

  it('gives a place back when its visit is off, and not before all have left it', async () => {
    const { add } = await open();
    const joined = { type: 'joined', visit: 'a', lead: 'food', by: 'food' } as const;
    expect(await add(census('f', '2026-03-01', joined))).toBe('appended');
    await add(cancelled('g', 'a'));
    await expect(add(census('h', '2026-09-01'))).rejects.toMatchObject({ code: 'slot-taken' });
    await add({ ...cancelled('i', 'a'), by: 'food' } as LedgerEvent);
    expect(await add(census('j', '2026-09-01'))).toBe('appended');
  });

  it('follows a visit that moves to another year', async () => {
    const { add } = await open();
    await add(cancelled('k', 'c'));
    const moved = { type: 'admitted', confirms: true, day: '2027-01-04', uses: [], caps: [] };
    const { kind: _, ...confirmed } = {
      ...census('l', '2027-01-04'),
      ...moved,
      visit: 'j',
    } as never as Record<string, unknown>;
    expect(await add(confirmed as unknown as LedgerEvent)).toBe('appended');
    expect(await slots()).toEqual([{ year: 2027, slot: 1, visit: 'j' }]);
  });

  it('looks at events that are added together as at one after the other', async () => {
    const { store } = await open();
    const two = 'cap-of-two/visits';
    const sql = `INSERT INTO ${schema}.ledger_lock (lim, places) VALUES ($1, 2)`;
    await pools.of().query(sql, [two]);
    const uses = [{ limit: two, used: 1, most: 2 }];
    const booked = (request: string, day: string) => census(request, day, { uses });
    const started = (request: string, visit: string, day: string) => {
      const { kind: _, uses: __, ...rest } = census(request, day, { visit }) as BookedEvent;
      return { ...rest, type: 'started' } as unknown as LedgerEvent;
    };
    const refused = (request: string) =>
      ({ ...cancelled(request, request), type: 'refused', because: [], caps: [] }) as LedgerEvent;
    const together = (entity: string, events: readonly LedgerEvent[]) => ({
      ...{ entity, afterSeq: 0 },
      events: events.map((event, i) => ({
        ...{ ...event, request: `${entity}/${i}` },
        ...{ entity, seq: i + 1 },
      })) as LedgerEvent[],
    });
    const slotsOf = async (entity: string) => {
      const ask = `SELECT year, slot, visit FROM ${schema}.ledger_slot WHERE entity = $1 ORDER BY 1, 2`;
      return (await pools.of().query(ask, [entity])).rows;
    };
    const joined = { ...booked('m', '2026-03-01'), type: 'joined', lead: 'food' } as LedgerEvent;
    const outcomes = await store.appendMany?.([
      together('T1', [refused('r'), booked('m', '2026-03-01'), booked('n', '2026-04-01'), joined]),
      together('T2', [booked('m', '2026-03-01')]),
      // One is off again before the third comes, and one moves into a year that has room.
      together('T3', [
        ...[refused('r'), booked('m', '2026-03-01'), booked('n', '2026-12-31')],
        ...[cancelled('c', 'm'), started('s', 'n', '2027-01-01'), booked('o', '2026-05-01')],
        booked('p', '2026-06-01'),
      ]),
    ]);
    expect(outcomes).toEqual(['appended', 'appended', 'appended']);
    expect(await slotsOf('T1')).toEqual([
      { year: 2026, slot: 1, visit: 'm' },
      { year: 2026, slot: 2, visit: 'n' },
    ]);
    expect(await slotsOf('T2')).toEqual([{ year: 2026, slot: 1, visit: 'm' }]);
    expect(await slotsOf('T3')).toEqual([
      { year: 2026, slot: 1, visit: 'o' },
      { year: 2026, slot: 2, visit: 'p' },
      { year: 2027, slot: 1, visit: 'n' },
    ]);
    const three = ['m', 'n', 'o'].map((visit, i) => booked(visit, `2026-0${i + 1}-01`));
    const over = together('T4', [refused('r'), ...three]);
    await expect(store.append('T4', 0, over.events)).rejects.toMatchObject({
      code: 'slot-taken',
      issues: [{ params: { given: two } }],
    });
    expect(await store.read('T4')).toEqual([]);
  });

  it('gives any place that is free where an event counts another', async () => {
    const { store } = await open();
    const lim = 'cap-of-two/visits';
    const at = (seq: number, used: unknown) =>
      ({
        ...census(`P1/${seq}`, '2026-03-01', { uses: [{ limit: lim, used, most: 2 }] as never }),
        ...{ entity: 'P1', seq },
      }) as LedgerEvent;
    expect(await store.append('P1', 0, [at(1, 7)])).toBe('appended');
    expect(await store.append('P1', 1, [at(2, 'none')])).toBe('appended');
    await expect(store.append('P1', 2, [at(3, 1.5)])).rejects.toMatchObject({ code: 'slot-taken' });
    const { rows } = await pools
      .of()
      .query(`SELECT slot, visit FROM ${schema}.ledger_slot WHERE entity = 'P1' ORDER BY 1`);
    expect(rows).toEqual([
      { slot: 1, visit: 'P1/1' },
      { slot: 2, visit: 'P1/2' },
    ]);
  });

  it('lets through whatever the ledger decides', async () => {
    const store = await postgresLedger(pools.of(), { schema });
    const act = fc.record({
      kind: fc.constantFrom('census', 'spot-check'),
      lead: fc.constantFrom('fire', 'tax'),
      month: fc.integer({ min: 10, max: 22 }),
      is: fc.constantFrom('plain', 'plain', 'duty', 'overridden', 'reserved', 'planned'),
      next: fc.constantFrom('confirm', 'cancel', 'nothing', 'nothing'),
    });
    const placesOf = async (entity: string) =>
      (
        await pools
          .of()
          .query(
            `SELECT lim, year, visit FROM ${schema}.ledger_slot WHERE entity = $1 ORDER BY 1, 2, 3`,
            [entity],
          )
      ).rows;
    const known = { ...census('known#1', '2026-03-01'), seq: 1, entity: 'known' } as LedgerEvent;
    expect(await store.append('known', 0, [known])).toBe('appended');
    let firm = 0;
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const entity = `random-${firm++}`;
        for (const [i, { kind, lead, month, is, next }] of acts.entries()) {
          const [id, at] = [`${lead}:${entity}/${i}`, '2026-01-05'];
          const day = `${month > 12 ? 2027 : 2026}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;
          const more = {
            plain: {},
            duty: { basis: ['example law, article 3'] },
            overridden: { override: { actor: 'JC-000123', reason: 'an example', on: at } },
            reserved: { until: '2026-02-01', join: false as const },
            planned: { plan: 'p1' },
          }[is];
          const window = { from: '2026-01-05', to: day };
          const request = { id, entity, kind, lead, day, at, window, ...more } as const;
          const { status } = await bookVisit(store, request, twoInspections);
          seen.add(status);
          if (next === 'nothing' || status === 'refused' || status === 'joined') continue;
          const facts = { id: `${id}/${next}`, entity, visit: id, by: lead, at } as const;
          const said =
            next === 'confirm'
              ? ({ ...facts, act: 'confirm', day: '2027-01-04' } as const)
              : ({ ...facts, act: 'cancel', reason: 'an example' } as const);
          seen.add((await recordInLedger(store, said, twoInspections)).status);
        }
        // Added at once, the same events take the same places, beside what can't be added or not.
        const events = await store.read(entity);
        for (const twin of [`twin-of-${entity}`, `other-twin-of-${entity}`]) {
          const own = events.map((event) => ({
            ...{ ...event, entity: twin },
            ...('request' in event ? { request: `${twin}/${event.request}` } : {}),
          })) as LedgerEvent[];
          const appends = [{ entity: twin, afterSeq: 0, events: own }];
          const isAlone = twin.startsWith('twin');
          const beside = { ...known, entity: 'unknown' } as LedgerEvent;
          if (!isAlone) appends.unshift({ entity: 'unknown', afterSeq: 0, events: [beside] });
          const outcomes = isAlone ? ['appended'] : ['request-known', 'appended'];
          expect(await store.appendMany?.(appends)).toEqual(outcomes);
          expect(await placesOf(twin)).toEqual(await placesOf(entity));
        }
      }),
      { numRuns: 60 },
    );
    expect([...seen].sort()).toEqual(
      ['admitted', 'joined', 'planned', 'recorded', 'refused', 'reserved'].sort(),
    );
  });

  it('lets everybody see the counts', async () => {
    await pools.of().query(ledgerRolesSql(LEDGER_ROLES, { schema }));
    const { rows } = await pools
      .of('food_staff')
      .query(`SELECT year, kind, counts, visits FROM ${schema}.ledger_count WHERE entity = 'E1'`);
    expect(rows).toEqual([
      { year: 2026, kind: 'census', counts: true, visits: 2 },
      { year: 2027, kind: 'census', counts: true, visits: 1 },
    ]);
  });
});
