import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerMigrations } from '../../src/stores/postgres/migrations.js';
import { poolsOf } from '../stores/pools.js';
import { type PostgresServer, startPostgres } from '../stores/postgresServer.js';
import { bundledCli, runBundled } from './bundledCli.js';
import { workplace } from './files/workplace.js';
import { filesIn, issuesOf, run } from './run.js';

const place = workplace();
const here = (...argv: string[]) => run(place.folder, ...argv);
const PASSWORD = 'q8:s#e/c%r@t';
let server: PostgresServer;
const pools = poolsOf(() => server.place, 2);

/** The address of the ledger for a login; its password is what the address tells. */
const address = (
  user = 'postgres',
  { password = '', schema = '', port = server.place.port } = {},
) =>
  `postgres://${user}${password === '' ? '' : `:${encodeURIComponent(password)}`}@127.0.0.1:${port}/postgres${schema === '' ? '' : `?schema=${schema}`}`;

beforeAll(async () => {
  server = await startPostgres();
  const owner = pools.of();
  expect((await here('ledger', 'migrate', address(), '--roles')).code).toBe(0);
  for (const [login, role, authority] of [
    ['platforms', 'booker', '*'],
    ['fire_platform', 'booker', 'fire'],
    ['fire_staff', 'reader', 'fire'],
    ['court', 'auditor', 'none'],
  ] as const) {
    await owner.query(`CREATE ROLE ${login} LOGIN IN ROLE evenhand_${role}`);
    await owner.query('INSERT INTO evenhand.ledger_login VALUES ($1, $2)', [login, authority]);
  }
  // Of one login the server asks the password.
  await owner.query(`CREATE ROLE locked LOGIN PASSWORD '${PASSWORD}' IN ROLE evenhand_booker`);
  const { rows } = await owner.query('SHOW hba_file');
  const lines = ['host all locked 127.0.0.1/32 scram-sha-256', 'host all all 127.0.0.1/32 trust'];
  await owner.query(`COPY (SELECT unnest(ARRAY['${lines.join("','")}'])) TO '${rows[0].hba_file}'`);
  await owner.query('SELECT pg_reload_conf()');
});
afterAll(async () => {
  await pools.end();
  await server?.stop();
});

/** What a year's platforms ask of four firms, with all that can become of it. */
const REQUESTS = ['fire', 'tax', 'food'].flatMap((lead, i) =>
  ['E1', 'E2', '企业3', 'E4'].map((entity, k) => ({
    ...{ id: `${lead}:${entity}`, entity, lead },
    kind: (i + k) % 2 === 0 ? 'census' : 'spot-check',
    day: `2026-0${3 + i}-1${k}`,
    window: { from: `2026-0${3 + i}-01`, to: `2026-0${3 + i}-28` },
  })),
);
const COMPLAINT = {
  ...{ id: 'fire:c', entity: 'E2', lead: 'fire', kind: 'for-cause', day: '2026-08-03' },
  evidence: { cause: 'complaint', reference: '12345-2026-0803' },
};

