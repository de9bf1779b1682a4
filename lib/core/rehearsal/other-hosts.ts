import { MAX_OTHER_HOSTS } from '../base/limits';

/**
 * The hosts of pages in other tabs, whose workers are let through: a request of no tab may be theirs. None that is the
 * rehearsed page's own, above it or below it; without those what is in doubt is answered here, and not counted.
 */
export function otherHosts(open: readonly string[], own: readonly string[]): readonly string[] {
  const isOwn = (host: string) =>
    own.some((one) => one === host || one.endsWith(`.${host}`) || host.endsWith(`.${one}`));
  const others = new Set(open.filter((host) => HOST.test(host) && !isOwn(host)));
  return [...others].toSorted().slice(0, MAX_OTHER_HOSTS);
}

// As rules take it: in small letters, without a port.
const HOST = /^[a-z\d.-]{1,253}$/;
