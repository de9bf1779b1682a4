import { Plus } from 'lucide';

import { Button } from '@/components/ui/Button';
import { Combobox } from '@/components/ui/Combobox';
import type { Ref } from '@/lib/core/tracker/tracker';
import { builderText as text } from '@/lib/text/builder';

interface TrackerChoiceProps {
  tracker: Ref | null;
  advertiserName: string;
  /** What was used last, for one press. */
  recent: readonly Ref[];
  search: (words: string) => Promise<readonly Ref[]>;
  onChange: (tracker: Ref | null) => void;
  onNew: () => void;
}

/** Which tracker the tag is of: searched, one of those used last, or a new one. */
export function TrackerChoice(props: TrackerChoiceProps) {
  const { tracker, recent, onChange } = props;
  return (
    <div class="pb-stack pb-tight">
      <Combobox<Ref>
        label={text.tracker}
        value={tracker}
        search={props.search}
        placeholder={text.trackerPlaceholder}
        hint={props.advertiserName}
        onChange={onChange}
      />
      <div class="pb-row pb-recent">
        {tracker === null && recent.length > 0 && (
          <div class="pb-row pb-grow" role="group" aria-label={text.recent}>
            <span class="pb-muted pb-small">{text.recent}</span>
            {recent.slice(0, 3).map((ref) => (
              <button
                key={ref.id}
                type="button"
                class="pb-chip pb-clip"
                title={ref.name}
                onClick={() => onChange(ref)}
              >
                {ref.name}
              </button>
            ))}
          </div>
        )}
        <Button kind="quiet" icon={Plus} onClick={props.onNew}>
          {text.newTracker}
        </Button>
      </div>
    </div>
  );
}
