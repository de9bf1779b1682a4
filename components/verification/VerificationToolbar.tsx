import { Eraser, RefreshCw, SquareArrowOutUpRight } from 'lucide';

import { Button, IconButton } from '@/components/ui/Button';
import { onPageText } from '@/lib/text/verification/on-page';
import { workspaceText } from '@/lib/text/pages/workspace';
import { verificationText as text } from '@/lib/text/verification/verification';

import { ExportGroup } from './ExportGroup';
import { LookButton } from './OnPageSection';
import { PictureButton } from './PicturesSection';
import { RehearsalSwitch } from './Rehearsal';
import { ListStateWords, PauseButton } from './requests/PauseButton';
import { RunButton } from './RunSection';
import type { VerificationModel } from './verification-model';

interface VerificationToolbarProps {
  model: VerificationModel;
  onChoose: (id: string) => void;
  onWorkspace: (() => void) | undefined;
}

/** What is recorded, and what can be done with the whole recording. */
export function VerificationToolbar({ model, onChoose, onWorkspace }: VerificationToolbarProps) {
  const { verification, checked, shown, live, checking } = model;
  const current = verification.value;
  const { rows } = checked.value;
  const remarked = model.judged.value?.remarked ?? 0;
  return (
    <header class="pb-verification-bar">
      <div class="pb-row pb-grow pb-verification-state">
        {live.value && <span class="pb-live-dot" aria-hidden="true" />}
        {current && (
          <span class="pb-clip">
            {live.value ? text.recordingSince(current.startedAt) : text.savedFrom(current)}
          </span>
        )}
        <span class="pb-muted">
          {current && '· '}
          {text.count(shown.value.rows.length, rows.length)}
          <ListStateWords model={model} />
        </span>
        <Button
          aria-pressed={model.onlyRemarked.value}
          disabled={remarked === 0 && !model.onlyRemarked.value}
          title={text.showFindings}
          onClick={() => (model.onlyRemarked.value = !model.onlyRemarked.value)}
        >
          {text.withFindings(remarked)}
        </Button>
      </div>
      <RecordingSelect model={model} onChoose={onChoose} />
      <div class="pb-row pb-verification-buttons">
        <RehearsalSwitch of={model.rehearsal} />
        <RunButton model={model} />
        <PauseButton model={model} />
        <Button
          icon={RefreshCw}
          disabled={!current || checking.value}
          title={text.checkAgainWhy}
          onClick={() => void model.checkAgain()}
        >
          {checking.value ? text.checking : text.checkAgain}
        </Button>
        {rows.length > 0 && <LookButton page={model.page} name={onPageText.lookShort} />}
        <Button
          icon={Eraser}
          disabled={rows.length === 0}
          title={text.clearWhy}
          onClick={() => void model.clear()}
        >
          {text.clear}
        </Button>
        <PictureButton pictures={model.pictures} />
        <ExportGroup model={model} />
        {onWorkspace && (
          <IconButton
            icon={SquareArrowOutUpRight}
            label={workspaceText.open}
            onClick={onWorkspace}
          />
        )}
      </div>
    </header>
  );
}

function RecordingSelect({
  model,
  onChoose,
}: Pick<VerificationToolbarProps, 'model' | 'onChoose'>) {
  const { saved, currentId, verification } = model;
  if (saved.value.length < 2) return null;
  const current = saved.value.filter((item) => item.id === currentId.value);
  const others = saved.value.filter((item) => item.id !== currentId.value);
  return (
    <select
      class="pb-input pb-verification-recording"
      aria-label={text.recording}
      value={verification.value?.id ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {[...current, ...others].map((item) => (
        <option key={item.id} value={item.id}>
          {text.recordingOption(item, item.id === currentId.value)}
        </option>
      ))}
    </select>
  );
}
