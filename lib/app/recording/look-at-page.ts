import {
  joinParts,
  type PageLook,
  type PagePart,
  readPagePart,
} from '../../core/recording/page-look';

/** Frames of a page that are asked by themselves. */
const MAX_FRAMES = 50;
/** A page that stands at a breakpoint, or is at work without end, does not answer; it is waited for so long. */
const ANSWER_MS = 15_000;

/** The page that is inspected. */
export interface PagePorts {
  /**
   * What the page tells of itself (`null`), or the first of its frames with this address; `undefined` where it cannot
   * be asked.
   */
  readonly readPart: (frameUrl: string | null) => Promise<unknown>;
  /** The addresses of the page's documents and those of its frames; none where the browser does not say. */
  readonly documents: () => Promise<readonly string[]>;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Acts after so many milliseconds, unless what it returns is called before. */
  readonly timer: (ms: number, act: () => void) => () => void;
}

/**
 * Looks for tags on the page that is inspected: in its document and all that this may look into, and then in each frame
 * of another site, by its address. Of frames with the same address the browser reaches the first; how many were not
 * reached is told. `null` where the page itself cannot be asked, or does not answer.
 */
export async function lookAtPage(ports: PagePorts): Promise<PageLook | null> {
  const { promise: over, resolve } = Promise.withResolvers<undefined>();
  let isOver = false;
  const stop = ports.timer(ANSWER_MS, () => {
    isOver = true;
    resolve(undefined);
  });
  const readPart = async (url: string | null) =>
    readPagePart(await Promise.race([ports.readPart(url), over]));
  try {
    const main = await readPart(null);
    if (!main) return null;
    const frames: PagePart[] = [];
    const read = new Set(main.documents);
    const documents = main.closedFrames > 0 ? await Promise.race([ports.documents(), over]) : [];
    for (const url of documents ?? []) {
      if (read.has(url)) continue;
      if (isOver || frames.length >= MAX_FRAMES) break;
      read.add(url);
      const part = await readPart(url);
      if (!part) continue;
      frames.push(part);
      for (const inside of part.documents) read.add(inside);
    }
    return joinParts(main, frames, ports.now());
  } finally {
    stop();
  }
}
