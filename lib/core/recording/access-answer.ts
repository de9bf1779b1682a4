/**
 * How a person answered when the browser asked for sites, or why nobody was asked: `forbidden` by a policy. Of what is
 * `allowed-later` the browser tells once it is started anew.
 */
export interface AccessAnswer {
  readonly answer: 'allowed' | 'allowed-later' | 'refused' | 'forbidden' | 'failed';
  /** The browser's own words, where it did not ask. */
  readonly detail: string | null;
}

/** What it means that the browser did not ask. */
export function unasked(detail: string): AccessAnswer {
  return { answer: /polic|administrat|enterprise/i.test(detail) ? 'forbidden' : 'failed', detail };
}
