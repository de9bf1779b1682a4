/** How a person asked for the builder: by the small button, the context menu, or at the focus. */
export const ASKED_BY = ['press', 'menu', 'focus'] as const;
export type AskedBy = (typeof ASKED_BY)[number];
