import type { FieldText } from './read-field';

/**
 * Whether `after` is `before` with the text put in once, in place of what was selected (or, with
 * `all`, the text and nothing else), and no other character changed.
 */
export function isInserted(
  before: FieldText,
  after: FieldText,
  text: string,
  where: 'cursor' | 'all',
): boolean {
  const key = KEYS[after.kind];
  const [old, now, wanted] = [key(before.text), key(after.text), key(text)];
  if (where === 'all') return now === wanted;
  // It may have stood there before: that is no sign of its having come.
  if (now === old) return false;
  // Of a long text only a part is in view, and not the same part as before.
  if (after.kind === 'screen') return count(now, wanted) > count(old, wanted);
  for (let at = now.indexOf(wanted); at >= 0; at = now.indexOf(wanted, at + 1)) {
    const head = key(now.slice(0, at));
    const tail = key(now.slice(at + wanted.length));
    const fits = old.startsWith(head) && old.endsWith(tail);
    if (fits && head.length + tail.length <= old.length) return true;
  }
  return false;
}

/** The text as far as its reading may be trusted: lines in view may be broken anywhere. */
const KEYS: Record<FieldText['kind'], (text: string) => string> = {
  exact: (text) => text,
  rich: (text) => text.replace(/\s+/g, ' ').trim(),
  screen: (text) => text.replace(/\s+/g, ''),
};

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
