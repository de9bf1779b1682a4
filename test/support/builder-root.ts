import type { ElementHandle, Frame, Page, Realm } from 'puppeteer-core';
import { z } from 'zod/mini';

const HostSchema = z.object({
  result: z.object({
    result: z.object({
      value: z.object({ shadowRoot: z.object({ sharedId: z.string() }) }),
    }),
  }),
});
type Where = Page | Frame;

/** The builder's host, which is all that a page sees of it. */
export const BUILDER = '[data-piggyback=builder]';
const HOST = `document.querySelector('${BUILDER}')`;
const CHROMIUM_ROOT = `(${HOST} && chrome.dom.openOrClosedShadowRoot(${HOST}))`;
const FIREFOX_ROOT = 'globalThis.builderRootForTests';

/** The realm of the extension's scripts in a frame: to them Chromium opens closed roots. */
export function extensionRealm(where: Where): Realm {
  const [realm] = where.extensionRealms();
  if (!realm) throw new Error(`no script of ours has run in ${where.url()}`);
  return realm;
}

export async function untilNoBuilder(where: Where): Promise<void> {
  await where.waitForFunction(`!${HOST}`);
}

/**
 * The element with this text in the builder's closed root, once it is there. Asked at each frame,
 * since a selector's own waiting does not see changes inside a shadow root.
 */
export async function inBuilder(
  where: Where,
  selector: string,
  text = '',
): Promise<ElementHandle<Element>> {
  await where.waitForFunction(HOST);
  const isFirefox = String(await where.evaluate('navigator.userAgent')).includes('Firefox');
  if (isFirefox) await handToPage(where);
  const root = isFirefox ? FIREFOX_ROOT : CHROMIUM_ROOT;
  const find = `[...(${root}?.querySelectorAll(${JSON.stringify(selector)}) ?? [])].find(
    (element) => element.textContent.includes(${JSON.stringify(text)}))`;
  const realm = isFirefox ? where : extensionRealm(where);
  const found = await realm.waitForFunction(find).catch(async (cause: unknown) => {
    const said = await realm.evaluate(`${root}?.querySelector('.pb-app')?.textContent`);
    throw new Error(`no ${selector} "${text}" in the builder, which says: ${String(said)}`, {
      cause,
    });
  });
  const element = found.asElement();
  if (!element) throw new Error(`${selector} is no element`);
  // A node that matched a selector is an element.
  return element as ElementHandle<Element>;
}

// What Firefox's driver tells of a host holds its closed root too, but Puppeteer does not ask for it.
// Here it becomes a global of the page, where the test's own scripts find it.
async function handToPage(where: Where): Promise<void> {
  const frame = 'mainFrame' in where ? where.mainFrame() : where;
  const connection = Reflect.get(frame.page().browser(), 'connection');
  const context: unknown = Reflect.get(frame, '_id');
  const call = async (functionDeclaration: string, args: readonly unknown[]) => {
    const method = 'script.callFunction';
    const answer: unknown = await Reflect.apply(connection.send, connection, [
      method,
      {
        functionDeclaration,
        arguments: args,
        target: { context },
        awaitPromise: false,
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
      },
    ]);
    return answer;
  };
  const { sharedId } = HostSchema.parse(await call(`() => ${HOST}`, [])).result.result.value
    .shadowRoot;
  await call(`(root) => { ${FIREFOX_ROOT} = root; }`, [{ sharedId }]);
}
