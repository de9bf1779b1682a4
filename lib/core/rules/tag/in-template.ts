import type { About, TagRule } from '../rule';

/** The tag stands where a browser makes elements of it. */
export const inTemplate: TagRule = {
  kind: 'tag',
  code: 'in-template',
  severity: 'warning',
  look: ({ tag, inert }) => {
    if (tag.inComment) return null;
    const { start, end } = tag.element;
    const around = inert.find((range) => range.start <= start && end <= range.end);
    return around ? { at: { start, end }, values: { element: around.name } } : null;
  },
  seen: ({ element }) =>
    `The tag stands in <${element ?? ''}>, whose content browsers do not load.`,
  next: 'Move it out; or make sure that a script of the page puts the content in.',
};

export const about: About = {
  why: 'The content of <template> is no part of the page until a script attaches it; that of <textarea> or <title> is text.',
  bad: '<template><img src="https://ib.adnxs.com/imptr?id=531&t=2"></template>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
