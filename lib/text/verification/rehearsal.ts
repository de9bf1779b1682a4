import { formatCount, plural } from '../ui';

/** Words of rehearsing: that trackers are answered by the extension, and nothing is counted. */
export const rehearsalText = {
  name: 'Rehearse',
  why: 'Piggyback answers the impression trackers of this tab in the service’s place, so that testing records and bills nothing. Not those of a tab that the page opens, nor of a worker whose site is open in another tab.',
  /** In the place of the switch, where there can be none. */
  notHere: 'Why no rehearsal',
  starting: 'Trying it…',
  on: 'Rehearsing: Piggyback answers the trackers of this tab. Nothing is counted.',
  leaving: 'The rehearsal is ending, within seconds. Until then nothing is counted.',
  started: 'Rehearsing. Reload the page to rehearse everything it fires.',
  stopped: 'No longer rehearsing: from now on impressions are counted.',
  ended: 'The rehearsal has ended: from now on impressions are counted.',
  allow: 'What it needs, and why',
  close: 'Close this remark',
} as const;

type Words = { readonly sentence: string; readonly next: string };

const REFUSALS = {
  browser: {
    sentence: 'Rehearsing is not possible in Firefox.',
    next: 'In Firefox DevTools tells nothing of a request that an extension answered, so that no tag could be judged. Use Chrome or Edge.',
  },
  'no-page': {
    sentence: 'There is no web page in this tab to rehearse.',
    next: 'Open the page that shows the creative, then switch Rehearse on.',
  },
  'too-many': {
    sentence: 'Too many tabs are rehearsing.',
    next: 'Switch Rehearse off in another tab, then try again.',
  },
  'not-answered': {
    sentence: 'Rehearse was not switched on: a trial request was not answered by Piggyback.',
    next: 'Nothing was sent, and nothing is rehearsed. Another extension or a policy may stand in the way; reload the page and try again.',
  },
} as const satisfies Record<string, Words>;

/** Why no rehearsal began, and what to do. `missing` is what the browser has not granted. */
export function refusalText(
  why: keyof typeof REFUSALS | 'not-granted',
  missing: readonly string[],
): Words {
  if (why !== 'not-granted') return REFUSALS[why];
  return {
    sentence: `Rehearse was not switched on: the browser has not allowed ${listed(missing.map(nameOf).toSorted())}.`,
    next: 'Allow it, then switch Rehearse on again.',
  };
}

/** What is asked for, as a person reads it. */
function nameOf(grant: string): string {
  if (grant === 'https://*/*') return 'all https sites';
  if (grant === 'http://*/*') return 'all http sites';
  return 'answering requests';
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ');
}

/** How often something fired, and was rehearsed. */
export function firedText(fired: number, rehearsed: number): string {
  const text = fired === 1 ? 'Fired once.' : `Fired ${formatCount(fired)} times.`;
  if (rehearsed === 0) return text;
  return fired === 0 ? rehearsedTimes(rehearsed) : `${text} ${rehearsedTimes(rehearsed)}`;
}

/** How often something was rehearsed. */
export function rehearsedTimes(count: number): string {
  return count === 1
    ? 'Rehearsed: not counted.'
    : `Rehearsed ${formatCount(count)} times: not counted.`;
}

/** Above a proof that holds requests of a rehearsal. */
export function rehearsedNote(count: number): string {
  return `${plural(count, 'request was', 'requests were')} rehearsed: Piggyback answered in the service’s place, and nothing was counted. What the service would have answered is not known.`;
}
