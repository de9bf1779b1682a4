import { isCachebusterOf } from '../../ad-server/macros';
import { decodeValue } from '../../macro/encode';
import { parameterOf } from '../address/changes';
import { inText } from './in-text';
import type { About, TagRule } from '../rule';

/** Flashtalking adds a number to the very end where it finds no random macro of its own; that lands in the redirect (ad-servers.md section 2, rule 5). */
export const numberAppended: TagRule = {
  kind: 'tag',
  code: 'number-appended',
  severity: 'error',
  look: ({ tag, server }) => {
    if (!server?.traps.includes('appends-number')) return null;
    const redir = parameterOf(tag.url, 'redir');
    const value = decodeValue(parameterOf(tag.url, 'cachebuster')?.value ?? '');
    if (!redir || isCachebusterOf(server, value)) return null;
    return { at: inText(tag, redir), values: { server: server.name } };
  },
  seen: ({ server }) =>
    `${server ?? ''} adds a random number to the end where it finds no macro of its own; that would be in the redirect.`,
  next: 'Use its own cachebuster macro.',
};

export const about: About = {
  why: 'The redirect leads to an address with a number behind it, which is another address.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[OTHER]&redir=https://px.example',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[FT_RANDOM]&redir=https://px.example',
  server: 'flashtalking',
};
