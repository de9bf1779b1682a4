import { DIALECTS } from '@/lib/core/ad-server/dialects';
import type { Delivery } from '@/lib/core/console/delivery';
import { TagBuilder } from '@/components/tags/TagBuilder';
import { Empty } from '@/components/ui/Notice';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import type { Ref } from '@/lib/core/tracker/tracker';
import { embedText } from '@/lib/text/builder/embed';

import type { Kept } from './guards';
import { viewOf } from './made-tag';
import { TrackerSelect } from './TrackerSelect';

interface EmbedViewProps {
  live: Kept;
  trackers: readonly Ref[];
  /** Shown above; the page's own words. */
  title: string;
  /** What assistive technology calls the whole. */
  name: string;
  disabled: boolean;
  onTracker: (tracker: Ref | null) => void;
  onChoices: (choices: TagChoices) => void;
  onCopy: (tag: string) => Promise<Delivery>;
  onInsert: ((tag: string) => Promise<Delivery>) | null;
}

/** The builder as it stands in somebody's page. */
export function EmbedView(props: EmbedViewProps) {
  const { live, trackers, title, onInsert } = props;
  return (
    <div class="pb-app pb-embed">
      {title && <div class="pb-embed-label">{title}</div>}
      <fieldset class="pb-embed-form" aria-label={props.name} disabled={props.disabled}>
        <div lang="en">
          {trackers.length === 0 && live.tracker === null ? (
            <Empty title={embedText.noTracker}>
              <span>{embedText.noTrackerNext}</span>
            </Empty>
          ) : (
            <TagBuilder
              tracker={live.tracker}
              servers={DIALECTS}
              choices={live.choices}
              write={viewOf}
              onChoices={props.onChoices}
              onCopy={props.onCopy}
              {...(onInsert && { onInsert })}
            >
              {trackers.length > 1 && (
                <TrackerSelect
                  tracker={live.tracker}
                  trackers={trackers}
                  onChange={props.onTracker}
                />
              )}
            </TagBuilder>
          )}
        </div>
      </fieldset>
    </div>
  );
}
