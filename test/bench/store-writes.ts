import { z } from 'zod';

import { launchBrowser } from '../support/browser.ts';
import { servePages } from '../support/page-server.ts';
import { bundleForPage } from './in-page/bundle.ts';
import { paired } from './measure.ts';
import type { Row } from './row.ts';

const REQUESTS = 2000;
const ROUNDS = 9;
const MeasuredSchema = z.object({ recorded: z.array(z.number()), bare: z.array(z.number()) });

/** What it takes until requests are on disk, as DevTools tells of them, in a real browser's database. */
export async function benchStoreWrites(): Promise<readonly Row[]> {
  const code = await bundleForPage('store-writes.ts');
  const pages = await servePages((request, response) => {
    const isCode = request.url === '/bench.js';
    response.setHeader('Content-Type', isCode ? 'text/javascript' : 'text/html');
    response.end(
      isCode ? code : '<!doctype html><title>Bench</title><script src="/bench.js"></script>',
    );
  });
  const launched = await launchBrowser({
    extension: null,
    hostRules: ['MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'],
  });
  const page = await launched.browser.newPage();
  await page.goto(pages.origin);
  const measured = MeasuredSchema.parse(
    await page.evaluate(`measureStoreWrites(${REQUESTS}, ${ROUNDS})`),
  );
  await launched.close();
  await pages.close();
  return [
    {
      what: '2,000 requests recorded as DevTools tells of them, until they are on disk',
      baseline: 'bare `put` of the same rows in one transaction',
      ...paired(measured.recorded, measured.bare),
      limit: 2,
    },
  ];
}
