import { useEffect, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { popupText as text } from '@/lib/text/pages/popup';

export interface SyncStatusProps {
  syncing: boolean;
  progress: { readonly loaded: number; readonly total: number } | null;
  /** Milliseconds since 1970 until which the rate limit holds requests back. */
  waitingUntil: number | null;
  onStop: () => void;
}

/**
 * How far a refresh is, how long a wait takes, and how to stop it, in the place of the list's count: a
 * list does not move because it is refreshed. A single page is read without a word.
 */
export function SyncStatus(props: SyncStatusProps & { count: string }) {
  const { syncing, progress, onStop } = props;
  const seconds = useSecondsUntil(props.waitingUntil);
  const isLong = progress !== null && progress.loaded < progress.total;
  const isShown = syncing && (isLong || seconds > 0);
  return (
    <div class="pb-grow pb-row pb-count">
      <span class="pb-muted pb-small pb-status" role="status">
        <span class="pb-clip">
          {isShown && progress ? text.loaded(progress.loaded, progress.total) : props.count}
        </span>
        {isShown && seconds > 0 && <span class="pb-clip">{text.waiting(seconds)}</span>}
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

function useSecondsUntil(moment: number | null): number {
  const [now, setNow] = useState(Date.now());
  const left = moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1000));
  useEffect(() => {
    if (moment === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return left;
}
