import { existsSync, readdirSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

const shared: Options = {
  format: ['esm', 'cjs'],
  target: 'es2022',
  splitting: true,
  sourcemap: false,
  removeNodeProtocol: false,
};

// tsup 8.5 sets `baseUrl` for its declaration build; TypeScript 6 calls that an error unless told.
const compilerOptions = { ignoreDeprecations: '6.0' };

/** The index of every room, and the root's: what has types to publish. */
const indexes = ['', ...readdirSync('src')]
  .filter((room) => room !== 'cli' && existsSync(`src/${room}/index.ts`))
  .map((room) => (room === '' ? 'src/index.ts' : `src/${room}/index.ts`));

export default defineConfig([
  {
    ...shared,
    name: 'library',
    // Every module is an entry, so each stays a file of its own and an application that imports one
    // function carries that function alone.
    entry: ['src/**/*.ts', '!src/cli/**'],
    dts: { entry: indexes, compilerOptions },
    // Neutral: an import of a `node:` module anywhere below these entries fails the build.
    platform: 'neutral',
  },
  {
    ...shared,
    name: 'cli',
    entry: ['src/cli/**/*.ts'],
    outDir: 'dist/cli',
    dts: { entry: { index: 'src/cli/index.ts' }, compilerOptions },
    platform: 'node',
  },
]);
