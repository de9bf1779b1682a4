import { readAddress } from '../pixel/read-address';

/** A tag as a page has it. */
export interface PageTag {
  readonly html: string;
  /** What was made of an address alone; `null` for what is a tag already. */
  readonly madeAs: 'image' | 'script' | null;
}

/**
 * What a page gets of a text. An address alone goes into a pixel field, and the ad server makes a tag of it: a script
 * where the address asks for one (`t=1`), else an image.
 */
export function pageTag(text: string): PageTag {
  const address = text.trim();
  if (!/^(?:https?:)?\/\/[^\s<]+$/i.test(address)) return { html: text, madeAs: null };
  const type = readAddress(address).parameters.find(({ name }) => name === 't')?.value;
  const src = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return type === '1'
    ? { html: `<script src="${src}"></script>`, madeAs: 'script' }
    : { html: `<img src="${src}">`, madeAs: 'image' };
}
