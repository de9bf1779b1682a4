import type { About, TextRule } from '../rule';

/** No markup stands in the middle of the URL. */
export const brokenByMarkup: TextRule = {
  kind: 'text',
  code: 'broken-by-markup',
  severity: 'error',
  seen: 'There is markup of a page or a mail in the middle of the URL (<wbr>, <span>, <br>).',
  next: 'Copy the URL as it is shown, not from the HTML around it.',
};

export const about: About = {
  why: 'The markup lets a long word break where it is shown. In a tag it ends the URL, and what stands behind is lost.',
  bad: 'https://ib.adnxs.com/<wbr>imptr?id=531&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
