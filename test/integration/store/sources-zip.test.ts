import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PACKAGES = ['chrome-mv3', 'firefox-mv3', 'embed'];
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

// Below the repository, so that its packages are found from there: `npm ci` would ask the network.
async function newFolder(): Promise<string> {
  await mkdir(path.join(ROOT, '.output'), { recursive: true });
  const folder = await mkdtemp(path.join(ROOT, '.output/sources-'));
  folders.push(folder);
  return folder;
}

function run(cwd: string, command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    // Not the test runner's own, such as `NODE_ENV=test`: a build goes by them.
    env: {
      HOME: process.env.HOME,
      PATH: `${path.join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`,
    },
  });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')}:\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** The repository as it is here. */
async function copyOfRepository(): Promise<string> {
  const folder = await newFolder();
  const listed = run(ROOT, 'git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  for (const file of listed.split('\0').filter((name) => name && !/^(?:test|docs)\//.test(name))) {
    // A file that was deleted and not yet committed is still listed.
    await cp(path.join(ROOT, file), path.join(folder, file), {
      recursive: true,
      force: true,
    }).catch(() => {});
  }
  return folder;
}

async function unzip(file: string, folder: string): Promise<void> {
  for (const [name, content] of Object.entries(unzipSync(await readFile(file)))) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.built')
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    names
      .toSorted()
      .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  );
}

it(
  'the sources that go to a store build, by the README’s own command, to what is shipped',
  { timeout: 180_000 },
  async () => {
    const shipped = await copyOfRepository();
    run(shipped, 'wxt', ['zip', '--browser', 'firefox', '--mv3']);
    const zips = readdirSync(path.join(shipped, '.output')).filter((name) => name.endsWith('.zip'));
    const sources = zips.find((name) => name.endsWith('-sources.zip'));
    const addOn = zips.find((name) => name.endsWith('-firefox.zip'));
    if (!sources || !addOn) throw new Error(`no zips among ${zips.join(', ')}`);

    const reviewed = await newFolder();
    await unzip(path.join(shipped, '.output', sources), reviewed);
    expect(await readFile(path.join(reviewed, 'README.md'), 'utf8')).toContain(
      '`npm ci && npm run build`',
    );
    // What `npm ci` does beside installing.
    run(reviewed, 'wxt', ['prepare']);
    run(reviewed, 'npm', ['run', '--silent', 'build']);

    const unpacked = await newFolder();
    await unzip(path.join(shipped, '.output', addOn), unpacked);
    const output = (name: string) => path.join(reviewed, '.output', name);
    expect(filesIn(output('firefox-mv3'))).toEqual(filesIn(unpacked));
    for (const name of PACKAGES) {
      expect(filesIn(output(name)), name).toEqual(filesIn(path.join(ROOT, '.output', name)));
    }
  },
);
