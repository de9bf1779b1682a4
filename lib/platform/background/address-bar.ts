import { browser } from 'wxt/browser';

import { barText } from '../../core/base/bar-text';

/** A line below the address bar. */
interface BarLine {
  /** What is entered when it is chosen. */
  readonly content: string;
  readonly text: string;
}

interface AddressBar {
  onBegin(): void;
  /** What Enter does with what is typed so far, and what else can be chosen. */
  linesFor(typed: string): Promise<{ readonly first: string; readonly others: readonly BarLine[] }>;
  onEntered(typed: string): void;
  onEnd(): void;
}

/** The keyword in the browser's address bar. Firefox for Android has none. */
export function addAddressBar({ onBegin, linesFor, onEntered, onEnd }: AddressBar): void {
  const { omnibox } = browser;
  if (!omnibox) return;
  const isXml = !import.meta.env.FIREFOX;
  let last = '';
  omnibox.onInputStarted.addListener(onBegin);
  omnibox.onInputChanged.addListener((typed, suggest) => {
    last = typed;
    const say = async () => {
      const { first, others } = await linesFor(typed);
      // What was typed before may be found later.
      if (last !== typed) return;
      await omnibox.setDefaultSuggestion({ description: barText(first, isXml) });
      suggest(others.map(({ content, text }) => ({ content, description: barText(text, isXml) })));
    };
    // Where nothing can be read there is nothing to suggest, and no place to say so.
    say().catch(() => {});
  });
  omnibox.onInputEntered.addListener((typed) => {
    onEntered(typed);
    onEnd();
  });
  omnibox.onInputCancelled.addListener(onEnd);
}
