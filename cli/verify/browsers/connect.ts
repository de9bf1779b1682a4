import puppeteer from 'puppeteer-core';

import { createDriver, type Driver, type Driving } from './visitor';
import { nameOf, type Remote } from './remote';

const CONNECT_MS = 30_000;

/** Connects to a browser that runs elsewhere; `null` where it does not answer. Its other pages are left as they are. */
export async function connectRemote(
  remote: Remote,
  driving: Pick<Driving, 'listenMs' | 'album' | 'nextId'>,
): Promise<Driver | null> {
  const { endpoint, protocol } = remote;
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), CONNECT_MS);
  const connected = puppeteer
    .connect({
      browserWSEndpoint: endpoint,
      protocol,
      defaultViewport: { width: 1280, height: 900 },
    })
    .catch(() => null);
  const driven = await Promise.race([connected, late]).finally(() => clearTimeout(timer));
  if (driven === null) {
    // It may still come, and nobody waits for it any more.
    void connected.then((one) => one?.disconnect()).catch(() => {});
    return null;
  }
  const version = await driven.version().catch(() => '');
  return createDriver(driven, {
    ...driving,
    name: nameOf(remote),
    isChromium: !/firefox/i.test(version),
    take: null,
    close: () => driven.disconnect().catch(() => {}),
  });
}
