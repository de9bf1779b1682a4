import {
  strFromU8,
  strToU8,
  type Unzipped,
  unzipSync,
  type Zippable,
  zipSync,
} from 'fflate/browser';

// Stands in for `fflate` inside the two libraries for XLSX (see `wxt.config.ts`). The real one starts
// workers from `blob:` addresses for anything large; Firefox forbids those to extension pages, and it
// then waits for ever.
type Answer<T> = (error: Error | null, data: T) => void;

/** What an archive may grow to; a small file can be made to unpack into gigabytes. */
const UNPACKED_LIMIT = 400_000_000;

export function zip(files: Zippable, answer: Answer<Uint8Array>): void {
  answer(null, zipSync(files, { level: 6 }));
}

export function unzip(archive: Uint8Array, answer: Answer<Unzipped>): void {
  try {
    answer(null, unzipWithin(archive, UNPACKED_LIMIT));
  } catch (error) {
    answer(error instanceof Error ? error : new Error(String(error)), {});
  }
}

/** Unpacks the XML parts; throws where all of them together are larger than the limit, in bytes. */
export function unzipWithin(archive: Uint8Array, limit: number): Unzipped {
  let size = 0;
  return unzipSync(archive, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/.test(name)) return false;
      size += originalSize;
      if (size > limit) throw new Error('the file unpacks to more than it may');
      return true;
    },
  });
}

export { strFromU8, strToU8, unzipSync, zipSync };
