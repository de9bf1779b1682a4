import { expect, it } from 'vitest';

import { PAGE_LIMITS, readPagePart } from '@/lib/core/recording/page-look';
import { readPage } from '@/lib/platform/devtools/page-reader';

import { useFirefox } from './harness.ts';

// The reader of pages among the scripts of a page in Firefox; its DevTools are not opened here.

const world = useFirefox([]);
const READER = `JSON.stringify((${String(readPage)})(${JSON.stringify(PAGE_LIMITS)}))`;
const TAG = 'https://ib.adnxs.com/imptr?id=531&amp;t=2';

it('finds what it finds in Chromium', async () => {
  const page = await world().launched.browser.newPage();
  await page.goto('https://news.sandbox.test/article?creative=101');
  await page.evaluate((tag) => {
    const box = document.createElement('div');
    document.body.append(box);
    box.id = 'box';
    box.innerHTML = `<!-- ${tag} --><img data-src="${tag}"><template><i title="${tag}"></i></template>
        <noscript><img src="${tag}"></noscript><p>${tag}</p>
        <form><input name="firstChild"><input name="parentNode"><b title="${tag}"></b></form>
        <iframe srcdoc="<u title='${tag}'></u>"></iframe><iframe sandbox></iframe>`;
    box.attachShadow({ mode: 'open' }).innerHTML = `<s title="${tag}"></s>`;
    class Liar extends HTMLElement {
      override get firstChild(): ChildNode {
        throw new Error('mine');
      }
    }
    customElements.define('x-liar', Liar);
    box.insertAdjacentHTML('beforeend', `<x-liar><em title="${tag}"></em></x-liar>`);
  }, TAG);
  await page.waitForFunction(
    `document.querySelector('iframe[srcdoc]').contentDocument.querySelector('u')`,
  );
  const before = await page.evaluate('document.documentElement.outerHTML');
  const part = readPagePart(JSON.parse(String(await page.evaluate(READER))));
  expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
  const seen = part?.places.map(({ kind, name, inTemplate }) =>
    [kind, name, inTemplate && 'in a template'].filter(Boolean).join(' '),
  );
  expect(seen?.slice(-9)).toEqual([
    'element s',
    'comment',
    'element img',
    'element i in a template',
    'text noscript',
    'text p',
    'element b',
    'element u',
    'element em',
  ]);
  expect(part).toMatchObject({
    failures: 0,
    replaced: [],
    closedFrames: expect.any(Number),
    isCut: false,
  });
  expect(part?.places.find(({ name }) => name === 'i')?.path).toBe(
    'html › body › div#box › template › i',
  );
  await page.close();
});
