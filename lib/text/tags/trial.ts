import type { Fill } from '../../core/trial/fill';
import type { Hint, Trial } from '../../core/trial/told';
import { formatCount, plural } from '../ui';

const KINDS: Record<Fill['kind'], string> = {
  cachebuster: 'a random number',
  time: 'the time',
  click: 'a click address',
  cost: 'a cost',
  consent: 'no consent asked for',
  id: 'an id',
};

const HINTS: Record<Exclude<Hint, 'beacon' | 'frame'>, (url: string) => string> = {
  page: (url) => `It leads its page on to ${url}.`,
  window: (url) => (url === '' ? 'It opens a window.' : `It opens a window at ${url}.`),
  form: (url) => `It sends a form to ${url}.`,
  connect: (url) => `It has the browser prepare for ${url}: no impression is counted by that.`,
  dialog: () => 'It opens a dialog.',
  worker: () => 'It starts a worker. What that would ask for is not known.',
  cut: () => 'It asks for an address that is too long to be read.',
};

/** Words of the place where a tag is tried. */
export const trialText = {
  title: 'Try a tag',
  tryThis: 'Try this tag',
  tryCell: (address: string) => `Try ${address}`,
  back: 'Tag sheets',
  about:
    'The tag is run apart from everything, with the ad server’s macros filled in. It shows what it would ask for. Nothing is sent, and no impression is counted.',
  aboutRead:
    'The tag is read, with the ad server’s macros filled in. It shows what it would ask for. Nothing is sent, and no impression is counted.',
  tag: 'Tag',
  tagHint: 'From a sheet, a mail or an ad server: HTML, or an address alone.',
  tooLong: (most: number) => `It is too long to be tried: at most ${formatCount(most)} characters.`,
  start: 'Try it',
  running: 'Trying it…',
  stop: 'Stop',
  gone: 'The tag that was handed over is not here any more.',
  goneNext: 'Go back and try it again, or paste it here.',
  result: 'What it would ask for',
  empty: 'Nothing tried yet',
  emptyNext: 'Paste a tag, choose the ad server that will serve it, and try it.',
  changed: 'The tag or the ad server is another than was tried. Try it again.',
  ended: {
    quiet: 'Run to its rest. Nothing was sent.',
    time: 'Ended after 5 seconds: it had not come to rest. What it would have asked for later is not known. Nothing was sent.',
    busy: 'Ended: its code went on for a second without a pause. What it would have asked for later is not known. Nothing was sent.',
    much: 'Ended: it did more than is told of one tag. What came after is not known. Nothing was sent.',
    gone: 'Ended: what it ran in did not answer any more, as where a tag takes all memory. What it would have asked for later is not known. Nothing was sent.',
    read: 'Read and not run: this browser has no place in which a tag can run apart. What its code would ask for is not known. Nothing was sent.',
  } satisfies Record<Trial['end'], string>,
  count: (count: number) =>
    count === 0
      ? 'It would make no request of an impression tracker.'
      : `It would make ${plural(count, 'request of an impression tracker', 'requests of impression trackers')}.`,
  requests: 'Requests of impression trackers',
  silent: 'In the tag, not asked for',
  noneInIt: 'No tag of an impression tracker stands in it.',
  madeAs: {
    image: 'It is an address alone: it is tried as an image, as a pixel field makes one of it.',
    script: 'It is an address alone, which asks for a script (t=1): it is tried as one.',
  },
  repeated: (ids: readonly number[]) =>
    ids.length === 1
      ? `Tracker ${String(ids[0])} would be asked for more than once: each is counted.`
      : `Trackers ${ids.join(', ')} would be asked for more than once: each is counted.`,
  noFindings: 'No findings: it would be asked for as it should be.',
  /** Of a tracker that is not known here. */
  unknownNext: 'Open its advertiser under Trackers and refresh the list.',
  others: 'Other addresses it would ask for',
  more: (count: number) => `and ${formatCount(count)} more`,
  besides: 'Besides',
  hint: (hint: Hint, url: string) => {
    const words = hint === 'beacon' || hint === 'frame' ? null : HINTS[hint];
    return words ? words(url) : url;
  },
  error: (sentence: string) => `Its code stopped with an error: ${sentence}`,
  filled: 'As it is served',
  fills: (fills: readonly Fill[]) => {
    const said = new Map(fills.map(({ macro, kind }) => [macro, KINDS[kind]]));
    return [...said].map(([macro, kind]) => `${macro}: ${kind}`).join(' · ');
  },
  noFills: 'No macro was filled in.',
  left: (macros: readonly string[], hasServer: boolean) =>
    hasServer
      ? `Left as they are, since what this ad server makes of them is not known: ${macros.join(' ')}`
      : `No ad server is chosen, so these are left as they are: ${macros.join(' ')}`,
  limits:
    'A trial is not the page: it has no other ads, no consent tool and no answers, so what a tag does once an answer has come, or as the page is left, is not seen. Scripts from other hosts are named and not loaded. Code finds the common parts of a page; where it needs others, its error is shown.',
};
