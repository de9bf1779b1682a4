import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';

import { Button } from '@/components/ui/Button';
import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';
import { isFirstPageUnsure } from '@/lib/core/verification/first-page';
import { harFileText, leftOutText } from '@/lib/text/verification/har-file';
import { runText } from '@/lib/text/verification/verification-run';
import { formatDay, verificationText as text } from '@/lib/text/verification/verification';

import { ExpectedSection } from './ExpectedSection';
import { NotKeptNotice } from './NotKeptNotice';
import { NoticeStrip } from './NoticeStrip';
import { OnPageSection } from './OnPageSection';
import { ProofNotice } from './ProofNotice';
import { LookUp } from './LookUp';
import { NoPictureNotice, PicturesSection } from './PicturesSection';
import { RehearsalLine } from './Rehearsal';
import { RequestDetails } from './RequestDetails';
import { DetailsBar } from './requests/DetailsBar';
import { detailsStyle } from './requests/details-style';
import { FilterBar } from './requests/FilterBar';
import { Requests } from './requests/Requests';
import { VerificationToolbar } from './VerificationToolbar';
import type { VerificationModel } from './verification-model';

interface VerificationViewProps {
  model: VerificationModel;
  /** Opens another recording. */
  onChoose?: (id: string) => void;
  /** Shows this recording in the workspace; absent where it is shown there. */
  onWorkspace?: () => void;
  /** Opens a tracker where it can be changed. */
  onTracker?: (id: number) => void;
  /** How a recording is begun, where it is not by opening DevTools. */
  noRecording?: string;
  /** What else there is to say of it. */
  notice?: ComponentChildren;
}

/** One recording: what is expected, what was recorded, and what is said about it. */
export function VerificationView(props: VerificationViewProps) {
  const { model, onChoose, onWorkspace, onTracker, notice, noRecording } = props;
  const { phase, failure, selected } = model;
  const choose = onChoose ?? ((id: string) => void model.choose(id));
  return (
    <div class="pb-verification" aria-busy={phase.value === 'loading'}>
      <VerificationToolbar model={model} onChoose={choose} onWorkspace={onWorkspace} />
      <FilterBar model={model} />
      <p class="pb-hidden" role="status" aria-live="polite">
        {model.said.value}
      </p>
      <p class="pb-hidden" role="status" aria-live="polite">
        {model.saidOfFindings.value}
      </p>
      <PicturesSection pictures={model.pictures} />
      {phase.value === 'ready' && (
        <div class="pb-verification-body" style={detailsStyle(model.layout.value)}>
          {model.verification.value && <ExpectedSection model={model} onChoose={choose} />}
          <Requests model={model} noRecording={noRecording} />
          {selected.value && <DetailsBar model={model} />}
          {selected.value && (
            <RequestDetails row={selected.value} model={model} onTracker={onTracker} />
          )}
          {!selected.value && model.page.isOpen.value && <OnPageSection model={model} />}
        </div>
      )}
      {phase.value === 'loading' && <Empty title={text.loading} />}
      <NoticeStrip>
        <RehearsalLine of={model.rehearsal} />
        {failure.value && (
          <div class="pb-verification-notice">
            <FailureNotice failure={failure.value} />
          </div>
        )}
        {model.proof.value && (
          <ProofNotice
            proof={model.proof.value}
            onCopy={model.actions.copy}
            onClose={() => (model.proof.value = null)}
          />
        )}
        <NoPictureNotice pictures={model.pictures} />
        <NotKeptNotice model={model} />
        <MissedNotice model={model} />
        <FirstPageNotice model={model} />
        <GapNotice model={model} />
        {notice}
        <FileNotice model={model} />
        <NotLoadedNotice model={model} />
        <UnreadableNotice model={model} />
      </NoticeStrip>
    </div>
  );
}

