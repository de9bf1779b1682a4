import { MAX_URL_CHARS } from '../../core/base/limits';
import type { LoadedPage } from '../../core/recording/source';

/**
 * The address of a page as far as it is kept. It is cut before anything else is done with it: a page may move on twenty
 * times a second, to addresses of two million characters each.
 */
export function boundedUrl(url: string): string {
  return url.length > MAX_URL_CHARS ? `${url.slice(0, MAX_URL_CHARS)}…` : url;
}

/** The same page with its address as far as it is kept. */
export function withBoundedUrl<T extends Pick<LoadedPage, 'url'>>(page: T): T {
  const { url } = page;
  return url === null || url.length <= MAX_URL_CHARS ? page : { ...page, url: boundedUrl(url) };
}
