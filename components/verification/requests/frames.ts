import { signal } from '@preact/signals';

import type { PixelRequest } from '@/lib/core/recording/pixel-request';

import { frameOf } from './list-state';

/** So many of one kind are offered to choose from; the rest are found by search. */
export const MOST_OFFERED = 300;

/** The frames of a recording that asked for something, in the order in which they first did, and whether there are more. */
export function createFrames() {
  const known = new Set<string>();
  const all = signal<{ readonly names: readonly string[]; readonly isMore: boolean }>({
    names: [],
    isMore: false,
  });
  return {
    all,
    note(requests: readonly PixelRequest[]): void {
      const before = known.size;
      if (all.value.isMore) return;
      let isMore = false;
      for (const { frameUrl } of requests) {
        const frame = frameOf(frameUrl);
        if (frame === null || known.has(frame)) continue;
        if (known.size < MOST_OFFERED) known.add(frame);
        else isMore = true;
      }
      if (known.size > before || isMore) all.value = { names: [...known], isMore };
    },
    clear(): void {
      known.clear();
      all.value = { names: [], isMore: false };
    },
  };
}
