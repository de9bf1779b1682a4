/** Words of the shared controls. */
export const uiText = {
  optional: '(optional)',
  search: 'Search by name or id',
  searching: 'Searching…',
  searchFailed: 'The search did not answer. Type again to retry.',
  nothingFound: 'Nothing found',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
};

/** A whole number as a person writes it. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** A size as a person reads it, "3.2 MB". */
export function formatBytes(bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
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
