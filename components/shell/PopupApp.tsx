import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { SignInView } from '@/components/session/SignInView';
import { TrackerListView } from '@/components/trackers/TrackerListView';
import { Combobox } from '@/components/ui/Combobox';
import { Empty, Notice, type Said } from '@/components/ui/Notice';
import { quickTag } from '@/lib/core/judge/quick-tag';
import { SIGN_IN_KEY } from '@/lib/core/tracker/draft-key';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import { tagTypeInSentence } from '@/lib/text/builder/builder';
import { popupText as text } from '@/lib/text/pages/popup';

import { SignOutDialog } from '@/components/session/SignOutDialog';
import { ConsoleBar } from './ConsoleBar';
import { FormPage } from './FormPage';
import type { PopupModel } from './popup-model';
import { TagPage } from './TagPage';
import { TopBar } from './TopBar';

/** The whole popup: sign-in, or one of list, form and tag. */
export function PopupApp({ model }: { model: PopupModel }) {
  const { phase, route, session } = model;
  if (phase.value === 'loading') return <main class="pb-app pb-popup" aria-busy="true" />;
  if (phase.value === 'signed-out') return <SignedOut model={model} />;
  const at = route.value;
  return (
    <main class="pb-app pb-popup">
      {at.view === 'list' && <ListPage model={model} />}
      {at.view === 'form' && (
        <FormPage key={String(at.trackerId)} model={model} trackerId={at.trackerId} />
      )}
      {at.view === 'tag' && <TagPage key={at.trackerId} model={model} trackerId={at.trackerId} />}
      {session.value && at.view === 'list' && <ConsoleBar actions={model.actions} />}
    </main>
  );
}

function SignedOut({ model }: { model: PopupModel }) {
  const { actions } = model;
  const draft = useMemo(
    () => ({
      read: () => actions.readDraft(SIGN_IN_KEY),
      write: (value: unknown) => actions.writeDraft(SIGN_IN_KEY, value),
    }),
    [actions],
  );
  return (
    <main class="pb-app pb-popup">
      <SignInView
        lastUser={model.lastUser.value}
        consoles={model.consoles.value}
        sessionEnded={model.sessionEnded.value}
        readDraft={draft.read}
        writeDraft={draft.write}
        onSignIn={(input) => model.signIn(input)}
      />
    </main>
  );
}

function ListPage({ model }: { model: PopupModel }) {
  const { actions, advertiser, session } = model;
  const search = useMemo(
    () => (words: string) => actions.searchObjects({ kind: 'advertiser' }, words),
    [actions],
  );
  const canCreate = useComputed(
    () => session.value?.trackersEnabled === true && !session.value.readOnly,
  );
  const copy = async (tracker: Tracker): Promise<Said> => {
    const tag = quickTag(tracker, model.choices.value, model.servers.value);
    if (!(await actions.copy(tag.text))) return { kind: 'warning', text: text.copyFailed };
    const said = text.copied(tagTypeInSentence[tag.type], tracker.name);
    return tag.hasCachebuster
      ? { kind: 'pass', text: said }
      : { kind: 'warning', text: `${said} ${text.copiedWithoutCachebuster}` };
  };
  return (
    <>
      <TopBar
        session={session.value}
        onOptions={() => void actions.openOptions()}
        onSignOut={() => void model.leave()}
      />
      {model.leaving.value !== null && (
        <SignOutDialog
          count={model.leaving.value}
          onCancel={() => (model.leaving.value = null)}
          onSignOut={(recordings) => void model.signOut(recordings)}
        />
      )}
      {session.value?.trackersEnabled === false && (
        <Notice kind="warning">{text.trackersDisabled}</Notice>
      )}
      {session.value?.readOnly && <Notice kind="info">{text.readOnly}</Notice>}
      <Combobox<Ref>
        label={text.advertiser}
        value={advertiser.value}
        search={search}
        placeholder={text.advertiserPlaceholder}
        onChange={(chosen) => chosen && void model.chooseAdvertiser(chosen)}
      />
      {model.unread.value > 0 && <Notice kind="warning">{text.unread(model.unread.value)}</Notice>}
      {model.unreadable.value > 0 && (
        <Notice kind="warning">{text.unreadable(model.unreadable.value)}</Notice>
      )}
      {advertiser.value ? (
        <TrackerListView
          shown={model.shown.value}
          total={model.total.value}
          filter={model.filter.value}
          onFilter={(filter) => (model.filter.value = filter)}
          syncing={model.syncing.value}
          progress={model.progress.value}
          waitingUntil={model.waitingUntil.value}
          failure={model.failure.value}
          message={model.message.value}
          canCreate={canCreate.value}
          onRefresh={() => void model.refresh(true)}
          onStop={() => void actions.cancelSync()}
          onSheet={() => void actions.openTagSheet()}
          onNew={() => model.go({ view: 'form', trackerId: null })}
          onEdit={(trackerId) => model.go({ view: 'form', trackerId })}
          onBuild={(trackerId) => model.go({ view: 'tag', trackerId })}
          onCopy={copy}
        />
      ) : (
        <Empty title={text.chooseAdvertiser}>
          <span>{text.chooseAdvertiserNext}</span>
        </Empty>
      )}
    </>
  );
}
