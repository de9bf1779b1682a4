import type { Frame, Page } from 'puppeteer-core';

export const PATIENCE_MS = 15_000;
/** Between two looks, as long as the driver needs to be asked. */
const PAUSE_MS = 50;

/**
 * The address of a document by its own word: Firefox's driver tells of no navigation in an extension's
 * pages. Empty while there is nobody to ask.
 */
export async function ownAddress(where: Page | Frame): Promise<string> {
  return where.evaluate(() => location.href).catch(() => '');
}

/** Looks again until something is found. */
export async function untilFound<T>(
  what: string,
  look: () => Promise<T | null | undefined>,
): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    if (performance.now() > end) throw new Error(`not there: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** The first of these whose own address is such. */
export async function atAddress<T extends Page | Frame>(
  all: readonly T[],
  isSuch: (address: string) => boolean,
): Promise<T | null> {
  for (const one of all) if (isSuch(await ownAddress(one))) return one;
  return null;
}
