import type { Captured, NoPicture, Picture } from '../../core/recording/picture';
import { withoutSignIn } from '../../core/recording/without-sign-in';
import { type CurrentPage, pageIn } from './current-page';

/** A page that stands at a breakpoint, or a browser that is busy, is waited for so long, in milliseconds. */
const ANSWER_MS = 15_000;

/** The page that is inspected, and the camera. */
export interface PicturePorts {
  /** What the page says of itself; `null` where it cannot be asked. */
  readonly page: () => Promise<CurrentPage | null>;
  readonly capture: () => Promise<Captured>;
  /** The SHA-256 of a picture's bytes; `null` where it is none. */
  readonly digest: (image: string) => Promise<string | null>;
  readonly now: () => number;
  readonly newId: () => string;
  /** Acts after so many milliseconds, unless what it returns is called before. */
  readonly timer: (ms: number, act: () => void) => () => void;
}

/**
 * Takes a picture of the page that is inspected, with the address and the time of that moment. The page is asked before
 * and after: a picture during which it went on to another address, or was loaded anew, is thrown away.
 */
export async function takePicture(ports: PicturePorts): Promise<Picture | NoPicture> {
  const { promise: over, resolve } = Promise.withResolvers<'no-answer'>();
  const stop = ports.timer(ANSWER_MS, () => resolve('no-answer'));
  try {
    return await Promise.race([take(ports), over]);
  } finally {
    stop();
  }
}

async function take({ page, capture, digest, now, newId }: PicturePorts) {
  const before = pageIn(await page());
  if (before === null) return 'no-page';
  const takenAt = now();
  const captured = await capture();
  if ('why' in captured) return captured.why;
  const after = await page();
  if (after?.url !== before.url || after.loadedAt !== before.loadedAt) return 'page-changed';
  const { image } = captured;
  const sha256 = await digest(image);
  if (sha256 === null) return 'failed';
  return { id: newId(), url: withoutSignIn(before.url), takenAt, sha256, image };
}
