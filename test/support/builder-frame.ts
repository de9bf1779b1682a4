import type { ElementHandle, Frame, Page, Realm } from 'puppeteer-core';

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

/** The builder's own frame in a page or a frame of it, once it is there. */
export async function builderFrame(where: Where): Promise<Frame> {
  const page = 'mainFrame' in where ? where : where.page();
  const around = 'mainFrame' in where ? where.mainFrame() : where;
  return page.waitForFrame((frame) => ADDRESS.test(frame.url()) && frame.parentFrame() === around);
}

/** The builder's frame that is there just now. */
export function builderFrameNow(where: Where): Frame | undefined {
  const page = 'mainFrame' in where ? where : where.page();
  return page.frames().find((frame) => ADDRESS.test(frame.url()));
}

export async function untilNoBuilder(where: Where): Promise<void> {
  await where.waitForFunction(`!document.querySelector('${BUILDER}')`);
}

/** The element with this text in the builder, once it is there. */
export async function inBuilder(
  where: Where,
  selector: string,
  text = '',
): Promise<ElementHandle<Element>> {
  const frame = await builderFrame(where);
  const found = await frame
    .waitForFunction(
      (selector, text) =>
        [...document.querySelectorAll(selector)].find((element) =>
          element.textContent?.includes(text),
        ),
      {},
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
