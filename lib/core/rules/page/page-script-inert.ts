import type { Values } from '../../base/finding';
import type { PagePlace } from '../../recording/page-look';
import { isJavaScript } from '../tag/script-inert';
import { attributeOfPlace } from './place';
import type { About, PageRule } from '../rule';

/** The script is JavaScript to a browser. */
export const pageScriptInert: PageRule = {
  kind: 'page',
  code: 'page-script-inert',
  severity: 'warning',
  look: ({ place, written }) => written.get('script-inert') ?? typeOfData(place),
  seen: ({ type }) =>
    type
      ? `It stands in a script of type ${type}, which browsers do not run.`
      : 'It stands in a script for browsers without modules (nomodule), which none of today runs.',
  next: 'Give the consent that the page asks for, and look again; if it stays so, leave that type out.',
};

// Data, and scripts that are held back, whose text holds the tag.
function typeOfData(place: PagePlace): Values | null {
  if (place.kind !== 'text' || place.name !== 'script') return null;
  const type = attributeOfPlace(place, 'type') ?? '';
  return isJavaScript(type) ? null : { type };
}

export const about: About = {
  why: 'Tools that ask for consent hold scripts back with such a type, and give them back only where they know them. Data in JSON is called by whatever reads it, if anything does.',
  bad: '<script type="text/plain" src="https://ib.adnxs.com/imptr?id=531&t=1"></script>',
  good: '<script src="https://ib.adnxs.com/imptr?id=531&t=1"></script>',
};
