import { MAX_PICTURE_BYTES, MAX_PICTURE_SIDE } from '../../core/base/limits';

/** How good a JPEG is tried to be, one after the other. */
const QUALITIES = [0.85, 0.6, 0.4];

/**
 * A picture in a `data:` URL as a JPEG whose longest side and size are within bounds, in the same form; `null` where none
 * is small enough. Made anew, it holds nothing but what is seen.
 */
export async function shrinkPicture(url: string): Promise<string | null> {
  const bitmap = await createImageBitmap(await (await fetch(url)).blob());
  const scale = Math.min(1, MAX_PICTURE_SIDE / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= MAX_PICTURE_BYTES) return `data:image/jpeg;base64,${await base64Of(blob)}`;
  }
  return null;
}

async function base64Of(blob: Blob): Promise<string> {
  let binary = '';
  for (const byte of new Uint8Array(await blob.arrayBuffer())) binary += String.fromCharCode(byte);
  return btoa(binary);
}
