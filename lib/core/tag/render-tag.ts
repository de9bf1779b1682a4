import { pixelTypeOf, type TagSpec } from './tag-spec';

/** The service's host for pixels (seed; the `.net` in its script example is an old slip). */
export const PIXEL_HOST = 'ib.adnxs.com';

/**
 * The text to paste into an ad server. Strings are joined by hand because `URLSearchParams` would
 * percent-encode the macro's brackets and the ad server would no longer see it.
 */
export function renderTag(spec: TagSpec): string {
  const url = renderUrl(spec);
  if (spec.type === 'url') return url;
  const src = escapeAttribute(url);
  const element =
    spec.type === 'image'
      ? `<img src="${src}" width="1" height="1" />`
      : `<script src="${src}" type="text/javascript"></script>`;
  return [
    `<!-- Imp Tracker - ${commentText(spec.trackerName)} - DO NOT MODIFY -->`,
    element,
    '<!-- End of Imp Tracker -->',
  ].join('\n');
}

/** The tracker's URL. `redir` is last: after it everything belongs to the target. */
export function renderUrl(spec: TagSpec): string {
  const parameters = [`id=${spec.trackerId}`, `t=${pixelTypeOf(spec.type)}`];
  if (spec.cachebuster) parameters.push(`cachebuster=${spec.cachebuster}`);
  if (spec.ancost) parameters.push(`ancost=${spec.ancost}`);
  if (spec.redir) parameters.push(`redir=${encodeUnsafe(spec.redir)}`);
  return `https://${PIXEL_HOST}/imptr?${parameters.join('&')}`;
}

// White space and the delimiters of HTML would end the URL where it stands; nothing else is
// touched, since `redir` has to arrive whole and unencoded (api.md 3.4). Upper-case escapes,
// because Google's macros eat lower-case ones.
function encodeUnsafe(url: string): string {
  return url.trim().replace(/[\s"'<>`\\]/g, (char) => encodePercent(char));
}

function encodePercent(char: string): string {
  const encoded = encodeURIComponent(char);
  return encoded === char ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}

function escapeAttribute(value: string): string {
  return value.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

// `--` or `>` in a tracker's name could end the comment (HTML standard, 13.1.6 Comments).
function commentText(name: string): string {
  return name
    .replace(/[<>]/g, ' ')
    .replace(/-{2,}/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^-|-$/g, '')
    .trim();
}
