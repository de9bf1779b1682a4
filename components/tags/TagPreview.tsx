import { useId } from 'preact/hooks';

import type { Span } from '@/lib/core/judge/tokens';

interface TagPreviewProps {
  label: string;
  spans: readonly Span[];
}

/** A tag's text with its macros set off and what is wrong underlined. One press selects it all. */
export function TagPreview({ label, spans }: TagPreviewProps) {
  const id = useId();
  return (
    <div class="pb-field">
      <span id={id} class="pb-label">
        {label}
      </span>
      <div
        class="pb-input pb-preview"
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-labelledby={id}
        tabIndex={0}
        onFocus={(event) => getSelection()?.selectAllChildren(event.currentTarget)}
      >
        {spans.map(({ text, isMacro, severity }, index) =>
          isMacro || severity ? (
            <span key={index} class={[isMacro ? 'macro' : '', severity ?? ''].join(' ').trim()}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </div>
    </div>
  );
}
