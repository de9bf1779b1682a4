import { VerdictBadge } from '@/components/verification/Badges';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { KEPT_EVENTS_OF_ONE, REPORTED_IN_PASSPORT, SEEN_IN_PASSPORT } from '@/lib/core/base/limits';
import type { TimelineEntry } from '@/lib/core/verification/passport/timeline';
import { entryText, passportText as text } from '@/lib/text/trackers/passport';
import { reportedText } from '@/lib/text/trackers/reported';
import { formatMoment } from '@/lib/text/ui';
import { workspaceText } from '@/lib/text/pages/workspace';

interface TimelineProps {
  /** Newest first. */
  entries: readonly TimelineEntry[];
  servers: readonly AdServer[];
  isJudging: boolean;
  isCreationKnown: boolean;
  /** As many are shown as are at most: there may be older ones. */
  isFull: boolean;
  /** How many that cannot be read. */
  unreadable: number;
}

/** What is known to have happened to a tracker, and what is not known. */
export function Timeline(props: TimelineProps) {
  const { entries, servers, unreadable } = props;
  return (
    <section aria-label={text.timeline}>
      <div class="pb-row pb-spread">
        <h2>{text.timeline}</h2>
        <span class="pb-muted pb-small" role="status">
          {props.isJudging && workspaceText.judging}
        </span>
      </div>
      {entries.length === 0 && (
        <p>
          <strong>{text.empty}.</strong> {text.emptyNext}
        </p>
      )}
      <ol class="pb-timeline">
        {entries.map((entry, index) => (
          <li key={`${entry.kind} ${entry.at} ${index}`} class={entry.kind}>
            <time class="pb-muted" dateTime={new Date(entry.at).toISOString()}>
              {formatMoment(entry.at)}
            </time>
            <span>
              {entryText(entry, servers)}{' '}
              {entry.kind === 'seen' && (
                <>
                  {entry.verdict && <VerdictBadge verdict={entry.verdict} />}
                  {entry.verdict === null && !props.isJudging && text.notJudged}{' '}
                  <a href={`#/verifications/${entry.verificationId}`}>{text.openVerification}</a>
                </>
              )}
              {entry.kind === 'reported' && (
                <a href={`#/reports/${entry.reportId}`}>{reportedText.open}</a>
              )}
            </span>
          </li>
        ))}
      </ol>
      {props.isFull && (
        <p class="pb-small">
          {text.full(KEPT_EVENTS_OF_ONE, SEEN_IN_PASSPORT, REPORTED_IN_PASSPORT)}
        </p>
      )}
      {unreadable > 0 && <p class="pb-small">{text.unreadable(unreadable)}</p>}
      <p class="pb-muted pb-small">
        {!props.isCreationKnown && text.creationUnknown} {text.notKnown}
      </p>
    </section>
  );
}
