// `npm test`: all set-up, then types, lint, unit, integration and e2e.
import { ensureBrowser, ensurePackages, run } from './setup.mjs';

ensurePackages();
const browser = ensureBrowser();
run('npm', ['run', '--silent', 'check']);
run('npm', ['run', '--silent', 'build']);
run('npm', ['run', '--silent', 'lint:firefox']);
run('npm', ['run', '--silent', 'vitest', '--', ...process.argv.slice(2)], {
  env: { PIGGYBACK_BROWSER: browser },
});
