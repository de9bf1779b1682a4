// Runs on whatever Node is there (20 or newer) and needs no package: it is what installs them.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const STAMP = path.join(ROOT, 'node_modules', '.piggyback-lock');
const BIN = path.join(ROOT, 'node_modules', '.bin');

const BROWSERS = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const FIREFOXES = {
  linux: ['firefox-esr', 'firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** Runs a command with its output shown; ends this process with its code where it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
    env: environment(options.env),
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Runs a command to its end and hands on signals; the promise is its exit code. */
export function runToEnd(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: environment(env) });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** The Node that comes with the packages, so that the machine's own may be older. */
export const node = path.join(
  ROOT,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Installs the packages when the lock file has changed since the last time. */
export function ensurePackages() {
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.log('Installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}

/** The path of a Chrome, Edge or Chromium; installs Chromium where the system's packages may. */
export function ensureBrowser() {
  const found = ensure('PIGGYBACK_BROWSER', BROWSERS, 'chromium');
  if (found) return found;
  console.error(
    'No Chrome, Edge or Chromium was found. Install one (Debian, Ubuntu: sudo apt-get install ' +
      'chromium), or name it: PIGGYBACK_BROWSER=/path/to/chrome npm start',
  );
  process.exit(1);
}

/** The path of a Firefox, installed likewise; `null`, and said so, where there is none. */
export function ensureFirefox() {
  const found = ensure('PIGGYBACK_FIREFOX', FIREFOXES, 'firefox-esr');
  if (!found) {
    console.error(
      'No Firefox was found, so the tests in Firefox are LEFT OUT. Install one (Debian: sudo ' +
        'apt-get install firefox-esr), or name it: PIGGYBACK_FIREFOX=/path/to/firefox npm test',
    );
  }
  return found;
}

function ensure(variable, candidates, debianPackage) {
  const found = process.env[variable] || find(candidates);
  if (found) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !has('apt-get')) return null;
  console.log(`Installing ${debianPackage} …`);
  // What the package manager complains of stands on the screen.
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment({ DEBIAN_FRONTEND: 'noninteractive' }),
  };
  const installed = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', debianPackage],
  ].every((args) => spawnSync('apt-get', args, options).status === 0);
  return installed ? find(candidates) : null;
}

function find(candidates) {
  for (const candidate of candidates[process.platform] ?? []) {
    if (path.isAbsolute(candidate) ? existsSync(candidate) : has(candidate)) {
      return path.isAbsolute(candidate) ? candidate : which(candidate);
    }
  }
  return null;
}

function has(command) {
  return which(command) !== null;
}

function which(command) {
  const done = spawnSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim() : null;
}

export function environment(more = {}) {
  return { ...process.env, ...more, PATH: `${BIN}${path.delimiter}${process.env.PATH}` };
}
