import type { Span } from '../judge/tokens';
import type { FilledTag } from './fill';

// Nobody looks at more, and each is an element of a page.
const MOST_SPANS = 2_000;

/** The filled text cut where something was filled in. Behind the first thousands of pieces the rest is one. */
export function filledSpans({ text, fills }: FilledTag): readonly Span[] {
  const spans: Span[] = [];
  let done = 0;
  const cutAt = (end: number, isMacro: boolean) => {
    if (end > done) spans.push({ text: text.slice(done, end), isMacro, severity: null });
    done = end;
  };
  for (const { start, end } of fills.slice(0, MOST_SPANS / 2)) {
    cutAt(start, false);
    cutAt(end, true);
  }
  cutAt(text.length, false);
  return spans;
}
