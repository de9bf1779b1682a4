import { MAX_HAR_BYTES } from '../core/base/limits';
import type { HarProblem } from '../core/recording/har-problem';
import { formatBytes } from './ui';

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
