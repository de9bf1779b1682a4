import { browser } from 'wxt/browser';

const world: { piggybackWatch?: AbortController } & typeof globalThis = globalThis;

/** Ends an earlier copy of this script in this frame; the signal ends this one in turn. */
export function takeOver(): AbortSignal {
  world.piggybackWatch?.abort();
  world.piggybackWatch = new AbortController();
  return world.piggybackWatch.signal;
}

/** Whether the extension was updated or removed while this copy stayed behind in the page. */
export function isOrphan(): boolean {
  return !browser.runtime?.id;
}
