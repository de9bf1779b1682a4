import { Search } from 'lucide';

import { Button } from '@/components/ui/Button';
import { verificationText as text } from '@/lib/text/verification/verification';

import type { VerificationModel } from './verification-model';

/** Asks Monetize for every tracker of the recording of which nothing is known here. */
export function LookUp({ model }: { model: VerificationModel }) {
  if (model.unknownIds.value.length === 0) return null;
  return (
    <Button icon={Search} disabled={model.lookingUp.value} onClick={() => void model.lookUp()}>
      {text.lookUp}
    </Button>
  );
}
