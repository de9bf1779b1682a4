import type { Results } from '../core/verification/results';
import { utcMoment } from '../text/export/not-known';
import { picturesProofText as text } from '../text/verification/pictures';
import { proofText } from '../text/export/proof';
import { escapeHtml, shown } from './escape';
import { notes } from './tables';

/** Where a picture begins in the file, up to its address, and what stands behind that. */
export const PICTURE_OPEN = '<img data-picture src="';
export const PICTURE_CLOSE = '"';

/**
 * The screenshots with the address and the time of each, and why others are missing; `null` where the results tell of
 * another number of them than there are.
 */
export function picturesOf(
  { pictures, pageViews }: Pick<Results, 'pictures' | 'pageViews'>,
  images: readonly string[],
): string | null {
  const taken = pictures?.taken ?? [];
  if (taken.length !== images.length) return null;
  const pages = new Map(pageViews.map(({ id }, index) => [id, proofText.page(index + 1)]));
  const figures = taken.map(({ pageViewId, url, takenAt }, index) =>
    figure(images[index] ?? '', pages.get(pageViewId ?? '') ?? '', url, utcMoment(takenAt)),
  );
  const missing = (pictures?.missing ?? []).map((one) =>
    text.missing(one.why, one.pages, taken.length > 0),
  );
  return [
    `<h2>${escapeHtml(text.title)}</h2>`,
    ...(figures.length > 0 ? [`<p>${escapeHtml(text.what)}</p>`, ...figures] : []),
    notes(figures.length + missing.length > 0 ? missing : [text.notTold]),
  ].join('\n');
}

function figure(image: string, page: string, url: string, moment: string): string {
  const where = page && `<span class="muted">${escapeHtml(page)}</span> `;
  const caption = `${where}${shown(url)} <span class="muted">${escapeHtml(text.taken(moment))}</span>`;
  return `<figure>${PICTURE_OPEN}${escapeHtml(image)}${PICTURE_CLOSE} alt="${escapeHtml(text.alt)}">\n<figcaption>${caption}</figcaption></figure>`;
}
