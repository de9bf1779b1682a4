import { CircleQuestionMark } from 'lucide';
import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';

import { Icon } from '@/components/ui/Icon';
import type { Mistake } from '@/lib/core/tracker/search/query';
import { withTerm } from '@/lib/core/tracker/search/write';
import { popupText as text } from '@/lib/text/pages/popup';
import { searchText } from '@/lib/text/trackers/search';

import { SearchHelp } from './SearchHelp';

interface SearchFieldProps {
  input: RefObject<HTMLInputElement | null>;
  value: string;
  /** What of it is not understood, and left out. */
  mistakes: readonly Mistake[];
  onInput: (value: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The search of the list. What can be asked is explained by the button in it, and by `?` in an empty one; what is
 * not understood is said below, over the list and not in it, while the person is here.
 */
export function SearchField({ input, value, mistakes, onInput, onKeyDown }: SearchFieldProps) {
  const [isHelp, setIsHelp] = useState(false);
  const [isHere, setIsHere] = useState(false);
  const id = useId();
  const add = (part: string) => {
    onInput(withTerm(value, part));
    setIsHelp(false);
    input.current?.focus();
  };
  const isSaid = isHere && !isHelp && mistakes.length > 0;
  return (
    <div
      class="pb-search pb-grow"
      role="search"
      onFocusCapture={() => setIsHere(true)}
      onBlurCapture={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setIsHere(false);
        // A window that is left is come back to.
        if (document.hasFocus()) setIsHelp(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isHelp) return;
        // Else the popup closes, or the field is emptied.
        event.preventDefault();
        setIsHelp(false);
        input.current?.focus();
      }}
    >
      <input
        ref={input}
        class="pb-input"
        type="search"
        aria-label={text.searchTrackers}
        title={text.listKeys}
        placeholder={text.searchPlaceholder}
        spellcheck={false}
        value={value}
        aria-invalid={mistakes.length > 0 || undefined}
        aria-describedby={isSaid ? id : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === '?' && value === '') {
            event.preventDefault();
            setIsHelp(!isHelp);
          } else if (!(event.key === 'Escape' && isHelp)) onKeyDown(event);
        }}
      />
      <button
        type="button"
        class="pb-button quiet icon pb-search-ask"
        aria-label={searchText.help}
        title={`${searchText.help} (?)`}
        aria-expanded={isHelp}
        onClick={() => setIsHelp(!isHelp)}
      >
        <Icon of={CircleQuestionMark} />
      </button>
      {isSaid && (
        <div id={id} class="pb-search-over pb-search-said">
          {mistakes.map((mistake, index) => (
            <p key={index}>{searchText.mistake(mistake)}</p>
          ))}
        </div>
      )}
      {isHelp && <SearchHelp onAdd={add} />}
    </div>
  );
}
