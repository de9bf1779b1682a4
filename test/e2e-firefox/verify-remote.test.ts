import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import {
  type BrowserApart,
  startChromiumApart,
  startFirefoxApart,
} from '../support/browser-apart.ts';
import { type PageServer, servePages } from '../support/page-server.ts';
import { commandIn } from '../support/run-command.ts';

const VICTIM = 'the one that is killed';
const FOLDER = mkdtempSync(path.join(tmpdir(), 'verify-remote-'));
const NAMES = ['a', 'b', 'c', 'd'];

let pages: PageServer;
/** Stands in for the service: these browsers are closed off by the test itself. */
let pixels: PageServer;
let browsers: readonly BrowserApart[] = [];
let victim: BrowserApart | null = null;
/** Which page was under way as the browser was killed. */
let killedAt: string | null = null;
const fired: string[] = [];

beforeAll(async () => {
  pixels = await servePages(({ url = '' }, response) => {
    fired.push(url);
    response.setHeader('Content-Type', 'image/gif');
    response.end(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'));
  });
  pages = await servePages(({ url = '', headers }, response) => {
    if (headers['user-agent'] === VICTIM) {
      killedAt ??= url;
      return victim?.kill();
    }
    // In a frame, which BiDi tells of as of a page.
    const [, name = '', frame] = /^\/(\w)(\?frame)?/.exec(url) ?? [];
    const id = 531 + NAMES.indexOf(name);
    const cachebuster = String(1e15 * Math.random()).slice(0, 10);
    response.setHeader('Content-Type', 'text/html');
    const img = `<img src="http://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${cachebuster}">`;
    response.end(frame === undefined ? `<iframe src="/${name}?frame"></iframe>` : img);
  });
  const rules = `MAP ib.adnxs.com:80 127.0.0.1:${pixels.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
  const [first, second, firefox] = await Promise.all([
    startChromiumApart('another one', rules),
    startChromiumApart(VICTIM, rules),
    startFirefoxApart({
      // What goes to this machine goes by no proxy.
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': pixels.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': pixels.port,
      // On the list of what Firefox blocks as tracking is the service, too.
      'privacy.trackingprotection.enabled': false,
      'dom.security.https_first': false,
    }),
  ]);
  victim = second;
  browsers = [first, second, firefox];
});
afterAll(async () => {
  await Promise.all(browsers.map((one) => one.close()));
  await Promise.all([pages, pixels].map((one) => one.close()));
  rmSync(FOLDER, { recursive: true });
});

const run = commandIn(FOLDER, 'cli/verify.ts');

it('two Chromium by CDP and a Firefox by BiDi share the pages; what one was killed at is visited elsewhere', async () => {
  const list = ['url,expect', ...NAMES.map((name, at) => `${pages.origin}/${name},${531 + at}`)];
  writeFileSync(path.join(FOLDER, 'pages.csv'), list.join('\n'));
  const remotes = browsers.flatMap(({ endpoint }) => ['--browser', endpoint]);
  const args = ['--pages', 'pages.csv', '--live', '--listen', '1', '--out', 'out', ...remotes];
  const { out, said } = await run(args);
  expect(said).toBe('');
  expect(killedAt).not.toBeNull();
  expect(out).toMatchObject({
    answeredBy: 'service',
    browsers: [
      expect.stringMatching(/^CDP 127/),
      expect.stringMatching(/^CDP 127/),
      expect.stringMatching(/^BiDi 127/),
    ],
    notReached: [],
    sink: null,
    counts: { pages: NAMES.length, visited: NAMES.length, notVisited: 0 },
    pages: NAMES.map((name, at) => ({
      url: `${pages.origin}/${name}`,
      tries: `/${name}` === killedAt ? 2 : 1,
      requests: 1,
      expected: [{ trackerId: 531 + at, fired: 1 }],
      unexpected: [],
    })),
  });
  // Firefox has its share, and tells of requests as Chromium does.
  expect(JSON.stringify(out)).toMatch(/"by":"BiDi/);
  expect(fired).toHaveLength(NAMES.length);
  // Of each page a picture, by either protocol.
  const proof = readFileSync(path.join(FOLDER, 'out/proof.html'), 'utf8');
  expect(proof.match(/src="data:image\/jpeg;base64,\/9j\//g)).toHaveLength(NAMES.length);
  expect(proof).not.toContain('there is no screenshot');
});

it('says so where none of them is there any more', async () => {
  const [one] = browsers;
  const endpoint = `${one?.endpoint.replace(/:\d+\//, ':9/')}`;
  const args = ['--pages', '-', '--live', '--browser', endpoint];
  const ended = await run(args, pages.origin);
  expect(ended).toMatchObject({ code: 3, out: { error: { code: 'browser-not-reached' } } });
});
