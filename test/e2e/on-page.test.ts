import { describe, expect, it } from 'vitest';

import { fill } from '../recorder/site.ts';
import {
  devtoolsClip,
  inPanel,
  openDevtools,
  showPanel,
  untilInPanel,
} from '../support/devtools.ts';
import { reasonsIn, useLooks } from '../support/look-at-tags.ts';
import { createScreens } from '../support/screens.ts';

// Tags that stand on a page and do not fire, in real DevTools on real pages. The examples of each rule are played with
// the scenarios (`test/recorder/page-rules.test.ts`).

const screens = createScreens('.output/screens/on-page');
const { now, load, press, look } = useLooks();

const pixel = (id: number, t = 2) => `https://ib.adnxs.com/imptr?id=${id}&t=${t}&cachebuster={new}`;
const img = (id: number) => `<img src="${pixel(id)}">`;
const held = (id: number) => `<img data-src="${pixel(id)}">`;

describe('a page', () => {
  it('is read in all its frames that the browser reaches; of the others it is said how many there are', async () => {
    const name = await load(
      `<iframe src="/inside"></iframe>
       <iframe src="https://{other}/ad"></iframe>
       <iframe src="https://{third}/same"></iframe>
       <iframe src="https://{third}/same"></iframe>
       <iframe srcdoc="<p>&lt;!-- ${img(3).replaceAll('"', '&quot;')} -->"></iframe>`,
      {
        '/inside': `<!-- ${img(1)} -->`,
        '{other}/ad': `<iframe src="https://{third}/deep"></iframe><noscript>${img(2)}</noscript>`,
        '{third}/deep': held(4),
        '{third}/same': held(5),
      },
    );
    const told = await look();
    expect(reasonsIn(told)).toEqual([
      '1 page-in-comment',
      '2 page-in-noscript',
      '3 page-in-comment',
      '4 page-not-loaded',
      '5 page-not-loaded',
    ]);
    expect(told.closedFrames).toBe(1);
    const frames = Object.fromEntries(told.notFired.map((one) => [one.trackerId, one.frame]));
    expect(frames).toMatchObject({
      1: fill('https://{site}/inside', name),
      2: fill('https://{other}/ad', name),
      4: fill('https://{third}/deep', name),
    });
  });

  it('is read in open shadow roots and templates, and where it stands is told', async () => {
    await load(
      `<div id="ad"><template shadowrootmode="open"><p id="slot">${held(1)}</p></template></div>
       <section id="kept"><template>${img(2)}<template>${img(3)}</template></template></section>`,
    );
    const told = await look();
    expect(reasonsIn(told)).toEqual([
      '1 page-not-loaded',
      '2 page-in-template',
      '3 page-in-template',
    ]);
    expect(told.notFired.find(({ trackerId }) => trackerId === 1)?.path).toBe(
      'html › body › div#ad › p#slot › img',
    );
  });

  it('far below is not loaded yet, and is once it is scrolled to', async () => {
    await load(`<div style="height:20000px"></div><img id="far" loading="lazy" src="${pixel(1)}">`);
    const before = await look();
    expect(reasonsIn(before)).toEqual(['1 page-lazy']);
    expect(Number(before.notFired[0]?.reason.values.below)).toBeGreaterThan(15_000);
    await now().page.evaluate(`document.querySelector('#far').scrollIntoView()`);
    await now().page.waitForNetworkIdle();
    expect(reasonsIn(await look())).toEqual([]);
  });

  it('that holds a pixel back by its policy tells of the request, which is no tag that did not fire', async () => {
    await load(`<meta http-equiv="Content-Security-Policy" content="img-src 'self'">${img(1)}`);
    expect(reasonsIn(await look())).toEqual([]);
  });

  it('is not changed, and nothing of it is called', async () => {
    await load(`${img(1)}<template>${img(2)}</template><!-- ${img(3)} -->${held(4)}`);
    const asked = now().site.asked();
    await now().page.evaluate(`{
      globalThis.changes = 0;
      new MutationObserver((all) => (changes += all.length)).observe(document, {
        subtree: true, childList: true, attributes: true, characterData: true,
      });
      globalThis.before = document.documentElement.outerHTML;
    }`);
    expect(reasonsIn(await look())).toHaveLength(3);
    expect(
      await now().page.evaluate('[changes, document.documentElement.outerHTML === before]'),
    ).toEqual([0, true]);
    expect(now().site.asked()).toBe(asked);
    await screens.part(now().window, 'panel', await devtoolsClip(now()));
  });

  it('that was there before DevTools may have fired what it lists, and that is said', async () => {
    const looking = now();
    const other = await looking.launched.browser.newPage();
    const name = 'late';
    now().site.serve(
      {
        name,
        pages: { '/': `${img(1)}<img id=cut src="${pixel(2)}">` },
        expected: { recorded: 0 },
      },
      name,
    );
    await other.goto(fill('https://{site}/', name), { waitUntil: 'networkidle0' });
    const kept = { ...looking };
    Object.assign(
      looking,
      await showPanel(
        looking.launched.browser,
        await openDevtools(looking.launched.browser, other),
      ),
    );
    const told = await look();
    await other.close();
    Object.assign(looking, kept);
    expect(told.isAllRecorded).toBe(false);
    expect(reasonsIn(told)).toEqual(['1 page-asked-for', '2 page-asked-for']);
  });
});

