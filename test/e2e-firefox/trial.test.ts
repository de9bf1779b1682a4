import { expect, it } from 'vitest';

import { openExtensionPage, useFirefox } from './harness.ts';

const world = useFirefox([]);
const TAG = `<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%">
  <script>new Image().src = 'https://ib.adnxs.com/imptr?id=532&t=2&cachebuster=' + Date.now()</script>`;

it('a tag is read and not run, which is said, and nothing is sent', async () => {
  const { launched, sandbox } = world();
  const page = await openExtensionPage(launched, 'workspace.html#/tag-sheets/try');
  await page.waitForFunction(() => document.querySelector('.pb-trial-tag'));
  await page.evaluate((tag) => {
    const field = document.querySelector('.pb-trial-tag');
    const server = document.querySelector('.pb-trial-given select');
    if (field instanceof HTMLTextAreaElement) field.value = tag;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    if (server instanceof HTMLSelectElement) server.value = 'gam';
    server?.dispatchEvent(new Event('change', { bubbles: true }));
  }, TAG);
  await page.waitForFunction(() => document.querySelector('.pb-trial-given .primary:enabled'));
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('.pb-trial-given .primary')?.click(),
  );
  await page.waitForFunction(() => document.body.innerText.includes('Read and not run'));
  const words = await page.evaluate(() => document.body.innerText);
  expect(words).toMatch(/imptr\?id=531&t=2&cachebuster=\d{10}/);
  expect(words).toContain('What its code would ask for is not known.');
  expect(words).toContain('It would make 1 request of an impression tracker.');
  // Neither was there a frame in which it could have run.
  expect(await page.evaluate(() => document.querySelector('iframe') === null)).toBe(true);
  expect(sandbox.pixelLog()).toEqual([]);
  await page.close();
});
