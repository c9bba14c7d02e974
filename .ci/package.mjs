// Uses the built package as its users do: ESM, CJS, a browser bundle, one imported function.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = process.cwd();
const { exports: subpaths } = JSON.parse(readFileSync('package.json', 'utf8'));
const require = createRequire(join(root, 'package.json'));

// Every subpath loads as ESM and as CJS and gives the same names.
for (const subpath of Object.keys(subpaths)) {
  if (subpath === './package.json') continue;
  const name = `evenhand${subpath.slice(1)}`;
  const esm = Object.keys(await import(name)).filter((key) => key !== 'default');
  const cjs = Object.keys(require(name)).filter((key) => key !== 'default' && key !== '__esModule');
  assert.deepEqual(esm.sort(), cjs.sort(), `${name}: ESM and CJS differ`);
}

async function bundled(code, options = {}) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
    ...options,
  });
  return outputFiles[0].text;
}

// One function costs about that function.
const budgets = {
  "export { parseRatio } from 'evenhand'": 1500,
  "export { sha256 } from 'evenhand'": 11_600,
  "export { measuresFor } from 'evenhand'": 2200,
  "export { quota } from 'evenhand'": 2500,
  "export { ticket, drawKey, drawSeed } from 'evenhand'": 16_100,
  "export { drawSample } from 'evenhand/draw'": 30_500,
  "export { assignInspectors } from 'evenhand/inspectors'": 52_500,
};
for (const [code, budget] of Object.entries(budgets)) {
  const size = (await bundled(code)).length;
  assert.ok(size <= budget, `${code}: ${size} bytes, budget ${budget}`);
  console.log(`${String(size).padStart(7)} bytes  ${code}`);
}

// The whole library runs in a browser: no Node built-in below the command line.
const rooms = Object.keys(subpaths)
  .map((path) => path.slice(2))
  .filter((room) => room !== '' && !['cli', 'testing', 'package.json'].includes(room));
const whole = await bundled(
  rooms.map((room, i) => `export * as room${i} from 'evenhand/${room}';`).join('\n'),
);
assert.ok(!/from\s*["']node:/.test(whole), 'a Node built-in in the browser bundle');
console.log(`${String(whole.length).padStart(7)} bytes  everything, for a browser`);

// A stranger installs the packed package elsewhere and uses it.
const folder = mkdtempSync(join(tmpdir(), 'evenhand-'));
try {
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    stdio: 'pipe',
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', `./${tarball}`], {
    cwd: folder,
    stdio: 'pipe',
  });
  writeFileSync(
    join(folder, 'use.mjs'),
    "import { quota } from 'evenhand'; if (quota(101, '3%', 'at-least') !== 4) process.exit(1);",
  );
  execFileSync(process.execPath, ['use.mjs'], { cwd: folder });
  const help = execFileSync(join(folder, 'node_modules/.bin/evenhand'), ['--help'], {
    encoding: 'utf8',
  });
  assert.match(help, /sample-city/);
  const page = readFileSync(
    join(folder, 'node_modules/evenhand/dist/public-verifier.html'),
    'utf8',
  );
  assert.match(page, /Content-Security-Policy/);
  console.log('installed from its tarball, imported and run');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
