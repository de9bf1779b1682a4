// `npm test`: all set-up, then types, lint, unit, integration and e2e in Chromium and Firefox.
import { ensureBrowser, ensureFirefox, ensurePackages, run } from './setup.mjs';

ensurePackages();
const browser = ensureBrowser();
const firefox = ensureFirefox();
run('npm', ['run', '--silent', 'check']);
run('npm', ['run', '--silent', 'build']);
run('npm', ['run', '--silent', 'lint:firefox']);
const projects = firefox ? [] : ['--project=!firefox'];
run('npm', ['run', '--silent', 'vitest', '--', ...projects, ...process.argv.slice(2)], {
  env: { PIGGYBACK_BROWSER: browser, ...(firefox && { PIGGYBACK_FIREFOX: firefox }) },
});
