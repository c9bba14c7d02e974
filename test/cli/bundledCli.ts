import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Writes the command line as one file that finds no optional package, as where none is installed.
 *
 * @param path - a place that no `node_modules` is above of
 */
export async function bundledCli(path: string): Promise<void> {
  await build({
    stdin: {
      contents: `import { main } from './src/cli/main.js';
        const { stdout, stderr } = process;
        process.exitCode = await main(process.argv.slice(2), { stdout, stderr, env: {}, cwd: process.cwd() });`,
      resolveDir: resolve('.'),
    },
    ...{ bundle: true, platform: 'node', format: 'esm', outfile: path, logLevel: 'error' },
    external: ['@duckdb/node-api', 'echarts', '@photostructure/sqlite', 'pg'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
}

/** Runs it: its exit code and what it wrote. */
export function runBundled(path: string, cwd: string, ...argv: string[]) {
  const child = spawn(process.execPath, [path, ...argv], { cwd });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    err += part;
  });
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    child.once('close', (code) => done({ code, out, err }));
  });
}
