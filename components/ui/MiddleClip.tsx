const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As a person counts them: a family or a flag is one, an accent none. */
function lettersOf(text: string): readonly string[] {
  return /^[ -~]*$/.test(text)
    ? [...text]
    : Array.from(LETTERS.segment(text), (one) => one.segment);
}

interface MiddleClipProps {
  text: string;
  /** How many characters at the end always stay. */
  keep?: number;
}

/**
 * A text on one line, shortened in the middle where there is no room: names that differ at the end
 * can be told apart. The whole text stands there once, to be read aloud and found; what is seen of it
 * is style.
 */
export function MiddleClip({ text, keep = 12 }: MiddleClipProps) {
  const letters = lettersOf(text);
  // A short one needs no cut, and letters that join are not torn apart.
  const cut = letters.length > 2 * keep ? letters.length - keep : letters.length;
  return (
    <span
      class="pb-middle"
      dir="auto"
      title={text}
      data-head={letters.slice(0, cut).join('')}
      data-tail={letters.slice(cut).join('')}
    >
      <span class="pb-hidden">{text}</span>
    </span>
  );
}
