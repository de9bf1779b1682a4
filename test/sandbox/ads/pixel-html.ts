import { expandMacros, type Served } from './macros.ts';

const BARE_URL = /^(https?:)?\/\/\S+$/i;

/**
 * The pixel field as it is served: the ad server's own macros expanded, and each line that is
 * nothing but a URL wrapped as an image. Everything else goes out untouched.
 */
export function pixelHtml(consoleKey: string, field: string, served: Served): string {
  return expandMacros(consoleKey, field, served)
    .split('\n')
    .map((line) => (BARE_URL.test(line.trim()) ? wrapAsImage(line.trim()) : line))
    .join('\n');
}

function wrapAsImage(url: string): string {
  const escaped = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<img src="${escaped}" width="1" height="1" alt="">`;
}
