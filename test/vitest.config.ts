import path from 'node:path';

import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const shared = {
  root,
  resolve: { alias: { '@': root } },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

// A browser that is starved of a core fails for no fault of its own: these come before it.
const first = { groupOrder: 1 };

export default defineConfig({
  ...shared,
  test: {
    passWithNoTests: false,
    projects: [
      {
        ...shared,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], sequence: first },
      },
      {
        ...shared,
        test: { name: 'integration', include: ['test/integration/**/*.test.ts'], sequence: first },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'firefox',
          include: ['test/e2e-firefox/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
