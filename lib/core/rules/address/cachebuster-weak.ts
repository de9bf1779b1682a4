import type { About, AddressRule } from '../rule';
import { cachebusterOf } from './cachebuster';

/** The ad server's macro gives a new value every time. What was fired does not show its macro. */
export const cachebusterWeak: AddressRule = {
  kind: 'address',
  code: 'cachebuster-weak',
  written: 'info',
  fired: null,
  look: (context) => {
    const found = cachebusterOf(context);
    const { server } = context;
    if (!found?.isOwn || !server?.traps.includes('cachebuster-may-repeat')) return [];
    return [{ at: found.at, values: { macro: found.decoded, server: server.name } }];
  },
  seen: ({ macro, server }) =>
    `${macro ?? ''} of ${server ?? ''} may give two impressions one value.`,
  next: 'There is no better macro known; expect a small under-count.',
};

export const about: About = {
  why: 'The macro is made from a video or an auction and not from a random number, so a second impression of it may come from the cache.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=#{request.videoRandom}',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
  server: 'freewheel',
};
