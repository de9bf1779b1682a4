import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SETUP = path.resolve(import.meta.dirname, '../../../scripts/setup.mjs');
const ASK = `
  Object.defineProperty(process, 'platform', { value: 'linux' });
  process.getuid = () => Number(process.argv[1]);
  const { ensureBrowser } = await import(${JSON.stringify(SETUP)});
  console.log('found', ensureBrowser());
`;
const SENTENCE = 'No Chrome, Edge or Chromium was found. Install one';

let bin: string;
beforeEach(() => {
  bin = mkdtempSync(path.join(tmpdir(), 'piggyback-bin-'));
  symlinkSync('/bin/sh', path.join(bin, 'sh'));
});
afterEach(() => rmSync(bin, { recursive: true }));

function command(name: string, script: string): void {
  writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(bin, name), 0o755);
}

/** Runs `ensureBrowser` on a machine that has these commands and no others. */
function ensureBrowser(user = 0, browser = '') {
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', ASK, String(user)], {
    encoding: 'utf8',
    env: { PATH: bin, PIGGYBACK_BROWSER: browser },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const INSTALLS = `case "$1" in install) : > ${'"${0%/*}"'}/chromium; /bin/chmod +x ${'"${0%/*}"'}/chromium;; esac`;

describe('a machine’s browser', () => {
  it.each(['chromium', 'google-chrome', 'microsoft-edge'])('%s is taken', (name) => {
    command(name, '');
    expect(ensureBrowser().out).toBe(`found ${path.join(bin, name)}\n`);
  });

  it('one that is named goes before any other', () => {
    command('chromium', '');
    expect(ensureBrowser(0, '/opt/mine').out).toBe('found /opt/mine\n');
  });

  it('is installed by the system’s package manager where it may', () => {
    command('apt-get', INSTALLS);
    expect(ensureBrowser()).toEqual({
      code: 0,
      out: `Installing chromium …\nfound ${path.join(bin, 'chromium')}\n`,
      err: '',
    });
  });

  it.each([
    ['the package manager fails', 0, 'echo "no network" >&2; exit 100'],
    ['the person may not install', 1000, INSTALLS],
    ['there is no package manager', 0, null],
  ])('else it is said what to install: %s', (_, user, aptGet) => {
    if (aptGet !== null) command('apt-get', aptGet);
    const { code, err } = ensureBrowser(user);
    expect(code).toBe(1);
    expect(err).toContain(SENTENCE);
  });
});
