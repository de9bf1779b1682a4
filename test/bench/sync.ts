import type { IncomingMessage, ServerResponse } from 'node:http';

import { requestToken } from '@/lib/api/auth';
import { createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { z } from 'zod';

import { startSandbox } from '../sandbox/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { servePages } from '../support/page-server.ts';
import { bundleForPage } from './in-page/bundle.ts';
import { paired } from './measure.ts';
import type { Row } from './row.ts';

const ROUNDS = 21;
const PUT_ROUNDS = 7;
const TimesSchema = z.array(z.number());
const MeasuredSchema = z.object({ synced: TimesSchema, base: TimesSchema });
const NO_LIMITS = { readsPerMinute: 1_000_000, writesPerMinute: 1_000_000 };

/** The first sync of ten thousand trackers in a real browser, the service's limit of a minute aside. */
export async function benchSync(): Promise<readonly Row[]> {
  const sandbox = await startSandbox({ limits: NO_LIMITS });
  const { httpUrl, world } = sandbox;
  const code = await bundleForPage('sync.ts');
  const pages = await servePages((request, response) => {
    void answer(request, response, { httpUrl, code });
  });
  const token = await tokenAt(httpUrl, world.credentials);
  const launched = await launchBrowser({
    extension: null,
    hostRules: ['MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'],
  });
  const page = await launched.browser.newPage();
  await page.goto(pages.origin);
  const asked = JSON.stringify({ token, advertiserId: world.advertisers.large.id });
  const measure = async (rounds: number, base: string) =>
    MeasuredSchema.parse(await page.evaluate(`measureSync(${asked}, ${rounds}, '${base}')`));
  const stretches = await measure(ROUNDS, 'stretches');
  const oneByOne = await measure(ROUNDS, 'oneByOne');
  const put = await measure(PUT_ROUNDS, 'put');
  await launched.close();
  await pages.close();
  await sandbox.close();
  return [
    {
      what: 'first sync of 10,000 trackers, until they are on disk',
      baseline: 'a bare loop that fetches the same pages, six and then the next six',
      ...paired(stretches.synced, stretches.base),
      limit: 1.2,
    },
    {
      what: '… the same',
      baseline: 'that loop with the next page asked for as soon as one has come',
      ...paired(oneByOne.synced, oneByOne.base),
      limit: null,
    },
    {
      what: '… the same',
      baseline: 'that loop with a bare `put` of each row meanwhile',
      ...paired(put.synced, put.base),
      limit: null,
    },
  ];
}

/** The page and its script; the rest is the service's, so that it has one origin with the page. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { httpUrl, code }: { httpUrl: string; code: string },
): Promise<void> {
  const { url = '/', headers } = request;
  if (url === '/' || url === '/bench.js') {
    response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript');
    const html = '<!doctype html><title>Bench</title><script src="/bench.js"></script>';
    response.end(url === '/' ? html : code);
    return;
  }
  const { authorization = '' } = headers;
  const served = await fetch(httpUrl + url, { headers: { authorization } });
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Date', served.headers.get('date') ?? '');
  response.end(await served.text());
}

function tokenAt(baseUrl: string, credentials: Parameters<typeof requestToken>[1]) {
  const pace = createPace({ now: () => 0, sleep: async () => {} });
  const client = createApiClient({ fetch, timer: () => () => {}, pace }, { baseUrl, token: null });
  return requestToken(client, credentials);
}
