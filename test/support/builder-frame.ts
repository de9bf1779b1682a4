import type { Browser, ElementHandle, Frame, Page, Realm } from 'puppeteer-core';

import { atAddress, ownAddress, PATIENCE_MS, untilFound } from './own-address.ts';

type Where = Page | Frame;

/** The builder's host, which is all that a page sees of it. */
export const BUILDER = '[data-piggyback=builder]';
const ADDRESS = /^(?:chrome|moz)-extension:\/\/[^/]+\/builder\.html#/;

/** The realm of the extension's scripts in a frame of a page. */
export function extensionRealm(where: Where): Realm {
  const [realm] = where.extensionRealms();
  if (!realm) throw new Error(`no script of ours has run in ${where.url()}`);
  return realm;
}

/** The builder's own frame in a page or a frame of it, once it is there; of a small window its page. */
export async function builderFrame(where: Where): Promise<Frame> {
  const around = 'mainFrame' in where ? where.mainFrame() : where;
  return untilFound('the builder', () =>
    atAddress([...around.childFrames(), around], (own) => ADDRESS.test(own)),
  );
}

/** Waits until the builder has no frame any more, whatever the page does with its host. */
export async function untilNoFrame(page: Page): Promise<void> {
  const frames = () => page.mainFrame().childFrames();
  await untilFound('no frame', async () =>
    (await atAddress(frames(), (own) => ADDRESS.test(own))) ? null : true,
  );
}

/** The small window that the builder of this address has moved to, once it is there. */
export async function smallWindow(browser: Browser, address: string): Promise<Page> {
  const small = await untilFound('the small window', async () =>
    atAddress(await browser.pages(), (own) => own === address),
  );
  small.setDefaultTimeout(PATIENCE_MS);
  return small;
}

export async function untilNoWindow(small: Page): Promise<void> {
  await untilFound('no small window', async () => (await ownAddress(small)) === '' || null);
}

/** Waits until a frame that was there is gone. */
export async function untilDetached(frame: Frame): Promise<void> {
  await untilFound('a frame that is gone', async () => frame.detached || null);
}

export async function untilNoBuilder(where: Where): Promise<void> {
  await where.waitForFunction(`!document.querySelector('${BUILDER}')`);
}

/**
 * The element with this text in the builder, once it is there. Where the selector asks for the focus, the
 * frame has it too: until then keys go to the page.
 */
export async function inBuilder(
  where: Where,
  selector: string,
  text = '',
): Promise<ElementHandle<Element>> {
  const frame = await builderFrame(where);
  const found = await frame
    .waitForFunction(
      (selector, text) =>
        (document.hasFocus() || !selector.includes(':focus')) &&
        [...document.querySelectorAll(selector)].find((element) =>
          element.textContent?.includes(text),
        ),
      { polling: 40 },
      selector,
      text,
    )
    .catch(async (cause: unknown) => {
      const said = await frame.evaluate('document.body.innerText');
      throw new Error(`no ${selector} "${text}" in the builder, which says: ${String(said)}`, {
        cause,
      });
    });
  const element = found.asElement();
  if (!element) throw new Error(`${selector} is no element`);
  // A node that matched a selector is an element.
  return element as ElementHandle<Element>;
}

/** Light or dark, for the page and for the builder's frame, which has a process of its own. */
export async function emulateScheme(page: Page, value: 'light' | 'dark'): Promise<void> {
  const features = [{ name: 'prefers-color-scheme', value }];
  await page.emulateMediaFeatures(features);
  const frame = await builderFrame(page);
  const client: unknown = Reflect.get(frame, 'client');
  const send: unknown = client instanceof Object ? Reflect.get(client, 'send') : undefined;
  if (typeof send !== 'function') throw new Error('the frame has no session of its own');
  await send.call(client, 'Emulation.setEmulatedMedia', { features });
  await frame.waitForFunction(
    (value) => matchMedia(`(prefers-color-scheme: ${value})`).matches,
    {},
    value,
  );
}
