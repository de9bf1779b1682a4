import { isHtmlInUrlField } from './url-field';
import type { About, TagRule } from '../rule';

/** Where the ad server takes nothing but URLs there is no HTML round it. */
export const htmlInUrlField: TagRule = {
  kind: 'tag',
  code: 'html-in-url-field',
  severity: 'error',
  look: ({ tag, server, field, textLength }) => {
    if (!isHtmlInUrlField({ tag, server, field })) return null;
    const at = { start: tag.start, end: tag.end };
    // Alone in its field the tag can be cut down to its URL; but only where the field itself is known
    // to take nothing else. An image that works must not become text in a page.
    const isAlone = textLength === tag.end - tag.start;
    const repair = isAlone && field === 'url' ? [{ ...at, text: tag.url.text }] : null;
    return { at, values: { server: server?.name ?? '', type: tag.type }, repair };
  },
  seen: ({ server }) => `${server || 'This field'} takes a bare URL here, with nothing round it.`,
  next: 'Use the type URL.',
};

export const about: About = {
  why: 'The ad server calls what stands in the field as it is: <img src=… is no address.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%n">',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%n',
  server: 'cm360',
};
