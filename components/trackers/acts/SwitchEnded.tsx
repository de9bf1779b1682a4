import { FailureNotice, Notice } from '@/components/ui/Notice';
import type { TrackerState } from '@/lib/core/tracker/tracker';
import { errorText } from '@/lib/text/errors';
import { actsText as text } from '@/lib/text/trackers/acts';
import { switchRunText } from '@/lib/text/trackers/switch-run';

import type { BulkEnd } from './bulk-starter';

/** Names that are listed of those that could not be changed: all are in the run, and its button stays in sight. */
const LISTED_FAILED = 5;

interface SwitchEndedProps {
  /** `null` where nobody can tell. */
  end: BulkEnd | null;
  state: TrackerState;
}

/** What came of a change of many. */
export function SwitchEnded({ end, state }: SwitchEndedProps) {
  if (end === null) return <Notice kind="warning">{switchRunText.notKnown}</Notice>;
  const { changed, failed, notSent, failure } = end;
  return (
    <div role="status">
      <p>
        {text.done(changed, state)} {notSent > 0 && text.stopped(notSent)}
      </p>
      {failure && <FailureNotice failure={failure} />}
      {failed.length > 0 && (
        <>
          <p>{text.failed(failed.length)}</p>
          <div class="pb-act-list" role="group" aria-label={text.failed(failed.length)}>
            <ul>
              {failed.slice(0, LISTED_FAILED).map((one, index) => (
                <li key={index}>
                  {one.name}: {errorText(one.failure).sentence}
                </li>
              ))}
            </ul>
            {failed.length > LISTED_FAILED && (
              <p class="pb-muted">{text.more(failed.length - LISTED_FAILED)}</p>
            )}
          </div>
        </>
      )}
    </div>
  );
}
