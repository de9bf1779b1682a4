import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { rulesText as text } from '@/lib/text/rules';

/** The page that has the rules; `null` where there is none, as in the embedded element. */
export const RulesPage = createContext<string | null>(null);

/** A way to what there is to read about a finding's rule. */
export function RuleLink({ code }: { code: string }) {
  const page = useContext(RulesPage);
  if (page === null) return null;
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
