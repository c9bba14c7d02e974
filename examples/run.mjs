// node examples/run.mjs NAME …: bundles an example out of this checkout and runs it; without a name it lists them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const [name, ...values] = process.argv.slice(2);
// The page of the public verifier is built, not run: it has a build of its own.
const isProgram = (file) =>
  file.endsWith('.ts') ||
  (existsSync(join(here, file, 'main.ts')) && !existsSync(join(here, file, 'build.mjs')));
const names = readdirSync(here)
  .filter(isProgram)
  .map((file) => file.replace(/\.ts$/, ''));
if (!names.includes(name)) {
  console.error(name === undefined ? 'The examples:' : `no example \`${name}\` (expected one of)`);
  for (const one of names) console.error(`  ${one}`);
  process.exit(2);
}

// Below node_modules, so that a package with binaries of its own is found where it lies.
const cache = join(here, '../node_modules/.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'example-'));
try {
  const programs = existsSync(join(here, `${name}.ts`))
    ? { main: join(here, `${name}.ts`) }
    : Object.fromEntries(
        ['main', 'platform']
          .map((program) => [program, join(here, name, `${program}.ts`)])
          .filter(([, file]) => existsSync(file)),
      );
  await build({
    entryPoints: programs,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
    packages: 'external',
    // A program that is another's is imported for what it does.
    ignoreAnnotations: true,
    tsconfig: join(here, '../tsconfig.json'),
  });
  const { status } = spawnSync(process.execPath, [join(folder, 'main.mjs'), ...values], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
