import { useRef } from 'preact/hooks';

import { type Whose, WhoseLine, whoseWords } from '@/components/account/WhoseLine';
import { RulesPage } from '@/components/rules/RuleLink';
import type { AccessModel } from '@/components/verification/access-model';
import { AccessNotice } from '@/components/verification/AccessNotice';
import type { VerificationModel } from '@/components/verification/verification-model';
import { VerificationView } from '@/components/verification/VerificationView';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { verificationText as text } from '@/lib/text/verification/verification';

import { addressOf } from '@/components/pages/workspace/address';

interface PanelPageProps {
  model: VerificationModel;
  access?: AccessModel;
  /** Whose recordings these are. */
  whose?: Whose;
}

/** The panel in DevTools: the recording of the page that is inspected. */
export function PanelPage({ model, access, whose }: PanelPageProps) {
  const page = useRef<HTMLElement>(null);
  useKeptFocus(page);
  const openWorkspace = () => {
    const id = model.verification.value?.id ?? null;
    void model.actions.openWorkspace(addressOf({ name: 'verifications', id }));
  };
  const openTracker = (trackerId: number) =>
    void model.actions.openWorkspace(
      addressOf({ name: 'trackers', route: { view: 'form', trackerId } }),
    );
  return (
    <main ref={page} class="pb-app pb-panel">
      <h1 class="pb-hidden">
        {text.title}
        {whose && `. ${whoseWords(whose.value)}`}
      </h1>
      <RulesPage.Provider value="workspace.html">
        <VerificationView
          model={model}
          onWorkspace={openWorkspace}
          onTracker={openTracker}
          notice={access && <AccessNotice access={access} />}
        />
      </RulesPage.Provider>
      {whose && <WhoseLine info={whose.value} />}
    </main>
  );
}