describe('a ledger in PostgreSQL and one in a file', () => {
  const file = join(place.folder, 'ledger.sqlite');
  const both = (): readonly string[] => [file, address('platforms')];
  /** The same command on both: the same exit code and the same words. */
  const alike = async (action: string, ...more: string[]) => {
    const [a, b] = await Promise.all(
      both().map((ledger) => here('ledger', action, ledger, ...more)),
    );
    expect(b).toEqual(a);
    return a as { code: number; out: string; err: string };
  };

  it('answer every command alike, and report the same burden, byte for byte', async () => {
    const requests = place.file('asked.json', JSON.stringify([...REQUESTS, COMPLAINT]));
    const at = ['--as-of', '2026-01-05'];
    const imported = await alike('import', '--requests', requests, ...at);
    expect(imported.out).toMatch(/^requests: 13; booked: [1-9], joined: \d+, refused: [1-9]\d*\n$/);
    expect(await alike('import', '--requests', requests, ...at)).toEqual(imported);
    const held = ['--id', 'E9', '--lead', 'fire', '--kind', 'census', '--day', '2026-06-01'];
    const more = ['--until', '2026-03-31', '--request', 'fire:9'];
    expect((await alike('reserve', ...held, ...more, ...at)).code).toBe(0);
    const act = ['--id', 'E9', '--visit', 'fire:9', '--lead', 'fire', '--request'];
    expect((await alike('start', ...act, 'early', ...at)).code).toBe(1);
    for (const [action, ...told] of [
      ['confirm', 'yes', '--as-of', '2026-03-01'],
      ['start', 'in', '--as-of', '2026-06-01', '--reference', 'scan-7'],
      ['finish', 'out', '--as-of', '2026-06-02', '--outcome', 'no-problem', '--days', '2'],
    ] as const) {
      expect((await alike(action, ...act, ...told)).code).toBe(0);
    }
    const gone = ['--id', 'E4', '--visit', 'fire:E4', '--lead', 'fire', '--reason', 'moved'];
    expect((await alike('cancel', ...gone, '--request', 'off', '--as-of', '2026-02-01')).code).toBe(
      0,
    );
    expect((await alike('status')).out).toMatch(/^5 entities, 18 events\n/);
    expect(JSON.parse((await alike('status', '--id', 'E9', '--json')).out).visits).toMatchObject([
      { state: 'done', days: 2, outcome: 'no-problem' },
    ]);
    expect((await alike('status', '--id', 'E0')).code).not.toBe(0);

    const outs = [place.fresh('of-file'), place.fresh('of-database')];
    for (const [i, ledger] of [...both()].entries()) {
      const told = ['--year', '2026', '--out', outs[i] as string];
      expect((await here('ledger', 'report', ledger, ...told)).code).toBe(0);
    }
    const [a, b] = outs.map(filesIn);
    expect(Object.keys(a ?? {}).length).toBeGreaterThan(8);
    expect(b).toEqual(a);
  });

  it('refuse a request under a name of another firm’s, and leave the others alone', async () => {
    const one = { lead: 'fire', kind: 'census', day: '2026-06-01' };
    const requests = place.file(
      'names.json',
      JSON.stringify([
        { ...one, id: 'n1', entity: 'N1' },
        { ...one, id: 'n1', entity: 'N2' },
        { ...one, id: 'n3', entity: 'N3' },
        { ...one, id: 'n4', entity: 'N4', form: 'a\0b' },
      ]),
    );
    const told = await alike('import', '--requests', requests, '--as-of', '2026-06-01');
    expect([told.code, told.out]).toEqual([1, 'requests: 4; booked: 2, joined: 0, refused: 2\n']);
    expect(told.err).toMatch(/^error: names.json entry 2, field id: .*\[request-elsewhere\]$/m);
    expect(told.err).toMatch(/^error: names.json entry 4, field form: .*\[wrong-type\]$/m);
    expect((await alike('status', '--id', 'N3')).code).toBe(0);
    for (const none of ['N2', 'a\0b', '', ' N1']) {
      expect((await alike('status', '--id', none)).err).toContain('[entity-not-found]');
    }
  });

  it('give a plan the same to start from', async () => {
    const outs = [place.fresh('plan-of-file'), place.fresh('plan-of-database')];
    for (const [i, ledger] of [...both()].entries()) {
      const told = ['--ledger', ledger, '--out', outs[i] as string];
      expect((await here('plan', '--sample-city', '60', ...told)).code).toBe(0);
    }
    expect(filesIn(outs[1] as string)).toEqual(filesIn(outs[0] as string));
  }, 60_000);

  it('give the file of due diligence the same', async () => {
    const plan = place.fresh('plan');
    expect((await here('plan', '--sample-city', '60', '--out', plan)).code).toBe(0);
    const [row = ''] = readFileSync(join(plan, 'plan/visits.csv'), 'utf8').split('\n').slice(1);
    const firm = row.split(',')[1] as string;
    await alike('import', '--plan', plan, '--as-of', '2026-06-01');
    const told = ['--sample-city', '60', '--plan', plan, '--id', firm, '--as-of', '2026-12-31'];
    const files = [];
    for (const ledger of both()) {
      files.push(await here('oversight', 'file', ...told, '--ledger', ledger, '--json'));
    }
    expect(files[0]?.code).toBe(0);
    expect(JSON.stringify(JSON.parse(files[0]?.out ?? ''))).toContain(firm);
    expect(files[1]).toEqual(files[0]);
  }, 60_000);
});

