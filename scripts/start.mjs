// `npm start`: all set-up, then the main job against the sandbox.
import { ensureBrowser, ensurePackages, node, ROOT, run, runToEnd } from './setup.mjs';
import { isFresh, markFresh } from './freshness.mjs';

ensurePackages();
const browser = ensureBrowser();
if (!isFresh(ROOT)) {
  console.log('Building the extension …');
  run('npx', ['wxt', 'build', '--level', 'error']);
  markFresh(ROOT);
}
process.exitCode = await runToEnd(node, ['test/demo/main.ts', ...process.argv.slice(2)], {
  PIGGYBACK_BROWSER: browser,
  NODE_NO_WARNINGS: '1',
});
