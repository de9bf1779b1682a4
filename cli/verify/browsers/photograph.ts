import type { Page } from 'puppeteer-core';

import { MAX_PICTURE_CHARS, MAX_RUN_PICTURE_CHARS } from '@/lib/core/base/limits';
import { z } from '@/lib/core/base/schema';
import type { NoPicture, Picture } from '@/lib/core/recording/picture';
import { withoutSignIn } from '@/lib/core/recording/without-sign-in';
import { sha256OfImage } from '@/lib/proof/pictures';

import { within } from './within';

/** A screenshot of a visit, or why there is none. */
export type VisitPicture = Omit<Picture, 'id'> | NoPicture;

/** How much room the screenshots of a whole run have, so that its proof is still a file that opens. */
export interface Album {
  hasRoom(): boolean;
  keep(image: string): void;
}

/** An album for so many characters of `data:` URLs. */
export function createAlbum(most = MAX_RUN_PICTURE_CHARS): Album {
  let left = most;
  return {
    hasRoom: () => left >= MAX_PICTURE_CHARS,
    keep(image) {
      left -= image.length;
    },
  };
}

/** A page that does not draw itself within that is left without a picture, in milliseconds. */
const DRAW_MS = 10_000;
const QUALITIES = [80, 50] as const;

const StateSchema = z.object({ url: z.string(), loadedAt: z.number() });

/**
 * A screenshot of the top of a page as its window shows it, with the time and the address of that moment. One during
 * which the page went on to another address, or was loaded anew, is thrown away. `null` as an album: none is wanted.
 */
export async function photograph(page: Page, album: Album | null): Promise<VisitPicture> {
  if (album === null) return 'left-out';
  if (!album.hasRoom()) return 'too-many';
  const before = await stateOf(page, true);
  if (before === null) return 'no-answer';
  for (const quality of QUALITIES) {
    const takenAt = Date.now();
    const options = { type: 'jpeg', quality, encoding: 'base64' } as const;
    const shot = page.screenshot({ ...options, captureBeyondViewport: false });
    const picture = await within(shot, DRAW_MS);
    if (picture === null) return 'failed';
    const after = await stateOf(page, false);
    if (after?.url !== before.url || after.loadedAt !== before.loadedAt) return 'page-changed';
    const image = `data:image/jpeg;base64,${picture}`;
    const sha256 = await sha256OfImage(image);
    if (sha256 === null) continue;
    album.keep(image);
    return { url: withoutSignIn(before.url), takenAt, sha256, image };
  }
  return 'too-large';
}

async function stateOf(page: Page, isFirst: boolean) {
  const told: unknown = await within(page.evaluate(tell, isFirst), DRAW_MS);
  return StateSchema.safeParse(told).data ?? null;
}

function tell(toTop: boolean) {
  if (toTop) window.scrollTo(0, 0);
  return { url: location.href, loadedAt: performance.timeOrigin };
}
