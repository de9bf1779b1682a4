import { Button } from '@/components/ui/Button';
import { popupText as text } from '@/lib/text/pages/popup';

import { useSecondsUntil } from './use-seconds-until';

export interface SyncStatusProps {
  syncing: boolean;
  progress: { readonly loaded: number; readonly total: number } | null;
  /** Milliseconds since 1970 until which the rate limit holds requests back. */
  waitingUntil: number | null;
  onStop: () => void;
}

interface CountProps {
  /** What is there, in words. */
  count: string;
  /** What else is to be said of it, in a line of its own; empty where nothing is. */
  also?: string;
  /** Whether nothing has come yet, so that nothing can be said of how many there are. */
  isFirst: boolean;
}

/**
 * How far a refresh is, how long a wait takes, and how to stop it, in the place of the list's count: a
 * list does not move because it is refreshed. A single page of a list that is there is read without a word.
 * A wait is said whatever waits: a search for an advertiser does, too.
 */
export function SyncStatus(props: SyncStatusProps & CountProps) {
  const { syncing, progress, onStop } = props;
  const seconds = useSecondsUntil(props.waitingUntil);
  const isLong = progress !== null && progress.loaded < progress.total;
  const isShown = syncing && (isLong || seconds > 0 || props.isFirst);
  return (
    <div class="pb-grow pb-row pb-count">
      <span class="pb-muted pb-small pb-status" role="status">
        <Short whole={isShown ? loadedText(props) : props.count} short={isShown && ofText(props)} />
        {props.also && seconds <= 0 && (
          <span class="pb-clip" title={props.also}>
            {props.also}
          </span>
        )}
        {seconds > 0 && <Short whole={text.waiting(seconds)} short={text.waitingShort(seconds)} />}
      </span>
      {syncing && (
        <span class={isShown ? 'pb-stop' : 'pb-stop late'}>
          <Button kind="quiet" onClick={onStop}>
            {text.stop}
          </Button>
        </span>
      )}
      {isShown && (
        <span class="pb-sync">
          <progress
            class="pb-progress"
            aria-label={text.loading}
            {...(progress && { max: progress.total, value: progress.loaded })}
          />
        </span>
      )}
    </div>
  );
}

/** A text as it is read aloud and pointed at, and in its place a shorter one where there is little room. */
function Short({ whole, short }: { whole: string; short: string | false }) {
  if (!short) return <span class="pb-clip">{whole}</span>;
  return (
    <span class="pb-clip" title={whole}>
      <span class="pb-hidden">{whole}</span>
      <span aria-hidden="true" data-short={short} />
    </span>
  );
}

const ofText = ({ progress }: SyncStatusProps) =>
  progress !== null && text.loadedShort(progress.loaded, progress.total);

function loadedText({ progress, count, isFirst }: SyncStatusProps & CountProps): string {
  if (progress) return text.loaded(progress.loaded, progress.total);
  return isFirst ? text.loading : count;
}
