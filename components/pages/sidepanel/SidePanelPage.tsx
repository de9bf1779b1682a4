import { useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Check } from '@/components/ui/Check';
import { Empty, FailureNotice } from '@/components/ui/Notice';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { RulesPage } from '@/components/rules/RuleLink';
import { VerificationView } from '@/components/verification/VerificationView';
import type { VerificationModel } from '@/components/verification/verification-model';
import { addressOf } from '@/components/pages/workspace/address';
import { sidePanelText as text } from '@/lib/text/pages/side-panel';

import type { SidePanelModel } from './side-panel-model';

/** The side panel: what DevTools would show of the tab beside it, for whom never opens them. */
export function SidePanelPage({ model }: { model: SidePanelModel }) {
  const page = useRef<HTMLElement>(null);
  useKeptFocus(page);
  const { phase, failure, isLive, opened } = model;
  return (
    <main ref={page} class="pb-app pb-panel pb-sidepanel" aria-busy={phase.value === 'loading'}>
      <h1 class="pb-hidden">{text.title}</h1>
      {failure.value && <FailureNotice failure={failure.value} />}
      {phase.value === 'loading' && <Empty title={text.loading} />}
      {phase.value === 'ready' && (
        <>
          <Site model={model} />
          {isLive.value && opened.value && <Recorded model={opened.value.model} />}
        </>
      )}
    </main>
  );
}

function Site({ model }: { model: SidePanelModel }) {
  const [withFrames, setWithFrames] = useState(false);
  const site = model.tab.value?.site ?? null;
  if (site === null) {
    return (
      <Empty title={text.closed}>
        <span>{text.closedNext}</span>
      </Empty>
    );
  }
  const host = site.replace(/^https?:\/\//, '');
  if (model.isRecorded.value) {
    return (
      <header class="pb-row pb-spread pb-sidepanel-site">
        <span class="pb-clip">{text.recorded(host)}</span>
        <Button kind="quiet" onClick={model.turnOff}>
          {text.turnOff}
        </Button>
      </header>
    );
  }
  return (
    <section class="pb-stack pb-sidepanel-ask" aria-label={text.notRecorded(host)}>
      <strong>{text.notRecorded(host)}</strong>
      <span>{text.notRecordedWhy}</span>
      <Check
        label={text.frames}
        hint={text.framesWhy}
        checked={withFrames}
        onChange={setWithFrames}
      />
      <div class="pb-row">
        <Button kind="primary" onClick={() => model.turnOn(withFrames)}>
          {text.turnOn(host)}
        </Button>
      </div>
    </section>
  );
}

function Recorded({ model }: { model: VerificationModel }) {
  const openWorkspace = () => {
    const id = model.verification.value?.id ?? null;
    void model.actions.openWorkspace(addressOf({ name: 'verifications', id }));
  };
  return (
    <RulesPage.Provider value="workspace.html">
      <VerificationView model={model} onWorkspace={openWorkspace} />
    </RulesPage.Provider>
  );
}
