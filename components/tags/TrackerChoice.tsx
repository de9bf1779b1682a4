import { Plus } from 'lucide';

import { Button } from '@/components/ui/Button';
import { Combobox } from '@/components/ui/Combobox';
import { MiddleClip } from '@/components/ui/MiddleClip';
import type { TrackerOption } from '@/lib/core/tracker/option';
import { builderText as text } from '@/lib/text/builder/builder';
import { pageText } from '@/lib/text/builder/page';

import { TrackerDetail } from './TrackerDetail';

interface TrackerChoiceProps {
  tracker: TrackerOption | null;
  advertiserName: string;
  /** What was used last, for one press. */
  recent: readonly TrackerOption[];
  search: (words: string) => Promise<readonly TrackerOption[]>;
  onChange: (tracker: TrackerOption | null) => void;
  onNew: () => void;
}

const CHIPS = 3;
const CHIP_TAIL = 8;

/** Which tracker the tag is of: searched, one of those used last, or a new one. */
export function TrackerChoice(props: TrackerChoiceProps) {
  const { tracker, recent, onChange } = props;
  const isOffered = tracker === null && recent.length > 0;
  return (
    <div class="pb-stack pb-tight">
      <Combobox<TrackerOption>
        label={text.tracker}
        value={tracker}
        search={props.search}
        placeholder={text.trackerPlaceholder}
        hint={tracker ? <TrackerDetail tracker={tracker} /> : props.advertiserName}
        detail={(option) => <TrackerDetail tracker={option} />}
        onChange={onChange}
      />
      <div class="pb-row pb-recent">
        {isOffered && <span class="pb-muted pb-small">{text.recent}</span>}
        <Button kind="quiet" icon={Plus} onClick={props.onNew}>
          {text.newTracker}
        </Button>
      </div>
      {isOffered && (
        <div class="pb-row pb-chips" role="group" aria-label={text.recent}>
          {recent.slice(0, CHIPS).map((option) => (
            <button key={option.id} type="button" class="pb-chip" onClick={() => onChange(option)}>
              <MiddleClip text={option.name} keep={CHIP_TAIL} />
              {option.state === 'inactive' && (
                <span class="pb-muted">({pageText.inactive.toLowerCase()})</span>
              )}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
