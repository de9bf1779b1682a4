import { useRef, useState } from 'preact/hooks';

import { type Whose, WhoseLine } from '@/components/account/WhoseLine';
import { Button } from '@/components/ui/Button';
import { Check } from '@/components/ui/Check';
import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { RulesPage } from '@/components/rules/RuleLink';
import { VerificationView } from '@/components/verification/VerificationView';
import type { VerificationModel } from '@/components/verification/verification-model';
import { addressOf } from '@/components/pages/workspace/address';
import type { AccessAnswer } from '@/lib/core/recording/access-answer';
import { hostOfSite, patternOf } from '@/lib/core/recording/sites-to-allow';
import { accessText } from '@/lib/text/verification/access';
import { sidePanelText as text } from '@/lib/text/pages/side-panel';

import type { SidePanelModel } from './side-panel-model';

/** The side panel: what DevTools would show of the tab beside it, for whom never opens them. */
export function SidePanelPage({ model, whose }: { model: SidePanelModel; whose?: Whose }) {
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
      {whose && <WhoseLine info={whose.value} />}
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
  const host = hostOfSite(site);
  if (model.tab.value?.isPrivate) {
    return (
      <Empty title={text.inPrivate}>
        <span>{text.inPrivateNext}</span>
      </Empty>
    );
  }
  const recorded = model.isRecorded.value;
  if (recorded !== 'no') {
    return (
      <>
        <header class="pb-row pb-spread pb-sidepanel-site">
          <span class="pb-clip">
            {recorded === 'later' ? text.recordedLater(host) : text.recorded(host)}
          </span>
          <Button kind="quiet" onClick={model.turnOff}>
            {text.turnOff}
          </Button>
        </header>
        {recorded === 'later' && <Waiting />}
      </>
    );
  }
  if (patternOf(site) === null) {
    return (
      <Empty title={text.notRecorded(host)}>
        <span>
          {accessText.cannotAsk} {text.cannotAskNext}
        </span>
      </Empty>
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
      {model.refused.value && <Refused answer={model.refused.value} />}
    </section>
  );
}

/** It is allowed, and the browser tells of nothing before its next start. */
function Waiting() {
  const { sentence, next } = accessText.answers['allowed-later'];
  return (
    <div class="pb-verification-notice">
      <Notice kind="warning">
        <strong>{sentence}</strong> <span>{next}</span>
      </Notice>
    </div>
  );
}

function Refused({ answer: { answer, detail } }: { answer: AccessAnswer }) {
  return (
    <Notice kind={answer === 'refused' ? 'info' : 'warning'}>
      <strong>{accessText.answers[answer].sentence}</strong> <span>{text.next[answer]}</span>
      {detail !== null && <p class="pb-small pb-muted">{accessText.detail(detail)}</p>}
    </Notice>
  );
}

function Recorded({ model }: { model: VerificationModel }) {
  const openWorkspace = () => {
    const id = model.verification.value?.id ?? null;
    void model.actions.openWorkspace(addressOf({ name: 'verifications', id }));
  };
  return (
    <RulesPage.Provider value="workspace.html">
      <VerificationView model={model} onWorkspace={openWorkspace} noRecording={text.noRecording} />
    </RulesPage.Provider>
  );
}
