import type { Background } from './background';
import { world } from './world';

/** A world with an advertiser chosen and cached, and the builder open at the field of its tab. */
export async function worldWithBuilder(options: Parameters<typeof world>[0] = {}) {
  const all = await world(options);
  const { page, browser, advertisers } = all;
  if (options.user !== null) {
    await page('trackers.sync', { advertiserId: advertisers.small.id, whole: true });
    browser.held.advertiser = advertisers.small;
  }
  const opened = await openBuilder(all, all.background);
  browser.did.length = 0;
  return { ...all, ...opened };
}

/** Opens the builder at the field, as a press of its button does, and begins with its page. */
export async function openBuilder(
  { browser }: Pick<Awaited<ReturnType<typeof world>>, 'browser'>,
  { content, builder }: Background,
) {
  await content('builder.open', null);
  const token = browser.held.builders[0]?.token ?? '';
  const started = await builder('builder.start', { token });
  return { token, started };
}
