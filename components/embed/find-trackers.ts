import type { Ref } from '@/lib/core/tracker/tracker';

const MOST_SHOWN = 200;

/** The trackers with all these words in their name, or this id; the first two hundred. */
export function findTrackers(trackers: readonly Ref[], words: string): readonly Ref[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return trackers
    .filter(({ id, name }) => {
      const text = `${id} ${name.toLowerCase()}`;
      return wanted.every((word) => text.includes(word));
    })
    .slice(0, MOST_SHOWN);
}
