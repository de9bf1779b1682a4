import type { AccessAnswer } from '../../core/recording/access-answer';
import type { AccessAsked } from '../../core/recording/access-asked';
import { hostOfSite, patternOf } from '../../core/recording/sites-to-allow';
import { accessText } from '../verification/access';

/** What the window says that asks for something. */
export interface AccessWords {
  readonly title: string;
  readonly lead: string;
  /** What comes of it, in a line each. */
  readonly told: readonly string[];
  readonly asksFor: string;
  /** What the browser is asked for, and why: of what the name is. */
  readonly needs: readonly { readonly name: string; readonly why: string }[];
  /** What is not done with it, and where it is taken back. */
  readonly bound: string;
  /** The browser can be asked for some of it. */
  readonly canAsk: boolean;
  readonly answers: Readonly<Record<AccessAnswer['answer'], { sentence: string; next: string }>>;
}

/** Words of the window, whatever it asks for. */
export const accessWindowText = {
  nothing: 'There is nothing to ask for here',
  nothingNext: 'This window is opened from where something needs a permission of the browser.',
  ask: 'Allow',
  asking: 'The browser is asking…',
  close: 'Close',
};

/** What the window says for what it asks for. */
export function accessWords(asked: AccessAsked, isFirefox: boolean): AccessWords {
  return asked.for === 'rehearsal' ? REHEARSAL : ofSites(asked.sites, isFirefox);
}

function ofSites(sites: readonly string[], isFirefox: boolean): AccessWords {
  const [page = ''] = sites;
  const whyOf = (site: string) => {
    if (patternOf(site) === null) return 'cannot be asked for: it has no https';
    return site === page ? 'the page' : 'a frame in it';
  };
  return {
    title: `Every pixel of ${hostOfSite(page)}`,
    lead: 'DevTools does not tell of every pixel. With your word the browser itself tells Piggyback, while you record this site:',
    told: [
      'what is sent as the page is left: images, beacons, fetch with keepalive, fetchLater',
      'what service workers send, and pictures of sandboxed frames',
      'what is under way and has no answer yet',
      ...(isFirefox ? ['why Firefox blocked a request'] : []),
    ],
    asksFor: 'The browser asks you for these, and for no others:',
    needs: [
      ...sites.map((site) => ({ name: hostOfSite(site), why: whyOf(site) })),
      { name: 'adnxs.com', why: 'where the pixels go' },
    ],
    bound:
      'Piggyback looks at requests to impression trackers there, and at no other. They are kept in a recording while DevTools is open on the page, or where you record the site in the side panel; else nothing of them is kept. You can take it back in the options.',
    canAsk: sites.some((site) => patternOf(site) !== null),
    answers: accessText.answers,
  };
}

const { answers: usual } = accessText;
const NOT_REHEARSED = 'Without it nothing is rehearsed.';

const REHEARSAL: AccessWords = {
  title: 'Rehearse',
  lead: 'While Rehearse is on, Piggyback answers the impression trackers of the tab under test, so that testing records and bills nothing. The browser’s own rules lead each to a file of Piggyback:',
  told: [
    'no page is read for it',
    'one trial request is made in the page, which goes to nobody',
    'the hosts of open tabs are looked at, so as to leave the workers of others alone',
  ],
  asksFor: 'The browser asks you for this:',
  needs: [
    {
      name: 'All sites',
      why: 'since an ad stands in frames of sites that nobody knows beforehand, and the browser applies a rule only where the site that asks is allowed as well. With fewer, trackers would slip through and be counted.',
    },
  ],
  bound: 'You can take this back at any time, in the browser’s settings of Piggyback.',
  canAsk: true,
  answers: {
    ...usual,
    allowed: {
      ...usual.allowed,
      next: 'Go back to DevTools and switch Rehearse on; this window can be closed.',
    },
    refused: { ...usual.refused, next: `${NOT_REHEARSED} You can be asked again here.` },
    forbidden: {
      ...usual.forbidden,
      next: `Ask whoever administers this browser to allow all sites for Piggyback. ${NOT_REHEARSED}`,
    },
    failed: {
      ...usual.failed,
      next: `Close this window and try it again from DevTools. ${NOT_REHEARSED}`,
    },
  },
};
