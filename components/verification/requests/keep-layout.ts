import type { Signal } from '@preact/signals';

import type { ListLayout } from '@/lib/core/verification/list-layout';

/** Where the layout of the list is kept. */
export interface LayoutKeeper {
  readLayout(): Promise<ListLayout>;
  keepLayout(layout: ListLayout): Promise<void>;
}

/** A drag makes many layouts, of which the last is kept. */
const GATHER_MS = 200;

/** Takes up the layout that was kept, and keeps what a person changes of it. */
export function createLayoutChanger(layout: Signal<ListLayout>, keeper: LayoutKeeper) {
  let isChanged = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const read = async () => {
    const kept = await keeper.readLayout();
    // What a person has changed meanwhile is newer.
    if (!isChanged) layout.value = kept;
  };
  const keep = () => {
    timer = null;
    // Where it cannot be kept the list is as it was chosen until it is closed.
    keeper.keepLayout(layout.value).catch(() => {});
  };
  read().catch(() => {});
  return (change: (before: ListLayout) => ListLayout): void => {
    isChanged = true;
    layout.value = change(layout.value);
    timer ??= setTimeout(keep, GATHER_MS);
  };
}
