import { z } from '../base/schema';
import { NO_PICTURE, type NoPicture, type Picture } from '../recording/picture';
import { type PageView, withoutFragment } from '../recording/page-views';
import { isoTime } from './recording';

/** What exported results tell of screenshots; the pictures themselves stand beside them, in the same order. */
export const PicturesSchema = z.object({
  taken: z.array(
    z.object({
      /** `null` where it is of no page view that was recorded. */
      pageViewId: z.nullable(z.string()),
      url: z.string(),
      takenAt: z.string(),
      /** Of the picture's bytes. */
      sha256: z.string(),
    }),
  ),
  /** Of how many pages there is none, and why. */
  missing: z.array(z.object({ why: z.enum(NO_PICTURE), pages: z.number() })),
});
export type ToldPictures = z.infer<typeof PicturesSchema>;

/** Screenshots for a proof: what is told of them, and the pictures in that order. */
export interface ProofPictures {
  readonly told: ToldPictures;
  readonly images: readonly string[];
}

/** A screenshot, and the page view it is of where that is known. */
export type PictureOfView = Omit<Picture, 'id'> & { readonly pageViewId?: string };

/** Puts screenshots in the order of time, each to the page view it shows; `missing` has one reason for each page. */
export function picturesOf(
  pictures: readonly PictureOfView[],
  missing: readonly NoPicture[],
  pageViews: readonly PageView[],
): ProofPictures {
  const sorted = pictures.toSorted((a, b) => a.takenAt - b.takenAt);
  return {
    told: {
      taken: sorted.map(({ url, takenAt, sha256, pageViewId }) => ({
        pageViewId: pageViewId ?? viewOf(pageViews, url, takenAt)?.id ?? null,
        url,
        takenAt: isoTime(takenAt),
        sha256,
      })),
      missing: NO_PICTURE.map((why) => ({
        why,
        pages: missing.filter((one) => one === why).length,
      })).filter(({ pages }) => pages > 0),
    },
    images: sorted.map(({ image }) => image),
  };
}

/** The page view of a screenshot: the last that had begun, if its address is that of the picture. */
export function viewOf(
  pageViews: readonly PageView[],
  url: string,
  takenAt: number,
): PageView | null {
  const last = pageViews.findLast(({ startedAt }) => startedAt <= takenAt);
  return last && withoutFragment(last.url) === withoutFragment(url) ? last : null;
}
