import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const src = fileURLToPath(new URL('./src/', import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^evenhand\/([a-z]+)$/, replacement: `${src}$1/index.ts` },
      { find: /^evenhand$/, replacement: `${src}index.ts` },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // The library is pure functions: no module state to keep apart, and imports are paid once.
    isolate: false,
    maxWorkers: availableParallelism(),
    setupFiles: ['test/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A zone with a date line and daylight saving: whatever reads the local clock shows here.
    env: { TZ: process.env['TZ'] ?? 'Pacific/Apia' },
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      exclude: ['src/**/index.ts', 'src/cli/bin.ts'],
      // One line a file: `npm test -- --coverage.reporter=text`. By default only a floor that isn't reached speaks.
      reporter: ['json-summary'],
      thresholds: {
        ...Object.fromEntries(
          ['core', 'scoring', 'ticket', 'draw', 'inspectors', 'visits'].map((room) => [
            `src/${room}/**`,
            { branches: 95, statements: 95, functions: 95, lines: 95 },
          ]),
        ),
        statements: 90,
        branches: 85,
        functions: 90,
        lines: 90,
      },
    },
  },
});
