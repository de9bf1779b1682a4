import { popupText as text } from '@/lib/text/pages/popup';

import { useSecondsUntil } from './use-seconds-until';

/** How long the service’s rate limit holds back what is being done, while it does. */
export function WaitLine({ until }: { until: number | null }) {
  const seconds = useSecondsUntil(until);
  if (seconds === 0) return null;
  return (
    <span class="pb-muted pb-small" role="status">
      {text.waiting(seconds)}
    </span>
  );
}
