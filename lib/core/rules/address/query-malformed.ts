import { parameterOf, putAll } from './changes';
import type { About, AddressRule } from '../rule';

/** The query is one: one `?`, no empty parameters. `??`, `&&`, `?&`, `;` were put together by hand. */
export const queryMalformed: AddressRule = {
  kind: 'address',
  code: 'query-malformed',
  written: 'error',
  fired: 'error',
  look: ({ phase, url }) => {
    const redir = parameterOf(url, 'redir');
    const start = url.address.end + 1;
    const end = redir?.start ?? url.fragment?.start ?? url.text.length;
    const head = url.text.slice(start, end);
    // Of `&amp;` that was sent there is a rule of its own.
    if (phase === 'fired' && head.includes('&amp;')) return [];
    if (!/[?;]|&&|^&|&$|(?:^|&)=(?:&|$)/.test(head)) return [];
    const names = new Set(url.parameters.map(({ name }) => name));
    const fixed = head
      .replace(/(?<!&\w*)[?;](id|t|cachebuster|ancost|redir)=/g, (match, name: string) =>
        names.has(name) ? match : `&${name}=`,
      )
      .split('&')
      .map((part) => part.replace(/^\?+/, ''))
      .filter((part) => part !== '' && part !== '=')
      .join('&');
    const separator = redir && fixed ? '&' : '';
    if (fixed + separator === head) return [];
    const text = url.text.slice(0, start) + fixed + separator + url.text.slice(end);
    return [{ at: { start: start - 1, end }, change: putAll(url, text) }];
  },
  seen: 'The parameters are not joined by one ? and single &.',
  next: 'Build the tag anew.',
};

export const about: About = {
  why: 'What the service reads of such a query is not known; a parameter behind the slip may be lost.',
  bad: 'https://ib.adnxs.com/imptr??id=531&&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
