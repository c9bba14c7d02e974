import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A program of the tests as one file of its own, for processes that know no TypeScript. */
export interface Bundled {
  readonly file: string;
  remove(): void;
}

/** Bundles a program into a folder below node_modules, where packages with binaries are found. */
export async function bundled(entry: string): Promise<Bundled> {
  const cache = join(import.meta.dirname, '../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'process-'));
  const file = join(folder, 'program.mjs');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    outfile: file,
    logLevel: 'error',
    external: ['pg', '@photostructure/sqlite'],
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
