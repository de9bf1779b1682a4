// `npm start`: all set-up, then the main job against the sandbox.
import { ensureBrowser, ensurePackages, node, ROOT, run, runToEnd } from './setup.mjs';
import { isFresh, markFresh } from './freshness.mjs';

ensurePackages();
const browser = ensureBrowser();
if (!isFresh(ROOT)) {
  console.log('Building the extension …');
  // Its progress is an animation, which is noise anywhere but on a terminal.
  const stdio = process.stdout.isTTY ? 'inherit' : ['ignore', 'ignore', 'inherit'];
  run('npx', ['wxt', 'build', '--level', 'error'], { stdio });
  run(node, ['scripts/build-embed.ts']);
  markFresh(ROOT);
}
process.exitCode = await runToEnd(node, ['test/demo/main.ts', ...process.argv.slice(2)], {
  PIGGYBACK_BROWSER: browser,
  NODE_NO_WARNINGS: '1',
});
