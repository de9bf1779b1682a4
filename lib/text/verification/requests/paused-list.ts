/** In the place of the list of requests that was paused while it was empty. */
export const pausedListText = {
  empty: 'The list is paused, and was empty then',
  emptyNext: 'Press Continue to see what was recorded meanwhile.',
};
