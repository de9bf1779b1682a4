import { browser } from 'wxt/browser';

import { frameWorld } from './frame-world';

/** Ends an earlier copy of this script in this frame; the signal ends this one in turn. */
export function takeOver(): AbortSignal {
  frameWorld.watch?.abort();
  frameWorld.watch = new AbortController();
  return frameWorld.watch.signal;
}

/** Whether the extension was updated or removed while this copy stayed behind in the page. */
export function isOrphan(): boolean {
  return !browser.runtime?.id;
}