describe('a hostile page', () => {
  const throws = `() => { throw new Error('mine'); }`;
  it.each<[string, string]>([
    [
      'that replaces what others would read it by',
      `for (const of of [Document, Element, DocumentFragment])
         for (const name of ['querySelectorAll', 'querySelector', 'getElementsByTagName'])
           if (of.prototype[name]) of.prototype[name] = ${throws};
       JSON.stringify = JSON.parse = () => '{}';
       Object.prototype.toString = Object.prototype.toJSON = ${throws};
       for (const name of ['push', 'slice', 'map', 'join', 'includes', Symbol.iterator])
         Array.prototype[name] = ${throws};
       for (const name of ['includes', 'indexOf', 'slice', 'toLowerCase', 'match', Symbol.iterator])
         String.prototype[name] = ${throws};
       RegExp.prototype.exec = RegExp.prototype.test = ${throws};`,
    ],
    [
      'that lays traps into lists and objects',
      `Object.defineProperty(Array.prototype, '0', { set: ${throws} });
       Object.defineProperty(Object.prototype, 'places', { set: ${throws}, get: ${throws} });
       Object.defineProperty(Object.prototype, 'firstChild', { get: ${throws} });`,
    ],
    [
      'whose elements lie',
      `class Liar extends HTMLElement {
         get firstChild() { throw 1; } get nextSibling() { return this; } get parentNode() { return null; }
         get localName() { return 'script'; } getAttribute() { throw 1; } getAttributeNames() { return null; }
       }
       customElements.define('x-liar', Liar);
       for (const node of [document.body, document.documentElement])
         for (const name of ['firstChild', 'nodeType', 'nextSibling', 'attributes'])
           Object.defineProperty(node, name, { get: ${throws} });`,
    ],
    [
      'that replaces names of the browser',
      `var Node = 1; Element = HTMLElement = Document = null;`,
    ],
  ])('%s is read all the same', async (_, script) => {
    await load(
      `<form id=a><input name=firstChild><input name=nextSibling><input name=parentNode><input name=nodeType>
         <input name=localName><input name=getAttribute><input name=shadowRoot>${held(1)}</form>
       <img name=documentElement><form name=firstChild></form><img name=URL>
       <x-liar>${held(2)}</x-liar><!-- ${img(3)} --><script>${script}</script>`,
    );
    const told = await look();
    expect(reasonsIn(told)).toEqual([
      '1 page-not-loaded',
      '2 page-not-loaded',
      '3 page-in-comment',
    ]);
    expect(told).toMatchObject({ replaced: [], failures: 0, isCut: false });
  });

  it('that answers in the browser’s place is named for it', async () => {
    await load(
      `${held(1)}<script>Object.defineProperty(Node.prototype, 'firstChild', { get: () => null })</script>`,
    );
    expect(await look()).toMatchObject({ notFired: [], replaced: ['firstChild'] });
    expect(await inPanel(now().panel, 'document.body.innerText')).toContain('its own in the place');
  });

  it.each([
    [
      'that never ends',
      `Object.defineProperty(Node.prototype, 'firstChild', { get: () => document })`,
    ],
    [
      'that runs in a circle',
      `Object.defineProperty(Node.prototype, 'nextSibling', { get() { return this } })`,
    ],
  ])('%s ends', async (_, script) => {
    await load(`${held(1)}<script>${script}</script>`);
    expect(await look()).toMatchObject({ isCut: true });
  });

  it('that cannot be read is said to be that', async () => {
    await load(`${held(1)}<script>Reflect.apply = ${throws}</script>`);
    await press();
    await untilInPanel(
      now().panel,
      `document.body.innerText.includes('This page cannot be read.')`,
    );
  });

  it('of 100,000 elements and a comment of a million characters is read to its end', async () => {
    await load(
      `<body><script>document.body.innerHTML = '<div class="a" title="b">c</div>'.repeat(100000)</script>
       <script>document.currentScript.remove(); document.body.append(document.createComment('x'.repeat(1e6) + atob('${btoa(img(1))}')))</script>`,
    );
    const told = await look();
    expect(reasonsIn(told)).toEqual(['1 page-in-comment']);
    expect(told.isCut).toBe(false);
  });

  it('of a hundred thousand tags is read as far as 300 places, and that is said', async () => {
    await load(`<body><script>document.body.innerHTML = '${held(1)}'.repeat(100000)</script>`);
    const told = await look();
    expect(told.isCut).toBe(true);
    expect(told.notFired).toHaveLength(1);
    expect(told.notFired[0]?.count).toBeLessThanOrEqual(300);
  });
});
