// `npm run bench`: all set-up, then what a person waits for, as ratios; `-- tags` runs one part.
import { ensureBrowser, ensurePackages, node, run, runToEnd } from './setup.mjs';

ensurePackages();
const browser = ensureBrowser();
run('npm', ['run', '--silent', 'build']);
const hook = new URL('../test/bench/resolve.mjs', import.meta.url).href;
process.exitCode = await runToEnd(
  node,
  ['--import', hook, 'test/bench/main.ts', ...process.argv.slice(2)],
  { PIGGYBACK_BROWSER: browser, NODE_NO_WARNINGS: '1' },
);
