// `npm run bench`: all set-up, a fresh production build with what it weighs (scripts/budgets.ts), then
// the measurements.
import { ensureBrowser, ensurePackages, node, run, runToEnd } from './setup.mjs';

ensurePackages();
const browser = ensureBrowser();
run('npm', ['run', '--silent', 'build']);
// What is allocated in one measurement is not collected in it: from some size on that alone would seem to grow.
const memory = ['--min-semi-space-size=512', '--max-semi-space-size=512'];
const bench = [...memory, '--import', './scripts/resolve.mjs', 'test/bench/main.ts'];
process.exitCode = await runToEnd(node, [...bench, ...process.argv.slice(2)], {
  PIGGYBACK_BROWSER: browser,
  NODE_NO_WARNINGS: '1',
});
