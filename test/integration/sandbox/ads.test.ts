import { describe, expect, test } from 'vitest';

import { expandMacros } from '../../sandbox/ads/macros.ts';
import { pixelHtml } from '../../sandbox/ads/pixel-html.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { sandboxForTest, send } from './support.ts';

const SERVED = { creativeId: 101, landingUrl: 'https://www.advertiser.example/' };
const at = (host: string) => ({ 'x-sandbox-host': host });
const ADS = at('ads.sandbox.test');

describe('macros', () => {
  test.each([
    ['gam', '%%CACHEBUSTER%%', /^\d{10}$/],
    ['gam', '%ecid!,%eaid!,%epid!', /^101,\d+,\d+$/],
    ['gam', '%%ADUNIT%%', /^\/\d+\/[a-z_/]+$/],
    ['gam', '%%CLICK_URL_ESC%%', /^https%3A%2F%2Fads\.sandbox\.test/],
    ['kevel', '{{timestamp}}', /^\d{13}$/],
    ['demo', '[CB]', /^\d{8}$/],
  ])('%s expands %s', (console, macro, expected) => {
    expect(expandMacros(console, macro, SERVED)).toMatch(expected);
  });

  test.each([
    ['gam', '%%cachebuster%%'],
    ['gam', '[CB] {{timestamp}} [CACHEBUSTER]'],
    ['kevel', '%%CACHEBUSTER%% [CB]'],
    ['demo', '%%CACHEBUSTER%% {{timestamp}} [cb]'],
  ])('%s leaves %s as it is', (console, text) => {
    expect(expandMacros(console, text, SERVED)).toBe(text);
  });

  test('each macro in a text gets a number of its own', () => {
    const [one, two] = expandMacros('gam', '%%CACHEBUSTER%% %%CACHEBUSTER%%', SERVED).split(' ');
    expect(one).not.toBe(two);
  });
});

test.each([
  [
    'https://ib.adnxs.com/imptr?id=1&t=2',
    '<img src="https://ib.adnxs.com/imptr?id=1&amp;t=2" width="1" height="1" alt="">',
  ],
  [
    '//ib.adnxs.com/imptr?id=1',
    '<img src="//ib.adnxs.com/imptr?id=1" width="1" height="1" alt="">',
  ],
  ['<img src="https://a.example/p">', '<img src="https://a.example/p">'],
  ['see https://a.example/', 'see https://a.example/'],
  ['', ''],
])('the field %s is served as %s', (field, expected) => {
  expect(pixelHtml('demo', field, SERVED)).toBe(expected);
});

const form = (fields: Record<string, string>) =>
  new URLSearchParams({
    name: 'Loyalty card',
    landingUrl: 'https://www.advertiser.example/loyalty',
    size: '300x250',
    ...fields,
  }).toString();

const save = (sandbox: Sandbox, host: string, id: number, fields: Record<string, string>) =>
  send(sandbox, `/creatives/${id}`, {
    headers: { ...at(host), 'content-type': 'application/x-www-form-urlencoded' },
    body: form(fields),
  });

test.each([
  ['admanager.google.com', 138412066, '%%CACHEBUSTER%%', /cachebuster=\d{10}&amp;t=2"/],
  ['app.kevel.co', 5512301, '{{timestamp}}', /cachebuster=\d{13}&amp;t=2"/],
  ['demo-adserver.sandbox.test', 101, '[CB]', /cachebuster=\d{8}&amp;t=2"/],
  ['demo-adserver.sandbox.test', 101, '%%CACHEBUSTER%%', /cachebuster=%%CACHEBUSTER%%&amp;t=2"/],
])('a pixel saved at %s is served in the article’s frame', async (host, id, macro, expected) => {
  const sandbox = await sandboxForTest();
  const url = `https://ib.adnxs.com/imptr?id=90011&cachebuster=${macro}&t=2`;
  const saved = await save(sandbox, host, id, { thirdPartyPixels: url });
  expect(saved.status).toBe(303);
  const after = await send(sandbox, saved.headers.get('location') ?? '', { headers: at(host) });
  const page = await after.text();
  expect(page).toContain('>Saved<');
  expect(page).toContain(url.replaceAll('&', '&amp;'));

  const article = await send(sandbox, `/article?creative=${id}`, {
    headers: at('news.sandbox.test'),
  });
  expect(await article.text()).toContain(`src="https://ads.sandbox.test/serve?creative=${id}"`);
  const frame = await send(sandbox, `/serve?creative=${id}`, { headers: ADS });
  expect(await frame.text()).toMatch(expected);
});

test('what is in the field comes back to the letter', async () => {
  const sandbox = await sandboxForTest();
  const pixels = '\n</textarea><script src="https://a.example/?a=1&b=2"></script>\r\n  x';
  await save(sandbox, 'app.kevel.co', 5512301, { thirdPartyPixels: pixels });
  const page = await send(sandbox, '/creatives/5512301', { headers: at('app.kevel.co') });
  const escaped = '\n\n&lt;/textarea&gt;&lt;script src=&quot;https://a.example/?a=1&amp;b=2&quot;';
  expect(await page.text()).toContain(`aria-describedby="pixels-hint">${escaped}`);
});

test('a form that cannot be saved keeps what was typed', async () => {
  const sandbox = await sandboxForTest();
  const fields = { size: 'large', thirdPartyPixels: 'kept' };
  const answer = await save(sandbox, 'app.kevel.co', 5512301, fields);
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('The size must look like 300x250');
  expect(page).toContain('kept</textarea>');
});

test.each([
  ['app.kevel.co', '/creatives/101'],
  ['app.kevel.co', '/creatives/9'],
  ['ads.sandbox.test', '/serve?creative=9'],
])('%s%s is not there', async (host, path) => {
  const sandbox = await sandboxForTest();
  expect((await send(sandbox, path, { headers: at(host) })).status).toBe(404);
});

test('the guide names the credentials and leads to every console', async () => {
  const sandbox = await sandboxForTest();
  const guide = await send(sandbox, '/', { headers: at('start.sandbox.test') });
  const text = await guide.text();
  for (const part of ['trafficker', 'Piggyback#2026', 'https://app.kevel.co/', 'Harbour Coffee']) {
    expect(text).toContain(part);
  }
});
