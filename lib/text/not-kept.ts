import { plural } from './ui';

/** Words of a recording that is full. */
export const notKeptText = {
  full: (since: string) => `This recording is full: what began after ${since} is not kept.`,
  count: (count: number) =>
    count === 0
      ? 'No such request was seen so far.'
      : `At least ${plural(count, 'request more was', 'requests more were')} seen.`,
  next: 'Verdicts that depend on them say “Not known”. Repeat begins a new recording with the same trackers; this one stays as it is.',
  nextSaved: 'Verdicts that depend on them say “Not known”.',
  nextWithout:
    'Verdicts that depend on them say “Not known”. Export this recording and press Clear to go on, or open DevTools on the page for a new one.',
  exported: (since: string, count: number) =>
    `The recording was full: what began after ${since} is not in here, at least ${plural(count, 'request', 'requests')}. Verdicts that depend on it say “Not known”.`,
  /** Why a verdict is not known: `fired` says how often the tracker fired, in a sentence. */
  reason: (fired: string, { decidedBy }: { readonly decidedBy: string | null }) =>
    decidedBy === null
      ? 'It is not among what is kept; the recording was full before this page was left.'
      : `${fired} What came later is not kept: the recording was full.`,
};
