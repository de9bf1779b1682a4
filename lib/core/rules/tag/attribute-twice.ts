import type { About, TagRule } from '../rule';
import { attributesTo } from './element';

/** Of two attributes with one name a browser takes the first (HTML Living Standard, 13.2.5.33). */
export const attributeTwice: TagRule = {
  kind: 'tag',
  code: 'attribute-twice',
  severity: 'error',
  look: (context) => {
    const { tag } = context;
    if (tag.inComment || tag.carrier === 'text') return null;
    const attributes = attributesTo(context);
    const own = attributes.at(-1);
    if (!own || attributes.findIndex(({ name }) => name === own.name) === attributes.length - 1) {
      return null;
    }
    return { at: { start: own.start, end: own.end }, values: { attribute: own.name } };
  },
  seen: ({ attribute }) =>
    `${attribute ?? ''} is there twice in one tag: browsers take the first, and nothing calls this one.`,
  next: 'Give each address a tag of its own.',
};

export const about: About = {
  why: 'A browser leaves out an attribute that the tag has already, whatever stands in it.',
  bad: '<img src="https://px.example/a.gif" src="https://ib.adnxs.com/imptr?id=531&t=2">',
  good: '<img src="https://px.example/a.gif"><img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
