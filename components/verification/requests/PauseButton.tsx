import { Pause, Play } from 'lucide';

import { Button } from '@/components/ui/Button';
import { requestListText as text } from '@/lib/text/verification/requests/request-list';

import type { VerificationModel } from '../verification-model';

/** Holds the list as it is, and lets it go on. */
export function PauseButton({ model }: { model: VerificationModel }) {
  const isPaused = model.isPaused.value;
  return (
    <Button
      icon={isPaused ? Play : Pause}
      title={isPaused ? text.goOnWhy : text.pauseWhy}
      onClick={isPaused ? model.goOn : model.pause}
    >
      {isPaused ? text.goOn : text.pause}
    </Button>
  );
}

/** Whether the list is held, and what waits; whether a search goes on. */
export function ListStateWords({ model }: { model: VerificationModel }) {
  const words = [
    model.isSearching.value && text.searching,
    model.isPaused.value && text.waiting(model.waiting.value),
  ].filter(Boolean);
  return <>{words.map((word) => ` · ${word}`)}</>;
}
