import type { NoPicture } from '../../core/recording/picture';
import { formatTime, viewName } from './verification';
import { plural } from '../ui';

/** Words of the screenshots in the panel. */
export const picturesText = {
  take: 'Take a screenshot',
  taking: 'Taking…',
  takeWhy:
    'Takes a picture of what is seen of the page now, for the proof. It stays with this recording on this machine until you export it.',
  title: 'Screenshots',
  kept: (count: number) => `${plural(count, 'screenshot', 'screenshots')} for the proof`,
  look: 'Look at them before you send the proof: all that is seen of the page is in it.',
  caption: ({ url, takenAt }: { url: string; takenAt: number }) =>
    `${formatTime(takenAt)} ${viewName({ url })}`,
  alt: (caption: string) => `Screenshot ${caption}`,
  remove: (caption: string) => `Delete the screenshot ${caption}`,
  taken: 'Screenshot taken.',
  removed: 'Screenshot deleted.',
  close: 'Close the reason',
};

/** Words of the screenshots in a proof. */
export const picturesProofText = {
  title: 'Screenshots',
  none: 'There is no screenshot of the page',
  /** Where exported results tell nothing of any. */
  notTold: 'There is no screenshot: none was taken.',
  alt: 'Screenshot of the page',
  taken: (moment: string) => `taken ${moment}`,
  what: 'Each shows what was seen of the page at that moment, in the window as it was; the time and the address are the browser’s.',
  /** `hasOthers`: other pages have one. */
  missing: (why: NoPicture, pages: number, hasOthers: boolean) => {
    const of =
      pages > 1
        ? `Of ${pages} pages there is no screenshot`
        : hasOthers
          ? 'Of one page there is no screenshot'
          : picturesProofText.none;
    return `${of}: ${noPictureText[why].sentence} ${noPictureText[why].next}`;
  },
};

/** Why there is no screenshot, as what follows a colon; and what to do. */
export const noPictureText: Record<
  NoPicture,
  { readonly sentence: string; readonly next: string }
> = {
  'not-allowed': {
    sentence: 'the browser gives none unless it is asked to on that page.',
    next: 'Press Piggyback’s button in the browser’s toolbar on the page, then take it again. That holds until another site is loaded.',
  },
  'not-in-front': {
    sentence: 'another tab of its window was in front.',
    next: 'Bring the page to the front, then take it again.',
  },
  'no-page': {
    sentence: 'it is a page of the browser’s own, or it does not say which one it is.',
    next: 'Open a page of the web in this tab, then take it again.',
  },
  'page-changed': {
    sentence: 'the page changed or was left while it was taken, so the picture was thrown away.',
    next: 'Wait until the page is loaded, then take it again.',
  },
  'no-answer': {
    sentence: 'the page or the browser did not answer.',
    next: 'If the page stands at a breakpoint, let it go on; then take it again.',
  },
  'too-large': {
    sentence: 'the picture is larger than 1.5 MB even as a small JPEG.',
    next: 'Make the window smaller, then take it again.',
  },
  'too-many': {
    sentence: 'as many are kept already as a proof takes.',
    next: 'Delete those that are not needed, then take it again.',
  },
  failed: {
    sentence: 'the browser did not take it.',
    next: 'See that its window is not minimized, wait a moment, then take it again.',
  },
  'not-open': {
    sentence: 'this was exported away from the page.',
    next: 'Screenshots are taken in DevTools on the page, on the panel with its trackers.',
  },
  'other-recording': {
    sentence: 'this is an earlier recording, and not the page that is there now.',
    next: 'Screenshots are taken while the page is being recorded.',
  },
  deleted: {
    sentence: 'the one that was taken was deleted before the export.',
    next: 'Take another where it is needed.',
  },
  'from-file': {
    sentence: 'this was read from a HAR file, which holds none.',
    next: 'Record the page in DevTools where one is needed.',
  },
  'left-out': {
    sentence: 'screenshots were left out when the pages were visited.',
    next: 'Visit them without --no-screenshots where they are needed.',
  },
};
