import { PIXEL_HOST } from '../../pixel/hosts';
import { escapeAttribute } from './attribute';
import { commentsFor } from './comment';
import { encodeValue } from '../../macro/encode';
import { canonicalSpec, pixelTypeOf, type TagSpec } from '../tag-spec';

/**
 * The text of a tag, whatever the ad server. Strings are joined by hand because `URLSearchParams`
 * would percent-encode the macros and the ad server would no longer see them.
 */
export function renderTag(spec: TagSpec): string {
  const tag = canonicalSpec(spec);
  const element = renderElement(tag);
  if (tag.trackerName === null) return element;
  const { opening, closing } = commentsFor(tag.trackerName);
  return [opening, element, closing].join('\n');
}

/** The tracker's URL. `redir` is last: after it everything belongs to the target. */
export function renderUrl(spec: TagSpec): string {
  const tag = canonicalSpec(spec);
  const parameters = [`id=${tag.trackerId}`, `t=${pixelTypeOf(tag)}`];
  if (tag.cachebuster) parameters.push(`cachebuster=${encodeValue(tag.cachebuster)}`);
  if (tag.ancost) parameters.push(`ancost=${encodeValue(tag.ancost)}`);
  for (const { name, value } of tag.extra) {
    parameters.push(encodeValue(name) + (value === null ? '' : `=${encodeValue(value)}`));
  }
  if (tag.redir) parameters.push(`redir=${tag.redir}`);
  return `https://${PIXEL_HOST}/imptr?${parameters.join('&')}`;
}

function renderElement(tag: TagSpec): string {
  const url = renderUrl(tag);
  switch (tag.type) {
    case 'url':
      return url;
    case 'image':
      return `<img src="${escapeAttribute(url, tag.ampersands)}" width="1" height="1" />`;
    case 'javascript':
      return `<script src="${escapeAttribute(url, tag.ampersands)}" type="text/javascript"></script>`;
    case 'amp':
      return `<amp-pixel src="${escapeAttribute(url, tag.ampersands)}" layout="nodisplay"></amp-pixel>`;
    case 'vast':
      // No URL holds `]]>`: a bare `>` is always encoded.
      return `<Impression><![CDATA[${url}]]></Impression>`;
    case 'native':
      return JSON.stringify({ imptrackers: [url] });
  }
}