/** The page was there before DevTools: until it is loaded anew, something may be missing. */
function MissedNotice({ model }: { model: VerificationModel }) {
  const missed = useComputed(
    () =>
      model.live.value &&
      model.verification.value?.openedAfterLoad === true &&
      model.pageViews.value.length < 2,
  );
  if (!missed.value) return null;
  const isRepeat = model.verification.value?.repeats !== undefined;
  return (
    <ReloadNotice model={model}>
      <strong>{isRepeat ? runText.beganOnLoaded : text.openedAfterLoad}</strong>
      {isRepeat ? runText.beganOnLoadedNext : text.openedAfterLoadNext}
    </ReloadNotice>
  );
}

/** What is missing on the first page may have been fired all the same. */
function FirstPageNotice({ model }: { model: VerificationModel }) {
  const unsure = useComputed(() => {
    const verification = model.verification.value;
    if (!verification || !model.live.value) return false;
    const { rows } = model.checked.value;
    const isMissing = model.verdicts.value.some(({ verdict }) => verdict === 'not-seen');
    return (
      (isMissing || rows.length === 0) && isFirstPageUnsure(verification, model.pageViews.value)
    );
  });
  if (!unsure.value) return null;
  return (
    <ReloadNotice model={model}>
      <strong>{text.firstPageUnsure}</strong>
      {text.firstPageUnsureNext}
    </ReloadNotice>
  );
}

/** DevTools was closed for a while: what was fired then is not among the requests. */
function GapNotice({ model }: { model: VerificationModel }) {
  const gaps = model.verification.value?.gaps ?? [];
  const last = gaps.at(-1);
  if (!last) return null;
  const isReloaded = model.pageViews.value.some(
    ({ startedAt, isMove }) => startedAt >= last.to && isMove !== true,
  );
  if (model.live.value && !isReloaded) {
    return (
      <ReloadNotice model={model}>
        {text.notRecorded(gaps)} {text.notRecordedNext}
      </ReloadNotice>
    );
  }
  return (
    <div class="pb-verification-notice">
      <Notice kind="info">{text.notRecorded(gaps)}</Notice>
    </div>
  );
}

/** What was read from a file, and what of it is not here. */
function FileNotice({ model }: { model: VerificationModel }) {
  const { file, startedAt = 0 } = model.verification.value ?? {};
  if (!file) return null;
  const leftOut = leftOutText(file.leftOut);
  return (
    <div class="pb-verification-notice">
      <Notice kind={leftOut.length > 0 ? 'warning' : 'info'}>
        {[
          harFileText.fromFile(file.name, formatDay(startedAt)),
          ...leftOut,
          harFileText.notKnown,
        ].join(' ')}
      </Notice>
    </div>
  );
}

/** What is said leads to a reload of the page. */
function ReloadNotice({
  model,
  children,
}: {
  model: VerificationModel;
  children: ComponentChildren;
}) {
  return (
    <div class="pb-verification-notice">
      <Notice kind="warning">
        <div class="pb-row pb-spread pb-wrap">
          <span>{children}</span>
          <Button onClick={() => model.actions.reloadPage()}>{text.reload}</Button>
        </div>
      </Notice>
    </div>
  );
}

/** Without any tracker there is nothing to hold an id against, which is said once and not on every row. */
function NotLoadedNotice({ model }: { model: VerificationModel }) {
  const isSaid =
    model.phase.value === 'ready' &&
    !model.known.value.trackers.loaded &&
    model.checked.value.seenIds().length > 0;
  if (!isSaid) return null;
  return (
    <div class="pb-verification-notice">
      <Notice kind="info">
        <div class="pb-row pb-spread pb-wrap">
          <span>
            {text.trackersNotLoaded} {text.trackersNotLoadedNext}
          </span>
          <LookUp model={model} />
        </div>
      </Notice>
    </div>
  );
}

/** What is kept and cannot be shown is counted, never left out in silence. */
function UnreadableNotice({ model }: { model: VerificationModel }) {
  const { recordings, requests } = model.unreadable.value;
  if (recordings + requests === 0) return null;
  return (
    <div class="pb-verification-notice">
      <Notice kind="warning">
        {[
          recordings > 0 && text.unreadableRecordings(recordings),
          requests > 0 && text.unreadableRequests(requests),
        ]
          .filter(Boolean)
          .join(' ')}
      </Notice>
    </div>
  );
}
