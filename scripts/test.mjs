// `npm test`: all set-up, then types, lint, unit, integration and e2e in Chromium and Firefox.
import { spawn } from 'node:child_process';
import os from 'node:os';

import { ensureBrowser, ensureFirefox, ensurePackages, ROOT, run, runToEnd } from './setup.mjs';

ensurePackages();
const browser = ensureBrowser();
const firefox = ensureFirefox();
const env = { PIGGYBACK_BROWSER: browser, ...(firefox && { PIGGYBACK_FIREFOX: firefox }) };
const inChromium = ['--project=e2e'];
const inGallery = ['--project=gallery'];
const inFirefox = firefox ? ['--project=firefox'] : [];
const withoutBrowser = ['--project=unit', '--project=integration'];
const filters = process.argv.slice(2);
const script = (name, ...args) => ['run', '--silent', name, ...args];
const tests = (...args) => script('vitest', '--', ...args);

const checked = beside(script('check'));
stopAt(await runToEnd('npm', script('build')));
stopAt(await checked);

if (filters.length > 0) {
  run('npm', tests(...inChromium, ...inGallery, ...inFirefox, ...withoutBrowser, ...filters), {
    env,
  });
} else {
  // Chromium, one at a time, leaves nearly half of two cores idle while it waits for its pages. Two of them side by
  // side were done no sooner, all in all, and what waits for frames waited longer.
  const others = [
    script('lint:firefox'),
    tests(...withoutBrowser, `--maxWorkers=${Math.ceil(os.availableParallelism() / 2)}`),
    tests(...inGallery),
    ...(firefox ? [1, 2, 3].map((third) => tests(...inFirefox, `--shard=${third}/3`)) : []),
  ];
  const besides = inTurn(others);
  const code = await runToEnd('npm', tests(...inChromium), env);
  // Who is done first takes what has not been begun.
  const rest = code === 0 ? await inTurn(others) : 0;
  stopAt((await besides) || code || rest);
}

/** Takes one after the other until none is left, or one fails: then none is begun any more. */
async function inTurn(queue) {
  for (let args = queue.shift(); args !== undefined; args = queue.shift()) {
    const code = await beside(args);
    if (code === 0) continue;
    queue.length = 0;
    return code;
  }
  return 0;
}

/** Runs beside what has the screen, which goes before it; all that it says is shown at its end. */
async function beside(args) {
  const child = spawn('npm', args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  const code = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  process.stdout.write(Buffer.concat(said));
  return code;
}

function stopAt(code) {
  if (code !== 0) process.exit(code);
}
