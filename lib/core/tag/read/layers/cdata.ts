import type { Range } from '../../../base/range';

const OPENING = '<![CDATA[';
const IMPRESSION = /<(?:\w+:)?impression\b[^<>]*>\s*$/i;

/**
 * The contents of CDATA sections that are HTML of their own, as in VAST's `<HTMLResource>`. An
 * `<Impression>` takes an address alone; what stands there is no HTML to anybody.
 */
export function htmlSections(text: string): readonly Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(OPENING); at >= 0; at = text.indexOf(OPENING, at)) {
    const start = at + OPENING.length;
    const end = text.indexOf(']]>', start);
    if (end < 0) break;
    const isHtml = /<[A-Za-z!]/.test(text.slice(start, end));
    if (isHtml && !IMPRESSION.test(text.slice(Math.max(0, at - 200), at)))
      found.push({ start, end });
    at = end;
  }
  return found;
}
