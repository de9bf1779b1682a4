import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { ruleLinkText as text } from '@/lib/text/rules';

/**
 * The page that has the rules, or what opens it, where a link cannot; `null` where there is none, as in the
 * embedded element.
 */
export const RulesPage = createContext<string | ((code: string) => void) | null>(null);

/** A way to what there is to read about a finding's rule. */
export function RuleLink({ code }: { code: string }) {
  const page = useContext(RulesPage);
  if (page === null) return null;
  if (typeof page === 'function') {
    return (
      <button
        type="button"
        class="pb-rule-link"
        aria-label={text.about(code)}
        onClick={() => page(code)}
      >
        {text.more}
      </button>
    );
  }
  return (
    <a
      class="pb-rule-link"
      href={`${page}#/rules/${code}`}
      target="_blank"
      rel="noopener"
      aria-label={text.about(code)}
    >
      {text.more}
    </a>
  );
}
