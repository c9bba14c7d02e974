import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres } from '../stores/postgresServer.js';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache');
let folder: string;
beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'example-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an example of several processes prints: its programs are bundled into one folder first. */
async function printed(name: string, address: string): Promise<string> {
  const outdir = join(folder, name);
  await build({
    entryPoints: {
      main: join(root, 'examples', name, 'main.ts'),
      platform: join(root, 'examples/two-visits/platform.ts'),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    outdir,
    logLevel: 'error',
    external: ['pg', '@photostructure/sqlite'],
    tsconfig: join(root, 'tsconfig.json'),
  });
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(outdir, 'main.js'),
    address,
  ]);
  return stdout;
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
