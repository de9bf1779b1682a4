import { ImageSchema } from '../core/recording/picture';
import type { Results } from '../core/verification/results';
import { sha256 } from '../files/digest';
import { PICTURE_CLOSE, PICTURE_OPEN } from './render-pictures';

/** The pictures of a proof's file as they stand in it, in order: `data:` URLs, unless somebody changed them. */
export function picturesIn(html: string): readonly string[] {
  return html
    .split(PICTURE_OPEN)
    .slice(1)
    .map((rest) => rest.slice(0, Math.max(0, rest.indexOf(PICTURE_CLOSE))));
}

/** Whether these are the pictures that the results tell of, each by the SHA-256 of its bytes. */
export async function areTold(
  images: readonly string[],
  { pictures }: Pick<Results, 'pictures'>,
): Promise<boolean> {
  const taken = pictures?.taken ?? [];
  if (taken.length !== images.length) return false;
  for (const [index, image] of images.entries()) {
    if ((await sha256OfImage(image)) !== taken[index]?.sha256) return false;
  }
  return true;
}

/** The SHA-256 of a picture's bytes; `null` where the text is no picture in a `data:` URL. */
export async function sha256OfImage(image: string): Promise<string | null> {
  if (!ImageSchema.safeParse(image).success) return null;
  try {
    const binary = atob(image.slice(image.indexOf(',') + 1));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return await sha256(bytes);
  } catch {
    return null;
  }
}
