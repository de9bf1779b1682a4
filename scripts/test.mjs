// `npm test`: all set-up, then types, lint, unit, integration and e2e in Chromium and Firefox.
import { spawn } from 'node:child_process';
import os from 'node:os';

import {
  ensureBrowser,
  ensureFirefox,
  ensurePackages,
  environment,
  ROOT,
  run,
  runToEnd,
} from './setup.mjs';

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

/** All that the steps said which failed. */
const failed = [];
/** What runs just now. */
const running = new Set();

// The first tests do not wait for it, and are ended where it fails.
const checked = beside(script('check')).then(stopAt);
stopAt(await runToEnd('npm', script('build')));

if (filters.length > 0) {
  await checked;
  run('npm', tests(...inChromium, ...inGallery, ...inFirefox, ...withoutBrowser, ...filters), {
    env,
  });
} else {
  // Chromium, one at a time, leaves nearly half of two cores idle while it waits for its pages. Two of them side by
  // side were done no sooner, all in all, and what waits for frames waited longer.
  const others = [
    tests(...withoutBrowser, `--maxWorkers=${Math.ceil(os.availableParallelism() / 2)}`),
    tests(...inGallery, 'gallery/rooms'),
    tests(...inGallery, '--exclude=**/gallery/rooms.test.ts'),
    ...(firefox ? [3, 2, 1].map((third) => tests(...inFirefox, `--shard=${third}/3`)) : []),
    script('lint:firefox'),
  ];
  const besides = checked.then(() => inTurn(others));
  const code = await shown(tests(...inChromium));
  if (code !== 0) others.length = 0;
  // Who is done first takes what has not been begun.
  const rest = await inTurn(others);
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

/** Runs with the screen: what it says is shown as it comes. */
async function shown(args) {
  return (await heard(args, (data) => process.stdout.write(data))).code;
}

/** Runs beside what has the screen, which goes before it; all that it says is shown at its end. */
async function beside(args) {
  const low = os.constants.priority.PRIORITY_LOW;
  const { code, said } = await heard(args, () => undefined, low);
  process.stdout.write(said);
  return code;
}

async function heard(args, hear, priority) {
  const child = spawn('npm', args, {
    cwd: ROOT,
    env: environment({ ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (priority !== undefined) os.setPriority(child.pid, priority);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  running.add(child);
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      parts.push(data);
      hear(data);
    });
  }
  const code = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  running.delete(child);
  const said = Buffer.concat(parts);
  if (code !== 0) failed.push(said.toString());
  return { code, said };
}

/** What failed is said once more, last: what ran beside it stands in between. */
function stopAt(code) {
  if (code === 0) return;
  for (const child of running) child.kill();
  for (const said of failed) {
    const start = said.search(/.*Failed (Tests|Suites)/);
    console.error(`\n${said.slice(start < 0 ? -4000 : start)}`);
  }
  process.exit(code);
}
