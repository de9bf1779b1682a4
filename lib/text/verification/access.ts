import { hostOfSite } from '../../core/recording/sites-to-allow';

/** What DevTools does not tell, and `webRequest` does where it is allowed. */
const UNSEEN =
  'pixels sent as the page is left, and some of its service workers and sandboxed frames';
const UNSEEN_IN_FIREFOX = `${UNSEEN}, and why Firefox blocked one`;

const listed = (sites: readonly string[]) => sites.map(hostOfSite).join(', ');

/** Words about what is seen of a site, in DevTools and in the options, and of how a person answered. */
export const accessText = {
  notSeen: (page: string, frames: readonly string[], isFirefox: boolean) => {
    const where = frames.length === 0 ? '' : ` and of frames from ${listed(frames)}`;
    return `Not seen of ${hostOfSite(page)}${where}: ${isFirefox ? UNSEEN_IN_FIREFOX : UNSEEN}.`;
  },
  notSeenOfFrames: (frames: readonly string[], isFirefox: boolean) =>
    `Not seen of frames from ${listed(frames)}: ${isFirefox ? UNSEEN_IN_FIREFOX : UNSEEN}.`,
  waiting: 'It is allowed: close the browser and open it again, this once, and it tells of them.',
  cannotAsk: 'A browser can be asked for sites with https only.',
  allow: 'See them, too…',
  allowWhy: 'Opens a window that says what for, and asks the browser.',
  putOff: 'Not for this site',

  answers: {
    allowed: {
      sentence: 'Allowed.',
      next: 'Load the page that you test again: what it sent until now is not known.',
    },
    'allowed-later': {
      sentence: 'Allowed, from the next start of the browser.',
      next: 'Close the browser and open it again, this once: only from then on it tells Piggyback of requests.',
    },
    refused: {
      sentence: 'Not allowed. Nothing has changed.',
      next: 'The recording goes on with what DevTools tells. You can be asked again here.',
    },
    forbidden: {
      sentence: 'A policy of your organisation forbids it.',
      next: 'Ask whoever administers this browser to allow “webRequest” and these hosts for Piggyback. The recording goes on with what DevTools tells.',
    },
    failed: {
      sentence: 'The browser did not ask.',
      next: 'Close this window and try it again from DevTools. The recording goes on with what DevTools tells.',
    },
  },
  detail: (detail: string) => `The browser said: ${detail}`,

  testedTitle: 'Sites whose every pixel is recorded',
  testedNone: 'None yet. DevTools and the side panel offer it on the page that you test.',
  takeBack: 'Take back',
  takeBackOf: (host: string) => `Take back ${host}`,
  tookBack: (host: string) => `${host} is taken back.`,
  putOffTitle: 'Not asked for',
  askAgain: 'Offer again',
  askAgainOf: (host: string) => `Offer again on ${host}`,
  offered: (host: string) => `DevTools offers it again on ${host}.`,
};
