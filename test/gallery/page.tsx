import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

import { RulesPage } from '@/components/rules/RuleLink';

interface PageProps {
  /** Brings what is shown into its state, once it is there. */
  start: () => Promise<unknown>;
  class?: string;
  /** Whether what is shown is a whole page already. */
  bare?: boolean;
  children: ComponentChildren;
}

/** A page of ours round a room, whose model is started as its entrypoint does. */
export function Page({ start, bare = false, children, ...rest }: PageProps) {
  useEffect(() => void start(), []);
  return (
    <RulesPage.Provider value="workspace.html">
      {bare ? children : <main class={`pb-app ${rest.class ?? ''}`}>{children}</main>}
    </RulesPage.Provider>
  );
}
