import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { startPostgres } from '../stores/postgresServer.js';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'evenhand-example-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an example prints that has several processes, run as a reader runs it. */
async function printed(name: string, ...values: string[]): Promise<string> {
  const run = join(root, 'examples/run.mjs');
  return (await promisify(execFile)(process.execPath, [run, name, ...values])).stdout;
}

const output = (name: string): string => join(root, 'examples/output', `${name}.txt`);

it('examples/embedded prints what it printed before, whoever comes first', async () => {
  const text = await printed('embedded', join(folder, 'ledger.sqlite'));
  await expect(text).toMatchFileSnapshot(output('embedded'));
});

it('examples/two-visits prints what it printed before, whoever comes first', async () => {
  const server = await startPostgres();
  const { host, port, user, database } = server.place;
  try {
    const text = await printed('two-visits', `postgres://${user}@${host}:${port}/${database}`);
    await expect(text).toMatchFileSnapshot(output('two-visits'));
  } finally {
    await server.stop();
  }
});

it('examples/two-visits says in one line that no server answers', async () => {
  const address = 'postgres://nobody:secret@127.0.0.1:1/none';
  await expect(printed('two-visits', address)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^no ledger at this address: connect ECONNREFUSED [^\n]*\n$/),
  });
});

it('examples/two-visits says what it expects where no server is named', async () => {
  await expect(printed('two-visits')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('expected postgres://user@host:port/database'),
  });
});

it('the runner lists the examples where there is none of a name', async () => {
  await expect(printed('two-visit')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no example `two-visit`.*\n(.*\n)* {2}two-visits\n/),
  });
});
