/** Words of the shared controls. */
export const uiText = {
  optional: '(optional)',
  search: 'Search by name or id',
  searching: 'Searching…',
  searchFailed: 'The search did not answer. Type again to retry.',
  nothingFound: 'Nothing found',
};

/** A whole number as a person writes it. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** "1 tracker", "2 trackers". */
export function plural(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A moment as date and time, in the person's own zone. */
export function formatMoment(at: number): string {
  return new Date(at).toLocaleString('en', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}
