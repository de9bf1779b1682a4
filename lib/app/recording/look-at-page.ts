import {
  joinParts,
  type PageLook,
  type PagePart,
  readPagePart,
} from '../../core/recording/page-look';

/** Frames of a page that are asked by themselves. */
const MAX_FRAMES = 50;

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
}

/**
 * Looks for tags on the page that is inspected: in its document and all that this may look into, and then in each frame
 * of another site, by its address. Of frames with the same address the browser reaches the first; how many were not
 * reached is told. `null` where the page itself cannot be asked.
 */
export async function lookAtPage({
  readPart,
  documents,
  now,
}: PagePorts): Promise<PageLook | null> {
  const main = readPagePart(await readPart(null));
  if (!main) return null;
  const frames: PagePart[] = [];
  const read = new Set(main.documents);
  if (main.closedFrames > 0) {
    for (const url of await documents()) {
      if (read.has(url) || frames.length >= MAX_FRAMES) continue;
      read.add(url);
      const part = readPagePart(await readPart(url));
      if (!part) continue;
      frames.push(part);
      for (const inside of part.documents) read.add(inside);
    }
  }
  return joinParts(main, frames, now());
}
