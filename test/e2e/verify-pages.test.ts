import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAlbum, photograph } from '@/cli/verify/browsers/photograph';
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
  // Neither of these does Chromium tell a driver.
  '/quiet': `<script>
    navigator.serviceWorker.register('/worker.js');
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
      `${pages.origin}/good,531 535`,
      `${pages.origin}/macro,532`,
      `${pages.origin}/quiet,533 534`,
      'http://nowhere.invalid/,531',
    ];
    writeFileSync(path.join(FOLDER, 'pages.csv'), list.join('\n'));
    writeFileSync(path.join(FOLDER, 'names.csv'), 'id,name\n531,Leaderboard');
    const args = ['--pages', 'pages.csv', '--expect', 'names.csv', '--out', 'out/today'];
    const { code, out, said } = await run(args);
    expect(said).toBe('');
    expect(code).toBe(2);
    const page = (name: string, ...expected: readonly object[]) => ({
      url: pages.origin + name,
      state: 'visited',
      status: 200,
      expected: expected.map((one) => ({ fired: 1, ...one })),
      unexpected: [],
    });
    expect(out).toMatchObject({
      answeredBy: 'sink',
      browsers: ['local 1', 'local 2'],
      counts: { pages: 4, visited: 3, notVisited: 1, requests: 5 },
      sink: { arrived: 5, notTold: 2, notArrived: 0, strays: 0 },
      pages: [
        page(
          '/good',
          { trackerId: 531, verdict: 'pass' },
          { trackerId: 535, verdict: 'fail', findings: [{ code: 'not-https' }] },
        ),
        page('/macro', { trackerId: 532, verdict: 'fail' }),
        page('/quiet', { trackerId: 533, verdict: 'pass' }, { trackerId: 534, verdict: 'pass' }),
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
      'results.csv',
      'results.har',
      'results.json',
      'results.xlsx',
    ]);
    expect(read('junit.xml')).toContain('tests="6" failures="2" errors="1"');
    const proof = new TextEncoder().encode(read('proof.html'));
    expect(await checkProof(proof, null)).toMatchObject({ state: 'undamaged' });
    expect(read('proof.html')).toContain('One page of the list was not visited');
    // Each with a picture, the address and the time; in the order of time.
    const figures = read('proof.html').match(/<figure>.*?<\/figure>/gs) ?? [];
    const captions = figures.map((figure) => figure.replace(/^.*<figcaption>|<[^>]*>/gs, ''));
    expect(captions.toSorted((a, b) => a.localeCompare(b))).toEqual([
      expect.stringMatching(`^Page 1 ${pages.origin}/(good|macro) taken [-0-9]{10} [:0-9]{8} UTC$`),
      expect.stringMatching(`^Page 2 ${pages.origin}/(good|macro) taken`),
      expect.stringMatching(`^Page 3 ${pages.origin}/quiet taken`),
    ]);
    expect(read('proof.html').match(/src="data:image\/jpeg;base64,/g)).toHaveLength(3);
    expect(read('results.json')).toContain('"name": "Leaderboard"');
  });

  it('reach the stand-in from the internet, too, which browsers keep from this machine', async () => {
    const sink = await startSink(['px.example.com']);
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
      const reach = (url: string) =>
        page.evaluate(
          (address) =>
            fetch(address, { mode: 'no-cors' }).then(
              () => true,
              () => false,
            ),
          url,
        );
      const service = ['fra1-ib.adnxs.com', 'adnxs.com', 'a.b.adnxs.net', 'ib.adnxs-simple.com'];
      const names = [...service, 'px.example.com'];
      for (const name of names) expect(await reach(`https://${name}/imptr?id=1`), name).toBe(true);
      expect(sink.take().map(({ url }) => new URL(url).host)).toEqual(names);
      // A picture is of the page as it stands, at its top, or there is none.
      await page.evaluate(() => window.scrollTo(0, 900));
      expect(await photograph(page, createAlbum())).toMatchObject({
        url: `${pages.origin}/good`,
        takenAt: expect.any(Number),
        image: expect.stringMatching(/^data:image\/jpeg;base64,\/9j\//),
      });
      expect(await page.evaluate(() => scrollY)).toBe(0);
      expect(await photograph(page, createAlbum(1000))).toBe('too-many');
      expect(await photograph(page, null)).toBe('left-out');
      await page.evaluate(() => {
        let count = 0;
        setInterval(() => history.pushState({}, '', `?${(count += 1)}`), 5);
      });
      expect(await photograph(page, createAlbum())).toBe('page-changed');
      // At another port there is nobody, here or elsewhere.
      expect(await reach('https://ib.adnxs.com:8443/imptr?id=1')).toBe(false);
      expect(sink.take()).toEqual([]);
    } finally {
      await launched.close();
      await sink.close();
    }
  });
});
