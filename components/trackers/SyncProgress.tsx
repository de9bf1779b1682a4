import { useEffect, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { popupText as text } from '@/lib/text/pages/popup';

interface SyncProgressProps {
  progress: { readonly loaded: number; readonly total: number } | null;
  waitingUntil: number | null;
  onStop: () => void;
}

/** How far a refresh is, how long a wait takes, and how to stop it. Quiet for a single page. */
export function SyncProgress({ progress, waitingUntil, onStop }: SyncProgressProps) {
  const seconds = useSecondsUntil(waitingUntil);
  if (seconds === 0 && (!progress || progress.total <= progress.loaded)) return null;
  return (
    <div class="pb-sync">
      <div class="pb-row pb-spread">
        <span class="pb-small">
          {progress && text.loaded(progress.loaded, progress.total)}
          {seconds > 0 && <div class="pb-muted">{text.waiting(seconds)}</div>}
        </span>
        <Button kind="quiet" onClick={onStop}>
          {text.stop}
        </Button>
      </div>
      <progress
        class="pb-progress"
        aria-label={text.loading}
        {...(progress && { max: progress.total, value: progress.loaded })}
      />
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
