import type { Signal } from '@preact/signals';

/** Where the layout of a table is kept. */
export interface LayoutKeeper<L> {
  readLayout(): Promise<L>;
  keepLayout(layout: L): Promise<void>;
}

/** A drag makes many layouts, of which the last is kept. */
const GATHER_MS = 200;

/** Takes up the layout that was kept, and keeps what a person changes of it. */
export function createLayoutChanger<L>(layout: Signal<L>, keeper: LayoutKeeper<L>) {
  let isChanged = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const read = async () => {
    const kept = await keeper.readLayout();
    // What a person has changed meanwhile is newer.
    if (!isChanged) layout.value = kept;
  };
  const keep = () => {
    timer = null;
    // Where it cannot be kept the table is as it was chosen until it is closed.
    keeper.keepLayout(layout.value).catch(() => {});
  };
  read().catch(() => {});
  return (change: (before: L) => L): void => {
    isChanged = true;
    layout.value = change(layout.value);
    timer ??= setTimeout(keep, GATHER_MS);
  };
}
