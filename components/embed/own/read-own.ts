import { mapText, originOf } from '@/lib/core/tag/mapped-text';
import { decodeReferences } from '@/lib/core/tag/read/entities';
import type { Carrier, TagReading } from '@/lib/core/tag/read/read-tags';
import { readUrl } from '@/lib/core/tag/read/url';
import type { TagType } from '@/lib/core/tag/tag-spec';

// What stands before a tag's URL, and after it.
type Form = readonly [carrier: Carrier, type: TagType, before: string, after: string];
const FORMS: readonly Form[] = [
  ['img', 'image', '<img src="', '"'],
  ['script', 'javascript', '<script src="', '"'],
  ['amp-pixel', 'amp', '<amp-pixel src="', '"'],
  ['vast', 'vast', '<Impression><![CDATA[', ']]>'],
  ['native', 'native', '{"imptrackers":["', '"]}'],
];
const BARE: Form = ['text', 'url', '', ''];

/**
 * Reads a tag that `renderTag` has just written, and nothing else: what `readTags` makes of it, but for
 * `spec` and `trackerName`, which no rule looks at.
 */
export function readOwn(text: string): TagReading {
  const openingEnd = text.startsWith('<!--') ? text.indexOf('-->') + 3 : 0;
  const closingStart = openingEnd > 0 ? text.lastIndexOf('<!--') : text.length;
  const element =
    openingEnd > 0
      ? { start: openingEnd + 1, end: closingStart - 1 }
      : { start: 0, end: text.length };
  const [carrier, type, before, after] =
    FORMS.find(([, , head]) => text.startsWith(head, element.start)) ?? BARE;
  const start = element.start + before.length;
  const end = after === '' ? element.end : text.indexOf(after, start);
  const raw = mapText(text.slice(start, end), start);
  const inAttribute = after === '"';
  const urlText = inAttribute ? decodeReferences(raw) : raw;
  const whole = carrier === 'native' || carrier === 'text' ? { start, end } : element;
  const comments =
    openingEnd > 0
      ? [
          { start: 0, end: openingEnd },
          { start: closingStart, end: text.length },
        ]
      : [];
  const tag = {
    carrier,
    type,
    start: openingEnd > 0 ? 0 : whole.start,
    end: openingEnd > 0 ? text.length : whole.end,
    element: whole,
    urlRange: { start: originOf(raw, 0), end: originOf(raw, raw.text.length) },
    url: readUrl(urlText.text),
    urlText,
    ampersands:
      inAttribute && /^[^&]*&amp;/.test(raw.text) ? ('escaped' as const) : ('raw' as const),
    quoted: true,
    inComment: false,
    inNoscript: false,
    trackerName: null,
    spec: null,
  };
  return {
    text,
    tags: [tag],
    comments,
    clickTrackers: [],
    others: [],
    damage: [],
  };
}
