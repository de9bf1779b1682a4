import {
  MAX_HAR_BYTES,
  MAX_HAR_ENTRIES,
  MAX_HAR_REQUESTS,
  MAX_URL_CHARS,
} from '../../core/base/limits';
import type { LeftOut } from '../../core/recording/har-file';
import type { HarProblem } from '../../core/recording/har-problem';
import { formatBytes, formatCount, plural } from '../ui';

/** What is wrong with a HAR file, and what to do. */
export const harProblemText: Record<
  HarProblem,
  { readonly sentence: string; readonly next: string }
> = {
  'too-large': {
    sentence: `It has over ${formatBytes(MAX_HAR_BYTES)}, unpacked.`,
    next: 'Export it without the content of answers, or filter the requests by “imptr” before you export them.',
  },
  damaged: {
    sentence: 'It is packed, and damaged or cut off.',
    next: 'Get the file once more, or unpack it with another program.',
  },
  'cut-off': {
    sentence: 'It ends in the middle: the file is cut off.',
    next: 'Export or copy it once more, and wait until that is done.',
  },
  zip: {
    sentence: 'It is a ZIP archive, as Fiddler’s own recordings (.saz) are, too.',
    next: 'Unpack it and add the .har file in it; in Fiddler export the sessions as “HTTPArchive”.',
  },
  'web-page': {
    sentence: 'It is a web page or a proof, and no HAR file.',
    next: 'A proof is checked with check-proof. For a HAR file open Network in the browser’s DevTools and choose “Export HAR”.',
  },
  'not-json': {
    sentence: 'It is no HAR file: there is no JSON in it.',
    next: 'In the browser’s DevTools open Network and choose “Export HAR”, or “Save all as HAR”.',
  },
  'not-har': {
    sentence: 'It is no HAR file: it has no list of requests.',
    next: 'In the browser’s DevTools open Network and choose “Export HAR”, or “Save all as HAR”.',
  },
  'no-requests': {
    sentence: 'No impression tracker fired in it: none of its requests is one of imptr.',
    next: 'Record the page once more with the creative in view, and without a filter in the Network panel.',
  },
  'reader-stopped': {
    sentence: 'Reading it took too long or too much memory, and was stopped.',
    next: 'Export it without the content of answers, or a shorter recording.',
  },
};

/** Words of HAR files as recordings. */
export const harFileText = {
  choose: 'Add a HAR file',
  hint: 'Or drop one here: from DevTools, Charles, Fiddler or WebPageTest. Nothing is uploaded.',
  reading: (name: string) => `Reading ${name}…`,
  keeping: (name: string) => `Keeping what is in ${name}…`,
  stop: 'Stop',
  isKnown: (name: string) => `${name} is here already: nothing was added.`,
  isAdded: (name: string) => `${name} was read.`,
  open: 'Open the recording',
  fromFile: (name: string, when: string) => `Read from the file ${name} on ${when}.`,
  mark: 'HAR file',
  notKnown: 'What it does not tell of a request or a page is not known here.',
};

/** What is in a file and not in its recording, in a sentence each; empty where nothing is. */
export function leftOutText(leftOut: LeftOut): readonly string[] {
  const { entries, unreadable, requests, pages, cut, zoneless = 0 } = leftOut;
  const all: readonly (readonly [number, string])[] = [
    [
      entries,
      `${plural(entries, 'entry', 'entries')} after the first ${formatCount(MAX_HAR_ENTRIES)} ${was(entries)} not read: what fired there is not known.`,
    ],
    [
      requests,
      `${plural(requests, 'request', 'requests')} after the first ${formatCount(MAX_HAR_REQUESTS)} of ours ${was(requests)} not kept.`,
    ],
    [unreadable, `${plural(unreadable, 'entry', 'entries')} could not be read.`],
    [pages, `${plural(pages, 'page', 'pages')} could not be read or kept.`],
    [
      cut,
      `${plural(cut, 'URL has', 'URLs have')} over ${formatCount(MAX_URL_CHARS)} characters, of which the first are kept.`,
    ],
    [
      zoneless,
      `${plural(zoneless, 'time has', 'times have')} no time zone and ${was(zoneless)} taken for UTC: whose clock it was is not known.`,
    ],
  ];
  return all.flatMap(([count, text]) => (count > 0 ? text : []));
}

function was(count: number): string {
  return count === 1 ? 'was' : 'were';
}
