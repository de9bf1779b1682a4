/** A title as it is compared: case, spaces and punctuation differ from sheet to sheet. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a title, in lower case: `ThirdPartyImpressionPixel` is four. */
export function wordsOfTitle(title: string): readonly string[] {
  return title
    .normalize('NFKC')
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .toLowerCase()
    .replace(/(?<=\b1)\s*[x×]\s*(?=1\b)/g, 'x')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
