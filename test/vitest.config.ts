import path from 'node:path';

import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const shared = {
  root,
  resolve: { alias: { '@': root } },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

// These stand behind the browsers in line for the processor (`scripts/test.mjs`), and ten thousand cases
// take their time; what grows faster than it may takes longer still.
const withoutBrowser = {
  // One after the other in the same process: to start one for each file takes a third of the time.
  isolate: false,
  testTimeout: 120_000,
  setupFiles: 'test/unit/setup.ts',
};

const editors = 'test/support/editors.ts';
const embedPages = 'test/support/embed-pages.ts';

// One at a time: two at once are no sooner done on two cores, and starve each other. In the same process, which has
// the driver and the sandbox then for all files; each file has a browser of its own.
const browserProject = (name: string, include: string, ...globalSetup: string[]) => ({
  ...shared,
  test: {
    name,
    include: [include],
    globalSetup,
    maxWorkers: 1,
    isolate: false,
    sequence: { groupOrder: 3 },
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});

export default defineConfig({
  ...shared,
  test: {
    passWithNoTests: false,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          ...withoutBrowser,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          ...withoutBrowser,
          // A group of its own: in one with others, each change of what a file runs in ends the process.
          sequence: { groupOrder: 2 },
          setupFiles: [withoutBrowser.setupFiles, 'test/integration/setup.ts'],
        },
      },
      browserProject('e2e', 'test/e2e/**/*.test.ts', editors, embedPages),
      // It looks at screens alone, and no other test waits for it: it goes beside them.
      browserProject('gallery', 'test/gallery/**/*.test.ts'),
      browserProject('recorder', 'test/recorder/**/*.test.ts'),
      browserProject('firefox', 'test/e2e-firefox/**/*.test.ts', editors),
    ],
  },
});
