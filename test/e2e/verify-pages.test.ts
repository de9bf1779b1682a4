import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { closedOff, findChromium } from '@/cli/verify/browsers/local';
import { startSink } from '@/cli/verify/sink/sink';
import { checkProof } from '@/lib/proof/check-proof';

import { type PageServer, servePages } from '../support/page-server.ts';
import { commandIn } from '../support/run-command.ts';

const IMPTR = 'https://ib.adnxs.com/imptr?t=2';
const pixel = (id: number, cachebuster: string) => `${IMPTR}&id=${id}&cachebuster=${cachebuster}`;

const PAGES: Readonly<Record<string, string>> = {
  '/good': `<img src="${pixel(531, '8135550172')}"><div style="height: 5000px"></div>
    <img loading="lazy" src="http://secure.adnxs.com/imptr?t=2&id=535&cachebuster=7720349113">`,
  '/macro': `<img src="${pixel(532, '[CACHEBUSTER]')}">`,
  '/worker': `<script>navigator.serviceWorker.register('/worker.js')</script>`,
  '/leaving': `<script>
    addEventListener('pagehide', () => navigator.sendBeacon('${pixel(534, '2093845516')}'));
  </script>`,
};
const WORKER = `addEventListener('install', (event) => event.waitUntil(
  fetch('${pixel(533, '5519302846')}', { mode: 'no-cors' }),
));`;

const FOLDER = mkdtempSync(path.join(tmpdir(), 'verify-pages-'));
let pages: PageServer;

beforeAll(async () => {
  pages = await servePages(({ url = '' }, response) => {
    const isWorker = url === '/worker.js';
    response.setHeader('Content-Type', isWorker ? 'text/javascript' : 'text/html');
    response.end(isWorker ? WORKER : PAGES[url]);
  });
});
afterAll(async () => {
  await pages.close();
  rmSync(FOLDER, { recursive: true });
});

const run = commandIn(FOLDER, 'cli/verify.ts');

describe('pages that a local browser visits', () => {
  it('are judged by what arrived at the stand-in, though the browser says nothing of some of it', async () => {
    const list = [
      'url,expect',
      ...Object.keys(PAGES).map((name, index) => `${pages.origin}${name},${531 + index}`),
      `${pages.origin}/good,535`,
      'http://nowhere.invalid/,531',
    ];
    writeFileSync(path.join(FOLDER, 'pages.csv'), list.join('\n'));
    writeFileSync(path.join(FOLDER, 'names.csv'), 'id,name\n531,Leaderboard');
    const args = [
      '--pages',
      'pages.csv',
      '--expect',
      'names.csv',
      '--out',
      'out/today',
      '--at-once',
      '3',
    ];
    const { code, out, said } = await run(args);
    expect(said).toBe('');
    expect(code).toBe(2);
    const verdict = (name: string, trackerId: number, is: string) =>
      expect.objectContaining({
        url: pages.origin + name,
        state: 'visited',
        status: 200,
        expected: [expect.objectContaining({ trackerId, verdict: is, fired: 1 })],
        unexpected: [],
      });
    expect(out).toMatchObject({
      answeredBy: 'sink',
      browsers: ['local 1', 'local 2', 'local 3'],
      counts: { pages: 5, visited: 4, notVisited: 1, requests: 5 },
      sink: { arrived: 5, notTold: 2, notArrived: 0, strays: 0 },
      pages: [
        {
          url: `${pages.origin}/good`,
          expected: [
            { trackerId: 531, verdict: 'pass', fired: 1 },
            { trackerId: 535, verdict: 'fail', fired: 1, findings: [{ code: 'not-https' }] },
          ],
        },
        verdict('/macro', 532, 'fail'),
        verdict('/worker', 533, 'pass'),
        verdict('/leaving', 534, 'pass'),
        {
          url: 'http://nowhere.invalid/',
          state: 'not-visited',
          problem: { code: 'page-failed', sentence: expect.stringContaining('NAME_NOT_RESOLVED') },
          notJudged: [531],
        },
      ],
      written: { proofSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });

    const folder = path.join(FOLDER, 'out/today');
    const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    expect(readdirSync(folder).toSorted()).toEqual([
      'junit.xml',
      'pages.json',
      'proof.html',
      'results.json',
    ]);
    expect(read('junit.xml')).toContain('tests="6" failures="2" errors="1"');
    const proof = new TextEncoder().encode(read('proof.html'));
    expect(await checkProof(proof, null)).toMatchObject({ state: 'undamaged' });
    expect(read('proof.html')).toContain('One page of the list was not visited');
    expect(read('results.json')).toContain('"name": "Leaderboard"');
  });

  it('reach the stand-in from the internet, too, which browsers keep from this machine', async () => {
    const sink = await startSink();
    const args = closedOff(sink).map((one) =>
      // The page counts as one of the internet.
      one.replace(/^(--ip-address-space-overrides=.*)/, `$1,127.0.0.1:${pages.port}=public`),
    );
    const launched = await puppeteer.launch({
      executablePath: findChromium(null),
      args: [...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    try {
      const page = await launched.newPage();
      const failed: string[] = [];
      page.on('requestfailed', (request) => failed.push(request.url()));
      await page.goto(`${pages.origin}/good`, { waitUntil: 'networkidle0' });
      expect(failed).toEqual([]);
      expect(sink.take()).toMatchObject([
        { url: pixel(531, '8135550172'), destination: 'image', status: 200 },
      ]);
    } finally {
      await launched.close();
      await sink.close();
    }
  });
});
