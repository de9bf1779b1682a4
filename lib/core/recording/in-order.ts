import { firstIndex } from '../base/first-index';
import type { PixelRequest } from './pixel-request';

/** The order of time; of those that began together, by key. */
export function byStart(a: PixelRequest, b: PixelRequest): number {
  return a.startedAt - b.startedAt || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** A list in the order of time, without some of its requests and with others; what stands before them stays. */
export function patchOrdered(
  ordered: readonly PixelRequest[],
  gone: ReadonlySet<PixelRequest>,
  added: readonly PixelRequest[],
): readonly PixelRequest[] {
  const news = added.toSorted(byStart);
  const firsts = [...gone].toSorted(byStart).slice(0, 1).concat(news.slice(0, 1));
  const [first] = firsts.toSorted(byStart);
  if (!first) return ordered;
  const at = firstIndex(ordered, (one) => byStart(one, first) >= 0);
  const result = ordered.slice(0, at);
  let next = 0;
  for (let index = at; index < ordered.length; index += 1) {
    const one = ordered[index];
    if (!one || gone.has(one)) continue;
    for (let add = news[next]; add && byStart(add, one) < 0; add = news[next]) {
      result.push(add);
      next += 1;
    }
    result.push(one);
  }
  return next === 0 ? result.concat(news) : result.concat(news.slice(next));
}
