import { Notice } from '@/components/ui/Notice';
import { errorText } from '@/lib/text/errors';
import { actsText as text } from '@/lib/text/trackers/acts';
import { runWaitsNext } from '@/lib/text/trackers/run-waits';
import { switchRunText } from '@/lib/text/trackers/switch-run';

import type { SwitchStep } from './switch-run';

/** How far a change of many is, and what it waits for. */
export function SwitchGoing({ step }: { step: Extract<SwitchStep, { at: 'going' }> }) {
  const { moved, total } = step;
  const done = moved?.done ?? 0;
  const why = moved?.waits?.failure ?? null;
  const words = why && errorText(why);
  return (
    <>
      <div role="status">
        <p>{text.going(done, total)}</p>
        <progress
          class="pb-progress"
          max={total}
          value={done}
          aria-label={text.going(done, total)}
        />
      </div>
      {/* It has its room from the start: the buttons below stay where they are. */}
      <div class="pb-act-wait">
        {moved?.waits && (
          <Notice kind="warning">
            <strong>{switchRunText.waits}</strong>{' '}
            {why && words
              ? `${words.sentence} ${runWaitsNext(why.code, words.next)}`
              : switchRunText.paused}
          </Notice>
        )}
      </div>
    </>
  );
}
