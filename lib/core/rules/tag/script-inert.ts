import type { About, TagRule } from '../rule';
import { attributeIn, openingOf } from './element';

// The types that the HTML standard has for JavaScript, and modules.
const JAVASCRIPT =
  /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.\d|jscript|livescript))$/i;

/** The script is JavaScript to a browser. */
export const scriptInert: TagRule = {
  kind: 'tag',
  code: 'script-inert',
  severity: 'warning',
  look: (context) => {
    if (context.tag.carrier !== 'script' || context.tag.inComment) return null;
    const opening = openingOf(context);
    if (!opening) return null;
    const type = attributeIn(opening, 'type');
    if (type && !isJavaScript(type.value)) {
      return { at: type, values: { type: type.value } };
    }
    const old = attributeIn(opening, 'nomodule');
    return old ? { at: old, values: { type: '' } } : null;
  },
  seen: ({ type }) =>
    type
      ? `The script’s type is ${type}, which is no JavaScript: browsers do not load it.`
      : 'The script is for browsers without modules (nomodule): no browser of today loads it.',
  next: 'Leave that attribute out; or make sure that what asks for consent on the page changes it.',
};

/** Whether a script of this type is run by browsers. */
export function isJavaScript(type: string): boolean {
  return JAVASCRIPT.test(type.replace(/;.*$/, '').trim());
}

export const about: About = {
  why: 'Tools that ask for consent hold scripts back with such a type, and give them back only where they know them.',
  bad: '<script type="text/plain" src="https://ib.adnxs.com/imptr?id=531&t=1"></script>',
  good: '<script type="text/javascript" src="https://ib.adnxs.com/imptr?id=531&t=1"></script>',
};
