/** The message by which the background tells every open page that it should ask anew. */
export const DISMISSALS_CHANGED = 'dismissals.changed';