describe('who logs in', () => {
  const ask = ['--kind', 'census', '--day', '2026-06-01', '--as-of', '2026-01-05'];
  const reserve = (login: string, id: string, lead: string) =>
    issuesOf(
      ...([place.folder, 'ledger', 'reserve', address(login), '--id', id] as const),
      ...['--request', `${lead}:${id}`, '--lead', lead, ...ask],
    );

  it('books for its own authority alone', async () => {
    expect((await reserve('fire_platform', 'W1', 'fire')).code).toBe(0);
    const other = await reserve('fire_platform', 'W2', 'food');
    expect([other.code, other.error]).toEqual([5, 'not-your-authority']);
    expect((await here('ledger', 'status', address(), '--id', 'W2')).code).not.toBe(0);
  });

  it('audits without writing, and sees nothing in part', async () => {
    expect((await here('ledger', 'status', address('court'), '--id', 'W1')).code).toBe(0);
    const audit = await reserve('court', 'W3', 'fire');
    expect([audit.code, audit.error]).toEqual([5, 'may-not-write']);
    for (const action of [['status'], ['report', '--year', '2026', '--out', place.fresh('part')]]) {
      const [name = '', ...more] = action;
      const part = await issuesOf(place.folder, 'ledger', name, address('fire_staff'), ...more);
      expect([part.code, part.error]).toEqual([5, 'ledger-in-part']);
    }
  });

  it('has a right to nothing without a role', async () => {
    await pools.of().query('CREATE ROLE stranger LOGIN');
    const { code, error } = await issuesOf(place.folder, 'ledger', 'status', address('stranger'));
    expect([code, error]).toEqual([5, 'database-refused']);
  });
});

describe('the tables', () => {
  it('are made by an explicit step alone, in the schema of the address', async () => {
    const own = address('postgres', { schema: 'district_a' });
    const told = ['reserve', own, '--id', 'M1', '--request', 'm1', '--lead', 'fire'];
    const ask = ['--kind', 'census', '--day', '2026-06-01', '--as-of', '2026-01-05'];
    const before = await here('ledger', ...told, ...ask);
    expect(before.code).toBe(5);
    expect(before.err).toContain('evenhand ledger migrate');
    const { rows } = await pools
      .of()
      .query("SELECT FROM information_schema.schemata WHERE schema_name = 'district_a'");
    expect(rows).toEqual([]);
    for (const _ of ['once', 'again']) {
      const made = await here('ledger', 'migrate', own, '--lang', 'zh');
      expect([made.code, made.out]).toEqual([
        0,
        `台账的表已就绪：共 ${ledgerMigrations().length} 个步骤\n`,
      ]);
    }
    expect((await here('ledger', ...told, ...ask)).code).toBe(0);
  });

  it('are made as well by whoever runs the printed statements by hand, and again', async () => {
    const own = address('postgres', { schema: 'district_b' });
    const { out, code } = await here('ledger', 'migrate', own, '--roles', '--print');
    expect(code).toBe(0);
    await pools.of().query(out);
    await pools.of().query(out);
    expect((await here('ledger', 'status', own)).out).toBe('0 entities, 0 events\n');
  });

  it('are nothing of a file, and not made by whoever may not', async () => {
    const file = await issuesOf(place.folder, 'ledger', 'migrate', 'some.sqlite');
    expect([file.code, file.error]).toEqual([2, 'bad-option']);
    const own = address('court', { schema: 'district_c' });
    const other = await issuesOf(place.folder, 'ledger', 'migrate', own);
    expect([other.code, other.error]).toEqual([5, 'database-refused']);
    const bad = address('postgres', { schema: 'Drop table' });
    expect((await issuesOf(place.folder, 'ledger', 'status', bad)).error).toBe('bad-schema-name');
  });
});

