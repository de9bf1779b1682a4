import type { PagePlace } from '../../recording/page-look';
import type { About, PageRule } from '../rule';

/** What a browser shows of the page is no tag. */
export const pageAsText: PageRule = {
  kind: 'page',
  code: 'page-as-text',
  severity: 'error',
  look: ({ place }) => (isShown(place) ? { element: place.name } : null),
  seen: ({ element }) =>
    `It stands as text${element === '' ? '' : ` in <${element ?? ''}>`}: a browser calls nothing of it.`,
  next: 'Put it in as HTML: write < and > as they are, where the page or the ad server takes HTML.',
};

// What is in a script, a style or a template has a reason of its own.
function isShown({ kind, name, inTemplate }: PagePlace): boolean {
  return kind === 'text' && !inTemplate && name !== 'script' && name !== 'style';
}

export const about: About = {
  why: 'An editor for text has taken the tag for text. Readers see it, and browsers load nothing.',
  bad: '<p>&lt;img src="https://ib.adnxs.com/imptr?id=531&t=2"&gt;</p>',
  good: '<p><img src="https://ib.adnxs.com/imptr?id=531&t=2"></p>',
};
