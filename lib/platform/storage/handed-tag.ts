import { browser } from 'wxt/browser';

import { type HandedTag, HandedTagSchema } from '../../core/trial/handed-tag';

const KEY = 'handedTag';

/** Keeps a tag until the page that tries it asks for it, and gives the key by which it does. The newest alone is kept. */
export async function handOverTag(text: string, serverId: string | null): Promise<string> {
  const key = crypto.randomUUID();
  await browser.storage.session.set({ [KEY]: { key, text, serverId } satisfies HandedTag });
  return key;
}

/** The tag that was kept under this key, once; `null` where there is none any more. */
export async function takeHandedTag(key: string): Promise<HandedTag | null> {
  const { [KEY]: kept } = await browser.storage.session.get(KEY);
  const handed = HandedTagSchema.safeParse(kept).data;
  if (handed?.key !== key) return null;
  await browser.storage.session.remove(KEY);
  return handed;
}