describe('what goes wrong', () => {
  const secret = { password: PASSWORD };
  it.each([
    [
      'a password that is wrong',
      () => address('locked', { password: `${PASSWORD}x` }),
      'database-refused',
    ],
    ['no password', () => address('locked'), 'database-refused'],
    ['a login that is none', () => address('nobody_here', secret), 'database-refused'],
    [
      'a database that is none',
      () => address('locked', secret).replace('/postgres', '/none'),
      'database-refused',
    ],
    [
      'a port where nobody listens',
      () => address('locked', { ...secret, port: 1 }),
      'database-unreachable',
    ],
    [
      'a host that is none',
      () => address('locked', secret).replace('127.0.0.1', 'no-such-host.invalid'),
      'database-unreachable',
    ],
    [
      'a database of another make',
      () => address('locked', secret).replace('postgres:', 'mysql:'),
      'bad-option',
    ],
    [
      'an address that was mistyped',
      () => address('locked', secret).replace('//', '/'),
      'bad-option',
    ],
    ['a port that is none', () => address('locked', { ...secret, port: 99_999 }), 'bad-option'],
    [
      'a password with bare signs',
      () => `postgres://locked:${PASSWORD}@127.0.0.1/postgres`,
      'bad-option',
    ],
    [
      'a certificate that is not there',
      () => `${address('locked', secret)}?sslmode=verify-full&sslrootcert=/none.crt`,
      'database-unreachable',
    ],
    ['an option with an address', () => `--store=${address('locked', secret)}`, 'unknown-option'],
  ])('%s is told in both languages, without the password', async (_, told, expected) => {
    for (const lang of ['zh', 'en']) {
      const { code, out, err } = await here('ledger', 'status', told(), '--lang', lang);
      expect(err).toContain(`[${expected}]`);
      expect(code).toBe(expected.startsWith('database') ? 5 : 2);
      const json = await here('ledger', 'status', told(), '--json', '--lang', lang);
      for (const text of [out, err, json.out, json.err]) {
        expect(text).not.toContain(PASSWORD);
        expect(text).not.toContain(encodeURIComponent(PASSWORD));
        expect(text).not.toContain('s#e/c');
      }
    }
  });

  it('lets in whoever has the password, in the address or where PostgreSQL’s programs look', async () => {
    expect((await here('ledger', 'status', address('locked', secret))).code).toBe(0);
    const before = process.env['PGPASSWORD'];
    process.env['PGPASSWORD'] = PASSWORD;
    try {
      expect((await here('ledger', 'status', address('locked'))).code).toBe(0);
    } finally {
      if (before === undefined) delete process.env['PGPASSWORD'];
      else process.env['PGPASSWORD'] = before;
    }
  });

  it('goes on where it stopped once the server is back', async () => {
    const requests = place.file(
      'later.json',
      JSON.stringify(
        REQUESTS.map((one) => ({ ...one, id: `l/${one.id}`, entity: `L${one.entity}` })),
      ),
    );
    const told = ['ledger', 'import', address(), '--requests', requests, '--as-of', '2026-01-05'];
    await pools.end();
    await server.kill();
    expect((await issuesOf(place.folder, ...told)).error).toBe('database-unreachable');
    await server.start();
    const first = await here(...told);
    expect(await here(...told)).toEqual(first);
    expect(first.out).toMatch(/^requests: 12; booked: [1-9]/);
  });
});

it('says what to install where the driver is missing', async () => {
  const program = place.fresh('cli.mjs');
  await bundledCli(program);
  for (const lang of ['zh', 'en']) {
    const told = ['ledger', 'status', address(), '--lang', lang];
    const { code, err } = await runBundled(program, place.folder, ...told);
    expect(code).not.toBe(0);
    expect(err).toContain('npm install pg');
    expect(err).toContain('[package-missing]');
  }
}, 60_000);
