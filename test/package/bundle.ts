import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** What an application would carry that holds only `code`; `evenhand` is the source of this folder. */
export async function bundle(
  code: string,
  format: 'esm' | 'iife' = 'esm',
): Promise<{ readonly text: string; readonly bytes: number; readonly packages: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format,
    // A browser: an import of a Node built-in fails here.
    platform: 'browser',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const packages = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []) : [],
  );
  const [file] = outputFiles;
  if (file === undefined) throw new Error('nothing was bundled');
  return {
    text: file.text,
    bytes: file.contents.length,
    packages: [...new Set(packages)].sort(),
  };
}
