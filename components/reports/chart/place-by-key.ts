import type { Grain } from '@/lib/core/report/question';

const PAGE: Readonly<Record<Grain, number>> = { day: 7, hour: 24 };

/** Where in a picture a key leads; `null` for any other key. */
export function placeByKey(key: string, at: number, count: number, by: Grain): number | null {
  const places = new Map([
    ['ArrowRight', at + 1],
    ['ArrowUp', at + 1],
    ['ArrowLeft', at - 1],
    ['ArrowDown', at - 1],
    ['PageUp', at + PAGE[by]],
    ['PageDown', at - PAGE[by]],
    ['Home', 0],
    ['End', count - 1],
  ]);
  const place = places.get(key);
  if (place === undefined || count === 0) return null;
  return Math.max(0, Math.min(count - 1, place));
}
