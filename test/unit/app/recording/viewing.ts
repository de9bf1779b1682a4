import { type View, watchViews } from '@/lib/app/recording/watch-views';

/** Views of a tab, with a clock that stands still until it is set. */
export function viewing() {
  const kept: View[] = [];
  const clock = { now: 0 };
  const views = watchViews({
    current: async () => null,
    keep: async (view) => void kept.push(view),
    now: () => clock.now,
    newId: () => String(kept.length),
  });
  return { kept, clock, views };
}
