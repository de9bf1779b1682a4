import type { Severity } from '../core/base/finding';
import type { Finding, FindingCode } from '../core/rules/request/finding';

interface FindingText {
  /** What was seen. */
  readonly sentence: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do now. */
  readonly next: string;
}

type Values = Finding['values'];
interface Entry {
  readonly sentence: (values: Values) => string;
  readonly why: string;
  readonly next: string;
}

const LOADED_BY: Readonly<Record<string, string>> = { 1: 'a script', 2: 'an image' };
const MACRO_NEXT =
  'Give the creative the macro of the ad server that serves it: build the tag anew in Piggyback ' +
  'and choose that ad server. In an ad server’s preview macros often stay; check a live page.';

const TABLE: Record<FindingCode, Entry> = {
  'tracker-id-bad': {
    sentence: ({ id }) => (id ? `The id “${id}” is no tracker’s.` : 'The request carries no id.'),
    why: 'Without its id the service cannot tell which tracker fired, and records nothing.',
    next: 'Copy the tag of the right tracker again and replace the one in the creative.',
  },
  'tracker-unknown': {
    sentence: ({ id }) => `Tracker ${id ?? ''} is not among the trackers loaded here.`,
    why: 'The id may be mistyped, deleted, or belong to another advertiser.',
    next: 'Open its advertiser in Piggyback and refresh the list, or correct the id in the creative.',
  },
  'tracker-inactive': {
    sentence: ({ id, name }) => `Tracker ${id ?? ''} (${name ?? ''}) is inactive.`,
    why: 'Impressions of an inactive tracker are not recorded.',
    next: 'Set it to active in Piggyback, or use another tracker in the creative.',
  },
  'trackers-not-loaded': {
    sentence: () => 'The tracker could not be checked: no trackers are loaded yet.',
    why: 'Name and state come from the list of an advertiser’s trackers.',
    next: 'Open Piggyback from the toolbar, sign in and choose the advertiser.',
  },
  'type-missing': {
    sentence: ({ wanted }) =>
      wanted
        ? `The type is missing: ${LOADED_BY[wanted] ?? ''} loaded it, so it needs t=${wanted}.`
        : 'The type is missing: there is no t.',
    why: 'The service has to guess whether to answer with JavaScript or with an image.',
    next: 'Add t=1 for a script tag or t=2 for an image, or build the tag anew.',
  },
  'type-bad': {
    sentence: ({ t }) => `The type t=${t ?? ''} does not exist.`,
    why: 'Only t=1 (JavaScript) and t=2 (image) are defined.',
    next: 'Use t=1 for a script tag and t=2 for an image.',
  },
  'type-mismatch': {
    sentence: ({ t, wanted }) =>
      `The type is t=${t ?? ''}, but ${LOADED_BY[wanted ?? ''] ?? ''} loaded it, which needs t=${wanted ?? ''}.`,
    why: 'The answer does not fit the element: a script that is an image fails, and the reverse.',
    next: 'Check which kind of pixel field the tag was pasted into and build the tag for that kind.',
  },
  'cachebuster-missing': {
    sentence: ({ value }) =>
      value ? `The cachebuster is “${value}”, which is no value.` : 'There is no cachebuster.',
    why: 'Browsers may answer repeats from their cache, and those impressions are not counted.',
    next: 'Add cachebuster= with the macro of your ad server, or build the tag anew.',
  },
  'cachebuster-macro': {
    sentence: (values) => `The cachebuster was not filled in: ${macroSentence(values)}`,
    why: 'Every request has the same URL, so caches swallow repeats and impressions go uncounted.',
    next: MACRO_NEXT,
  },
  'cachebuster-repeated': {
    sentence: ({ value }) => `The cachebuster ${value ?? ''} was used before by this tracker.`,
    why: 'A cachebuster that stays the same does not keep the request out of the cache.',
    next: 'Check that the tag holds the ad server’s macro and not a number that was pasted once.',
  },
  'cost-macro': {
    sentence: (values) => `The cost was not filled in: ${macroSentence(values)}`,
    why: 'ancost overrides the payment rules in Monetize, and this is not a number.',
    next: `Leave ancost out, or: ${lowerFirst(MACRO_NEXT)}`,
  },
  'cost-not-a-number': {
    sentence: ({ value }) => `The cost “${value ?? ''}” is not a plain number.`,
    why: 'ancost overrides the payment rules in Monetize and is read as money per impression.',
    next: 'Send digits with a point, no currency, six decimals at most — or leave ancost out.',
  },
  'parameter-macro': {
    sentence: (values) => `${values.parameter ?? ''} was not filled in: ${macroSentence(values)}`,
    why: 'Whoever reads this parameter gets the macro’s name in place of its value.',
    next: MACRO_NEXT,
  },
  'not-https': {
    sentence: ({ scheme }) => `The pixel was called over ${scheme ?? ''}, not https.`,
    why: 'On a secure page the browser stops or rewrites such requests.',
    next: 'Replace the tag by one that begins with https://.',
  },
  'address-other': {
    sentence: ({ text, expected }) =>
      `The address is ${text ?? ''}; the service answers at ${expected ?? ''}.`,
    why: 'Only /imptr, in small letters and with nothing behind it, is known to record impressions.',
    next: 'Replace the tag by the one Piggyback builds.',
  },
  'host-unexpected': {
    sentence: ({ host, expected }) => `The host is ${host ?? ''}, not ${expected ?? ''}.`,
    why: 'Only the service’s own host is known to record impressions of these trackers.',
    next: 'If you do not know this host, replace the tag by the one Piggyback builds.',
  },
  'from-cache': {
    sentence: ({ cache }) =>
      `The browser answered from its ${cache && cache !== 'cache' ? `${cache} cache` : 'cache'}; the server saw nothing.`,
    why: 'This impression was not counted.',
    next: 'Give the tag a cachebuster that differs for every impression.',
  },
  'blocked-by-page': {
    sentence: () => 'The page’s own security policy (CSP) blocked it.',
    why: 'The request was never sent, so nothing was counted.',
    next: 'Ask the publisher to allow ib.adnxs.com in img-src and script-src of the policy.',
  },
  'blocked-by-extension': {
    sentence: () => 'An extension of this browser blocked it, most often an ad blocker.',
    why: 'The request was never sent. Only browsers with such an extension are concerned.',
    next: 'Switch the ad blocker off for this page and load it again to judge the tag itself.',
  },
  'blocked-by-browser': {
    sentence: ({ error }) => `The browser blocked it (${error ?? ''}).`,
    why: 'A rule of the browser, the page or the server’s answer stopped it.',
    next: 'Look the reason up in the console of DevTools, and show it to the publisher.',
  },
  'network-error': {
    sentence: ({ error }) => `It failed on the way (${error ?? ''}).`,
    why: 'The server did not answer, so the impression was most likely not counted.',
    next: 'Check VPN, proxy and the host in the tag, then load the page again.',
  },
  aborted: {
    sentence: () => 'The page gave the request up before the answer came.',
    why: 'The server may have counted it all the same.',
    next: 'Load the page again. If it stays so, the creative is taken away too early.',
  },
  'no-answer': {
    sentence: () => 'It was blocked or failed; this browser does not say why.',
    why: 'Without an answer there is no proof that the impression was counted.',
    next: 'Load the page with blockers off, or repeat the check in Chrome or Edge, which say why.',
  },
  pending: {
    sentence: () => 'There is no answer yet.',
    why: 'Until the server answers there is no proof that the impression was counted.',
    next: 'Wait a moment and press Check again.',
  },
  'http-error': {
    sentence: ({ status }) => `The server answered with the error ${status ?? ''}.`,
    why: 'The request arrived but was refused, so the impression was most likely not counted.',
    next: 'Check id and parameters of the tag, then load the page again.',
  },
  'fired-again': {
    sentence: ({ id, occurrence }) =>
      `Tracker ${id ?? ''} fired again on this page view: request number ${occurrence ?? ''}.`,
    why: 'Each request counts as an impression, and its cost is counted each time.',
    next: 'Check whether the tag stands twice, as in the banner and as an event tag. A page that shows the creative twice fires twice rightly.',
  },
};

/** A finding as a person reads it. */
export function findingText(finding: Finding): FindingText {
  const entry = TABLE[finding.code];
  return { sentence: entry.sentence(finding.values), why: entry.why, next: entry.next };
}

/** What was seen, in one sentence; for lists and exports. */
export function findingSentence(finding: Finding): string {
  return TABLE[finding.code].sentence(finding.values);
}

export const severityText: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
};

function macroSentence({ macro = '', servers = '' }: Values): string {
  const names = servers === '' ? [] : servers.split(', ');
  if (names.length === 0) return `${macro} looks like a macro and was not replaced.`;
  return `${macro} is a macro of ${listOf(names)} and was not replaced.`;
}

function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
