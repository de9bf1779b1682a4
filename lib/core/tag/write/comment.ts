// The comments that Monetize puts round its own exported tags (seed, image tag example).
const OPENING = /^ ?Imp Tracker - ([\s\S]*) - DO NOT MODIFY ?$/;
const CLOSING = /^ ?End of Imp Tracker ?$/;

/** What stands above and below a tag. */
export function commentsFor(trackerName: string): { opening: string; closing: string } {
  return {
    opening: `<!-- Imp Tracker - ${escapeName(trackerName)} - DO NOT MODIFY -->`,
    closing: '<!-- End of Imp Tracker -->',
  };
}

/** The tracker's name in the text of an opening comment; `null` if it is another comment. */
export function nameInComment(text: string): string | null {
  const escaped = OPENING.exec(text)?.[1];
  return escaped === undefined ? null : unescapeName(escaped);
}

/** Whether a comment's text ends an impression tracker's tag. */
export function isClosingComment(text: string): boolean {
  return CLOSING.test(text);
}

// A comment ends at `-->`, and some readers end it at `--` or `>` (HTML standard, 13.1.6). The few
// characters that could do so are written as references. Nothing decodes those in a comment, so a
// name stays readable and can be read back; a `&` is touched only where it would look like one.
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '-': '&#45;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escapeName(name: string): string {
  return name.replace(
    /&(?=(?:amp|lt|gt|#45|#10|#13);)|[<>\n\r]|(?<=-)-|^-|-$/g,
    (char) => ESCAPES[char] ?? char,
  );
}

function unescapeName(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:amp|lt|gt|#45|#10|#13);/g, (reference) => {
    const found = Object.entries(ESCAPES).find(([, escape]) => escape === reference);
    return found?.[0] ?? reference;
  });
}
