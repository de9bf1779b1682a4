// `npm run test:recorder`: set-up, a fresh build, and every scenario of `test/recorder` in a real Chromium.
import { ensureBrowser, ensurePackages, run } from './setup.mjs';

ensurePackages();
const env = { PIGGYBACK_BROWSER: ensureBrowser() };
run('npm', ['run', '--silent', 'build']);
run('npm', ['run', '--silent', 'vitest', '--', '--project=recorder', ...process.argv.slice(2)], {
  env,
});
